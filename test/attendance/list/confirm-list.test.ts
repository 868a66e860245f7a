import { describe, expect, test } from 'vitest'
import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import {
  confirmList,
  correctList,
  counterConfirmList,
  type ListCommand,
  withdrawConfirmation,
} from '../../../functions/attendance/list/confirm-list.ts'
import { listEntryShelf, readListEntries } from '../../../functions/attendance/list/confirmed-list.table.ts'
import { findBrokenLink, printOf, type Signatory } from '../../../functions/attendance/list/confirmed-list.ts'
import { readPresentList } from '../../../functions/attendance/list/read-list.ts'
import { minutesPresent } from '../../../functions/attendance/minutes.ts'
import { recordNotices } from '../../../functions/attendance/record.ts'
import { writeAttendance } from '../../../functions/attendance/write-attendance.ts'
import { findCertificateOf } from '../../../functions/certificate/certificate.table.ts'
import type { Table } from '../../../functions/kernel/table.ts'
import type { Instant } from '../../../functions/kernel/time.ts'
import { cancelSeminar } from '../../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../../functions/seminar/complete-seminar.ts'
import type { Session } from '../../../functions/seminar/seminar.ts'
import { withEveryCrash } from '../../world/crashing-table.ts'
import { aSession } from '../../world/seminar.ts'
import { openWorkingHouse } from '../../world/working-house.ts'

const hatice: Signatory = {
  mailbox: 'hatice@verein.example',
  name: 'Hatice Demir',
  role: 'trainer',
  as: 'trainer',
}
const cem: Signatory = { mailbox: 'cem@verein.example', name: 'Cem Yıldız', role: 'coordinator' }

/** One session of two hours that is over; Ayşe was there for 100 minutes, Deniz was not. */
async function afterTheSession(more: readonly Session[] = []) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ sessions: [aSession(), ...more] })
  for (const name of ['ayse', 'deniz']) await house.enrollAndConfirm(seminar, name)
  const [ayse, deniz] = [await house.enrollment(seminar, 'ayse'), await house.enrollment(seminar, 'deniz')]
  const [session] = seminar.sessions
  if (!session) throw new Error('no session')
  const name = { seminarId: seminar.id, sessionId: session.id }
  house.moveTo('2026-03-24T19:05:00.000Z')
  const note = (minutes: number) =>
    writeAttendance(house.world(), { ...name, minutes: [{ enrollmentId: ayse.id, minutes }], by: 'k' })
  await note(100)
  const command = async (by: Signatory): Promise<ListCommand> => {
    const list = await readPresentList(house.table, name)
    const shown = list?.pending?.kind === 'corrected' ? list.pending.rows : (list?.rows ?? [])
    return { ...name, by, seen: { entry: list?.entries.length ?? 0, print: await printOf(shown) } }
  }
  const world = (table: Table = house.table) => ({ ...house.world(), table })
  const minutes = async (who = ayse) => {
    const notices = (await listNotices(house.table, session.id)).get(who.id) ?? []
    return minutesPresent(notices, session)
  }
  return {
    ...{ house, seminar, ayse, deniz, name, note, command, world, minutes },
    confirm: async (by = hatice) => confirmList(world(), await command(by)),
    counter: async (by = cem) => counterConfirmList(world(), await command(by)),
    correct: async (by: Signatory, change: { minutes: number; who?: string }) =>
      correctList(world(), {
        ...(await command(by)),
        ...{ enrollmentId: change.who ?? ayse.id, minutes: change.minutes, reason: 'Kam später' },
      }),
    entries: () => readListEntries(house.table, session.id),
  }
}

const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('two people put their names to a list', () => {
  test('everybody stands on it, also who did not come; then it counts whatever is noticed later', async () => {
    const { house, ayse, deniz, name, confirm, counter, minutes, note, entries } = await afterTheSession()
    expect(await confirm()).toMatchObject({ ok: true })
    expect((await entries())[0]).toMatchObject({
      ...{ kind: 'confirmed', number: 1, by: hatice, at: house.now() },
      rows: [
        { enrollmentId: ayse.id, minutes: 100 },
        { enrollmentId: deniz.id, minutes: 0 },
      ].sort((a, b) => (a.enrollmentId < b.enrollmentId ? -1 : 1)),
    })
    expect((await minutes()).from).toBe('hand')
    expect(await counter()).toMatchObject({ ok: true })
    expect(await note(20)).toEqual(refused('locked'))
    const late = {
      id: 'late',
      kind: 'counted' as const,
      minutes: 110,
      at: house.now(),
      source: 'zoom' as const,
    }
    await recordNotices(house, [{ sessionId: name.sessionId, enrollmentId: deniz.id, notice: late }])
    expect(await minutes()).toMatchObject({ minutes: 100, from: 'settled' })
    expect(await minutes(deniz)).toMatchObject({ minutes: 0, noticed: 110, from: 'settled' })
    expect(await findBrokenLink(await entries())).toBeUndefined()
  })

  test('the second person is another one than the first', async () => {
    const { confirm, counter, entries } = await afterTheSession()
    await confirm()
    expect(await counter({ ...cem, mailbox: hatice.mailbox })).toEqual(refused('same-person'))
    expect(await entries()).toHaveLength(1)
  })

  test('nobody confirms what they did not see', async () => {
    const { confirm, counter, command, world, note, entries } = await afterTheSession()
    const seen = await command(hatice)
    await note(90)
    expect(await confirmList(world(), seen)).toEqual(refused('changed-meanwhile'))
    await confirm()
    await note(80)
    expect(await counter()).toEqual(refused('changed-meanwhile'))
    expect(await confirm()).toMatchObject({ ok: true })
    expect(await counter()).toMatchObject({ ok: true })
    expect((await entries()).map(({ kind }) => kind)).toEqual(['confirmed', 'confirmed', 'counter-confirmed'])
  })

  test('a confirmation is taken back as long as it stands alone', async () => {
    const { confirm, counter, command, world, entries } = await afterTheSession()
    await confirm()
    expect(await withdrawConfirmation(world(), await command(hatice))).toMatchObject({ ok: true })
    expect(await counter()).toEqual(refused('nothing-pending'))
    await confirm()
    await counter()
    expect(await withdrawConfirmation(world(), await command(hatice))).toEqual(refused('nothing-pending'))
    expect(await entries()).toHaveLength(4)
  })

  test('the same button twice is the same entry', async () => {
    const { command, world, correct, entries } = await afterTheSession()
    const first = await command(hatice)
    const once = await confirmList(world(), first)
    expect(await confirmList(world(), first)).toEqual(once)
    const second = await command(cem)
    const countered = await counterConfirmList(world(), second)
    expect(await counterConfirmList(world(), second)).toEqual(countered)
    await correct(hatice, { minutes: 50 })
    expect(await entries()).toHaveLength(3)
  })

  test('two who press at the same moment make no fork', async () => {
    const { command, world, entries, confirm } = await afterTheSession()
    await confirm()
    const others = ['a', 'b', 'c', 'd'].map((mailbox) => ({ ...cem, mailbox }))
    const commands = await Promise.all(others.map(command))
    const answers = await Promise.all(commands.map((one) => counterConfirmList(world(), one)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await entries()).map(({ number }) => number)).toEqual([1, 2])
  })

  test('there is no list before the end, without people, or of a seminar that was called off', async () => {
    const { house, seminar, name, world } = await afterTheSession()
    const later = aSession({
      start: '2026-05-05T17:00:00.000Z' as Instant,
      end: '2026-05-05T19:00:00.000Z' as Instant,
    })
    const empty = await house.offer({ slug: 'empty', sessions: [later], closes: later.start })
    house.moveTo('2026-05-05T19:05:00.000Z')
    const command = {
      ...{ seminarId: empty.id, sessionId: empty.sessions[0]?.id ?? '', by: hatice },
      seen: { entry: 0, print: await printOf([]) },
    }
    expect(await confirmList(world(), command)).toEqual(refused('empty'))
    expect(await confirmList(world(), { ...command, sessionId: 'ses_none' })).toEqual(refused('unknown'))
    await house.change(seminar.id, {
      sessions: [aSession({ id: name.sessionId, end: '2026-05-05T20:00:00.000Z' as Instant })],
    })
    expect(await confirmList(world(), { ...command, ...name })).toEqual(refused('not-over'))
    await cancelSeminar(house.world(), seminar.id)
    expect(await confirmList(world(), { ...command, ...name })).toEqual(refused('cancelled'))
  })
})

test('the named trainer confirms first; who is neither that nor in their place is asked to wait', async () => {
  const { confirm, counter, entries } = await afterTheSession()
  expect(await confirm(cem)).toEqual(refused('trainers-turn'))
  expect(await confirm({ ...cem, as: 'in-place' })).toMatchObject({ ok: true })
  expect((await entries())[0]?.by.as).toBe('in-place')
  expect(await counter({ ...hatice, as: 'in-place' })).toMatchObject({ ok: true })
  expect((await entries())[1]?.by.as).toBeUndefined()
})

test('another trainer takes nothing back; a coordinator may', async () => {
  const { confirm, command, world } = await afterTheSession()
  await confirm()
  const other: Signatory = { ...hatice, mailbox: 'other@verein.example' }
  expect(await withdrawConfirmation(world(), await command(other))).toEqual(refused('not-yours'))
  expect(await withdrawConfirmation(world(), await command(cem))).toMatchObject({ ok: true })
})

test('minutes that are written while somebody signs are seen first, or refused', async () => {
  // With a session to come no certificate is due, at whose note they would meet as well.
  const next = { start: '2026-03-31T16:00:00.000Z', end: '2026-03-31T18:00:00.000Z' } as Pick<
    Session,
    'start' | 'end'
  >
  const { name, house, ayse, command, world, confirm, minutes } = await afterTheSession([aSession(next)])
  const meanwhile = (deed: () => Promise<unknown>): Table => {
    let done = false
    return {
      ...house.table,
      async commit(writes) {
        if (!done) {
          done = true
          await deed()
        }
        return house.table.commit(writes)
      },
    }
  }
  const note = (table: Table, each: number) =>
    writeAttendance(
      { ...house.world(), table },
      { ...name, minutes: [{ enrollmentId: ayse.id, minutes: each }], by: 'k' },
    )
  await confirm()
  const written = meanwhile(() => note(house.table, 30))
  expect(await counterConfirmList(world(written), await command(cem))).toEqual(refused('changed-meanwhile'))
  const settled = meanwhile(async () => {
    await confirm()
    expect(await counterConfirmList(world(), await command(cem))).toMatchObject({ ok: true })
  })
  expect(await note(settled, 60)).toEqual(refused('locked'))
  expect(await minutes()).toMatchObject({ minutes: 30, from: 'settled' })
})

describe('a settled list that was wrong', () => {
  test('is corrected by one, counts with the second, and keeps what was before', async () => {
    const { confirm, counter, correct, minutes, entries, deniz } = await afterTheSession()
    expect(await correct(cem, { minutes: 10 })).toEqual(refused('changed-meanwhile'))
    await confirm()
    // Nobody has corrected anything yet; the list is only not settled.
    expect(await correct(cem, { minutes: 10 })).toEqual(refused('changed-meanwhile'))
    await counter()
    expect(await correct(cem, { minutes: 100 })).toEqual(refused('unchanged'))
    expect(await correct(cem, { minutes: 10, who: 'enr_nobody' })).toEqual(refused('unknown'))
    expect(await correct(cem, { minutes: 45 })).toMatchObject({ ok: true })
    expect(await correct(cem, { minutes: 30, who: deniz.id })).toMatchObject({ ok: true })
    expect([(await minutes()).minutes, (await minutes(deniz)).minutes]).toEqual([100, 0])
    expect(await counter(cem)).toEqual(refused('same-person'))
    expect(await counter(hatice)).toMatchObject({ ok: true })
    expect([(await minutes()).minutes, (await minutes(deniz)).minutes]).toEqual([45, 30])
    const book = await entries()
    expect(book.map(({ kind }) => kind)).toEqual([
      'confirmed',
      'counter-confirmed',
      'corrected',
      'corrected',
      'counter-confirmed',
    ])
    expect(book[0]).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ minutes: 100 })]),
    })
    expect(await findBrokenLink(book)).toBeUndefined()
  })

  test('is never corrected by one under the name of another, who could then be the second of themself', async () => {
    const { confirm, counter, correct, minutes, deniz } = await afterTheSession()
    await confirm()
    await counter()
    expect(await correct(hatice, { minutes: 5 })).toMatchObject({ ok: true })
    expect(await correct(cem, { minutes: 30, who: deniz.id })).toEqual(refused('anothers-pending'))
    expect(await counter(hatice)).toEqual(refused('same-person'))
    expect((await minutes()).minutes).toBe(100)
    expect(await counter(cem)).toMatchObject({ ok: true })
    expect((await minutes()).minutes).toBe(5)
    expect(await correct(cem, { minutes: 30, who: deniz.id })).toMatchObject({ ok: true })
  })

  test('gives the certificate to whoever reaches the threshold now', async () => {
    const { house, seminar, deniz, confirm, counter, correct } = await afterTheSession()
    await confirm()
    await counter()
    await completeSeminar(house.world(), seminar.id)
    await house.settle()
    const certificate = () =>
      findCertificateOf(house.table, { seminarId: seminar.id, enrollmentId: deniz.id })
    expect(await certificate()).toBeUndefined()
    await correct(cem, { minutes: 110, who: deniz.id })
    await house.settle()
    expect(await certificate()).toBeUndefined()
    await counter(hatice)
    await house.settle()
    expect(await certificate()).toBeDefined()
  })
})

test('a crash at any moment leaves the book whole, and the same button goes on', async () => {
  const crashes = await withEveryCrash(async (open) => {
    const { command, world, house, confirm, entries } = await afterTheSession()
    await confirm()
    const pressed = await command(cem)
    const { mortal, death, effects } = open(house.table)
    await Promise.race([counterConfirmList(world(mortal), pressed), death])
    effects()
    expect(await findBrokenLink(await entries())).toBeUndefined()
    expect(await counterConfirmList(world(), pressed)).toMatchObject({ ok: true, value: { number: 2 } })
    expect(await entries()).toHaveLength(2)
  })
  expect(crashes).toBeGreaterThan(8)
})

test('an entry that somebody took off the end of the book is found', async () => {
  const { house, name, confirm, counter, entries } = await afterTheSession()
  await confirm()
  await counter()
  const [first, last] = await Promise.all(
    [1, 2].map((number) => listEntryShelf.read(house.table, { sessionId: name.sessionId, number })),
  )
  if (!first || !last) throw new Error('no book')
  await house.table.commit([listEntryShelf.replace(first, first.facts), listEntryShelf.remove(last)])
  expect(await counter()).toEqual(refused('broken'))
  expect(await entries()).toHaveLength(1)
})

test('an entry that somebody changed in the table is found', async () => {
  const { house, name, confirm, counter, correct, entries } = await afterTheSession()
  await confirm()
  await counter()
  const stored = await listEntryShelf.read(house.table, { sessionId: name.sessionId, number: 1 })
  if (stored?.facts.kind !== 'confirmed') throw new Error('no confirmation')
  const rows = stored.facts.rows.map((row) => ({ ...row, minutes: 120 }))
  await house.table.commit([listEntryShelf.replace(stored, { ...stored.facts, rows })])
  expect(await findBrokenLink(await entries())).toBe(1)
  // Nothing is added to what does not hold.
  expect(await correct(cem, { minutes: 5 })).toEqual(refused('broken'))
  expect(await entries()).toHaveLength(2)
})
