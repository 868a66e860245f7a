import type { ReadingTable } from '../kernel/table.ts'
import { findCertificate } from './certificate.table.ts'
import { type Certificate, isCertificateNumber } from './certificate.ts'

/**
 * Looks a number up and checks the house's signature over everything that is printed. Unknown, malformed and
 * tampered ones are all undefined: the reader learns only that this certificate is not genuine.
 */
export async function verify(
  world: { table: ReadingTable; isGenuine: (certificate: Certificate) => Promise<boolean> },
  number: string,
): Promise<Certificate | undefined> {
  if (!isCertificateNumber(number)) return undefined
  const certificate = await findCertificate(world.table, number)
  return certificate && (await world.isGenuine(certificate)) ? certificate : undefined
}
