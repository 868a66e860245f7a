import type { ReadingTable } from '../kernel/table.ts'
import { findCertificate } from './certificate.table.ts'
import { type Certificate, isCertificateNumber } from './certificate.ts'

/** No certificate is from the year 0. */
const nobodysNumber = '0000-0000-0000-0000'

/**
 * Looks a number up and checks the house's signature over everything that is printed. Unknown, malformed and
 * tampered ones are all undefined, after the same reading: the reader learns only that this certificate is not genuine.
 */
export async function verify(
  world: { table: ReadingTable; isGenuine: (certificate: Certificate) => Promise<boolean> },
  number: string,
): Promise<Certificate | undefined> {
  const certificate = await findCertificate(world.table, isCertificateNumber(number) ? number : nobodysNumber)
  return certificate && (await world.isGenuine(certificate)) ? certificate : undefined
}
