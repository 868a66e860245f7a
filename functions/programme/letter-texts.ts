import * as v from 'valibot'
import type { Language } from '../kernel/language.ts'

/** Letters whose beginning an association can write in its own words. */
export const writtenLetters = ['confirmed', 'invite', 'reminder', 'missed', 'thanks'] as const
export type WrittenLetter = (typeof writtenLetters)[number]

/** What stands in braces in a text and is filled in for each person. */
const placeholders = ['name', 'seminar', 'trainer', 'organisation', 'date', 'time', 'when', 'place'] as const
export type Placeholder = (typeof placeholders)[number]

const always: readonly Placeholder[] = ['name', 'seminar', 'trainer', 'organisation']

/** What can be filled in where; the letters about one session know its date. */
export const placeholdersOf: Record<WrittenLetter, readonly Placeholder[]> = {
  confirmed: always,
  invite: placeholders,
  reminder: placeholders,
  missed: placeholders,
  thanks: always,
}

/** The longest that a subject and a text may be. */
export const textLengths = { subject: 150, text: 2000 } as const

/** An association's own words in one language; what is empty stays as the house says it. */
export const ownTextSchema = v.object({ subject: v.string(), text: v.string() })
export type OwnText = v.InferOutput<typeof ownTextSchema>

export const noOwnText: OwnText = { subject: '', text: '' }

/** Whoever writes a letter asks for the association's own words by letter and language. */
export type OwnTexts = (letter: WrittenLetter, language: Language) => OwnText

/** What stands in braces and cannot be filled in, as it was typed; a brace without its twin too. */
export function wrongPlaceholders(template: string, letter: WrittenLetter): string[] {
  const known: readonly string[] = placeholdersOf[letter]
  const named = [...template.matchAll(/\{([^{}]*)\}/g)]
  const wrong = named.filter(([, name = '']) => !known.includes(name)).map(([whole]) => whole)
  const rest = template.replace(/\{[^{}]*\}/g, '')
  return [...new Set([...wrong, ...(rest.match(/[{}]/g) ?? [])])]
}

/** Fills a text in for one person. What is filled in is never read as a placeholder itself. */
export const fillIn = (template: string, values: Partial<Record<Placeholder, string>>): string =>
  template.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name as Placeholder] ?? '') : whole,
  )
