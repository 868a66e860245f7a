import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenPort, openPort } from '../../infra/local/open-port.ts'
import { openIdClient, openIdDoor } from '../../infra/local/openid.tsx'
import { people } from '../../infra/local/people.ts'

const publicOrigin = 'http://localhost:3999'
const callback = `${publicOrigin}/office/callback`
const folder = mkdtempSync(join(tmpdir(), 'lernhaus-openid-'))
let door: OpenPort
let client: Configuration

const raise = () =>
  door.answer(
    openIdDoor({
      issuer: door.origin,
      publicOrigin,
      file: join(folder, 'openid.json'),
    }),
  )

beforeAll(async () => {
  door = await openPort({ port: 0, name: 'the sign-in' })
  raise()
  const secret = ClientSecretBasic(openIdClient.secret)
  client = await discovery(new URL(door.origin), openIdClient.id, undefined, secret, {
    execute: [allowInsecureRequests],
  })
})
afterAll(async () => {
  await door.stop()
  rmSync(folder, { recursive: true })
})

/** As much of a browser as a sign-in needs: it keeps cookies and follows addresses. */
function openBrowser() {
  const cookies = new Map<string, string>()
  return async (address: string | URL, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, cookie },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    const location = response.headers.get('location')
    return { response, onward: location ? new URL(location, address).href : '' }
  }
}
type Browser = ReturnType<typeof openBrowser>

async function begin(parameters: Record<string, string> = {}) {
  const [verifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()]
  const address = buildAuthorizationUrl(client, {
    redirect_uri: callback,
    scope: 'openid email profile',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...parameters,
  })
  return { address, verifier, state, nonce }
}

const choose = (browser: Browser, page: string, person: string, headers: Record<string, string> = {}) =>
  browser(page, { method: 'POST', body: new URLSearchParams({ person }), headers })

async function signInAs(browser: Browser, person: string) {
  const { address, verifier, state, nonce } = await begin()
  const { onward: page } = await browser(address)
  const { response } = await browser(page)
  expect(response.status).toBe(200)
  const { onward: resume } = await choose(browser, page, person)
  const { onward: back } = await browser(resume)
  expect(back.startsWith(`${callback}?`)).toBe(true)
  const tokens = await authorizationCodeGrant(client, new URL(back), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
  })
  return { claims: tokens.claims(), back, verifier }
}

describe('the local sign-in, asked by the real OpenID client', () => {
  it.each(people.map(({ id, name, email }) => [id, name, email]))('lets %s in', async (id, name, email) => {
    const { claims } = await signInAs(openBrowser(), id)
    expect(claims).toMatchObject({ sub: id, name, email, email_verified: true, iss: door.origin })
  })

  it('asks anew each time, so that one person can play all roles', async () => {
    const browser = openBrowser()
    expect((await signInAs(browser, 'zeynep')).claims?.sub).toBe('zeynep')
    expect((await signInAs(browser, 'max')).claims?.sub).toBe('max')
  })

  it('goes on after a restart with the same keys', async () => {
    const before = await fetch(`${door.origin}/jwks`).then((response) => response.json())
    raise()
    expect(await fetch(`${door.origin}/jwks`).then((response) => response.json())).toEqual(before)
    expect((await signInAs(openBrowser(), 'ruth')).claims?.name).toBe('Dr. Ruth Lenz')
  })

  it('gives a code away once', async () => {
    const { back, verifier } = await signInAs(openBrowser(), 'cem')
    const again = authorizationCodeGrant(client, new URL(back), {
      pkceCodeVerifier: verifier,
      expectedState: new URL(back).searchParams.get('state') ?? '',
    })
    await expect(again).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('refuses whoever comes without PKCE', async () => {
    const { address } = await begin()
    address.searchParams.delete('code_challenge')
    address.searchParams.delete('code_challenge_method')
    const { onward } = await openBrowser()(address)
    expect(new URL(onward).searchParams.get('error')).toBe('invalid_request')
  })

  it('sends nobody to another address', async () => {
    const { address } = await begin({ redirect_uri: 'http://localhost:3999/elsewhere' })
    const { response, onward } = await openBrowser()(address)
    expect(response.status).toBe(400)
    expect(onward).toBe('')
  })

  it('lets no other site choose a person, and knows no strangers', async () => {
    const browser = openBrowser()
    const { onward: page } = await browser((await begin()).address)
    const foreign = await choose(browser, page, 'zeynep', { origin: 'http://evil.example' })
    expect(foreign.response.status).toBe(403)
    expect((await choose(browser, page, 'nobody')).response.status).toBe(422)
  })

  it('says how to begin again when a page is too old', async () => {
    const { response } = await openBrowser()(`${door.origin}/sign-in/long-gone`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(`${publicOrigin}/office`)
  })

  it.each([
    [publicOrigin, 302],
    [`${publicOrigin}/office`, 302],
    ['http://evil.example/', 400],
  ])('after signing out leads to %s: %i', async (target, status) => {
    const query = new URLSearchParams({ client_id: openIdClient.id, logout_uri: target })
    const { response } = await openBrowser()(`${door.origin}/logout?${query}`)
    expect(response.status).toBe(status)
  })
})
