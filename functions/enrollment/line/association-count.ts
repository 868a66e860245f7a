import { fingerprint } from '../../kernel/secret.ts'
import type { Counters, Place, ReadingTable, Write } from '../../kernel/table.ts'
import type { Seminar } from '../../seminar/seminar.ts'

/** Who belongs to which association, as far as it was said. */
type Belonging = { association: string; associationId: string }

/** What people write who belong to none. */
const none = /^(kein(e|er|en)?|ohne|nicht vorhanden|none|no|yok|hiçbiri|[-–—./]*)$/u

/** One word for an association, however it was written; empty for who belongs to none. */
const keyOf = async ({ association, associationId }: Belonging): Promise<string> => {
  if (associationId) return associationId
  const folded = association.normalize('NFKC').toLocaleLowerCase('de').replace(/\s+/g, ' ').trim()
  return none.test(folded) ? '' : (await fingerprint(folded)).slice(0, 16)
}

const countPlace = (seminarId: string, key: string): Place => ({
  table: 'catalog',
  pk: `line#${seminarId}`,
  sk: `association#${key}`,
})

const countOf = ({ people = 0 }: Counters): number => people

/** Whether so many more people of an association would be too many for this seminar. */
export async function isAssociationFull(
  table: Pick<ReadingTable, 'counters'>,
  { id, places }: Seminar,
  who: Belonging & { people?: number },
): Promise<boolean> {
  if (places.mostPerAssociation === null) return false
  const key = await keyOf(who)
  if (key === '') return false
  return countOf(await table.counters(countPlace(id, key))) + (who.people ?? 1) > places.mostPerAssociation
}

/**
 * The write that counts people of an association in or out, where the seminar limits them; refused when it would be
 * too many.
 */
export async function countAssociation(
  { id, places }: Seminar,
  who: Belonging,
  by: number,
): Promise<Write[]> {
  const most = places.mostPerAssociation
  const key = most === null ? '' : await keyOf(who)
  if (most === null || key === '') return []
  return [
    {
      do: 'add',
      ...countPlace(id, key),
      by: { people: by },
      ...(by > 0 && { within: { people: { most: most - by } } }),
    },
  ]
}
