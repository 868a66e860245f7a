import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minutesIn } from '../../../functions/attendance/import/durations.ts'
import type { ReadList } from '../../../functions/attendance/import/listed.ts'
import { listedIn } from '../../../functions/attendance/import/match-people.ts'
import { readMoments } from '../../../functions/attendance/import/moments.ts'
import { openList, readOpened } from '../../../functions/attendance/import/read-list.ts'
import { clip, lengthOf, union } from '../../../functions/attendance/spans.ts'
import { rowsOf } from '../../../functions/enrollment/invitation/table-rows.ts'
import { type Instant, millisecondsOf } from '../../../functions/kernel/time.ts'
import { aSession } from '../../world/seminar.ts'

const session = aSession({
  start: '2026-03-31T16:00:00.000Z' as Instant,
  end: '2026-03-31T18:00:00.000Z' as Instant,
})
const setting = { session, zone: 'Europe/Berlin' }

function read(content: string | Uint8Array): ReadList {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const opened = openList(bytes, session)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return readOpened(opened.value, opened.value.is === 'table' ? opened.value.table.mapping : {}, setting)
}

/** Seconds of each in the session, by what the list calls them; minutes where it knows no times. */
const totals = (list: ReadList): Record<string, number> =>
  Object.fromEntries(
    listedIn(list.rows).map(({ name, email, identity, rows }) => {
      const spans = rows.flatMap(({ times }) =>
        times ? [{ from: millisecondsOf(times.from), to: millisecondsOf(times.to ?? session.end) }] : [],
      )
      const whole = { from: millisecondsOf(session.start), to: millisecondsOf(session.end) }
      const counted = rows.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
      return [identity || email || name, lengthOf(clip(union(spans), whole)) / 1_000 + counted]
    }),
  )

const sample = (name: string): Uint8Array => readFileSync(`${import.meta.dirname}/samples/${name}`)

describe('lists of the meeting programs', () => {
  test.each([
    ['zoom-de-guess.csv', 'zoom', { 'ipek@example.de': 7_200, 'Jörg Müller': 3_600 }, ['waiting-room']],
    [
      'zoom-unique-users.csv',
      'zoom',
      { 'ipek@example.de': 117, 'Müller, Jörg': 92, 'iPhone von Ayşe': 15 },
      [],
    ],
    [
      'teams-en-us.utf16.csv',
      'teams',
      { 'İpek Çağlayan (Unverified)': 7_021, 'joerg@example.de': 1_800 },
      [],
    ],
    ['teams-2020-actions.utf16.csv', 'teams', { 'İpek Çağlayan': 6_600, 'Jörg Müller': 7_200 }, []],
    ['bbb-dashboard.json', 'bigbluebutton', { enr_7Q2: 7_080 }, []],
  ])('%s', (file, format, expected, rejects) => {
    const list = read(sample(file))
    expect([list.format, totals(list), list.rejects.map(({ why }) => why)]).toEqual([
      format,
      expected,
      rejects,
    ])
  })

  test.each([
    [
      'Teams in German',
      '1. Zusammenfassung\nTitel\tSeminar\n\n2. Teilnehmer\nName\tErster Beitritt\tLetztes Verlassen\tDauer der Besprechung\tE-Mail\tRolle\nAyşe Kaya\t31.03.26, 17:55:00\t31.03.26, 20:05:00\t2 Std. 10 Min.\t\tReferent\n\n3. Aktivitäten in der Besprechung\nName\tBeitrittszeit\tUhrzeit des Verlassens\tDauer\tE-Mail\tRolle\nAyşe Kaya\t31.03.26, 17:55:00\t31.03.26, 18:30:00\t35 Min.\t\tReferent\nAyşe Kaya\t31.03.26, 19:30:00\t31.03.26, 20:05:00\t35 Min.\t\tReferent\n',
      { 'Ayşe Kaya': 3_600 },
    ],
    [
      'Teams in Turkish',
      '1. Özet\nBaşlık\tSeminer\n\n2. Katılımcılar\nAd\tİlk Katılma\tSon Ayrılma\tToplantı Süresi\tE-posta\tRol\nAyşe Kaya\t31.03.2026 17:55:00\t31.03.2026 20:05:00\t2 sa 10 dk\t\tKatılımcı\n\n3. Toplantı Etkinlikleri\nAd\tKatılma Saati\tAyrılma Saati\tSüre\tE-posta\tRol\nAyşe Kaya\t31.03.2026 17:55:00\t31.03.2026 18:30:00\t35 dk\t\tKatılımcı\n',
      { 'Ayşe Kaya': 1_800 },
    ],
    [
      'Zoom in English with American dates',
      'Topic,Meeting ID,Host,Email,Start Time,End Time,Duration (Minutes),Participants\nSeminar,812,Akademie,a@example.org,03/31/2026 05:45:02 PM,03/31/2026 08:10:40 PM,146,1\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room\nAyşe Kaya,ayse@example.de,03/31/2026 06:30:00 PM,03/31/2026 07:00:00 PM,30,Yes,No\n',
      { 'ayse@example.de': 1_800 },
    ],
    [
      'a table of one’s own with first and last name and times only',
      'Vorname;Nachname;Von;Bis\nAyşe;Kaya;18:15;19:15\nDeniz;Ak;19:30;\n',
      { 'Ayşe Kaya': 3_600, 'Deniz Ak': 1_800 },
    ],
    ['minutes in Turkish', 'Ad Soyad;Süre\nAyşe Kaya;1 sa 5 dk\n', { 'Ayşe Kaya': 65 }],
  ])('%s', (_, text, expected) => {
    const list = read(text)
    expect([totals(list), list.rejects]).toEqual([expected, []])
  })

  test('old Windows letters and UTF-16 the other way round are read', () => {
    const text = 'Name;Dauer\nJörg Müller;12\n'
    const windows = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const big = new Uint8Array(2 + text.length * 2)
    big.set([0xfe, 0xff])
    for (const [i, letter] of [...text].entries()) big[3 + 2 * i] = letter.charCodeAt(0)
    expect([totals(read(windows)), totals(read(big))]).toEqual([{ 'Jörg Müller': 12 }, { 'Jörg Müller': 12 }])
  })

  test('each row that counts nothing has its reason', () => {
    const list = read(
      [
        'Name;E-Mail;Beitrittszeit;Zeit des Verlassens',
        'Leave first;;31.03.2026 19:00:00;31.03.2026 18:00:00',
        ';;31.03.2026 18:00:00;31.03.2026 19:00:00',
        'Broken;;gestern;heute',
        'No time;;;',
        'Other day;;02.04.2026 18:00:00;02.04.2026 19:00:00',
        'No such day;;31.02.2026 18:00:00;31.02.2026 19:00:00',
        'Good;;31.03.2026 18:00:00;31.03.2026 19:00:00',
      ].join('\n'),
    )
    expect(list.rejects.map(({ row, why }) => [row, why])).toEqual([
      [2, 'leave-before-join'],
      [3, 'nobody'],
      [4, 'bad-time'],
      [5, 'no-time'],
      [6, 'another-day'],
      [7, 'bad-time'],
    ])
    expect(totals(list)).toEqual({ Good: 3_600 })
  })

  test('going without having come is a row that counts nothing', () => {
    const list = read('Full Name\tUser Action\tTimestamp\nAyşe\tLeft\t31/03/2026, 18:30:00\n')
    expect([list.rows, list.rejects]).toEqual([[], [{ row: 2, name: 'Ayşe', why: 'leave-without-join' }]])
  })

  test('what is no list is refused', () => {
    const code = (bytes: Uint8Array) => {
      const opened = openList(bytes, session)
      return opened.ok ? 'read' : opened.refusal.code
    }
    const text = (words: string) => code(new TextEncoder().encode(words))
    expect([
      code(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 1, 2, 3)),
      text(''),
      text('Name;Dauer'),
      text('{"users":1}'),
      text(`Name;Dauer\n${'Ayşe;1\n'.repeat(5_001)}`),
    ]).toEqual(['unreadable', 'empty', 'empty', 'unreadable', 'too-many'])
  })
})

describe('times', () => {
  const at = (...cells: string[]) => readMoments(cells, { start: session.start, zone: 'Europe/Berlin' })
  test.each([
    '31.03.2026 18:30:05',
    '31.3.26, 18:30:05',
    '3/31/26, 6:30:05 PM',
    '3/31/26, 6:30:05\u202fPM',
    '31/03/2026, 18:30:05',
    '31-03-2026 18:30:05',
    '2026-03-31 18:30:05',
    '2026-03-31T16:30:05Z',
    '2026-03-31T18:30:05+02:00',
    '31. März 2026 18:30:05 Uhr',
    'Mar 31, 2026 06:30:05 PM',
    '31 Mart 2026 18:30:05',
    '31.03.2026 ÖS 6:30:05',
    '18:30:05',
    '6:30:05 p.m.',
  ])('%s', (cell) => {
    expect(at(cell)).toEqual(['2026-03-31T16:30:05.000Z'])
  })

  test('the whole column tells which number is the month, and the session where both may be', () => {
    const may = (...cells: string[]) =>
      readMoments(cells, { start: '2026-05-04T16:00:00.000Z' as Instant, zone: 'Europe/Berlin' })
    expect(may('04/05/2026 18:00')).toEqual(['2026-05-04T16:00:00.000Z'])
    expect(may('05/04/2026 18:00')).toEqual(['2026-05-04T16:00:00.000Z'])
    expect(may('4/5/2026 6:00 PM')).toEqual(['2026-05-04T16:00:00.000Z'])
  })

  test('the hour that spring leaves out is no time', () => {
    expect(
      readMoments(['29.03.2026 02:30'], {
        start: '2026-03-29T00:00:00.000Z' as Instant,
        zone: 'Europe/Berlin',
      }),
    ).toEqual([undefined])
  })

  test.each([
    ['92', 92],
    ['61,5', 61.5],
    ['1:02:03', 62.05],
    ['1h 2m 3s', 62.05],
    ['1 Std. 2 Min.', 62],
    ['2 sa 3 dk', 123],
    ['45 Minuten', 45],
    ['lange', undefined],
    ['5 Äpfel', undefined],
  ])('%s is so many minutes', (text, minutes) => {
    expect(minutesIn(text)).toBe(minutes)
  })
})

const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\r', ''))

test('what is written as a table is read as it was, with any separator', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(';', ',', '\t'),
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
      (separator, rows) => {
        const text = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
          .join('\r\n')
        expect(rowsOf(text)).toEqual(rows)
      },
    ),
    { numRuns: 200 },
  )
})

test('rows in any order make the same minutes', () => {
  const rows = [
    'Ayşe;;31.03.2026 18:00:00;31.03.2026 18:30:00',
    'Ayşe;;31.03.2026 18:20:00;31.03.2026 18:50:00',
    'Deniz;deniz@example.de;31.03.2026 18:10:00;',
    'Ayşe;;31.03.2026 19:00:00;31.03.2026 19:30:00',
    'Deniz;deniz@example.de;31.03.2026 18:00:00;31.03.2026 18:05:00',
  ]
  const headings = 'Name;E-Mail;Beitrittszeit;Zeit des Verlassens'
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(totals(read([headings, ...shuffled].join('\n')))).toEqual({
        Ayşe: 4_800,
        'deniz@example.de': 6_900,
      })
    }),
  )
})

test('any file is read or refused, never a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const opened = openList(bytes, session)
      if (opened.ok && opened.value.is === 'table')
        readOpened(opened.value, opened.value.table.mapping, setting)
    }),
  )
})
