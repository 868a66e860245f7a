import { type Language, textIn } from '../kernel/language.ts'
import type { ReadingTable } from '../kernel/table.ts'
import { phaseShelf } from './programme.table.ts'

/** The sentence that the funder wants to see on every mail and certificate; empty where nobody funds the seminar. */
export async function readAcknowledgement(
  table: ReadingTable,
  phaseId: string,
  language: Language,
): Promise<string> {
  if (!phaseId) return ''
  const phase = await phaseShelf.read(table, phaseId)
  return phase ? textIn(phase.facts.acknowledgement, language) : ''
}
