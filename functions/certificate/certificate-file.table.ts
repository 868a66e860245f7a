import * as v from 'valibot'
import { type ReadingTable, shelf, type Write } from '../kernel/table.ts'
import type { Certificate } from './certificate.ts'

const fingerprintSchema = v.pipe(v.string(), v.hexadecimal(), v.length(64))
const certificateFileSchema = v.object({
  /** The SHA-256 of the PDF that went out by mail, in 64 hexadecimal figures. */
  sha256: fingerprintSchema,
  /** Those of other bytes that went out since, because the house draws its sheets another way than before. */
  later: v.optional(v.array(fingerprintSchema)),
})
type CertificateFile = v.InferOutput<typeof certificateFileSchema>

/** It lies beside the certificate, under the same number. */
export const certificateFileShelf = shelf<CertificateFile, string>({
  table: 'people',
  kind: 'certificate-file',
  schema: certificateFileSchema,
  key: (number) => ({ pk: `certificate#${number}`, sk: 'sheet' }),
})

const sumsOf = ({ sha256, later = [] }: CertificateFile): string[] => [sha256, ...later]

/** The SHA-256 of every PDF of this certificate that went out by mail; none of those from before it was noted. */
export async function mailedFiles(table: Pick<ReadingTable, 'read'>, number: string): Promise<string[]> {
  const stored = await certificateFileShelf.read(table, number)
  return stored ? sumsOf(stored.facts) : []
}

/** The write that notes a file that goes out once more; none where the same bytes went out before. */
export async function noteMailedAgain(
  table: Pick<ReadingTable, 'read'>,
  number: string,
  pdf: Uint8Array,
): Promise<Write[]> {
  const sha256 = await fileFingerprint(pdf)
  const stored = await certificateFileShelf.read(table, number)
  if (!stored) return [certificateFileShelf.create(number, { sha256 })]
  if (sumsOf(stored.facts).includes(sha256)) return []
  const later = [...(stored.facts.later ?? []), sha256]
  return [certificateFileShelf.replace(stored, { ...stored.facts, later })]
}

/** The SHA-256 of a file as everybody's programs write it: 64 hexadecimal figures. */
export async function fileFingerprint(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The files that the house vouches for, by their SHA-256. `mailed` is what went out; nothing of certificates from before
 * it was noted. `drawn` is what the personal page hands out today: the same bytes, until the house draws its sheets
 * another way.
 */
export type KnownFiles = { mailed: readonly string[]; drawn: string }

/** Looks up what was mailed, and draws what there is today. */
export async function knownFiles(
  world: {
    table: Pick<ReadingTable, 'read'>
    drawSheet: (certificate: Certificate) => Promise<Uint8Array>
  },
  certificate: Certificate,
): Promise<KnownFiles> {
  const [mailed, sheet] = await Promise.all([
    mailedFiles(world.table, certificate.number),
    world.drawSheet(certificate),
  ])
  return { mailed, drawn: await fileFingerprint(sheet) }
}
