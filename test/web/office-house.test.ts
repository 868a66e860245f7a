import { describe, expect, test } from 'vitest'
import { minute } from '../../functions/kernel/time.ts'
import { mailShelf, queueMail } from '../../functions/mail/mail.table.ts'
import { showTrouble } from '../../functions/mail/trouble.ts'
import { troubleCodes } from '../../functions/mail/trouble-code.ts'
import { loadProgramme } from '../../functions/programme/programme.table.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { listStaff } from '../../functions/staff/staff.table.ts'
import { officeHouseText } from '../../web/text/office.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

const organisation: Record<string, string> = {
  version: '',
  name: 'Bund der Alevitischen Bildungshäuser',
  street: 'Körnerstraße 12',
  city: '58095 Hagen',
  email: 'buero@verein.example',
  phone: '',
  representedBy: 'Gülay Öztürk',
  register: '',
  signer: 'Gülay Öztürk',
  'signerFunction-de': 'Vorsitzende',
  'signerFunction-tr': 'Başkan',
  'signerFunction-en': '',
  privacyContact: 'datenschutz@verein.example',
}
const phase: Record<string, string> = {
  version: '',
  funder: 'Land Nordrhein-Westfalen',
  title: 'Starke Vereine',
  grantNumber: 'MSO-17',
  from: '2026-01-01',
  until: '2027-12-31',
  'acknowledgement-de': 'Gefördert vom Land.\nVielen Dank.',
  'acknowledgement-tr': '',
  'acknowledgement-en': '',
}
const association: Record<string, string> = { version: '', name: 'Cem-Haus', place: 'Dortmund', region: '' }

const base = '/office/programme'
const programmeOf = (office: ReturnType<typeof openOffice>) => loadProgramme(office.house.table)

test('the organisation is written down once and changed later', async () => {
  const office = openOffice()
  const browser = await office.browserOf('administrator')
  const path = `${base}/organisation`
  expect((await browser.get(path)).status).toBe(200)
  expect((await browser.post(path, organisation)).location).toBe(`${base}?done=saved`)
  const {
    version,
    'signerFunction-de': de,
    'signerFunction-tr': tr,
    'signerFunction-en': en,
    ...plain
  } = organisation
  expect((await programmeOf(office)).organisation).toEqual({ ...plain, signerFunction: { de, tr, en } })
  const form = fieldValues((await browser.get(path)).html)
  await browser.post(path, { ...form, city: '44137 Dortmund' })
  expect((await programmeOf(office)).organisation.city).toBe('44137 Dortmund')
  expect(await listAudit(office.house.table, office.house.now(), 10)).toMatchObject([
    { deed: 'set-organisation' },
    { deed: 'set-organisation' },
  ])
})

test('phases and members are added and changed; a member is removed, twice is fine', async () => {
  const office = openOffice()
  const browser = await office.browserOf('administrator')
  await browser.post(`${base}/phases/new`, phase)
  await browser.post(`${base}/associations/new`, association)
  const { phases, associations } = await programmeOf(office)
  expect(phases).toMatchObject([
    { title: 'Starke Vereine', acknowledgement: { de: 'Gefördert vom Land.\nVielen Dank.' } },
  ])
  expect(associations).toMatchObject([{ name: 'Cem-Haus', place: 'Dortmund' }])
  const one = `${base}/phases/${phases[0]?.id}`
  await browser.post(one, { ...fieldValues((await browser.get(one)).html), title: 'Starke Vereine II' })
  expect((await programmeOf(office)).phases.map(({ title }) => title)).toEqual(['Starke Vereine II'])
  const member = `${base}/associations/${associations[0]?.id}`
  expect((await browser.get(member)).html).toContain('Ja, Verein entfernen')
  for (let i = 0; i < 2; i++) expect((await browser.post(`${member}/remove`)).status).toBe(303)
  expect((await programmeOf(office)).associations).toEqual([])
  expect((await browser.get(member)).status).toBe(404)
  expect((await browser.post(member, association)).status).toBe(404)
})

describe('what is wrong is said at the field, and everything typed is kept', () => {
  test.each<[string, string, Record<string, string>, Record<string, string>, string]>([
    ['no name', `${base}/organisation`, organisation, { name: '' }, 'name'],
    ['a broken address', `${base}/organisation`, organisation, { email: 'a@@b' }, 'email'],
    ['no signer', `${base}/organisation`, organisation, { signer: ' ' }, 'signer'],
    [
      'no function in German',
      `${base}/organisation`,
      organisation,
      { 'signerFunction-de': '' },
      'signerFunction-de',
    ],
    ['no funder', `${base}/phases/new`, phase, { funder: '' }, 'funder'],
    ['a day that does not exist', `${base}/phases/new`, phase, { from: '2026-02-30' }, 'from'],
    ['a phase that ends before it begins', `${base}/phases/new`, phase, { until: '2025-01-01' }, 'until'],
    ['no acknowledgement', `${base}/phases/new`, phase, { 'acknowledgement-de': '' }, 'acknowledgement-de'],
    ['no place', `${base}/associations/new`, association, { place: '' }, 'place'],
    ['a name that is too long', `${base}/associations/new`, association, { name: 'x'.repeat(161) }, 'name'],
  ])('%s', async (_, path, whole, wrong, field) => {
    const office = openOffice()
    const browser = await office.browserOf('administrator')
    const before = await programmeOf(office)
    const page = await browser.post(path, { ...whole, ...wrong })
    expect(page.status).toBe(422)
    expect(page.html).toContain(`id="${field}-error"`)
    expect(page.html).toContain(`href="#${field}"`)
    expect(fieldValues(page.html)).toMatchObject({ ...whole, ...wrong })
    expect(await programmeOf(office)).toEqual(before)
    expect(await htmlFindings(page.html)).toEqual([])
  })
})

test('whoever saves over somebody else is told, keeps what was typed, and may then save on purpose', async () => {
  const office = openOffice()
  const browser = await office.browserOf('administrator')
  const path = `${base}/organisation`
  const mine = { ...organisation, city: '1 Meine Stadt' }
  await browser.post(path, organisation)
  const told = await browser.post(path, mine)
  expect([told.status, told.html.includes('inzwischen geändert')]).toEqual([409, true])
  expect((await programmeOf(office)).organisation.city).toBe('58095 Hagen')
  expect((await browser.post(path, fieldValues(told.html))).status).toBe(303)
  expect((await programmeOf(office)).organisation.city).toBe('1 Meine Stadt')
})

test.each([
  [`${base}/organisation`, organisation],
  [`${base}/phases/new`, phase],
  [`${base}/associations/new`, association],
  ['/office/people', { name: 'Zeynep', email: 'kaputt', role: 'trainer' }],
])(
  'the form at %s goes into another language with everything typed, storing nothing',
  async (path, whole) => {
    const office = openOffice()
    const browser = await office.browserOf('administrator')
    const typed = { ...whole, name: 'Halb <getippt>' }
    expect((await browser.get(path)).html).toContain(`formaction="${path}?lang=tr"`)
    const turned = await browser.post(`${path}?lang=tr`, { ...typed, 'left-language': 'de' })
    expect([turned.status, turned.html.includes('<html lang="tr"')]).toEqual([200, true])
    expect(turned.html).not.toContain('class="error-summary"')
    const { name, ...rest } = typed
    expect(fieldValues(turned.html)).toMatchObject(whole === phase ? rest : { name, ...rest })
    expect(await htmlFindings(turned.html)).toEqual([])
    expect(await programmeOf(office)).toMatchObject({ phases: [], associations: [] })
    expect(await listAudit(office.house.table, office.house.now(), 10)).toEqual([])
  },
)

describe('the team', () => {
  const person = { name: 'Zeynep Aydın', email: 'Zeynep@verein.example', role: 'trainer' }

  test('grows and shrinks; whoever is let in can sign in, whoever is removed cannot', async () => {
    const office = openOffice()
    const browser = await office.browserOf('administrator', 'Gülay Öztürk')
    expect((await browser.post('/office/people', person)).location).toBe('/office/people?done=staffInvited')
    const trainer = office.openBrowser()
    expect((await trainer.signIn('zeynep@verein.example')).status).toBe(303)
    expect((await trainer.get('/office')).html).toContain('Zeynep Aydın (Referent/in)')
    const again = await browser.post('/office/people', person)
    expect([again.status, fieldValues(again.html).email]).toEqual([422, 'Zeynep@verein.example'])
    expect(again.html).toContain('id="email-error">Diese Adresse ist schon eingetragen.')
    expect((await browser.post('/office/people/remove', { mailbox: 'zeynep@verein.example' })).status).toBe(
      303,
    )
    expect((await trainer.get('/office')).status).toBe(303)
    expect((await trainer.signIn('zeynep@verein.example')).status).toBe(403)
    const audit = (await browser.get('/office/audit')).html
    expect(audit).toContain('Person ins Team geholt')
    expect(audit).toContain('Person aus dem Team entfernt')
  })

  test.each([
    [true, 1],
    [false, 0],
  ])(
    'where people must be added to the sign-in service by hand (%s), the page says so',
    async (addsStaffByHand, times) => {
      const office = openOffice({ addsStaffByHand })
      const browser = await office.browserOf('administrator')
      const { html } = await browser.get('/office/people')
      expect(html.split('muss die Adresse auch beim Anmeldedienst eingetragen werden').length - 1).toBe(times)
      expect(await htmlFindings(html)).toEqual([])
    },
  )

  test('keeps its administrator: nobody removes themselves', async () => {
    const office = openOffice()
    const browser = await office.browserOf('administrator')
    const page = await browser.post('/office/people/remove', { mailbox: 'administrator@verein.example' })
    expect(page.status).toBe(409)
    expect(page.html).toContain('Sich selbst können Sie nicht entfernen.')
    expect(await htmlFindings(page.html)).toEqual([])
    expect((await browser.post('/office/people/remove', { mailbox: 'x@verein.example' })).status).toBe(404)
    expect(await listStaff(office.house.table)).toHaveLength(1)
  })

  test.each([
    ['name', { name: '' }],
    ['email', { email: 'zeynep' }],
    ['role', { role: 'king' }],
  ])('a wrong %s is said at its field', async (field, wrong) => {
    const office = openOffice()
    const browser = await office.browserOf('administrator')
    const page = await browser.post('/office/people', { ...person, ...wrong })
    expect(page.status).toBe(422)
    expect(page.html).toContain(`id="${field}-error"`)
    const { role: _role, ...kept } = { ...person, ...wrong }
    expect(fieldValues(page.html)).toMatchObject(kept)
    expect(await htmlFindings(page.html)).toEqual([])
    expect(await listStaff(office.house.table)).toHaveLength(1)
  })
})

test.each(['de', 'tr', 'en'])('every trouble of a mail has a sentence of its own in %s', async (language) => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const { table } = office.house
  const letter = { language: 'de' as const, subject: 's', blocks: [], attachments: [] }
  for (const code of troubleCodes) {
    const mail = {
      id: `mail-${code}`,
      to: { name: '', address: 'a@verein.example' },
      letter,
      cause: 'invite',
    }
    await table.commit([queueMail({ ...mail, seminarId: '' }, office.house.now())])
    const stored = await mailShelf.read(table, mail.id)
    if (stored) await table.commit([showTrouble(stored.facts, code, office.house.now())])
  }
  const { html } = await browser.get(`/office/mails?lang=${language}`)
  const sentences = Object.values(officeHouseText[language as 'de'].mails.troubles)
  expect(new Set(sentences).size).toBe(troubleCodes.length)
  for (const sentence of sentences) expect(html).toContain(`>${sentence}<`)
  expect(await htmlFindings(html)).toEqual([])
})

test('mails that did not arrive and mails that are late are shown, without the address', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const { table } = office.house
  expect((await browser.get('/office/mails')).html).toContain('Alle E-Mails sind hinausgegangen.')
  const letter = { language: 'de' as const, subject: 's', blocks: [], attachments: [] }
  const to = { name: 'Hatice', address: 'hatice@verein.example' }
  const mail = { id: 'mail_1', to, letter, cause: 'invite', seminarId: '' }
  await table.commit([queueMail(mail, office.house.now())])
  const waits = (await browser.get('/office/mails')).html
  expect(waits).toContain('1 E-Mail ist noch nicht hinausgegangen.')
  expect(waits).not.toContain('Alle E-Mails sind hinausgegangen.')
  expect((await browser.get('/office/mails?lang=tr')).html).toContain('1 e-posta henüz gönderilmedi.')
  expect((await browser.get('/office/mails?lang=en')).html).toContain('1 mail has not gone out yet.')
  const stored = await mailShelf.read(table, 'mail_1')
  if (!stored) throw new Error('no mail')
  await table.commit([showTrouble(stored.facts, 'bounced', office.house.now())])
  office.house.pass(6 * minute)
  const { html } = await browser.get('/office/mails')
  expect(html).toContain('Die E-Mail kam zurück.')
  expect(html).toContain('Einladung zum Termin')
  expect(html).not.toContain('hatice@verein.example')
  expect(await htmlFindings(html)).toEqual([])
  const first = (await browser.get('/office')).html
  expect(first).toContain('1 E-Mail konnte nicht zugestellt werden.')
  expect(first).toContain('1 E-Mail ist verspätet.')
})

test.each(['de', 'tr', 'en'])(
  'every page of an administrator is whole HTML in %s and keeps the language',
  async (language) => {
    const office = openOffice()
    const seminar = await office.house.offer()
    const browser = await office.browserOf('administrator', 'Gülay Öztürk', 'fr')
    for (const path of [
      '/office',
      `/office/seminars/${seminar.id}`,
      `${base}`,
      `${base}/phases/new`,
      '/office/people',
      '/office/mails',
      '/office/audit',
    ]) {
      const page = await browser.get(`${path}?lang=${language}`)
      expect(page.html).toContain(`<html lang="${language}"`)
      const links = [...page.html.matchAll(/(?:href|action)="(\/office[^"]*)"/g)].map(([, link = '']) => link)
      const lost = links.filter((link) => !/[?&]lang=/.test(link.replaceAll('&amp;', '&')))
      expect([path, lost]).toEqual([path, []])
      expect([path, await htmlFindings(page.html)]).toEqual([path, []])
    }
  },
)
