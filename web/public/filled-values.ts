import type { Enrollment } from '../../functions/enrollment/enrollment.ts'
import { readOverview } from '../../functions/enrollment/link/overview-link.ts'
import { readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import type { Association } from '../../functions/programme/programme.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import type { EnrollValues } from './enroll-form.ts'
import { otherAssociation } from './person-fields.ts'

/** What somebody told about themself, as it stands in a form. */
export function valuesOf(person: Enrollment, known: readonly Association[]): EnrollValues {
  const member = known.some(({ id }) => id === person.associationId)
  const { firstName, lastName, email, language, note, sessions } = person
  return {
    ...{ firstName, lastName, email, language, note, sessions },
    associationId: member ? person.associationId : person.association ? otherAssociation : '',
    association: member ? '' : person.association,
    consent: '',
  }
}

/** The same for another seminar: the note was meant for that one, and consent is given anew. */
export const valuesForAnother = (
  person: Enrollment,
  known: readonly Association[],
  seminar: Seminar,
): EnrollValues => ({
  ...valuesOf(person, known),
  note: '',
  sessions: seminar.sessions.map(({ id }) => id),
})

/** Whom a token of a personal page or of an overview belongs to; undefined where nothing is known of them any more. */
export async function personBehind(
  world: { table: ReadingTable; now: Instant },
  token: string,
): Promise<Enrollment | undefined> {
  const linked = await readPersonalLink(world.table, token, 'my')
  const person = linked?.enrollment.facts ?? (await readOverview(world, token))?.at(-1)?.facts
  return person?.email ? person : undefined
}
