import { HtmlValidate } from 'html-validate'
import { expect } from 'vitest'
import { drawSheet } from '../../functions/certificate/sheet/certificate.sheet.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { readPictures } from '../../functions/programme/certificate-look.table.ts'
import { enterAsVisitor } from '../../functions/session/meeting/enter-room.ts'
import { everyProvider } from '../../functions/session/meeting/every-provider.ts'
import type { OpenId, OpenIdPerson } from '../../functions/staff/openid.ts'
import { staffShelf } from '../../functions/staff/staff.table.ts'
import type { Role, StaffMember } from '../../functions/staff/staff.ts'
import { officeDoor } from '../../web/office/office.door.tsx'
import { openHouse } from '../world/house.ts'
import { openPracticeServers } from '../world/practice-servers.ts'
import { sheetMaterial } from '../world/sheet-material.ts'

/** A provider that vouches for whoever the test says, and keeps the rules of the protocol. */
export function openFakeProvider() {
  let person: OpenIdPerson = { subject: 's', email: '', emailVerified: true, name: '' }
  let isDown = false
  const asked: { state: string; nonce: string; challenge: string }[] = []
  const openid: OpenId = {
    logoutAddress: 'https://provider.example/logout?client_id=office',
    async authorizationUrl(request) {
      if (isDown) throw new Error('no answer')
      asked.push(request)
      return `https://provider.example/authorize?state=${request.state}`
    },
    async exchange({ callbackUrl, state, nonce }) {
      const request = asked.find((one) => one.state === state)
      const address = new URL(callbackUrl)
      if (!request || request.nonce !== nonce || address.searchParams.get('state') !== state)
        throw new Error('state or nonce differ')
      const word = address.searchParams.get('error')
      if (word) throw Object.assign(new Error('authorization response error'), { error: word })
      if (address.searchParams.get('code') !== 'good')
        throw Object.assign(new Error('response body error'), { error: 'invalid_grant' })
      if (isDown) throw new Error('no answer')
      return person
    },
  }
  return {
    openid,
    asked,
    vouchFor: (someone: Partial<OpenIdPerson>) => {
      person = { ...person, emailVerified: true, name: '', ...someone }
    },
    goDown: () => {
      isDown = true
    },
  }
}

type Page = { status: number; html: string; bytes: Uint8Array; headers: Headers; location: string }

type OfficeSetting = {
  origin?: string
  firstAdministrator?: string
  roomOrigin?: string
  addsStaffByHand?: boolean
  table?: Table
}

/** An office, in memory unless said otherwise, with browsers that keep cookies. */
export function openOffice(setting: OfficeSetting = {}) {
  const {
    origin = 'https://lernhaus.example',
    firstAdministrator = '',
    roomOrigin = 'https://rooms.example',
    addsStaffByHand = false,
    table,
  } = setting
  const house = openHouse(table)
  const provider = openFakeProvider()
  const servers = openPracticeServers(house.now)
  const meetings = servers.meetings(house.table)
  const faults: unknown[] = []
  const { newId, newSecret } = house.world()
  const door = officeDoor({
    table: house.table,
    now: house.now,
    newId,
    newSecret,
    origin,
    openid: provider.openid,
    firstAdministrator,
    roomOrigin,
    meetings,
    providers: everyProvider,
    enterAsVisitor: enterAsVisitor({
      roomOrigin,
      roomKey: async () => 'room-key',
      meetings,
      providers: everyProvider,
    }),
    drawSheet: async (certificate) =>
      drawSheet(certificate, {
        material: sheetMaterial,
        origin,
        pictures: await readPictures(house.table, certificate.look),
      }),
    addsStaffByHand,
    noteFault: (fault) => faults.push(fault),
  })

  function openBrowser(language = 'de') {
    const cookies = new Map<string, string>()
    const keep = (response: Response) => {
      for (const line of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split('; ')
        const [name = '', value = ''] = pair.split('=')
        if (attributes.includes('Max-Age=0')) cookies.delete(name)
        else cookies.set(name, value)
      }
    }
    async function send(
      path: string,
      init: RequestInit & { headers?: Record<string, string> },
    ): Promise<Page> {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { 'accept-language': language, ...(cookie && { cookie }), ...init.headers }
      const response = await door.request(`${origin}${path}`, { ...init, headers })
      keep(response)
      const bytes = new Uint8Array(await response.arrayBuffer())
      return {
        status: response.status,
        html: new TextDecoder().decode(bytes),
        bytes,
        headers: response.headers,
        location: response.headers.get('location') ?? '',
      }
    }
    const browser = {
      cookies,
      send,
      get: (path: string) => send(path, {}),
      post: (path: string, form: Record<string, string> = {}, from = origin) =>
        send(path, {
          method: 'POST',
          body: new URLSearchParams(form).toString(),
          headers: { origin: from, 'content-type': 'application/x-www-form-urlencoded' },
        }),
      /** The whole way to the provider and back. */
      async signIn(email: string, to = '/office'): Promise<Page> {
        provider.vouchFor({ email })
        await browser.get(`/office/sign-in?to=${encodeURIComponent(to)}`)
        return browser.get(`/office/callback?code=good&state=${provider.asked.at(-1)?.state}`)
      },
    }
    return browser
  }

  return {
    servers,
    house,
    provider,
    faults,
    openBrowser,
    async hire(role: Role, name: string, email = `${role}@verein.example`): Promise<StaffMember> {
      const member: StaffMember = { email, name, role, state: 'active', since: house.now() }
      await house.table.commit([staffShelf.create(email, member)])
      return member
    },
    /** A browser in which somebody of that role is signed in. */
    async browserOf(role: Role, name = `Die ${role}`, language = 'de') {
      const { email } = await this.hire(role, name)
      const browser = openBrowser(language)
      const back = await browser.signIn(email)
      expect(back.status).toBe(303)
      return browser
    },
  }
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // How the source is written is the formatter's business.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Hono writes attributes without quotes only where HTML allows it.
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'no-implicit-button-type': 'error',
    // Style sheet and icon come from the house itself.
    'require-sri': ['error', { target: 'crossorigin' }],
    // On phones table rows stand as blocks; some browsers then need to be told that they are rows.
    'no-redundant-role': 'off',
  },
})

/** What html-validate finds in a page; nothing is what it should find. */
export async function htmlFindings(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  )
}

/** The values that a form of the page carries, by field name. */
export function fieldValues(html: string): Record<string, string> {
  const decode = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  const attribute = (tag: string, name: string) =>
    decode(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  // A box that is not ticked is not sent.
  const inputs = [...html.matchAll(/<input [^>]*>/g)]
    .filter(([tag]) => !/type="checkbox"/.test(tag) || /\schecked/.test(tag))
    .map(([tag]): [string, string] => [attribute(tag, 'name'), attribute(tag, 'value')])
  const areas = [...html.matchAll(/<textarea ([^>]*)>([^<]*)<\/textarea>/g)].map(
    ([, tag = '', value = '']): [string, string] => [attribute(` ${tag}`, 'name'), decode(value)],
  )
  const selects = [...html.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs)].map(
    ([, tag = '', options = '']): [string, string] => [
      attribute(` ${tag}`, 'name'),
      attribute(
        /<option [^>]*selected[^>]*>/.exec(options)?.[0] ?? /<option [^>]*>/.exec(options)?.[0] ?? '',
        'value',
      ),
    ],
  )
  return Object.fromEntries([...inputs, ...areas, ...selects])
}
