import type { Language } from '../../functions/kernel/language.ts'
import { isAllotmentAhead, isLineFull, type Line, seatsLeft } from '../../functions/seminar/line.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { enrollText } from '../text/enroll.ts'
import type { EnrollField } from './enroll-form.ts'
import type { EnrollTrouble } from './person-fields.ts'

/** What will become of a form sent now: an application, a place on the list, or a seat that is held for a day. */
export function introWords(seminar: Seminar, line: Line, language: Language): string {
  const text = enrollText[language]
  if (seminar.places.approval) return text.applyNow
  if (isAllotmentAhead(seminar)) return text.listFirst
  return waits(seminar, line) ? text.fullNow : text.howItGoes
}

/** What the button says. */
export function sendWords(seminar: Seminar, line: Line, language: Language): string {
  const text = enrollText[language]
  if (seminar.places.approval) return text.sendApplication
  return waits(seminar, line) ? text.sendWaiting : text.send
}

/** Where the list is full too, only people whose association has seats kept for it see the form. */
const waits = (seminar: Seminar, line: Line): boolean =>
  seatsLeft(line) === 0 && !isAllotmentAhead(seminar) && !isLineFull(line, seminar)

/** The sentence for each trouble, by field. */
export const sentences = (
  troubles: Partial<Record<EnrollField, EnrollTrouble>>,
  language: Language,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(troubles).map(([field, code]) => [field, enrollText[language].trouble[code]]),
  )
