import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hour, type Instant, instantFrom, later, wallClockOf } from '../../functions/kernel/time.ts'
import {
  invitesAt,
  missesAt,
  remindsAt,
  ruleLimits,
  thanksAt,
  usualRules,
} from '../../functions/seminar/letter-rules.ts'
import { saveLetterRules } from '../../functions/seminar/save-letter-rules.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { aSeminar } from '../world/seminar.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const zone = 'Europe/Berlin'
const rules = (days: number, hours = 1) => ({
  zone,
  letters: { ...usualRules, invite: { on: true, days }, reminder: { on: true, hours } },
})
const at = (start: string) => ({ start: start as Instant })

describe('when a letter is due', () => {
  test.each([
    ['an ordinary day', 1, '2026-03-24T17:00:00.000Z', '2026-03-23T17:00:00.000Z'],
    ['over the night without an hour', 1, '2026-03-29T16:00:00.000Z', '2026-03-28T17:00:00.000Z'],
    ['over the night with one hour twice', 1, '2026-10-25T17:00:00.000Z', '2026-10-24T16:00:00.000Z'],
    [
      'at an hour that the day before does not have',
      1,
      '2026-03-30T00:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
    ],
    ['over the leap day', 7, '2028-03-03T17:00:00.000Z', '2028-02-25T17:00:00.000Z'],
    ['over the new year', 30, '2027-01-10T17:00:00.000Z', '2026-12-11T17:00:00.000Z'],
  ])('invites go out at the same time on the wall: %s', (_, days, start, due) => {
    expect(invitesAt(rules(days), at(start))).toBe(due)
  })

  test('always so many days before, at the same time on the wall, unless that time does not exist', () => {
    const starts = fc
      .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2031, 0, 1) })
      .map((ms) => instantFrom(ms - (ms % 60_000)))
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: ruleLimits.invite.least, max: ruleLimits.invite.most }),
        (start, days) => {
          const due = invitesAt(rules(days), { start })
          const [seen, begins] = [wallClockOf(due, zone), wallClockOf(start, zone)]
          const between = (Date.parse(`${begins.date}T12:00Z`) - Date.parse(`${seen.date}T12:00Z`)) / day
          expect(between).toBe(days)
          if (seen.time !== begins.time)
            expect(begins.time.startsWith('02:') && seen.time.startsWith('03:')).toBe(true)
        },
      ),
    )
  })

  test('reminders count hours, and the others from the end of their session', () => {
    const seminar = aSeminar()
    const [first, second] = seminar.sessions
    if (!first || !second) throw new Error('it has two sessions')
    expect(remindsAt(rules(1, 3), first)).toBe(later(first.start, -3 * hour))
    expect(missesAt(seminar)).toBe(later(first.end, 20 * hour))
    expect(missesAt({ ...seminar, sessions: [first] })).toBeUndefined()
    expect(thanksAt(seminar)).toBe(later(second.end, 2 * hour))
    expect(thanksAt({ ...seminar, sessions: [] })).toBeUndefined()
  })
})

describe('rules that a coordinator changes', () => {
  async function offered() {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse')
    const save = async (change: Partial<typeof usualRules>) => {
      const stored = await seminarShelf.read(house.table, seminar.id)
      return saveLetterRules(
        { table: house.table, now: house.now() },
        { seminarId: seminar.id, version: stored?.version ?? '', letters: { ...usualRules, ...change } },
      )
    }
    const [first] = seminar.sessions
    if (!first) throw new Error('it has a session')
    return { house, seminar, save, first }
  }

  test('move what is due in the same moment', async () => {
    const { house, save, first } = await offered()
    expect(await save({ invite: { on: true, days: 7 }, reminder: { on: true, hours: 6 } })).toMatchObject({
      ok: true,
    })
    await house.passTo(later(first.start, -7 * day - hour), hour)
    expect(house.post.tally()).not.toHaveProperty('invite ayse')
    await house.passTo(later(first.start, -7 * day + hour), hour)
    expect(house.post.tally()).toHaveProperty('invite ayse', 1)
    await house.passTo(later(first.start, -5 * hour), hour)
    expect(house.post.tally()).toHaveProperty('reminder ayse', 1)
    // Written six hours before, on the same day.
    expect(house.post.arrived.find(({ cause }) => cause === 'reminder')?.letter.subject).toBe(
      'Beginnt um 18:00 Uhr: Fördermittel finden und beantragen',
    )
  })

  test('a reminder of the day before says the date, not "today"', async () => {
    const { house, save, first } = await offered()
    await save({ reminder: { on: true, hours: 30 } })
    await house.passTo(later(first.start, -29 * hour), hour)
    const letter = house.post.arrived.find(({ cause }) => cause === 'reminder')?.letter
    expect(letter?.subject).toBe('Beginnt am Dienstag, 24. März 2026: Fördermittel finden und beantragen')
    expect(JSON.stringify(letter?.blocks)).toContain('beginnt am Dienstag, 24. März 2026 um 18:00 Uhr.')
  })

  test('what is switched off does not go out by itself', async () => {
    const { house, save, first } = await offered()
    await save({ invite: { on: false, days: 1 }, reminder: { on: false, hours: 1 } })
    await house.passTo(first.end, hour)
    expect(house.post.tally()).toEqual({ 'confirm ayse': 1, 'confirmed ayse': 1 })
  })

  test('are refused for a seminar that changed meanwhile, or is over', async () => {
    const { house, seminar } = await offered()
    const world = { table: house.table, now: house.now() }
    const command = { seminarId: seminar.id, version: 'old', letters: usualRules }
    expect(await saveLetterRules(world, command)).toEqual({
      ok: false,
      refusal: { code: 'changed-meanwhile' },
    })
    expect(await saveLetterRules(world, { ...command, seminarId: 'sem_nothing' })).toEqual({
      ok: false,
      refusal: { code: 'unknown' },
    })
  })
})
