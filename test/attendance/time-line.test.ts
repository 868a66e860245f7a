import { expect, test } from 'vitest'
import type { Notice } from '../../functions/attendance/attendance.ts'
import { minutesPresent } from '../../functions/attendance/minutes.ts'
import { timeLineOf } from '../../functions/attendance/time-line.ts'
import { instantFrom, millisecondsOf, minute } from '../../functions/kernel/time.ts'
import { aSession } from '../world/seminar.ts'

const plain = aSession()
const zero = millisecondsOf(plain.start)
const at = (minutes: number) => instantFrom(zero + minutes * minute)
const session = { ...plain, breaks: [{ start: at(50), end: at(60) }] }
const present = (device: string, from: number, to: number, source: 'zoom' | 'file' = 'zoom'): Notice => ({
  ...{ id: `${device}${from}`, kind: 'present', device, source },
  from: at(from),
  to: at(to),
})
const drawn = (notices: Notice[]) => {
  const line = timeLineOf(minutesPresent(notices, session), notices, session)
  const minutes = ({ from, to }: { from: number; to: number }) => [
    (from - zero) / minute,
    (to - zero) / minute,
  ]
  return {
    whole: minutes(line.whole),
    breaks: line.breaks.map(minutes),
    rows: Object.fromEntries(line.rows.map(({ of, spans }) => [of, spans.map(minutes)])),
    clicks: line.clicks.map((click) => (click - zero) / minute),
  }
}

test('each source has its bar, the result leaves breaks out, and two devices at once have one, too', () => {
  const notices: Notice[] = [
    present('a', -10, 70),
    present('b', 40, 80),
    present('c', 90, 100, 'file'),
    { id: 'click', kind: 'clicked', at: at(-12) },
  ]
  expect(drawn(notices)).toEqual({
    whole: [-12, 120],
    breaks: [[50, 60]],
    rows: {
      zoom: [[-10, 80]],
      file: [[90, 100]],
      result: [
        [0, 50],
        [60, 80],
        [90, 100],
      ],
      twice: [[40, 70]],
    },
    clicks: [-12],
  })
})

test('what was noticed long before or after does not make the session small', () => {
  const notices: Notice[] = [present('a', -600, 900), { id: 'c', kind: 'clicked', at: at(-900) }]
  expect(drawn(notices)).toMatchObject({ whole: [-30, 150], clicks: [], rows: { zoom: [[-30, 150]] } })
})

test('where nothing was noticed there is the session and an empty result', () => {
  expect(drawn([])).toMatchObject({ whole: [0, 120], rows: { result: [] } })
})
