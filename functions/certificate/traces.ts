import type { EnrollmentName } from '../enrollment/enrollment.table.ts'
import type { ReadingTable, Stored, Table, Write } from '../kernel/table.ts'
import {
  certificateHoldShelf,
  certificateNoteShelf,
  certificateShelf,
  findCertificate,
} from './certificate.table.ts'
import type { Certificate } from './certificate.ts'
import { mailedFiles } from './certificate-file.table.ts'
import { findCredential } from './credential/credential.table.ts'
import type { Credential } from './credential/credential.ts'
import { findReplacement, type Replacement } from './replacement.table.ts'
import { certificateRequestShelf } from './request/certificate-request.table.ts'
import { findRevocation, type Revocation, revocationShelf } from './revocation.table.ts'

/**
 * The writes after which nothing about a person's certificates is left, also of those that were replaced; and how many
 * stay where the person wants to keep them. Whatever lies under a certificate's number goes, so that nothing which is
 * put there later can be forgotten here.
 */
export async function forgetCertificates(
  table: Pick<Table, 'read' | 'list'>,
  name: EnrollmentName,
  { keep }: { keep: boolean },
): Promise<{ writes: Write[]; kept: number }> {
  const [hold, note, request] = await Promise.all([
    certificateHoldShelf.read(table, name),
    certificateNoteShelf.read(table, name),
    certificateRequestShelf.read(table, name),
  ])
  const lying = await listBeside(table, note?.facts)
  const isCertificate = ({ kind }: Stored<unknown>) => kind === certificateShelf.kind
  return {
    kept: keep ? lying.filter(isCertificate).length : 0,
    writes: [
      // The letters that could not be printed are letters of the name.
      ...(hold ? [certificateHoldShelf.remove(hold)] : []),
      ...(request ? [certificateRequestShelf.remove(request)] : []),
      ...(note && !keep ? [certificateNoteShelf.remove(note)] : []),
      ...(keep ? lying.flatMap(withoutReason) : lying.map(removed)),
    ],
  }
}

type Note = { number: string; former?: readonly string[] | undefined }

const certificateKey = (number: string): string => certificateShelf.place(number).pk

async function listBeside(table: Pick<Table, 'list'>, note: Note | undefined): Promise<Stored<unknown>[]> {
  const numbers = note ? [...(note.former ?? []), note.number] : []
  const lists = await Promise.all(numbers.map((number) => table.list('people', certificateKey(number))))
  return lists.flat()
}

const removed = ({ table, pk, sk, version }: Stored<unknown>): Write => ({
  ...{ do: 'remove', table, pk, sk, version },
})

/** That a certificate holds no longer stays beside it; why is forgotten. */
function withoutReason(stored: Stored<unknown>): Write[] {
  if (stored.kind !== revocationShelf.kind) return []
  const revocation = revocationShelf.decode(stored)
  return [revocationShelf.replace(revocation, { ...revocation.facts, reason: '' })]
}

/** One certificate of a person, and since when it holds no longer. */
export type CertificateTrace = {
  certificate: Certificate
  /** SHA-256 of each PDF of it that was mailed; none of those from before it was noted. */
  files: string[]
  revocation: Revocation | undefined
  replacement: Replacement | undefined
  credential: Credential | undefined
}

/** Every certificate that a person was given in a seminar, the oldest first. */
export async function listCertificatesOf(
  table: ReadingTable,
  name: EnrollmentName,
): Promise<CertificateTrace[]> {
  const note = (await certificateNoteShelf.read(table, name))?.facts
  const traces = await Promise.all(
    [...(note?.former ?? []), ...(note ? [note.number] : [])].map(async (number) => ({
      certificate: await findCertificate(table, number),
      files: await mailedFiles(table, number),
      revocation: await findRevocation(table, number),
      replacement: await findReplacement(table, number),
      credential: await findCredential(table, number),
    })),
  )
  return traces.flatMap(({ certificate, ...rest }) => (certificate ? [{ certificate, ...rest }] : []))
}
