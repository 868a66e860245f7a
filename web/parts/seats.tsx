import { isKeptFor } from '../../functions/enrollment/line/find-spot.ts'
import type { Language } from '../../functions/kernel/language.ts'
import { type Instant, longDateTime } from '../../functions/kernel/time.ts'
import {
  isAllotmentAhead,
  isLineFull,
  type Line,
  seatsLeft,
  waitingLength,
} from '../../functions/seminar/line.ts'
import { enrollmentWindow, lastEnd, type Seminar } from '../../functions/seminar/seminar.ts'
import { catalogText } from '../text/catalog.ts'
import { Badge, type Tone } from './notice.tsx'

/** How a seminar stands for somebody who thinks of enrolling. */
type SeatState = { tone: Tone | 'plain'; words: string }

type SeatProps = { seminar: Seminar; line: Line; now: Instant; language: Language }

/** One short sentence: seats, waiting list, or why nobody can enroll. */
export function seatState({ seminar, line, now, language }: SeatProps): SeatState {
  const text = catalogText[language].seats
  if (seminar.state === 'cancelled') return { tone: 'bad', words: text.cancelled }
  if (seminar.state === 'completed') return { tone: 'plain', words: text.completed }
  switch (enrollmentWindow(seminar, now)) {
    case 'open': {
      if (isLineFull(line, seminar)) return { tone: 'warning', words: text[fullness({ seminar, line, now })] }
      if (seminar.places.approval) return { tone: 'info', words: text.application }
      const { newcomersUntil } = seminar.places
      if (newcomersUntil && isAllotmentAhead(seminar))
        return { tone: 'info', words: text.allotment(longDateTime(newcomersUntil, seminar.zone, language)) }
      const free = seatsLeft(line)
      if (free > 0) return { tone: 'good', words: text.free(free, seminar.capacity) }
      return { tone: 'warning', words: text.full(waitingLength(line)) }
    }
    case 'not-yet':
      return { tone: 'info', words: text['not-yet'](longDateTime(seminar.opens, seminar.zone, language)) }
    case 'over':
    case 'unavailable':
      return { tone: 'plain', words: isRunning(seminar, now) ? text.running : text.over }
  }
}

/** What is full: the seats where nobody may wait, the waiting list too, or all but what is kept for associations. */
function fullness(props: Omit<SeatProps, 'language'>): 'allButKept' | 'noList' | 'closed' {
  if (!isShut(props)) return 'allButKept'
  return props.seminar.places.waitingSize === 0 ? 'noList' : 'closed'
}

/** Nobody can enroll now, although the time is right. */
export const isShut = ({ seminar, line, now }: Omit<SeatProps, 'language'>): boolean =>
  isLineFull(line, seminar) &&
  !seminar.places.reserved.some(({ associationId }) => isKeptFor(seminar, associationId, now))

const isRunning = (seminar: Seminar, now: Instant): boolean => {
  const start = seminar.sessions[0]?.start
  const end = lastEnd(seminar)
  return start !== undefined && end !== undefined && start <= now && now < end
}

/** The same sentence, in the color and shape of the state. */
export function SeatBadge(props: SeatProps) {
  const { tone, words } = seatState(props)
  return <Badge tone={tone}>{words}</Badge>
}

/** The seats as a bar; the sentence beside it says the same. */
export function SeatMeter({ seminar, line, language }: Omit<SeatProps, 'now'>) {
  const taken = Math.min(seminar.capacity, Math.max(0, seminar.capacity - seatsLeft(line)))
  return (
    <meter
      class="seats"
      min={0}
      max={seminar.capacity}
      value={taken}
      aria-label={catalogText[language].seatsTaken}
    >
      {`${taken} / ${seminar.capacity}`}
    </meter>
  )
}
