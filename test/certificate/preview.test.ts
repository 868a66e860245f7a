import { describe, expect, test } from 'vitest'
import type { Notice } from '../../functions/attendance/attendance.ts'
import { previewCertificates } from '../../functions/certificate/preview.ts'
import { type Instant, later, minute } from '../../functions/kernel/time.ts'
import { anEnrollment } from '../world/calendar-stories.ts'
import { aSeminar, aSession } from '../world/seminar.ts'

const session = aSession()
const at = (minutes: number): Instant => later(session.start, minutes * minute)
const seminar = aSeminar({ sessions: [session], threshold: 80, reducedThreshold: 50 })

const stay = (from: number, to: number | null, device = 'd'): Notice => ({
  ...{ id: `${device}${from}`, kind: 'present', device, source: 'zoom' },
  ...{ from: at(from), to: to === null ? null : at(to) },
})
const person = { state: 'confirmed', standing: 'seat', firstName: 'Ayşe', lastName: 'Yıldız' } as const

/** What is said of one person in a session of two hours. */
function said(notices: readonly Notice[], changes: { firstName?: string; lastName?: string } = {}) {
  const [row] = previewCertificates(seminar, [anEnrollment({ ...person, ...changes })], () => notices)
  return row && [row.entitlement.grade, row.doubts]
}

describe('before certificates go out, it is said who gets what and what is in doubt', () => {
  test.each<[string, Notice[], unknown]>([
    ['all of it', [stay(0, 120)], ['full', []]],
    ['nothing', [], ['none', []]],
    ['enough, by a hair', [stay(0, 97)], ['full', ['close']]],
    ['not enough, by a hair', [stay(0, 91)], ['reduced', ['close']]],
    ['clearly reduced', [stay(0, 80)], ['reduced', []]],
    ['almost reduced', [stay(0, 58)], ['none', ['close']]],
    ['never seen going', [stay(0, null)], ['full', ['open-end']]],
    [
      'only how long',
      [{ id: 'c', kind: 'counted', minutes: 120, at: at(0), source: 'file' }],
      ['full', ['without-times']],
    ],
    ['two devices', [stay(0, 120), stay(30, 60, 'e')], ['full', ['twice']]],
    [
      'two devices, but somebody wrote the minutes down',
      [stay(0, 120), stay(30, 60, 'e'), { id: 'h', kind: 'by-hand', minutes: 120, by: 'k', at: at(130) }],
      ['full', []],
    ],
    [
      'in doubt, but two people have put their names to it',
      [stay(0, null), { id: 's', kind: 'settled', minutes: 96, at: at(130) }],
      ['full', []],
    ],
  ])('%s', (_, notices, what) => {
    expect(said(notices)).toEqual(what)
  })

  test.each([
    ['Ayşe', 'Yıldız', []],
    ["O'Brien", 'Çağlayan-Iğdır', []],
    ['Jean Luc', 'Ng', []],
    ['Иван', 'Ωmega', []],
    ['عائشة', 'يلدز', []],
    ['Ayşe 2', 'Yıldız', ['odd-name']],
    ['A.', 'Yıldız', ['odd-name']],
    ['Ayşe', '❤️ Yıldız', ['odd-name']],
    ['Ayşe عائشة', 'Yıldız', ['odd-name']],
    ['<b>Ayşe', 'Yıldız', ['odd-name']],
  ])('the name %s %s', (firstName, lastName, doubts) => {
    expect(said([stay(0, 120)], { firstName, lastName })).toEqual(['full', doubts])
  })

  test.each([
    [65, ['full', ['close']]],
    [55, ['none', ['close']]],
    [90, ['full', []]],
    [0, ['none', []]],
  ])('where each session counts, %i minutes are close or not', (minutes, what) => {
    const each = { ...seminar, everySession: true, threshold: 10, reducedThreshold: 0 }
    const [row] = previewCertificates(each, [anEnrollment(person)], () =>
      minutes > 0 ? [stay(0, minutes)] : [],
    )
    expect(row && [row.entitlement.grade, row.doubts]).toEqual(what)
  })

  test('of everybody with a confirmed seat and nobody else; who is in doubt stands first', () => {
    const people = [
      anEnrollment({ ...person, id: 'sure', lastName: 'Ay' }),
      anEnrollment({ ...person, id: 'doubtful', lastName: 'Zorlu' }),
      anEnrollment({ ...person, id: 'waits', standing: 'waiting' }),
      anEnrollment({ ...person, id: 'left', state: 'cancelled' }),
    ]
    const rows = previewCertificates(seminar, people, (_, id) => [
      id === 'doubtful' ? stay(0, null) : stay(0, 120),
    ])
    expect(rows.map(({ person: { id } }) => id)).toEqual(['doubtful', 'sure'])
  })
})
