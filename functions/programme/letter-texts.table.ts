import type { Language } from '../kernel/language.ts'
import { type ReadingTable, shelf } from '../kernel/table.ts'
import { noOwnText, type OwnText, type OwnTexts, ownTextSchema, type WrittenLetter } from './letter-texts.ts'
import { organisationShelf, unnamedOrganisation } from './programme.table.ts'

type Name = { letter: WrittenLetter; language: Language }

const sortKey = ({ letter, language }: Name): string => `${letter}#${language}`

/** The association's own words for one letter in one language. */
export const letterTextShelf = shelf<OwnText, Name>({
  table: 'catalog',
  kind: 'letter-text',
  schema: ownTextSchema,
  key: (name) => ({ pk: 'letter-texts', sk: sortKey(name) }),
})

/** Everything that whoever writes letters has to know about the association: its name, and its own words. */
export type HouseWords = { organisation: string; own: OwnTexts }

/** Loads the association's words once for a whole run of letters. */
export async function loadHouseWords(table: ReadingTable): Promise<HouseWords> {
  const [organisation, texts] = await Promise.all([
    organisationShelf.read(table, null),
    table.list('catalog', 'letter-texts'),
  ])
  const byName = new Map(texts.map((stored) => [stored.sk, letterTextShelf.decode(stored).facts]))
  return {
    organisation: (organisation?.facts ?? unnamedOrganisation).name,
    own: (letter, language) => byName.get(sortKey({ letter, language })) ?? noOwnText,
  }
}
