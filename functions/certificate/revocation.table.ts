import * as v from 'valibot'
import type { EnrollmentName } from '../enrollment/enrollment.table.ts'
import { type ReadingTable, shelf } from '../kernel/table.ts'
import { instantSchema } from '../kernel/time.ts'
import { findCertificateOf } from './certificate.table.ts'
import type { Certificate } from './certificate.ts'

const revocationSchema = v.object({
  at: instantSchema,
  /** Mailbox of the staff member. */
  by: v.string(),
  /** For the person and the office; the page where certificates are verified does not show it. */
  reason: v.string(),
})
/** A certificate holds no longer. The certificate itself stays as it was signed. */
export type Revocation = v.InferOutput<typeof revocationSchema>

/** It lies beside the certificate, under the same number. */
export const revocationShelf = shelf<Revocation, string>({
  table: 'people',
  kind: 'certificate-revocation',
  schema: revocationSchema,
  key: (number) => ({ pk: `certificate#${number}`, sk: 'revocation' }),
})

/** When and why a certificate was revoked; undefined for one that holds. */
export const findRevocation = async (
  table: Pick<ReadingTable, 'read'>,
  number: string,
): Promise<Revocation | undefined> => (await revocationShelf.read(table, number))?.facts

/** The certificate of one enrollment, if it has one that holds. */
export async function findValidCertificateOf(
  table: ReadingTable,
  name: EnrollmentName,
): Promise<Certificate | undefined> {
  const certificate = await findCertificateOf(table, name)
  return certificate && !(await findRevocation(table, certificate.number)) ? certificate : undefined
}
