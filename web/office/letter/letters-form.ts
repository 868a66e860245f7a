import {
  type LetterRules,
  type RuledLetter,
  ruledLetters,
  ruleLimits,
} from '../../../functions/seminar/letter-rules.ts'
import type { FieldReader, Values } from '../field-reader.ts'

/** The page of a seminar's letters. */
export const lettersPath = (seminarId: string): string => `/office/seminars/${seminarId}/letters`

/** The fields of one letter's rule. */
export const fieldsOf = (letter: RuledLetter) => ({ on: `${letter}-on`, when: `${letter}-when` })

/** The rules as the form shows them. */
export function rulesValues(rules: LetterRules, version: string): Values {
  const amount = (letter: RuledLetter) => (letter === 'invite' ? rules.invite.days : rules[letter].hours)
  return new Map([
    ['version', version],
    ...ruledLetters.flatMap((letter): [string, string][] => [
      [fieldsOf(letter).on, rules[letter].on ? 'yes' : ''],
      [fieldsOf(letter).when, String(amount(letter))],
    ]),
    ['feedback', rules.thanks.feedback],
  ])
}

/** The rules as they were typed; they count only where the reader found nothing wrong. */
export function readRules(reader: FieldReader): LetterRules {
  const on = (letter: RuledLetter) => reader.typed(fieldsOf(letter).on) === 'yes'
  const amount = (letter: RuledLetter) => reader.whole(fieldsOf(letter).when, ruleLimits[letter])
  return {
    invite: { on: on('invite'), days: amount('invite') },
    reminder: { on: on('reminder'), hours: amount('reminder') },
    missed: { on: on('missed'), hours: amount('missed') },
    thanks: {
      on: on('thanks'),
      hours: amount('thanks'),
      feedback: reader.typed('feedback') === '' ? '' : reader.link('feedback'),
    },
  }
}
