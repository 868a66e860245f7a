import { zipSync } from 'fflate'
import type { Certificate } from '../../../functions/certificate/certificate.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { millisecondsOf } from '../../../functions/kernel/time.ts'

/** What an answer through the gateway may weigh (6 MB as base64), with room to spare. */
const mostBytes = 4_000_000
/** A sheet without pictures, many contents included. */
const bytesOfSheet = 120_000
/** Drawing takes its time, too, and an answer must come within the function's. */
const mostSheets = 25

/** Some programs read names of files from MS-DOS, which is what fflate says otherwise, letter by letter. */
const unix = 3

/** How many sheets go into one file, where the pictures on each weigh so much. */
export const sheetsPerFile = (pictureBytes: number): number =>
  Math.max(1, Math.min(mostSheets, Math.floor(mostBytes / (bytesOfSheet + 2 * pictureBytes))))

/** The certificates as PDFs in one ZIP; they are compressed inside already. */
export async function sheetsFile(
  certificates: readonly Certificate[],
  drawSheet: (certificate: Certificate) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const files: Parameters<typeof zipSync>[0] = {}
  for (const certificate of certificates)
    files[fileName(certificate)] = [
      await drawSheet(certificate),
      { level: 0, os: unix, attrs: 0o644 << 16, mtime: millisecondsOf(certificate.issuedAt) },
    ]
  return zipSync(files)
}

/** Place and name, without what file systems do not take; the number keeps two people of one name apart. */
function fileName(certificate: Certificate): string {
  const { serial, number } = certificate
  const name = fullName(certificate)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  const place = serial === undefined ? '' : `${number.slice(0, 4)}-${String(serial).padStart(4, '0')}-`
  return `${place}${name}-${number}.pdf`
}
