import { describe, expect, it } from 'vitest'
import { placesRules, waitingRule } from '../../functions/enrollment/line/waiting-rule.ts'
import { languages } from '../../functions/kernel/language.ts'
import { plainPlaces } from '../../functions/seminar/places.ts'
import { aSeminar } from '../world/seminar.ts'

/** Every rule of which there can be one or several, with that number in it. */
const rulesWith = (n: number, language: (typeof languages)[number]) =>
  placesRules(
    aSeminar({
      capacity: 4,
      places: {
        ...plainPlaces,
        promotion: 'offer',
        offerHours: n,
        waitingSize: n,
        mostPerAssociation: n,
        reserved: [{ associationId: 'org_hagen', seats: n }],
      },
    }),
    language,
    () => 'Hagen',
  )

describe('the rules in plain words', () => {
  it.each(languages)('are right for one and for two (%s)', (language) => {
    expect(rulesWith(1, language).join(' ')).not.toMatch(
      /\b1 (Stunden|Personen|Plätze|hours|people|places)\b|\bPlätzen sind\b|\bseats are\b/,
    )
    expect(rulesWith(2, language).every((rule) => rule.includes('2'))).toBe(true)
  })

  it.each([
    ['de', 'Zulassung', 'Anmeldung'],
    ['tr', 'kabul sırasına', 'kayıt sırasına'],
    ['en', 'order of admission', 'order of enrollment'],
  ] as const)('name the order that counts (%s)', (language, admission, enrollment) => {
    for (const promotion of ['offer', 'at-once'] as const)
      for (const approval of [true, false]) {
        const seminar = aSeminar({ places: { ...plainPlaces, promotion, approval } })
        const words = waitingRule(seminar, { language, waitsWith: '' })
        expect([words.includes(admission), words.includes(enrollment)]).toEqual([approval, !approval])
      }
  })

  it('say what is meant, in the words of the first user', () => {
    expect(rulesWith(1, 'de')).toEqual([
      '1 von 4 Plätzen ist für Hagen reserviert.',
      'Aus einem Verein kann nur eine Person teilnehmen, damit viele Vereine dabei sind.',
      'Die Warteliste hat nur einen Platz.',
      'Wird ein Platz frei, bieten wir ihn der nächsten Person in der Reihenfolge der Anmeldung an. Sie hat eine Stunde Zeit zum Annehmen, kurz vor dem Beginn weniger; dann ist die übernächste an der Reihe.',
    ])
  })
})
