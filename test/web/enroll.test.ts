import { describe, expect, it } from 'vitest'
import { type Table, TableBusy, UnsureCommit } from '../../functions/kernel/table.ts'
import { hour } from '../../functions/kernel/time.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { seminarShelf, slugShelf } from '../../functions/seminar/seminar.table.ts'
import { enrollDoor } from '../../web/public/enroll.door.tsx'
import { privacyNoticeVersion } from '../../web/text/privacy.ts'
import { aSeminar } from '../world/seminar.ts'
import { fillingInTakes, instant, openDoors, post } from './open-doors.ts'

const good = {
  firstName: 'Şükrü',
  lastName: "İğde-O'Brien",
  email: 'Sukru@Müller.example',
  associationId: 'org_hagen',
  association: '',
  language: 'tr',
  note: 'Ich brauche größere Schrift.',
  consent: 'yes',
}
type Fields = Partial<typeof good> & { form?: string; 'left-language'?: string }

async function openForm() {
  const doors = await openDoors()
  const seminar = await doors.house.offer()
  const path = `/seminars/${seminar.slug}/enroll`
  const page = async (query = '') => (await doors.enroll.request(`${path}${query}`)).text()
  const token = async () => /name="form" value="([^"]+)"/.exec(await page())?.[1] ?? ''
  /** Sends what was typed, no faster than people type. */
  const send = async (fields: Fields, door = doors.enroll, query = '') => {
    const form = fields.form ?? (await token())
    doors.house.pass(fillingInTakes)
    return door.request(`${path}${query}`, post({ ...good, ...fields, form }))
  }
  const enrolled = () => doors.house.enrollment(seminar, 'sukru@xn--mller-kva.example')
  return { ...doors, seminar, path, page, token, send, enrolled }
}

const errorAt = (html: string, field: string): string | undefined =>
  new RegExp(`id="${field}-error"[^>]*>([^<]+)<`).exec(html)?.[1]

describe('the enrollment form', () => {
  it('stores what was typed, as the person writes it, and which notice was shown', async () => {
    const { send, enrolled, house } = await openForm()
    const answer = await send({})
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Ein Platz wird bis')
    expect(await enrolled()).toMatchObject({
      firstName: 'Şükrü',
      lastName: "İğde-O'Brien",
      association: 'Kulturverein Hagen',
      associationId: 'org_hagen',
      language: 'tr',
      note: 'Ich brauche größere Schrift.',
      notice: privacyNoticeVersion,
      state: 'held',
    })
    expect(await house.mails()).toHaveLength(1)
  })

  it('takes an association that is not in the list, also when only its name was typed', async () => {
    for (const associationId of ['other', '']) {
      const { send, enrolled } = await openForm()
      expect((await send({ associationId, association: ' Cemevi  Siegen ' })).status).toBe(200)
      expect(await enrolled()).toMatchObject({ association: 'Cemevi Siegen', associationId: '' })
    }
  })

  it('answers a known address in the very words of an unknown one, and stores nothing twice', async () => {
    const { send, house } = await openForm()
    const first = await (await send({})).text()
    const again = await (await send({ firstName: 'Somebody', lastName: 'Else' })).text()
    expect(again).toBe(first)
    expect((await house.mails()).map((mail) => mail.cause)).toEqual(['confirm', 'already'])
  })

  it('says how far the waiting list reaches when the seminar is full', async () => {
    const { house, enroll } = await openDoors()
    const seminar = await house.offer({ capacity: 1 })
    await house.enrollAndConfirm(seminar, 'first')
    const form = await (await enroll.request(`/seminars/${seminar.slug}/enroll?lang=en`)).text()
    expect(form).toContain('With this form you join the waiting list')
    const token = /name="form" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const path = `/seminars/${seminar.slug}/enroll?lang=en`
    house.pass(fillingInTakes)
    const page = await (await enroll.request(path, post({ ...good, form: token }))).text()
    expect(page).toContain('The waiting list now reaches to place 1')
    expect(page).toContain('Your own place is in the mail')
  })
})

describe('a form that cannot be taken', () => {
  it('comes back with every value kept, the errors on top and at their fields', async () => {
    const { send, house } = await openForm()
    const answer = await send({ firstName: ' ', email: 'falsch@', associationId: '', consent: '' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('<title>Fehler: ')
    for (const kept of ['value=" "', 'value="falsch@"', 'value="İğde-O&#39;Brien"', 'größere Schrift'])
      expect(html).toContain(kept)
    expect(html).toContain('<option value="tr" selected')
    expect(html).toMatch(/role="alert".*href="#firstName".*href="#email".*href="#associationId"/s)
    expect(html).toMatch(/id="email"[^>]*aria-describedby="email-hint email-error" aria-invalid="true"/)
    expect(errorAt(html, 'firstName')).toBe('Bitte schreiben Sie Ihren Vornamen.')
    expect(errorAt(html, 'consent')).toContain('Ohne Ihre Einwilligung')
    expect(errorAt(html, 'lastName')).toBeUndefined()
    expect(await house.mails()).toEqual([])
  })

  it.each([
    ['control characters', { firstName: 'A\u0007li' }, 'firstName'],
    ['a bidi override', { lastName: 'Ali\u202Etxt' }, 'lastName'],
    ['nothing but zero width', { firstName: '\u200B\u200D' }, 'firstName'],
    ['a non-character', { lastName: 'Ali\uFFFE' }, 'lastName'],
    ['121 letters', { firstName: 'a'.repeat(121) }, 'firstName'],
    ['a note of 501 letters', { note: 'ş'.repeat(501) }, 'note'],
    ['a language nobody speaks here', { language: 'fr' }, 'language'],
    ['an association of another house', { associationId: 'org_unknown' }, 'associationId'],
    ['another association without a name', { associationId: 'other' }, 'association'],
    ['two addresses', { email: 'a@x.example,b@x.example' }, 'email'],
  ])('is refused with %s', async (_, fields: Fields, field) => {
    const { send } = await openForm()
    const answer = await send(fields)
    expect(answer.status).toBe(422)
    expect(errorAt(await answer.text(), field)).toBeTruthy()
  })

  it.each(['Sukarno', 'Ö', 'Jean-Luc', 'Nguyễn Thị', 'علی\u200cرضا', "D'Angelo", 'ê û î ẍ', '张伟'])(
    'never because somebody is called %s',
    async (firstName) => {
      const { send, enrolled } = await openForm()
      expect((await send({ firstName, lastName: '' })).status).toBe(200)
      expect((await enrolled()).firstName).toBe(firstName.normalize('NFC'))
    },
  )

  it('shows attempts at markup as the text they are', async () => {
    const { send } = await openForm()
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const html = await (await send({ firstName: attack, note: `</textarea>${attack}`, email: attack })).text()
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('</textarea>"')
    expect(html.match(/<script/g)).toBeNull()
  })

  it('comes back filled with a fresh token when it lay open too long', async () => {
    const { send, token, house } = await openForm()
    const old = await token()
    house.pass(25 * hour)
    const answer = await send({ form: old })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Das Formular war zu lange offen')
    expect(html).toContain('value="Şükrü"')
    expect(await house.mails()).toEqual([])
    const fresh = /name="form" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await send({ form: fresh })).status).toBe(200)
  })

  it('is not taken without a token, or with one of another seminar', async () => {
    const { send, house, enroll } = await openForm()
    const other = await house.offer({ slug: 'other' })
    const page = await (await enroll.request(`/seminars/${other.slug}/enroll`)).text()
    const foreign = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await send({ form: '' })).status).toBe(422)
    expect((await send({ form: foreign })).status).toBe(422)
    expect(await house.mails()).toEqual([])
  })

  it('says what is known, and keeps every value, when the table is busy or unsure', async () => {
    const { send, world } = await openForm()
    const failing = (fault: Error): Table => ({
      ...world.table,
      commit: () => Promise.reject(fault),
    })
    const unsure = await send({}, enrollDoor({ ...world, table: failing(new UnsureCommit('?')) }))
    expect(unsure.status).toBe(503)
    const words = await unsure.text()
    expect(words).toContain('Wir wissen noch nicht')
    expect(words).toContain('value="Şükrü"')
    const busy = await send({}, enrollDoor({ ...world, table: failing(new TableBusy('!')) }))
    expect(busy.status).toBe(503)
    expect(await busy.text()).toContain('Es wurde nichts gespeichert')
  })

  it('is refused with the reason when enrollment is not open', async () => {
    const { house, send, token, enroll, path } = await openForm()
    const inTime = await token()
    house.moveTo('2026-03-02T20:00:00.000Z')
    const shut = await openDoors()
    const later = await shut.house.offer({ opens: instant('2026-03-15T08:00:00.000Z') })
    const early = await shut.enroll.request(`/seminars/${later.slug}/enroll?lang=en`)
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('Enrollment is not open yet')
    expect((await send({ form: inTime })).status).toBe(200)
    house.moveTo('2026-03-24T12:00:00.000Z')
    const over = await enroll.request(path)
    expect(over.status).toBe(410)
    expect(await over.text()).toContain('Die Anmeldung ist geschlossen')
  })

  it('is refused in plain words when it was opened in time and sent too late', async () => {
    const { house, seminar, send, token } = await openForm()
    const inTime = await token()
    await cancelSeminar(house.world(), seminar.id)
    const answer = await send({ form: inTime })
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('Hier kann man sich nicht anmelden')
  })

  it('does not exist for drafts and unknown seminars', async () => {
    const { enroll, house } = await openForm()
    const draft = aSeminar({ id: 'sem_draft', slug: 'draft', state: 'draft' })
    await house.table.commit([
      seminarShelf.create(draft.id, draft),
      slugShelf.create('draft', { seminarId: draft.id }),
    ])
    expect((await enroll.request('/seminars/draft/enroll')).status).toBe(404)
    expect((await enroll.request('/seminars/nothing/enroll')).status).toBe(404)
    expect((await enroll.request('/seminars/nothing/enroll', post(good))).status).toBe(404)
  })
})

describe('the language switch of the form', () => {
  const typed = { ...good, firstName: 'Hêlîn "Ş"', email: 'half@', consent: 'yes', language: 'de' }

  it('takes along what was typed, and stores nothing', async () => {
    const { send, house, token } = await openForm()
    const form = await token()
    const answer = await send({ ...typed, form, 'left-language': 'de' }, undefined, '?lang=tr')
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('<html lang="tr"')
    expect(html).toContain('value="Hêlîn &quot;Ş&quot;"')
    expect(html).toContain('value="half@"')
    expect(html).toContain(`value="${form}"`)
    expect(html).toMatch(/value="org_hagen" selected/)
    expect(html).toMatch(/name="consent" value="yes" checked/)
    expect(html).not.toContain('error-summary')
    expect(await house.mails()).toEqual([])
  })

  it('turns the language of the mails too, unless that was chosen apart', async () => {
    const { send } = await openForm()
    const chosenAfter = async (language: string) => {
      const answer = await send({ ...typed, language, 'left-language': 'de' }, undefined, '?lang=tr')
      return /<option value="(\w\w)" selected/.exec(await answer.text())?.[1]
    }
    expect(await chosenAfter('de')).toBe('tr')
    expect(await chosenAfter('en')).toBe('en')
  })

  it('is no link on the form, and nothing but links on other pages', async () => {
    const { page, path, catalog } = await openForm()
    expect(await page()).toContain(`formaction="${path}?lang=tr"`)
    expect(await page()).not.toContain(`href="${path}?lang=tr"`)
    expect(await (await catalog.request('/')).text()).not.toContain('formaction')
  })
})
