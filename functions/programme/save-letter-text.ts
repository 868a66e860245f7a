import type { Language } from '../kernel/language.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import { letterTextShelf } from './letter-texts.table.ts'
import { type OwnText, type WrittenLetter, wrongPlaceholders } from './letter-texts.ts'

/** `wrong-placeholder`: what stands in braces and nobody can fill in; such a text is never stored. */
export type SaveLetterTextRefusal =
  | { code: 'changed-meanwhile' }
  | { code: 'wrong-placeholder'; field: keyof OwnText; wrong: string[] }

type Command = { letter: WrittenLetter; language: Language; version: string; text: OwnText }

/** An administrator writes a letter in the association's own words; empty words bring the house's back. */
export async function saveLetterText(
  { table, also = [] }: { table: Table; also?: readonly Write[] },
  { letter, language, version, text }: Command,
): Promise<Result<OwnText, SaveLetterTextRefusal>> {
  for (const field of ['subject', 'text'] as const) {
    const wrong = wrongPlaceholders(text[field], letter)
    if (wrong.length > 0) return refuse({ code: 'wrong-placeholder', field, wrong })
  }
  const stored = await letterTextShelf.read(table, { letter, language })
  if ((stored?.version ?? '') !== version) return refuse({ code: 'changed-meanwhile' })
  const { committed } = await table.commit([
    stored ? letterTextShelf.replace(stored, text) : letterTextShelf.create({ letter, language }, text),
    ...also,
  ])
  return committed ? accept(text) : refuse({ code: 'changed-meanwhile' })
}
