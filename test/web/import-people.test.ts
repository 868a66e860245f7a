import { expect, test } from 'vitest'
import type { Instant } from '../../functions/kernel/time.ts'
import { ImportPeople } from '../../web/office/attendance/import/import-people.tsx'
import { attendanceImportText } from '../../web/text/attendance-import.ts'
import { anEnrollment } from '../world/calendar-stories.ts'

const draft = {
  ...{ id: 'imp_1', seminarId: 'sem_1', sessionId: 'ses_1', fileMark: 'mark', decided: {} },
  ...{ at: '2026-03-31T18:30:00.000Z' as Instant, until: '2026-04-01T18:30:00.000Z' as Instant },
  file: { id: 'imp_1', filename: 'list', contentType: 'application/octet-stream', size: 1 },
} as const

/** The page on which so many unknown entries are told apart among so many people. */
const choicesOf = (unknown: number, people: number): string =>
  String(
    ImportPeople({
      setting: { language: 'de' },
      plan: {
        ...{ draft, people: [], nobody: [], marks: new Map() },
        open: Array.from({ length: unknown }, (_, i) => ({
          listed: { key: `k${i}`, name: `iPhone ${i}`, email: '', identity: '', rows: [] },
          mark: `mark-of-${i}`.padEnd(22, 'x'),
          maybe: [`enr_${people - 1}`],
        })),
        everybody: Array.from({ length: people }, (_, i) =>
          anEnrollment({ id: `enr_${i}`, number: i, firstName: 'Ayşe', lastName: `Yıldız ${i}` }),
        ),
      },
    }),
  )

test('a page of choices stays small enough to be sent, however many people are expected', () => {
  const html = choicesOf(300, 3_000)
  expect(html.match(/<select/g)).toHaveLength(10)
  expect(html.length).toBeLessThan(4_000_000)
  expect(html).toContain(attendanceImportText.de.openMore(290))
})

test('whoever is likely is the first to choose', () => {
  const names = [...choicesOf(1, 30).matchAll(/<option value="(enr_\d+)"/g)].map(([, id]) => id)
  expect(names.slice(0, 2)).toEqual(['enr_29', 'enr_0'])
  expect(new Set(names).size).toBe(30)
})
