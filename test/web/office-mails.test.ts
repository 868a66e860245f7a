import { describe, expect, test } from 'vitest'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { mailShelf } from '../../functions/mail/mail.table.ts'
import { enterInLog } from '../../functions/mail/mail-log.table.ts'
import { type DeliveryEvent, noteDelivery } from '../../functions/mail/note-delivery.ts'
import { openPace } from '../../functions/mail/pace.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { fieldValues, openOffice } from './office-world.ts'

type Office = ReturnType<typeof openOffice>

/** A seminar with two people; no mail goes out here by itself, so the log is written as by whoever sends. */
async function withPeople(language = 'de') {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer()
  await house.enroll(seminar, 'ayse', { firstName: 'Ayşe' })
  await house.enrollAndConfirm(seminar, 'canan', { firstName: 'Canan' })
  for (const mail of await house.mails()) await enterInLog(house.table, mail)
  const browser = await office.browserOf('coordinator', 'Cem Yıldız', language)
  const ayse = await house.enrollment(seminar, 'ayse')
  const canan = await house.enrollment(seminar, 'canan')
  const path = `/office/seminars/${seminar.id}`
  const mailsOf = (person: { id: string }) => `${path}/people/${person.id}/mails`
  const addressOf = (person: { id: string }) => `${path}/people/${person.id}/address`
  return { office, house, seminar, browser, ayse, canan, path, mailsOf, addressOf }
}

async function tell(
  { house }: Office,
  name: string,
  says: DeliveryEvent['says'],
  trouble: DeliveryEvent['trouble'] = '',
) {
  const [mail] = await house.mails(name)
  const event = { mailId: mail?.id ?? '', says, trouble }
  await noteDelivery({ table: house.table, now: house.now() }, event)
}

const deedsOf = async ({ house }: Office) =>
  (await listAudit(house.table, house.now(), 50)).map(({ deed, about, who }) => ({ deed, about, who }))
const words = (html: string) =>
  html
    .replaceAll(/<(?:[^>"]|"[^"]*")*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')

describe('the mail log of a seminar', () => {
  test('says to whom, what, how it stands, when and why', async () => {
    const { office, browser, path, mailsOf, ayse } = await withPeople()
    await tell(office, 'ayse', 'sent')
    office.house.pass(60_000)
    await tell(office, 'ayse', 'bounced', 'bounced-unknown')
    const { html, status } = await browser.get(`${path}/mails`)
    expect(status).toBe(200)
    expect(words(html)).toMatch(
      /Ayşe Yıldız zurückgekommen Bitte um Bestätigung Die E-Mail kam zurück: Diese Adresse gibt es nicht\. bereitgelegt: Mo\., 02\.03\.2026, 10:00 verschickt: Mo\., 02\.03\.2026, 10:00 zurückgekommen: Mo\., 02\.03\.2026, 10:01/,
    )
    expect(html).toContain(`href="${mailsOf(ayse)}"`)
  })

  test('shows those that one asks for', async () => {
    const { office, browser, path } = await withPeople()
    await tell(office, 'ayse', 'bounced', 'bounced')
    await tell(office, 'canan', 'delivered')
    const seen = async (show: string) => {
      const { html } = await browser.get(`${path}/mails?show=${show}`)
      return [...html.matchAll(/<th scope="row"[^>]*>.*?>([^<]+) Yıldız</g)].map(([, name]) => name).sort()
    }
    expect(await seen('trouble')).toEqual(['Ayşe'])
    expect(await seen('arrived')).toEqual(['Canan'])
    expect(await seen('way')).toEqual(['Canan'])
    expect(await seen('all')).toEqual(['Ayşe', 'Canan', 'Canan'])
    expect(await seen('made-up')).toEqual(['Ayşe', 'Canan', 'Canan'])
  })

  test('a mail that is late is said to be tried on', async () => {
    const { office, browser, path } = await withPeople('en')
    await tell(office, 'ayse', 'delayed', 'delayed-full')
    const { html } = await browser.get(`${path}/mails`)
    expect(words(html)).toMatch(/delayed Request to confirm The person’s mailbox is full\. It is tried on\./)
  })

  test('of hundreds is turned by links that keep filter and language', async () => {
    const { house, browser, seminar, path } = await withPeople()
    const [mail] = await house.mails()
    for (let i = 0; i < 60; i++)
      if (mail) {
        const more = { ...mail, id: `${mail.id.slice(0, 16)}${String(i).padStart(22, '0')}` }
        await house.table.commit([mailShelf.create(more.id, more)])
        await enterInLog(house.table, more)
      }
    const first = await browser.get(`${path}/mails?show=way&lang=tr`)
    const older = /href="([^"]*from=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(older).toContain('show=way')
    expect(older).toContain('lang=tr')
    const rows = (html: string) => html.split('<th scope="row"').length - 1
    const second = await browser.get(older)
    expect([rows(first.html), rows(second.html)]).toEqual([50, 63 - 50])
    expect(second.html).not.toContain('from=')
    expect(seminar.id).toBeTruthy()
  })
})

describe('the mails of one person', () => {
  test('are shown in words, and no personal link is among them', async () => {
    const { house, browser, canan, mailsOf } = await withPeople()
    const { html } = await browser.get(mailsOf(canan))
    expect(words(html)).toContain('E-Mails an Canan Yıldız')
    expect(words(html)).toContain('Fördermittel finden und beantragen')
    expect(words(html)).toMatch(/\[[^\]]+: persönlicher Link, hier verborgen\]/)
    const tokens = (await house.mails('canan')).flatMap(({ letter }) =>
      letter.blocks.flatMap((block) =>
        block.is === 'button' ? [/\/(?:my|join)\/([\w-]+)/.exec(block.href)?.[1] ?? ''] : [],
      ),
    )
    expect(tokens.filter(Boolean).length).toBeGreaterThan(1)
    for (const token of tokens.filter(Boolean)) expect(html).not.toContain(token)
    expect(html).not.toMatch(/\/(my|join)\/[\w-]{22,}/)
  })

  test('can be sent once more; the button twice is one mail and one note', async () => {
    const { office, house, browser, ayse, mailsOf } = await withPeople()
    await tell(office, 'ayse', 'bounced', 'bounced')
    const { html } = await browser.get(mailsOf(ayse))
    const action = /action="([^"]*\/again)"/.exec(html)?.[1] ?? ''
    const form = fieldValues(html.slice(html.indexOf(action)))
    for (let presses = 0; presses < 2; presses++) {
      const sent = await browser.post(action, { form: form.form ?? '' })
      expect([sent.status, sent.location]).toEqual([303, `${mailsOf(ayse)}?done=mailAgain`])
    }
    expect(await house.mails('ayse')).toHaveLength(2)
    expect((await deedsOf(office)).filter(({ deed }) => deed === 'send-mail-again')).toEqual([
      { deed: 'send-mail-again', about: ayse.id, who: 'coordinator@verein.example' },
    ])
    expect((await browser.get(`${mailsOf(ayse)}?done=mailAgain`)).html).toContain(
      'Die E-Mail geht noch einmal hinaus.',
    )
  })

  test('that make no sense any more have no button but a reason, also for whoever presses an old one', async () => {
    const { office, house, browser, ayse, mailsOf } = await withPeople()
    await tell(office, 'ayse', 'bounced', 'bounced')
    const before = await browser.get(mailsOf(ayse))
    const action = /action="([^"]*\/again)"/.exec(before.html)?.[1] ?? ''
    await house.confirm('ayse')
    const { html } = await browser.get(mailsOf(ayse))
    expect(words(html)).toContain('Diese E-Mail hat ihren Zweck verloren')
    expect(html).not.toContain(`action="${action}"`)
    const pressed = await browser.post(action, { form: 'form_old' })
    expect(pressed.status).toBe(409)
    expect(words(pressed.html)).toContain('Das ging nicht')
    expect(await house.mails('ayse')).toHaveLength(2)
    expect((await deedsOf(office)).some(({ deed }) => deed === 'send-mail-again')).toBe(false)
  })

  test('of somebody else, or of nobody, are nowhere', async () => {
    const { house, browser, ayse, canan, path, mailsOf } = await withPeople()
    const [mail] = await house.mails('ayse')
    const form = { form: 'form_1' }
    expect((await browser.post(`${mailsOf(canan)}/${mail?.id}/again`, form)).status).toBe(404)
    expect((await browser.get(`${path}/people/nobody/mails`)).status).toBe(404)
    expect((await browser.get(mailsOf(ayse).replace(/sem_\w+/, 'sem_other'))).status).toBe(404)
  })
})

describe('an address that is corrected', () => {
  test('is noted, written to, and said', async () => {
    const { office, house, seminar, browser, ayse, mailsOf, addressOf } = await withPeople()
    const shown = await browser.get(addressOf(ayse))
    expect(words(shown.html)).toContain('Bisher eingetragen ayse@verein.example')
    const form = fieldValues(shown.html.slice(shown.html.indexOf('<main')))
    const saved = await browser.post(addressOf(ayse), { ...form, email: ' Ayse@Neu.example ' })
    expect([saved.status, saved.location]).toEqual([303, `${mailsOf(ayse)}?done=addressCorrected`])
    const people = (await listEnrollments(house.table, seminar.id)).map(({ facts }) => facts)
    expect(people.find(({ id }) => id === ayse.id)?.email).toBe('Ayse@neu.example')
    const { html } = await browser.get(`${mailsOf(ayse)}?done=addressCorrected`)
    expect(words(html)).toContain('Ayse@neu.example (noch nicht bestätigt)')
    expect(words(html)).toContain('Bitte um Bestätigung der neuen Adresse')
    const noted = (await deedsOf(office)).filter(({ deed }) => deed === 'correct-address')
    // The trail says whose, by id, and no address.
    expect(noted).toEqual([{ deed: 'correct-address', about: ayse.id, who: 'coordinator@verein.example' }])
    // The same form once more is the same correction.
    expect((await browser.post(addressOf(ayse), { ...form, email: 'Ayse@neu.example' })).status).toBe(303)
    expect((await house.mails('Ayse@neu.example')).length).toBe(1)
  })

  test.each([
    ['kaputt', 422, 'Neue E-Mail-Adresse:'],
    ['', 422, 'Neue E-Mail-Adresse:'],
    ['canan@verein.example', 422, 'Mit dieser Adresse ist in diesem Seminar schon jemand angemeldet.'],
    ['AYSE@verein.example', 422, 'Das ist die Adresse, die schon eingetragen ist.'],
  ])('%j is refused in words, and kept in the field', async (email, status, sentence) => {
    const { house, browser, ayse, addressOf } = await withPeople()
    const answer = await browser.post(addressOf(ayse), { form: 'form_1', email })
    expect(answer.status).toBe(status)
    expect(words(answer.html)).toContain(sentence)
    const kept = fieldValues(answer.html.slice(answer.html.indexOf('<main')))
    expect([kept.email, kept.form]).toEqual([email, 'form_1'])
    expect(await house.mails('ayse')).toHaveLength(1)
  })

  test('of a place that is gone is refused', async () => {
    const { house, browser, canan, addressOf } = await withPeople()
    await house.cancel('canan')
    const answer = await browser.post(addressOf(canan), { form: 'f', email: 'neu@verein.example' })
    expect(answer.status).toBe(409)
    expect(words(answer.html)).toContain('Dieser Platz besteht nicht mehr.')
  })
})

describe('mails that did not arrive', () => {
  test('stand on the seminar’s page with names, and lead to the person', async () => {
    const { office, browser, path, ayse, mailsOf } = await withPeople()
    expect(words((await browser.get(path)).html)).not.toContain('nicht angekommen')
    await tell(office, 'ayse', 'bounced', 'bounced-unknown')
    const { html } = await browser.get(path)
    expect(words(html)).toContain('1 E-Mail ist nicht angekommen')
    expect(html).toContain(`<a href="${mailsOf(ayse)}">Ayşe Yıldız</a>`)
    expect(html).toContain(`<a href="${path}/mails">E-Mails dieses Seminars</a>`)
    expect(html).toContain('aria-label="E-Mails an Canan Yıldız"')
    const list = await browser.get('/office/mails')
    expect(list.html).toContain(`<a href="${mailsOf(ayse)}">Zu den E-Mails der Person</a>`)
  })

  test('of whoever is not enrolled any more are missed by nobody', async () => {
    const { office, house, browser, path } = await withPeople()
    await tell(office, 'canan', 'bounced', 'bounced')
    expect(words((await browser.get(path)).html)).toContain('1 E-Mail ist nicht angekommen Öffnen')
    await house.cancel('canan')
    expect(words((await browser.get(path)).html)).not.toContain('nicht angekommen')
  })

  test('trainers see neither the notice, nor the pages, nor the buttons', async () => {
    const { office, path, ayse, mailsOf, addressOf } = await withPeople()
    await tell(office, 'ayse', 'bounced', 'bounced')
    const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
    const { html } = await trainer.get(path)
    expect(html).not.toContain('Ayşe')
    expect(html).not.toContain('/mails')
    for (const page of [`${path}/mails`, mailsOf(ayse), addressOf(ayse), '/office/mails'])
      expect((await trainer.get(page)).status).toBe(404)
    for (const button of [addressOf(ayse), '/office/mails/pause', '/office/mails/resume'])
      expect((await trainer.post(button, { email: 'x@verein.example' })).status).toBe(404)
  })
})

describe('sending', () => {
  test('can be paused and resumed, with a notice on every page and a note of each', async () => {
    const { office, browser, path } = await withPeople()
    const before = await browser.get('/office/mails')
    expect(words(before.html)).toContain('Dann geht keine E-Mail mehr hinaus')
    const paused = await browser.post('/office/mails/pause')
    expect([paused.status, paused.location]).toEqual([303, '/office/mails?done=sendingPaused'])
    await browser.post('/office/mails/pause')
    for (const page of ['/office', path, '/office/mails', '/office/audit'])
      expect(words((await browser.get(page)).html)).toContain(
        'Der Versand von E-Mails ist angehalten Seit Mo., 02.03.2026, 10:00 geht keine E-Mail hinaus.',
      )
    const resting = await browser.get('/office/mails?watch=yes')
    expect(words(resting.html)).toContain('Versand wieder aufnehmen')
    expect(resting.html).not.toContain('http-equiv="refresh"')
    const resumed = await browser.post('/office/mails/resume')
    expect(resumed.location).toBe('/office/mails?watch=yes&done=sendingResumed')
    expect(words((await browser.get('/office')).html)).not.toContain('angehalten')
    expect((await deedsOf(office)).map(({ deed }) => deed)).toEqual(['resume-sending', 'pause-sending'])
  })

  test('says how many wait, how fast it goes and until when; and watches for whoever wants that', async () => {
    const { house, browser } = await withPeople()
    const unknown = await browser.get('/office/mails')
    expect(words(unknown.html)).toContain('3 E-Mails sind noch nicht hinausgegangen.')
    expect(words(unknown.html)).not.toContain('Sekunde')
    const takeTurn = openPace({
      table: house.table,
      now: house.now,
      sleep: async () => {},
      mostPerSecond: async () => 14,
      patience: 0,
    })
    await takeTurn()
    const known = await browser.get('/office/mails')
    expect(words(known.html)).toContain(
      'Das Haus verschickt höchstens 12 E-Mails in der Sekunde, wie es der Versanddienst erlaubt. Voraussichtlich sind sie gegen 10:01 Uhr alle hinausgegangen.',
    )
    expect(known.html).not.toContain('http-equiv="refresh"')
    const watching = await browser.get('/office/mails?watch=yes')
    expect(watching.html).toContain('<meta http-equiv="refresh" content="20"')
    expect(watching.html).toContain('<a href="/office/mails">Nicht mehr auffrischen</a>')
    for (const mail of await house.mails())
      await noteDelivery(
        { table: house.table, now: house.now() },
        { mailId: mail.id, says: 'delivered', trouble: '' },
      )
    const quiet = await browser.get('/office/mails?watch=yes')
    expect(quiet.html).not.toContain('http-equiv="refresh"')
    expect(words(quiet.html)).toContain('Alle E-Mails sind hinausgegangen.')
  })

  test.each(['tr', 'en'])('is told in %s as well', async (language) => {
    const { browser } = await withPeople(language)
    await browser.post('/office/mails/pause')
    const { html } = await browser.get('/office/mails')
    expect(words(html)).toContain(
      language === 'tr' ? 'E-posta gönderimi durduruldu' : 'Sending of mails is paused',
    )
  })
})
