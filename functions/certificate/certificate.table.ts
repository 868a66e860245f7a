import * as v from 'valibot'
import { type EnrollmentName, personKey } from '../enrollment/enrollment.table.ts'
import { type ReadingTable, shelf } from '../kernel/table.ts'
import { type Certificate, certificateSchema } from './certificate.ts'

/** A certificate lies under its own number: whoever verifies needs to read nothing else about people. */
export const certificateShelf = shelf<Certificate, string>({
  table: 'people',
  kind: 'certificate',
  schema: certificateSchema,
  key: (number) => ({ pk: `certificate#${number}`, sk: 'certificate' }),
})

/** Beside each enrollment lies the number of its certificate: at most one, by key. */
export const certificateNoteShelf = shelf<{ number: string }, EnrollmentName>({
  table: 'people',
  kind: 'certificate-note',
  schema: v.object({ number: v.string() }),
  key: (name) => ({ pk: personKey(name), sk: `certificate#${name.enrollmentId}` }),
})

export const findCertificate = async (
  table: ReadingTable,
  number: string,
): Promise<Certificate | undefined> => (await certificateShelf.read(table, number))?.facts

/** The certificate of one enrollment, if it has one. */
export async function findCertificateOf(
  table: ReadingTable,
  name: EnrollmentName,
): Promise<Certificate | undefined> {
  const note = await certificateNoteShelf.read(table, name)
  return note && findCertificate(table, note.facts.number)
}
