import type { Language } from '../../kernel/language.ts'
import { longDateTime } from '../../kernel/time.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import type { Enrollment } from '../enrollment.ts'
import { enrollmentWords } from '../text/words.ts'

/** One sentence for whoever waits: how places are given. */
export function waitingRule(
  { places, allottedAt, zone }: Seminar,
  { language, waitsWith }: Pick<Enrollment, 'language' | 'waitsWith'>,
): string {
  const { rule } = enrollmentWords[language]
  if (waitsWith) return rule.together
  if (places.newcomersUntil && !allottedAt)
    return rule.newcomers(longDateTime(places.newcomersUntil, zone, language))
  const { promotion, offerHours, approval } = places
  return promotion === 'offer' ? rule.offer(offerHours, approval) : rule.atOnce(approval)
}

/** The rules of a seminar that are not the usual ones, in plain words, before anybody enrolls. */
export function placesRules(
  { places, releasedAt, allottedAt, zone, capacity }: Seminar,
  language: Language,
  nameOf: (associationId: string) => string,
): string[] {
  const { rule } = enrollmentWords[language]
  const until = (instant: Parameters<typeof longDateTime>[0]) => longDateTime(instant, zone, language)
  return [
    ...(places.approval ? [rule.approval] : []),
    ...(places.newcomersUntil && !allottedAt ? [rule.newcomers(until(places.newcomersUntil))] : []),
    ...(releasedAt === null
      ? places.reserved.map(({ associationId, seats }) =>
          rule.kept(
            seats,
            capacity,
            nameOf(associationId),
            places.reservedUntil ? until(places.reservedUntil) : '',
          ),
        )
      : []),
    ...(places.mostPerAssociation === null ? [] : [rule.mostPerAssociation(places.mostPerAssociation)]),
    ...(places.waitingSize === null ? [] : [rule.waitingSize(places.waitingSize)]),
    ...(places.promotion === 'offer' ? [rule.offer(places.offerHours, places.approval)] : []),
  ]
}
