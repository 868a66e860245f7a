import { expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import type { Table, Write } from '../../functions/kernel/table.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { publishSeminar } from '../../functions/seminar/publish-seminar.ts'
import { saveSeminar } from '../../functions/seminar/save-seminar.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { requestInvites } from '../../functions/session/invite.ts'
import { auditEntry, listAudit } from '../../functions/staff/audit.table.ts'
import { openHouse } from '../world/house.ts'
import { aSeminar } from '../world/seminar.ts'

type House = ReturnType<typeof openHouse>
type World = ReturnType<House['world']> & { table: Table; also: readonly Write[] }

const { id: _, state: __, completedAt: ___, ...draft } = aSeminar({ slug: 'neu' })
const [session] = draft.sessions

/** Each deed of the office, and what must be true before it. */
const deeds: [string, (world: World, id: string) => Promise<unknown>, { now?: string; state?: 'draft' }?][] =
  [
    [
      'create',
      (world) => saveSeminar(world, { seminarId: null, newSeminarId: 'sem_new', version: '', draft }),
    ],
    [
      'save',
      async (world, id) => {
        const stored = await seminarShelf.read(world.table, id)
        const command = { seminarId: id, version: stored?.version ?? '' }
        return saveSeminar(world, { ...command, draft: { ...aSeminar(stored?.facts), trainer: 'Neu' } })
      },
    ],
    ['publish', publishSeminar, { state: 'draft' }],
    ['cancel', cancelSeminar],
    ['complete', completeSeminar, { now: '2026-03-31T18:00:00.000Z' }],
    [
      'invite',
      async (world, seminarId) => {
        const sessionId = (await seminarShelf.read(world.table, seminarId))?.facts.sessions[0]?.id ?? ''
        return requestInvites(world, { seminarId, sessionId })
      },
    ],
    [
      'attendance',
      (world) =>
        recordByHand(world, { sessionId: session?.id ?? '', enrollmentId: 'x', minutes: 1, by: 'k' }),
    ],
  ]

async function before(setting: { now?: string; state?: 'draft' } = {}) {
  const house = openHouse()
  const seminar = await house.offer()
  const stored = await seminarShelf.read(house.table, seminar.id)
  if (stored && setting.state)
    await house.table.commit([seminarShelf.replace(stored, { ...stored.facts, state: setting.state })])
  if (setting.now) house.moveTo(setting.now)
  const entry = auditEntry(house.world(), { who: 'k', deed: 'edit-seminar' })
  return { house, seminar, entry }
}

test.each(deeds)('%s: the deed and its entry are one commit', async (_name, deed, setting) => {
  const { house, seminar, entry } = await before(setting)
  let commits = 0
  const table: Table = {
    ...house.table,
    commit: (writes) => {
      commits++
      return house.table.commit(writes)
    },
  }
  await deed({ ...house.world(), table, also: [entry] }, seminar.id)
  expect([commits, (await listAudit(house.table, house.now(), 9)).length]).toEqual([1, 1])
})

test.each(deeds)(
  '%s: where the entry cannot be written, the deed is not done',
  async (_name, deed, setting) => {
    const { house, seminar, entry } = await before(setting)
    await house.table.commit([entry])
    const there = JSON.stringify(await house.table.list('catalog', 'seminars'))
    await deed({ ...house.world(), also: [entry] }, seminar.id).catch(() => {})
    expect(JSON.stringify(await house.table.list('catalog', 'seminars'))).toBe(there)
    expect(await house.table.list('people', `attendance#${session?.id}`)).toEqual([])
  },
)
