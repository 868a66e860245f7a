import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MeasuredSource, measuredSources, type Notice } from '../../functions/attendance/attendance.ts'
import { minutesPresent } from '../../functions/attendance/minutes.ts'
import { type Instant, later, millisecondsOf, minute } from '../../functions/kernel/time.ts'
import type { Session } from '../../functions/seminar/seminar.ts'
import { aSession } from '../world/seminar.ts'

const session = aSession()
const at = (minutes: number): Instant => later(session.start, minutes * minute)
const withBreak: Session = aSession({ breaks: [{ start: at(50), end: at(60) }] })

let count = 0
const id = () => `n${++count}`
const present = (source: MeasuredSource, from: number, to: number | null, device = 'one'): Notice => ({
  ...{ id: id(), kind: 'present', device, source },
  ...{ from: at(from), to: to === null ? null : at(to) },
})
const counted = (minutes: number): Notice => ({
  ...{ id: id(), kind: 'counted', minutes, at: at(0), source: 'file' },
})
const passage = (kind: 'joined' | 'left', source: MeasuredSource, when: number, device = 'one'): Notice => ({
  ...{ id: id(), kind, device, source, at: at(when) },
})
const byHand = (minutes: number): Notice => ({ id: id(), kind: 'by-hand', minutes, by: 'c', at: at(200) })

/** Spans in minutes since the start, as a reader would draw them. */
const drawn = (spans: readonly { from: number; to: number }[]) =>
  spans.map(({ from, to }) => [from, to].map((edge) => (edge - millisecondsOf(session.start)) / minute))

describe('minutes from several sources', () => {
  test.each<[string, Session, Notice[], number]>([
    [
      'two sources fill each other up',
      session,
      [present('file', 0, 40), passage('joined', 'room', 30), passage('left', 'room', 100)],
      100,
    ],
    ['a stay without an end lasts to the end', session, [present('bigbluebutton', 100, null)], 20],
    [
      'the same told by two sources counts once',
      session,
      [present('zoom', 0, 60), present('file', 0, 60)],
      60,
    ],
    ['a break counts for nobody', withBreak, [present('file', 0, 120)], 110],
    ['who was only there in the break was not there', withBreak, [present('file', 50, 60)], 0],
    ['a break is cut out of a part', withBreak, [present('file', 40, 55)], 10],
    ['totals count where nobody knows when', session, [counted(92)], 92],
    ['totals never exceed the session', session, [counted(400)], 120],
    ['nor the session without its breaks', withBreak, [counted(400)], 110],
    ['the greatest of several totals counts', session, [counted(30), counted(45)], 45],
    ['times outdo a smaller total', session, [counted(30), present('room', 0, 60)], 60],
    ['a total outdoes fewer times', session, [counted(90), present('room', 0, 60)], 90],
    [
      'what was seen by asking counts while the server tells nothing',
      session,
      [present('polled', 0, 62)],
      62,
    ],
    [
      'what the server tells replaces what was seen by asking',
      session,
      [present('polled', 0, 62), present('bigbluebutton', 0, 61)],
      61,
    ],
    [
      'but not what was seen in another room',
      session,
      [
        { ...present('polled', 31, 120), device: 'room-2|' } as Notice,
        { ...present('bigbluebutton', 0, 30), device: 'room-1|x' } as Notice,
      ],
      119,
    ],
    ['nor does another source', session, [present('polled', 0, 62), present('code', 100, 120)], 82],
  ])('%s', (_, of, notices, minutes) => {
    expect(minutesPresent(notices, of).minutes).toBe(minutes)
    expect(minutesPresent(notices.toReversed(), of)).toEqual(minutesPresent(notices, of))
  })

  test('a number by hand counts, and what the sources tell can still be seen', () => {
    const presence = minutesPresent([present('zoom', 10, 50), counted(70), byHand(30)], withBreak)
    expect(presence).toMatchObject({ minutes: 30, from: 'hand', withoutTimes: false, open: false })
    expect(presence.lines.map(({ source, spans, counted }) => [source, drawn(spans), counted])).toEqual([
      ['zoom', [[10, 50]], undefined],
      ['file', [], 70],
    ])
  })

  test('the time that counts lies in the session, outside its breaks; each source keeps what it told', () => {
    const presence = minutesPresent([present('zoom', -20, 130)], withBreak)
    expect(drawn(presence.spans)).toEqual([
      [0, 50],
      [60, 120],
    ])
    expect(drawn(presence.lines[0]?.spans ?? [])).toEqual([[-20, 130]])
  })

  test('two devices of one source at once are seen; two sources, a change of device, a reconnect are not', () => {
    const twice = (...notices: Notice[]) => drawn(minutesPresent(notices, session).twice)
    expect(twice(present('room', 0, 60, 'phone'), present('room', 40, 90, 'laptop'))).toEqual([[40, 60]])
    expect(twice(present('room', 0, 60, 'phone'), present('zoom', 40, 90, 'laptop'))).toEqual([])
    expect(twice(present('room', 0, 60, 'phone'), present('room', 60, 90, 'laptop'))).toEqual([])
    expect(twice(present('room', 0, 60, 'phone'), present('room', 30, 90, 'phone'))).toEqual([])
    // Before the session begins nobody cares.
    expect(twice(present('room', -30, 0, 'phone'), present('room', -20, 0, 'laptop'))).toEqual([])
  })

  test('whatever the order: the same', () => {
    const notice = fc.oneof(
      fc
        .tuple(
          fc.constantFrom(...measuredSources),
          fc.integer({ min: -30, max: 140 }),
          fc.integer({ min: 0, max: 90 }),
        )
        .map(([source, from, length]) => present(source, from, from + length, `d${length % 3}`)),
      fc
        .tuple(
          fc.constantFrom('joined' as const, 'left' as const),
          fc.constantFrom(...measuredSources),
          fc.integer({ min: -30, max: 150 }),
        )
        .map(([kind, source, when]) => passage(kind, source, when, `d${when & 1}`)),
      fc.integer({ min: 0, max: 200 }).map(counted),
    )
    const shuffled = fc
      .array(notice, { maxLength: 12 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
      )
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const presence = minutesPresent(all, withBreak)
        expect(minutesPresent(other, withBreak)).toEqual(presence)
        expect(presence.minutes).toBeLessThanOrEqual(110)
        expect(presence.minutes).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })
})
