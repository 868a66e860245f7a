import type { ReadingTable } from '../../kernel/table.ts'
import { readPictures } from '../../programme/certificate-look.table.ts'
import type { Certificate } from '../certificate.ts'
import { attachedCredential } from '../credential/attached-credential.ts'
import { findCredential } from '../credential/credential.table.ts'
import type { Credential } from '../credential/credential.ts'
import { drawSheet } from './certificate.sheet.ts'
import type { SheetMaterial } from './paper.sheet.ts'

/**
 * The PDF of a certificate with everything that belongs into it: its pictures, and its credential as a file inside. A
 * credential that is only being stored in this moment is handed in as `fresh`.
 */
export async function drawCertificate(
  { table, material, origin }: { table: ReadingTable; material: SheetMaterial; origin: string },
  certificate: Certificate,
  fresh?: Credential,
): Promise<Uint8Array> {
  const [pictures, credential] = await Promise.all([
    readPictures(table, certificate.look),
    fresh ?? findCredential(table, certificate.number),
  ])
  const attachments = credential ? [attachedCredential(credential, certificate)] : []
  return drawSheet(certificate, { material, origin, pictures, attachments })
}
