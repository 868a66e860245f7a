import { describe, expect, test } from 'vitest'
import { sheetOf } from '../../functions/enrollment/answers/answers.ts'
import { statisticsPlace } from '../../functions/enrollment/statistics/statistics.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { ask, everyKind } from '../world/questions.ts'
import { htmlFindings, openOffice } from './office-world.ts'

const answersOf = (n: number) =>
  sheetOf(everyKind, {
    qst_food: n === 0 ? 'opt_meat' : 'opt_none',
    qst_need: ['opt_sign'],
    qst_role: `Canary-Role-${n}`,
    qst_first: n > 0,
    qst_since: '2019-02-28',
  })

async function opened(language = 'de') {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer()
  await ask(house.table, seminar.id)
  for (let n = 0; n < 3; n++) await house.enroll(seminar, `p${n}`, { answers: answersOf(n) })
  const path = `/office/seminars/${seminar.id}`
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız', language)
  return { office, house, seminar, path, coordinator }
}
const openings = async ({ house }: ReturnType<typeof openOffice>) =>
  (await listAudit(house.table, house.now(), 100)).filter(({ deed }) => deed === 'see-sensitive-answers')

describe('answers in the office', () => {
  test('are counted by choice and listed by person; what is sensitive is not among them', async () => {
    const { path, coordinator } = await opened()
    const { html } = await coordinator.get(path)
    expect(await htmlFindings(html)).toEqual([])
    const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain('Mit Fleisch 1 Ohne Fleisch 2 ohne Antwort 0')
    expect(text).toContain('Ja 2 Nein 1 ohne Antwort 0')
    for (const n of [0, 1, 2]) expect(text).toContain(`Canary-Role-${n}`)
    expect(text).toContain('28.02.2019')
    expect(text).not.toContain('Gebärdensprache')
  })

  test.each(['de', 'tr', 'en'])(
    'sensitive ones are shown by a button, and each time it is noted (%s)',
    async (language) => {
      const { office, path, coordinator, seminar } = await opened(language)
      const sensitive = `${path}/sensitive-answers`
      const words = { de: 'Gebärdensprache', tr: 'İşaret dili', en: 'Sign language' }[language] ?? ''
      const shut = await coordinator.get(sensitive)
      expect([shut.status, shut.html.includes(words)]).toEqual([200, false])
      expect(await htmlFindings(shut.html)).toEqual([])
      expect(await openings(office)).toEqual([])
      for (const times of [1, 2]) {
        const open = await coordinator.post(sensitive)
        expect([open.status, open.html.includes(words)]).toEqual([200, true])
        expect(open.html).not.toContain('Canary-Role')
        expect(await htmlFindings(open.html)).toEqual([])
        expect(await openings(office)).toHaveLength(times)
      }
      expect((await openings(office))[0]).toMatchObject({
        who: 'coordinator@verein.example',
        seminarId: seminar.id,
      })
    },
  )

  test('whoever cancelled is not counted any more', async () => {
    const { house, path, coordinator } = await opened()
    await house.cancel('p0')
    const text = (await coordinator.get(path)).html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain('Mit Fleisch 0 Ohne Fleisch 2 ohne Antwort 0')
    expect(text).not.toContain('Canary-Role-0')
  })

  test('trainers see none of it, and open nothing', async () => {
    const { office, path } = await opened()
    const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
    const own = await trainer.get(path)
    expect(own.status).toBe(200)
    expect(own.html).not.toMatch(/Canary|Ohne Fleisch|Statistik/)
    expect((await trainer.get(`${path}/sensitive-answers`)).status).toBe(404)
    expect((await trainer.post(`${path}/sensitive-answers`)).status).toBe(404)
    expect(await openings(office)).toEqual([])
  })
})

describe('the statistics in the office', () => {
  const counted = { sheets: 17, 'gender:female': 9, 'gender:male': 8, 'role:board': 3, 'role:member': 14 }
  const rest = { 'age:27-45': 17, 'region:elsewhere': 17 }

  test('appear when the seminar has begun, without small figures', async () => {
    const { office, house, seminar, path } = await opened()
    await house.enroll(seminar, 'form') // something written beside the counters
    const [enrolled] = house.table.everything?.().filter(({ kind }) => kind === 'enrollment') ?? []
    if (!enrolled) throw new Error('somebody is enrolled')
    await house.table.commit([
      { do: 'replace', ...enrolled, facts: enrolled.facts as object },
      { do: 'add', ...statisticsPlace(seminar.id), by: { ...counted, ...rest } },
    ])
    const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    const coordinator = await office.browserOf('administrator', 'Gülay Öztürk')
    const before = words((await coordinator.get(path)).html)
    expect(before).toContain('17 Bögen ausgefüllt. Die Zahlen erscheinen, wenn das Seminar begonnen hat.')
    expect(before).not.toContain('weiblich')
    house.moveTo('2026-03-24T17:00:00.000Z')
    const again = office.openBrowser()
    await again.signIn('administrator@verein.example')
    const page = await again.get(path)
    expect(await htmlFindings(page.html)).toEqual([])
    const after = words(page.html)
    expect(after).toContain('weiblich 9 männlich 8 divers 0 keine Angabe 0')
    expect(after).toContain('Vorstand nicht gezeigt')
    expect(after).toContain('Mitglied nicht gezeigt')
  })
})
