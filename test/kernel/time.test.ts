import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  type Instant,
  instantAtWallClock,
  instantSchema,
  later,
  longDate,
  longDateTime,
  longSpan,
  millisecondsOf,
  minutesBetween,
  parseInstant,
  plainDate,
  wallClockOf,
} from '../../functions/kernel/time.ts'

const at = (text: string) => text as Instant
const berlin = 'Europe/Berlin'

describe('the clock on the wall of Europe/Berlin', () => {
  test.each([
    ['winter', '2026-03-24', '18:00', '2026-03-24T17:00:00.000Z'],
    ['summer', '2026-03-31', '18:00', '2026-03-31T16:00:00.000Z'],
    ['the last minute before the missing hour', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['the first minute after it', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['the last minute before the doubled hour', '2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
    ['the doubled hour, of which the first is meant', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['the first minute after it', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['leap day', '2028-02-29', '23:59', '2028-02-29T22:59:00.000Z'],
    ['new year', '2027-01-01', '00:00', '2026-12-31T23:00:00.000Z'],
  ])('%s', (_, date, time, instant) => {
    expect(instantAtWallClock({ date, time }, berlin)).toBe(instant)
    expect(wallClockOf(at(instant), berlin)).toEqual({ date, time })
  })

  test.each([
    ['missing hour', '2026-03-29', '02:00'],
    ['missing hour', '2026-03-29', '02:59'],
    ['no leap year', '2027-02-29', '12:00'],
    ['no such day', '2026-04-31', '12:00'],
    ['no such month', '2026-13-01', '12:00'],
    ['no such hour', '2026-04-01', '24:00'],
    ['no such minute', '2026-04-01', '12:60'],
    ['nothing', '', ''],
  ])('%s: %s %s is no time', (_, date, time) => {
    expect(instantAtWallClock({ date, time }, berlin)).toBeUndefined()
  })

  test('the second half of the doubled hour shows the same time as the first', () => {
    expect(wallClockOf(at('2026-10-25T01:30:00.000Z'), berlin)).toEqual({ date: '2026-10-25', time: '02:30' })
  })
})

/** Offsets from 14 hours ahead to 11 behind, with halves and quarters, north and south. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/Istanbul',
  'Europe/London',
  'America/New_York',
  'America/Chicago',
  'America/St_Johns',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
]

test.each(zones)('every instant is found again by what the wall showed: %s', (zone) => {
  const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 })
  fc.assert(
    fc.property(minutes, (minute) => {
      const instant = new Date(minute * 60_000).toISOString() as Instant
      const wall = wallClockOf(instant, zone)
      const found = instantAtWallClock(wall, zone)
      // The same instant, or the first of a doubled hour: never later, and the wall shows the same.
      expect(found !== undefined && found <= instant && wallClockOf(found, zone)).toEqual(wall)
      expect(minutesBetween(found ?? instant, instant)).toBeLessThanOrEqual(60)
    }),
    { numRuns: 300 },
  )
})

describe('reading an instant', () => {
  test.each([
    ['2026-03-31T18:00:00+02:00', '2026-03-31T16:00:00.000Z'],
    ['2026-03-31T16:00Z', '2026-03-31T16:00:00.000Z'],
    ['2026-03-31T16:00:00.5Z', '2026-03-31T16:00:00.500Z'],
    ['2028-02-29T23:30:00-01:00', '2028-03-01T00:30:00.000Z'],
  ])('%s', (text, instant) => expect(parseInstant(text)).toBe(instant))

  test.each([
    '2026-03-31',
    '2026-03-31T18:00',
    '31.03.2026 18:00',
    '2026-02-30T18:00:00Z',
    '2026-13-01T18:00:00Z',
    '2026-03-31T25:00:00Z',
    '2026-03-31T18:00:00+2:00',
    '',
  ])('%s is none', (text) => expect(parseInstant(text)).toBeUndefined())

  test('what is stored is an instant that exists', () => {
    for (const text of ['2026-03-31T16:00:00.000Z', later(at('2026-03-31T16:00:00.000Z'), 1)])
      expect(v.is(instantSchema, text)).toBe(true)
    for (const text of [
      '2026-03-31T16:00:00Z',
      '2026-99-31T16:00:00.000Z',
      '2026-03-31T99:00:00.000Z',
      7,
      null,
    ])
      expect(v.is(instantSchema, text)).toBe(false)
  })

  test('text order is time order', () => {
    const milliseconds = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2100, 0) })
    fc.assert(
      fc.property(milliseconds, milliseconds, (one, other) => {
        const [a, b] = [
          later(at('1970-01-01T00:00:00.000Z'), one),
          later(at('1970-01-01T00:00:00.000Z'), other),
        ]
        expect(a < b).toBe(one < other)
        expect(millisecondsOf(a)).toBe(one)
      }),
    )
  })
})

describe('what people read', () => {
  const start = at('2026-03-31T16:00:00.000Z')
  test.each([
    ['de', 'Dienstag, 31. März 2026', '31. März 2026'],
    ['tr', '31 Mart 2026 Salı', '31 Mart 2026'],
    ['en', 'Tuesday, March 31, 2026', 'March 31, 2026'],
  ] as const)('%s', (language, long, plain) => {
    expect(longDate(start, berlin, language)).toBe(long)
    expect(plainDate(start, berlin, language)).toBe(plain)
    expect(longDateTime(start, berlin, language)).toBe(`${long}, 18:00`)
    expect(longSpan(start, at('2026-03-31T18:30:00.000Z'), berlin, language)).toBe(`${long}, 18:00–20:30`)
  })

  test('over midnight the second date is named too, by the wall and not by UTC', () => {
    const evening = longSpan(start, at('2026-03-31T22:30:00.000Z'), berlin, 'de')
    expect(evening).toBe('Dienstag, 31. März 2026, 18:00 – Mittwoch, 1. April 2026, 00:30')
    // Midnight of UTC is no midnight in Berlin.
    expect(longSpan(at('2026-03-31T23:30:00.000Z'), at('2026-04-01T00:30:00.000Z'), berlin, 'de')).toBe(
      'Mittwoch, 1. April 2026, 01:30–02:30',
    )
  })
})

/** Says a few things about time, as a process under another TZ would. */
const witness = `
import { instantAtWallClock, longSpan, parseInstant, wallClockOf } from ${JSON.stringify(fileURLToPath(new URL('../../functions/kernel/time.ts', import.meta.url)))}
const walls = [['2026-03-24', '18:00'], ['2026-03-29', '02:30'], ['2026-10-25', '02:30'], ['2028-02-29', '00:00']]
const said = ['Europe/Berlin', 'Pacific/Kiritimati', 'America/New_York'].flatMap((zone) => [
  ...walls.map(([date, time]) => instantAtWallClock({ date, time }, zone) ?? 'none'),
  wallClockOf('2026-10-25T01:30:00.000Z', zone),
  ...['de', 'tr', 'en'].map((language) => longSpan('2026-03-28T22:30:00.000Z', '2026-03-29T01:30:00.000Z', zone, language)),
])
console.log(JSON.stringify([...said, parseInstant('2026-03-29T02:30:00+01:00')]))
`

test('the machine may stand in any zone', () => {
  const said = ['UTC', 'Europe/Berlin', 'Pacific/Kiritimati'].map((TZ) => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', witness], {
      env: { ...process.env, TZ, NODE_OPTIONS: '' },
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    return JSON.parse(stdout)
  })
  expect(said[0]).toHaveLength(25)
  expect(said[0]?.slice(0, 4)).toEqual([
    '2026-03-24T17:00:00.000Z',
    'none',
    '2026-10-25T00:30:00.000Z',
    '2028-02-28T23:00:00.000Z',
  ])
  expect(said[1]).toEqual(said[0])
  expect(said[2]).toEqual(said[0])
})
