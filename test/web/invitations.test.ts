import { describe, expect, it } from 'vitest'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { listInvitations } from '../../functions/enrollment/invitation/invitation.table.ts'
import { writeToInvited } from '../../functions/enrollment/invitation/write-to-invited.ts'
import { languages } from '../../functions/kernel/language.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { catalogDoor } from '../../web/public/catalog.door.tsx'
import { enrollDoor } from '../../web/public/enroll.door.tsx'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'
import { files, fillingInTakes, post } from './open-doors.ts'

const origin = 'https://lernhaus.example'

async function anOffice(setting: { access?: 'open' | 'invited' } = {}) {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ access: 'invited', ...setting })
  const browser = await office.browserOf('coordinator')
  const base = `/office/seminars/${seminar.id}/invitations`
  const world = {
    ...house.world(),
    now: house.now,
    noteFault: (fault: unknown) => office.faults.push(fault),
    sealKey: async () => 'a key for tests',
    files,
  }
  const [enroll, catalog] = [enrollDoor(world), catalogDoor(world)]

  /** Sends a form with a file, as a browser does. */
  async function upload(fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }) {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.set('file', new File([file?.bytes.slice() ?? ''], file?.name ?? ''))
    const request = new Request(origin, { method: 'POST', body: form })
    const body = await request.text()
    return browser.send(`${base}/check`, {
      method: 'POST',
      body,
      headers: { origin, 'content-type': request.headers.get('content-type') ?? '' },
    })
  }
  /** The form for a link as the page shows it, filled in. */
  const linkForm = async (typed: Record<string, string>): Promise<Record<string, string>> => ({
    ...fieldValues((await browser.get(base)).html),
    ...typed,
  })
  const letters = async () => {
    await writeToInvited(house.world(), { seminarId: seminar.id })
    return house.mails()
  }
  return { ...office, seminar, browser, base, enroll, catalog, upload, letters, linkForm }
}

const linkIn = (html: string): string => /https:\/\/\S+\?invitation=[\w-]{22}/.exec(html)?.[0] ?? ''

describe('inviting by a list', () => {
  it('shows what was understood before anything is sent, then sends exactly that, once', async () => {
    const { browser, base, house, seminar, letters } = await anOffice()
    const list = 'ayse@verein.example\nAYSE@verein.example, cem@müller.example\nkaputt@\nniemand'
    const checked = await browser.post(`${base}/check`, { addresses: list, language: 'tr' })
    expect(checked.status).toBe(200)
    for (const words of [
      'Bis jetzt wurde nichts gesendet',
      'Ja, 2 Personen jetzt einladen',
      'steht doppelt in der Liste',
      'an diese Adresse lässt sich nichts senden',
      'keine Adresse gefunden',
      'cem@xn--mller-kva.example',
    ])
      expect(checked.html).toContain(words)
    expect(await listInvitations(house.table, seminar.id)).toEqual([])
    expect(await letters()).toEqual([])
    // The list as it was typed stands below, to be changed.
    expect(fieldValues(checked.html.slice(checked.html.indexOf('Liste ändern'))).addresses).toBe(list)

    const form = fieldValues(checked.html.slice(0, checked.html.indexOf('Liste ändern')))
    for (let twice = 0; twice < 2; twice++) {
      const sent = await browser.post(`${base}/send`, form)
      expect([sent.status, sent.location]).toEqual([303, `${base}?done=invited`])
    }
    const mailed = (await letters()).map(({ to, letter }) => [to.address, letter.language])
    expect(mailed.sort()).toEqual([
      ['ayse@verein.example', 'tr'],
      ['cem@xn--mller-kva.example', 'tr'],
    ])
    const again = await browser.post(`${base}/check`, { addresses: list, language: 'tr' })
    expect(again.html).toContain('ist schon eingeladen')
    expect(again.html).toContain('In dieser Liste ist niemand, der noch eine Einladung braucht')
  })

  it('takes a file, beside what was typed, and shows both for correction', async () => {
    const { upload } = await anOffice()
    const csv = 'Name;E-Mail\r\n"Öz; Ayşe";ayse@verein.example\r\n'
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv, 'utf16le')])
    const file = await upload({ addresses: '', language: 'de' }, { name: 'Einladungen März.csv', bytes })
    expect(file.status).toBe(200)
    expect(file.html).toContain('Ja, 1 Person jetzt einladen')
    const both = await upload(
      { addresses: 'cem@verein.example', language: 'de' },
      { name: 'a.csv', bytes: Buffer.from('ayse@verein.example') },
    )
    expect(both.html).toContain('Ja, 2 Personen jetzt einladen')
    expect(both.html).toContain('cem@verein.example\nayse@verein.example</textarea>')
  })

  it('takes a list of 500 rows with all that people keep beside the address', async () => {
    const { upload } = await anOffice()
    const rows = Array.from({ length: 500 }, (_, i) => `Name ${i};Straße und Ort ${i};p${i}@verein.example`)
    const bytes = Buffer.from(`Name;Adresse;E-Mail\n${rows.join('\n')}`, 'utf16le')
    const answer = await upload({ addresses: '', language: 'de' }, { name: 'a.csv', bytes })
    expect(answer.html).toContain('Ja, 500 Personen jetzt einladen')
  })

  it.each([
    ['nothing', { addresses: ' \n' }, undefined, 'mindestens eine Adresse'],
    ['501 rows', { addresses: 'a@x.example\n'.repeat(501) }, undefined, 'mehr als 500 Zeilen'],
    ['a spreadsheet', { addresses: 'typed@x.example' }, Buffer.from('PK\u0003\u0004\0'), 'ist kein Text'],
  ])('gives back %s with the reason and all that was typed', async (_, fields, bytes, reason) => {
    const { upload, letters } = await anOffice()
    const answer = await upload({ ...fields, language: 'en' }, bytes && { name: 'a.xlsx', bytes })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(reason)
    const kept = fieldValues(answer.html).addresses ?? ''
    expect(kept.replaceAll('\r\n', '\n').trim()).toBe(fields.addresses.trim())
    expect(fieldValues(answer.html).language).toBe('en')
    expect(await htmlFindings(answer.html)).toEqual([])
    expect(await letters()).toEqual([])
  })

  it('refuses what no browser sends: a file elsewhere, two files, too much', async () => {
    const { browser, base } = await anOffice()
    const sendForm = async (fill: (form: FormData) => void) => {
      const form = new FormData()
      fill(form)
      const request = new Request(origin, { method: 'POST', body: form })
      const headers = { origin, 'content-type': request.headers.get('content-type') ?? '' }
      return (await browser.send(`${base}/check`, { method: 'POST', body: await request.text(), headers }))
        .status
    }
    expect(await sendForm((form) => form.set('addresses', new File(['a@x.example'], 'a')))).toBe(400)
    expect(
      await sendForm((form) => {
        form.append('file', new File(['a@x.example'], 'a'))
        form.append('file', new File(['b@x.example'], 'b'))
      }),
    ).toBe(400)
    expect(await sendForm((form) => form.set('addresses', 'a'.repeat(600_000)))).toBe(413)
    expect((await browser.post(`${base}/link`, { name: 'a'.repeat(40_000) })).status).toBe(413)
  })
})

describe('inviting by a link', () => {
  it('shows the link once, makes one however often the form is sent, and leads into the seminar', async () => {
    const { browser, base, house, seminar, enroll, linkForm } = await anOffice()
    const form = await linkForm({ name: 'Vorstand Hagen', limit: '2', until: '2026-03-10' })
    const made = await browser.post(`${base}/link`, form)
    const link = linkIn(made.html)
    expect(link).toBe(`${origin}/seminars/foerdermittel/enroll?invitation=${form.token}`)
    expect(linkIn((await browser.post(`${base}/link`, form)).html)).toBe(link)
    expect(await listInvitations(house.table, seminar.id)).toHaveLength(1)
    const list = (await browser.get(base)).html
    expect(list).toContain('Vorstand Hagen')
    expect(list).toContain('0 von 2')
    expect(list).toContain('Mi., 11.03.2026, 00:00')
    expect(list).not.toContain(form.token)
    expect((await enroll.request(link)).status).toBe(200)
  })

  it('can be shown anew, closed and opened', async () => {
    const { browser, base, house, seminar, enroll, linkForm } = await anOffice()
    const form = await linkForm({ name: 'Vorstand', limit: '2' })
    const first = linkIn((await browser.post(`${base}/link`, form)).html)
    const [stored] = await listInvitations(house.table, seminar.id)
    const press = (verb: string) => browser.post(`${base}/${stored?.facts.id}/${verb}`)
    const second = linkIn((await press('show')).html)
    expect(second).not.toBe(first)
    for (const [verb, status, state] of [
      ['close', 409, 'geschlossen'],
      ['open', 200, 'offen'],
    ] as const) {
      expect((await press(verb)).status).toBe(303)
      expect((await browser.get(base)).html).toMatch(new RegExp(`<td[^>]*>${state}</td>`))
      for (const link of [first, second]) expect((await enroll.request(link)).status).toBe(status)
    }
  })

  it('comes back with what was typed where something is wrong', async () => {
    const { browser, base, house, seminar, linkForm } = await anOffice()
    const form = await linkForm({ name: '', limit: '501', until: '2026-13-01' })
    const answer = await browser.post(`${base}/link`, form)
    expect(answer.status).toBe(422)
    expect(fieldValues(answer.html)).toMatchObject({ limit: '501', token: form.token })
    expect(await listInvitations(house.table, seminar.id)).toEqual([])
  })
})

describe('the list of invited people', () => {
  it('says who was invited, reminded and came, reminds by a button and withdraws', async () => {
    const { browser, base, house, seminar, letters } = await anOffice()
    await browser.post(`${base}/send`, { addresses: 'ayse@x.example cem@x.example', language: 'de' })
    await letters()
    house.pass(48 * 3_600_000)
    await browser.signIn('coordinator@verein.example')
    const before = (await browser.get(base)).html
    expect(before).toContain('2 Personen jetzt erinnern')
    expect((await browser.post(`${base}/remind`)).location).toBe(`${base}?done=reminded`)
    const ayse = (await listInvitations(house.table, seminar.id)).find(({ facts }) =>
      facts.email.startsWith('ayse'),
    )
    expect((await browser.post(`${base}/${ayse?.facts.id}/withdraw`)).location).toBe(`${base}?done=withdrawn`)
    const afterwards = (await browser.get(base)).html
    expect(afterwards).toContain('1 Person jetzt erinnern')
    expect(afterwards).not.toContain('ayse@x.example')
    expect((await browser.post(`${base}/${ayse?.facts.id}/withdraw`)).status).toBe(404)
    const noted = await listAudit(house.table, house.now(), 10)
    expect(noted.map(({ deed }) => deed).sort()).toEqual([
      'change-invitation',
      'invite-people',
      'remind-invited',
    ])
    expect(JSON.stringify(noted)).not.toContain('@x.example')
  })

  it('is for coordinators only, and of seminars that are there', async () => {
    const office = await anOffice()
    const { base, browser, hire, openBrowser } = office
    await hire('trainer', 'Zeynep Aydın', 'zeynep@verein.example')
    const trainer = openBrowser()
    await trainer.signIn('zeynep@verein.example')
    expect((await trainer.get(`/office/seminars/${office.seminar.id}`)).status).toBe(200)
    expect((await trainer.get(base)).status).toBe(404)
    for (const verb of ['check', 'send', 'link', 'remind', 'x/withdraw', 'x/close', 'x/open', 'x/show'])
      expect((await trainer.post(`${base}/${verb}`, { addresses: 'a@x.example' })).status).toBe(404)
    for (const verb of ['check', 'send', 'link', 'remind', 'x/withdraw', 'x/close', 'x/open', 'x/show'])
      expect(
        (
          await browser.post(`/office/seminars/sem_nothing/invitations/${verb}`, {
            addresses: 'a@x.example',
            name: 'x',
            limit: '1',
          })
        ).status,
      ).toBe(404)
    expect(await listInvitations(office.house.table, office.seminar.id)).toEqual([])
    expect(office.faults).toEqual([])
  })

  it('offers nothing once the seminar is called off, and says why', async () => {
    const { browser, base, house, seminar } = await anOffice()
    await cancelSeminar(house.world(), seminar.id)
    const page = (await browser.get(base)).html
    expect(page).toContain('Es gehen keine Einladungen mehr hinaus')
    expect(page).not.toContain('name="addresses"')
    expect((await browser.post(`${base}/send`, { addresses: 'a@x.example', language: 'de' })).status).toBe(
      409,
    )
  })

  it('is whole in every language and valid', async () => {
    const { browser, base, letters, linkForm } = await anOffice()
    await browser.post(`${base}/send`, { addresses: 'ayse@x.example', language: 'de' })
    await letters()
    const form = await linkForm({ name: 'Vorstand', limit: '2' })
    await browser.post(`${base}/link`, form)
    for (const language of languages) {
      const pages = [
        await browser.get(`${base}?lang=${language}&done=invited`),
        await browser.post(`${base}/check?lang=${language}`, {
          addresses: 'a@x.example a@x.example =1@\nb',
          language,
        }),
        await browser.post(`${base}/link?lang=${language}`, form),
      ]
      for (const { html } of pages) {
        expect(await htmlFindings(html)).toEqual([])
        expect(html).not.toMatch(/undefined|\[object|NaN/)
      }
    }
  })
})

describe('a closed seminar in public', () => {
  const person = {
    firstName: 'Ayşe',
    lastName: 'Öz',
    email: 'ayse@x.example',
    associationId: 'other',
    association: 'keiner',
    language: 'de',
    note: '',
    consent: 'yes',
  }

  it('does not stand in the catalog; its pages say kindly whom it is for, and not what it is', async () => {
    const { catalog, enroll, house } = await anOffice()
    await house.offer({ slug: 'open', title: { de: 'Für alle', tr: '', en: '' } })
    const list = await (await catalog.request('/')).text()
    expect(list).toContain('Für alle')
    expect(list).not.toContain('foerdermittel')
    for (const answer of [
      await catalog.request('/seminars/foerdermittel'),
      await enroll.request('/seminars/foerdermittel/enroll'),
      await enroll.request(`/seminars/foerdermittel/enroll?invitation=${'A'.repeat(22)}`),
      await enroll.request('/seminars/foerdermittel/enroll?invitation=%F0%9F%98%80'),
      await enroll.request('/seminars/foerdermittel/enroll', post({ ...person, form: 'x' })),
    ]) {
      const html = await answer.text()
      expect(answer.status).toBe(403)
      expect(html).toContain('Dieses Seminar ist für eingeladene Personen')
      expect(html).not.toContain('Fördermittel finden')
      expect(html).not.toContain('Zwei Abende für Vorstände')
      expect(await htmlFindings(html)).toEqual([])
    }
  })

  it('is entered by the link: the form carries the invitation along, through errors and languages, to a place', async () => {
    const { browser, base, enroll, house, seminar, linkForm } = await anOffice()
    const link = linkIn((await browser.post(`${base}/link`, await linkForm({ name: 'V', limit: '1' }))).html)
    const page = await (await enroll.request(link)).text()
    expect(page).toContain('Zwei Abende für Vorstände')
    expect(await htmlFindings(page)).toEqual([])
    const { form = '', invitation = '' } = fieldValues(page)
    expect(invitation).toBe(link.split('=')[1])
    const path = '/seminars/foerdermittel/enroll'
    const wrong = await (await enroll.request(path, post({ ...person, form, invitation, email: 'x' }))).text()
    expect(fieldValues(wrong).invitation).toBe(invitation)
    const turned = await (
      await enroll.request(`${path}?lang=tr`, post({ ...person, form, invitation, 'left-language': 'de' }))
    ).text()
    expect(fieldValues(turned).invitation).toBe(invitation)
    house.pass(fillingInTakes)
    const sent = post({ ...person, form, invitation })
    const first = await enroll.request(path, sent)
    expect(first.status).toBe(200)
    const words = await first.text()
    expect(await (await enroll.request(path, sent)).text()).toBe(words)
    expect(words).not.toContain('href="/seminars/foerdermittel"')
    expect(await listEnrollments(house.table, seminar.id)).toHaveLength(1)
    const used = await enroll.request(link)
    expect(used.status).toBe(409)
    expect(await used.text()).toContain('Diese Einladung ist schon benutzt')
    expect((await browser.get(base)).html).toContain('1 von 1')
  })
})
