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

/**
 * Beside each enrollment lies the number of its certificate: at most one, by key. It is there a moment before the
 * certificate itself. `former` are those that it replaced, the oldest first.
 */
export type CertificateNote = { number: string; serial?: number | undefined; former?: string[] | undefined }

export const certificateNoteShelf = shelf<CertificateNote, EnrollmentName>({
  table: 'people',
  kind: 'certificate-note',
  schema: v.object({
    number: v.string(),
    /** Absent on those from before there was a register. */
    serial: v.optional(v.number()),
    former: v.optional(v.array(v.string())),
  }),
  key: (name) => ({ pk: personKey(name), sk: `certificate#${name.enrollmentId}` }),
})

export const findCertificate = async (
  table: ReadingTable,
  number: string,
): Promise<Certificate | undefined> => (await certificateShelf.read(table, number))?.facts

/** Beside an enrollment whose certificate cannot be printed: the letters that the fonts do not know. */
export const certificateHoldShelf = shelf<{ letters: string }, EnrollmentName>({
  table: 'people',
  kind: 'certificate-hold',
  schema: v.object({ letters: v.string() }),
  key: (name) => ({ pk: personKey(name), sk: `certificate-hold#${name.enrollmentId}` }),
})

/** The certificate of one enrollment, if it has one. */
export async function findCertificateOf(
  table: ReadingTable,
  name: EnrollmentName,
): Promise<Certificate | undefined> {
  const note = await certificateNoteShelf.read(table, name)
  return note && findCertificate(table, note.facts.number)
}

/** What became of the certificate of one enrollment: its number, or the letters for which it waits. */
export type IssuedOrHeld = { number: string } | { letters: string }

/** Both notes lie beside the enrollment, so one request answers. */
export async function findIssuedOrHeld(
  table: ReadingTable,
  name: EnrollmentName,
): Promise<IssuedOrHeld | undefined> {
  const [note, hold] = await table.read([certificateNoteShelf.place(name), certificateHoldShelf.place(name)])
  if (note) return certificateNoteShelf.decode(note).facts
  return hold && certificateHoldShelf.decode(hold).facts
}
