import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Notice } from '../../functions/attendance/attendance.ts'
import { minutesPresent } from '../../functions/attendance/minutes.ts'
import { type Instant, later, minute } from '../../functions/kernel/time.ts'
import { aSession } from '../world/seminar.ts'

const session = aSession()
const length = 120
/** A moment of the session, in minutes since its start. */
const at = (minutes: number): Instant => later(session.start, minutes * minute)

let count = 0
const joined = (minutes: number, device = 'phone'): Notice => ({
  id: `n${++count}`,
  kind: 'joined',
  device,
  at: at(minutes),
})
const left = (minutes: number, device = 'phone'): Notice => ({
  id: `n${++count}`,
  kind: 'left',
  device,
  at: at(minutes),
})
const clicked = (minutes: number): Notice => ({ id: `n${++count}`, kind: 'clicked', at: at(minutes) })
const byHand = (minutes: number, when: number, id = `n${++count}`): Notice => ({
  id,
  kind: 'by-hand',
  minutes,
  by: 'trainer@verein.example',
  at: at(when),
})

const present = (...notices: Notice[]) => minutesPresent(notices, session)

describe('minutes of one person', () => {
  test.each<[string, Notice[], number]>([
    ['the whole session', [joined(0), left(120)], 120],
    ['only a part', [joined(30), left(75.5)], 45],
    ['came early and stayed late: only the session counts', [joined(-20), left(150)], 120],
    ['before the session', [joined(-20), left(-5)], 0],
    ['after the session', [joined(121), left(140)], 0],
    ['from the last moment on', [joined(120), left(121)], 0],
    ['came back twice', [joined(0), left(30), joined(40), left(70), joined(80), left(110)], 90],
    [
      'changed the device without a gap',
      [joined(0), left(60), joined(60, 'laptop'), left(120, 'laptop')],
      120,
    ],
    ['two devices at once count once', [joined(0), left(80), joined(40, 'laptop'), left(120, 'laptop')], 120],
    ['one device inside the other', [joined(0), left(100), joined(20, 'laptop'), left(30, 'laptop')], 100],
    ['two devices with a gap', [joined(0), left(20), joined(50, 'laptop'), left(80, 'laptop')], 50],
    ['a leave without a join', [left(60)], 0],
    ['a leave of another device ends nothing', [joined(0), left(10, 'laptop'), left(60)], 60],
    ['loaded the page anew: joined twice, left once', [joined(0), joined(20), left(60)], 60],
    ['left twice', [joined(0), left(40), left(60)], 40],
    ['left and came back in the same moment', [joined(0), left(50), joined(50), left(90)], 90],
    ['came and went in the same moment', [joined(50), left(50)], 0],
    ['seconds are added up before minutes are counted', [joined(0), left(0.6), joined(1), left(1.6)], 1],
  ])('%s', (_, notices, minutes) => {
    expect(minutesPresent(notices, session)).toMatchObject({ minutes, from: 'measured', open: false })
    expect(minutesPresent(notices.toReversed(), session)).toEqual(minutesPresent(notices, session))
  })

  test('a missing leave lasts to the end and is marked; of one device only, too', () => {
    expect(present(joined(30))).toMatchObject({ minutes: 90, from: 'measured', open: true })
    expect(present(joined(0), left(10), joined(100, 'laptop'))).toMatchObject({
      minutes: 30,
      from: 'measured',
      open: true,
    })
  })

  test('nothing noticed, or only the button pressed, is no presence', () => {
    expect(present()).toMatchObject({ minutes: 0, from: 'none', open: false, lines: [] })
    expect(present(clicked(-5), clicked(0))).toMatchObject({
      minutes: 0,
      from: 'none',
      open: false,
      lines: [],
    })
  })

  test('what was written by hand wins, and the latest of it, whenever it arrives', () => {
    const room = [joined(0), left(120)]
    const all = [byHand(60, 130), byHand(0, 200), byHand(90, 140), ...room]
    for (const order of [all, all.toReversed(), [...all.slice(2), ...all.slice(0, 2)]])
      expect(minutesPresent(order, session)).toMatchObject({ minutes: 0, from: 'hand', open: false })
    // Two in the same moment: always the same one, in whatever order.
    const [one, two] = [byHand(10, 130, 'a'), byHand(20, 130, 'b')]
    expect(present(one, two)).toEqual(present(two, one))
  })
})

const passages = fc.array(
  fc.record({
    kind: fc.constantFrom('joined' as const, 'left' as const),
    device: fc.constantFrom('phone', 'laptop', 'room-pc'),
    tenths: fc.integer({ min: -300, max: 1500 }),
  }),
  { maxLength: 14 },
)
const noticesFrom = (all: { kind: 'joined' | 'left'; device: string; tenths: number }[]): Notice[] =>
  all.map(({ kind, device, tenths }, i) => ({ id: `p${i}`, kind, device, at: at(tenths / 10) }))

/** The slow way: for each tenth of a minute, was anybody of the devices there? */
function countedSlowly(notices: readonly Notice[]): number {
  let tenths = 0
  const devices = ['phone', 'laptop', 'room-pc']
  const isThere = (device: string, tenth: number): boolean => {
    const before = notices.flatMap((n) =>
      (n.kind === 'joined' || n.kind === 'left') && n.device === device && n.at <= at(tenth / 10) ? [n] : [],
    )
    const moments = [...new Set(before.map((n) => n.at))].sort()
    let there = false
    for (const moment of moments) {
      const kinds = new Set(before.filter((n) => n.at === moment).map((n) => n.kind))
      if (kinds.size === 1) there = kinds.has('joined')
    }
    return there
  }
  for (let tenth = 0; tenth < length * 10; tenth++)
    if (devices.some((device) => isThere(device, tenth))) tenths++
  return Math.floor(tenths / 10 + 1e-9)
}

describe('whatever the room sends', () => {
  test('order and doubles change nothing, and no more is counted than the session is long', () => {
    fc.assert(
      fc.property(passages, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (all, chances) => {
        const notices = noticesFrom(all)
        const known = minutesPresent(notices, session)
        const doubled = [...notices, ...notices.filter((_, i) => i % 2 === 0)]
        const shuffled = doubled
          .map((notice) => ({ notice, key: chances.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ notice }) => notice)
        expect(minutesPresent(shuffled, session)).toEqual(known)
        expect(known.minutes).toBeGreaterThanOrEqual(0)
        expect(known.minutes).toBeLessThanOrEqual(length)
        expect(Number.isInteger(known.minutes)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('it is what somebody counts who looks into the room all the time', () => {
    let some = 0
    fc.assert(
      fc.property(passages, (all) => {
        const notices = noticesFrom(all)
        const slowly = countedSlowly(notices)
        if (slowly > 0 && slowly < length) some++
        expect(minutesPresent(notices, session).minutes).toBe(slowly)
      }),
      { numRuns: 60 },
    )
    expect(some).toBeGreaterThan(10)
  })

  test('another device never takes minutes away', () => {
    fc.assert(
      fc.property(
        passages,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 60, max: 120 }),
        (all, from, to) => {
          const notices = noticesFrom(all)
          const more = [...notices, joined(from, 'tablet'), left(to, 'tablet')]
          const before = minutesPresent(notices, session).minutes
          expect(minutesPresent(more, session).minutes).toBeGreaterThanOrEqual(Math.max(before, to - from))
        },
      ),
    )
  })
})
