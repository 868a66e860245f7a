import type { PreviewRow } from '../../../functions/certificate/preview.ts'
import type { Outcome } from '../../../functions/certificate/trainers-word.table.ts'
import type { Language } from '../../../functions/kernel/language.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import type { Tone } from '../../parts/notice.tsx'
import { certificatePreviewText } from '../../text/certificate-preview.ts'
import { conditionsText } from '../../text/conditions.ts'
import { trainersWordText } from '../../text/trainers-word.ts'
import type { Visit } from '../visit.ts'

/** How a badge shows what somebody gets. */
export const toneOfOutcome: Record<Outcome, Tone | 'plain'> = {
  full: 'good',
  reduced: 'info',
  none: 'plain',
  waits: 'warning',
}

/** What somebody gets, in a word. */
export const outcomeWord = (outcome: Outcome, language: Language): string =>
  outcome === 'waits' ? trainersWordText[language].waits : certificatePreviewText[language].grades[outcome]

/** Rounded down, so that 79.9 % does not read as the 80 % that it is not. */
export const shareOf = (
  { attendedMinutes, plannedMinutes }: PreviewRow['entitlement'],
  language: Language,
): string =>
  plannedMinutes === 0
    ? '–'
    : new Intl.NumberFormat(language, { style: 'percent' }).format(
        Math.floor((attendedMinutes * 100) / plannedMinutes) / 100,
      )

/** The sessions that are over and were missed, by their number; of what is still to come nobody can say it. */
export function missedWords({ setting, now }: Visit, seminar: Seminar, { entitlement }: PreviewRow): string {
  const numbers = seminar.sessions.flatMap(({ id, end }, i) =>
    entitlement.missed.includes(id) && end <= now ? [String(i + 1)] : [],
  )
  return numbers.length > 0 ? conditionsText[setting.language].missed(numbers.join(', ')) : ''
}
