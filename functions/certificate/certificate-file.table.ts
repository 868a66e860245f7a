import * as v from 'valibot'
import { type ReadingTable, shelf } from '../kernel/table.ts'
import type { Certificate } from './certificate.ts'

/** The SHA-256 of the PDF that went out by mail, in 64 hexadecimal figures. */
type CertificateFile = { sha256: string }

/** It lies beside the certificate, under the same number. */
export const certificateFileShelf = shelf<CertificateFile, string>({
  table: 'people',
  kind: 'certificate-file',
  schema: v.object({ sha256: v.pipe(v.string(), v.hexadecimal(), v.length(64)) }),
  key: (number) => ({ pk: `certificate#${number}`, sk: 'sheet' }),
})

/** The SHA-256 of a file as everybody's programs write it: 64 hexadecimal figures. */
export async function fileFingerprint(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The files that the house vouches for. `mailed` is what went out when the certificate was issued; null for those from
 * before it was noted. `drawn` is what the personal page hands out today: the same bytes, until the house draws its
 * sheets another way.
 */
export type KnownFiles = { mailed: string | null; drawn: string }

/** Looks one up, and draws the other. */
export async function knownFiles(
  world: {
    table: Pick<ReadingTable, 'read'>
    drawSheet: (certificate: Certificate) => Promise<Uint8Array>
  },
  certificate: Certificate,
): Promise<KnownFiles> {
  const [stored, sheet] = await Promise.all([
    certificateFileShelf.read(world.table, certificate.number),
    world.drawSheet(certificate),
  ])
  return { mailed: stored?.facts.sha256 ?? null, drawn: await fileFingerprint(sheet) }
}
