import { describe, expect, test } from 'vitest'
import { plainPlaces } from '../../functions/seminar/places.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { officeSeminarText, officeText } from '../../web/text/office.ts'
import { officePlacesText } from '../../web/text/office-places.ts'
import { htmlFindings, openOffice } from './office-world.ts'

async function withApplications() {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ capacity: 1, places: { ...plainPlaces, approval: true } })
  for (const name of ['a', 'b', 'c']) {
    await house.enrollAndConfirm(seminar, name)
    house.pass(1000)
  }
  await house.enroll(seminar, 'unproven')
  const path = `/office/seminars/${seminar.id}`
  const pick = async (...names: string[]) =>
    Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [`pick-${(await house.enrollment(seminar, name)).id}`, 'yes'] as const),
      ),
    )
  return { office, house, seminar, path, pick }
}

describe('applications in the office', () => {
  test('several are admitted at once in the order in which they came, with the coordinator’s words', async () => {
    const { office, house, seminar, path, pick } = await withApplications()
    const browser = await office.browserOf('coordinator')
    const page = await browser.get(path)
    expect(page.html).toContain(officePlacesText.de.applicationsUnconfirmed(1))
    expect(await htmlFindings(page.html)).toEqual([])
    const sent = await browser.post(`${path}/decide`, {
      ...(await pick('b', 'a')),
      message: 'Bringen Sie bitte Ihre Satzung mit.',
      decision: 'admit',
    })
    expect(sent.status).toBe(303)
    expect((await house.standing(seminar)).seats).toEqual(['a'])
    expect(await house.enrollment(seminar, 'b')).toMatchObject({ standing: 'waiting' })
    for (const name of ['a', 'b'])
      expect(JSON.stringify((await house.mails(name)).at(-1)?.letter)).toContain('Ihre Satzung')
    expect(
      (await listAudit(house.table, house.now(), 10)).filter(({ deed }) => deed === 'admit'),
    ).toHaveLength(2)
  })

  test('stand among what needs somebody, until the last one is decided', async () => {
    const { office, path, pick } = await withApplications()
    const browser = await office.browserOf('coordinator')
    const words = officeText.de.dashboard.undecided(3, 'Fördermittel finden und beantragen')
    expect((await browser.get('/office')).html).toContain(words)
    expect((await browser.get(path)).html).toContain(officeSeminarText.de.overview.decideFirst(3))
    await browser.post(`${path}/decide`, { ...(await pick('a', 'b', 'c')), message: '', decision: 'decline' })
    expect((await browser.get('/office')).html).toContain(officeText.de.dashboard.allWell)
    expect((await browser.get(path)).html).toContain(officeSeminarText.de.overview.waitForEnrollments)
  })

  test('declining tells the person, and the application is gone', async () => {
    const { office, house, seminar, path, pick } = await withApplications()
    const browser = await office.browserOf('coordinator')
    await browser.post(`${path}/decide`, { ...(await pick('c')), message: '', decision: 'decline' })
    expect(await house.enrollment(seminar, 'c')).toMatchObject({ state: 'declined' })
    expect((await house.mails('c')).at(-1)?.cause).toBe('declined')
  })

  test.each<[string, (fields: Record<string, string>) => Record<string, string>, number]>([
    ['nobody', () => ({ message: '', decision: 'admit' }), 422],
    ['somebody unproven or unknown', () => ({ 'pick-none': 'yes', message: '', decision: 'admit' }), 422],
    ['a message that is too long', (fields) => ({ ...fields, message: 'x'.repeat(1001) }), 422],
    ['a message that cannot be read', (fields) => ({ ...fields, message: 'a\u202eb' }), 422],
  ])('%s: nothing is decided and nobody is written to', async (_, change, status) => {
    const { office, house, path, pick } = await withApplications()
    const before = (await house.mails()).length
    const browser = await office.browserOf('coordinator')
    const sent = await browser.post(
      `${path}/decide`,
      change({ ...(await pick('a')), message: '', decision: 'admit' }),
    )
    expect(sent.status).toBe(status)
    expect(await house.mails()).toHaveLength(before)
  })

  test('what was decided in the meantime is said', async () => {
    const { office, path, pick } = await withApplications()
    const browser = await office.browserOf('coordinator')
    const fields = { ...(await pick('a', 'unproven')), message: '', decision: 'admit' }
    const sent = await browser.post(`${path}/decide`, fields)
    expect(sent.status).toBe(409)
    expect(sent.html).toContain(officePlacesText.de.undecided(1))
    expect((await browser.post(`${path}/decide`, fields)).html).toContain(officePlacesText.de.undecided(2))
  })

  test('a trainer neither sees nor decides them', async () => {
    const { office, house, seminar, path, pick } = await withApplications()
    const browser = await office.browserOf('trainer', seminar.trainer)
    // Their own seminar they do see, so what others told the coordinators could leak there.
    const page = await browser.get(path)
    expect(page.status).toBe(200)
    expect(page.html).not.toContain('verein.example')
    expect(page.html).not.toContain('/decide')
    const sent = await browser.post(`${path}/decide`, {
      ...(await pick('a')),
      decision: 'admit',
      message: '',
    })
    expect(sent.status).toBe(404)
    expect((await house.standing(seminar)).seats).toEqual([])
  })
})
