import { expect, test } from 'vitest'
import type { EmailAddress } from '../../functions/kernel/email-address.ts'
import { day } from '../../functions/kernel/time.ts'
import { auditEntry, listAudit } from '../../functions/staff/audit.table.ts'
import { inviteStaff } from '../../functions/staff/invite-staff.ts'
import { removeStaff } from '../../functions/staff/remove-staff.ts'
import { listStaff } from '../../functions/staff/staff.table.ts'
import { openHouse } from '../world/house.ts'

const by = 'vorstand@verein.example'
const invite = (house: ReturnType<typeof openHouse>, email: string, name = 'Zeynep Aydın') =>
  inviteStaff(house.world(), { email: email as EmailAddress, name, role: 'trainer', by })

test('an address is let in once, and again after it was removed', async () => {
  const house = openHouse()
  expect((await invite(house, 'Zeynep@verein.example')).ok).toBe(true)
  expect(await invite(house, 'zeynep@verein.example')).toMatchObject({ refusal: { code: 'already-here' } })
  expect((await removeStaff(house.world(), { mailbox: 'zeynep@verein.example', by })).ok).toBe(true)
  expect(await listStaff(house.table)).toEqual([])
  expect((await invite(house, 'zeynep@verein.example')).ok).toBe(true)
  expect((await listStaff(house.table)).map(({ facts }) => facts.email)).toEqual(['zeynep@verein.example'])
})

test('two people of one name are told apart, because seminars and lists know people by their names', async () => {
  const house = openHouse()
  await invite(house, 'zeynep@verein.example')
  expect(await invite(house, 'z.aydin@verein.example', ' Zeynep  Aydın')).toEqual({
    ok: false,
    refusal: { code: 'same-name' },
  })
  expect((await invite(house, 'z.aydin@verein.example', 'Zeynep Aydın (Köln)')).ok).toBe(true)
  await removeStaff(house.world(), { mailbox: 'zeynep@verein.example', by })
  expect((await invite(house, 'zeynep@other.example')).ok).toBe(true)
})

test('of two invitations at once one counts', async () => {
  const house = openHouse()
  const both = await Promise.all([
    invite(house, 'zeynep@verein.example'),
    invite(house, 'zeynep@verein.example'),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('nobody removes themselves or somebody who is not there', async () => {
  const house = openHouse()
  expect(await removeStaff(house.world(), { mailbox: by, by })).toMatchObject({
    refusal: { code: 'yourself' },
  })
  expect(await removeStaff(house.world(), { mailbox: 'nobody@verein.example', by })).toMatchObject({
    refusal: { code: 'unknown' },
  })
})

test('the trail shows this month and the month before, the newest first, over the turn of the year', async () => {
  const house = openHouse()
  const note = (about: string) =>
    house.table.commit([auditEntry(house.world(), { who: by, deed: 'edit-seminar', about })])
  house.moveTo('2026-11-30T10:00:00.000Z')
  await note('november')
  house.moveTo('2026-12-31T10:00:00.000Z')
  await note('december')
  house.pass(day)
  await note('january')
  const shown = await listAudit(house.table, house.now(), 100)
  expect(shown.map(({ about }) => about)).toEqual(['january', 'december'])
  expect(await listAudit(house.table, house.now(), 1)).toHaveLength(1)
})

test('two deeds of the same moment are both kept', async () => {
  const house = openHouse()
  const note = () => house.table.commit([auditEntry(house.world(), { who: by, deed: 'edit-seminar' })])
  await Promise.all([note(), note()])
  expect(await listAudit(house.table, house.now(), 100)).toHaveLength(2)
})
