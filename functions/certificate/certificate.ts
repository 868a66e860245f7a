import * as v from 'valibot'
import { bytesFromBase64 } from '../kernel/encoding.ts'
import { languageSchema } from '../kernel/language.ts'
import { instantSchema } from '../kernel/time.ts'
import { certificateLookSchema } from '../programme/certificate-look.ts'

/**
 * What a certificate of attendance (Teilnahmebescheinigung) says, frozen when it was issued: printing it again gives
 * the same sheet, whatever happened to seminar or person since.
 */
export const certificateSchema = v.object({
  number: v.string(),
  /** Its place in the register of its year, from 1 upward without gaps; absent on sheets from before the register. */
  serial: v.optional(v.number()),
  seminarId: v.string(),
  enrollmentId: v.string(),
  language: languageSchema,
  firstName: v.string(),
  lastName: v.string(),
  title: v.string(),
  /** Start and end of each session, in order. */
  sessions: v.array(v.object({ start: instantSchema, end: instantSchema, online: v.boolean() })),
  zone: v.string(),
  plannedMinutes: v.number(),
  attendedMinutes: v.number(),
  /** Whether it was too little for a full one; absent on sheets from before there were two kinds. */
  reduced: v.optional(v.boolean()),
  /** One content per entry; may be empty. */
  contents: v.array(v.string()),
  trainer: v.string(),
  organisation: v.object({ name: v.string(), street: v.string(), city: v.string() }),
  /** Empty where nobody funds the seminar. */
  acknowledgement: v.string(),
  funder: v.string(),
  signer: v.string(),
  signerFunction: v.string(),
  /** How it looks; sheets from before there was a choice look as they did. */
  look: v.optional(certificateLookSchema),
  /** The same in German beside the person's language, where the association wanted both. */
  german: v.optional(
    v.object({
      title: v.string(),
      contents: v.array(v.string()),
      acknowledgement: v.string(),
      signerFunction: v.string(),
    }),
  ),
  issuedAt: instantSchema,
  /** ECDSA P-256 over everything above, by the house's key, base64url. */
  signature: v.string(),
})
export type Certificate = v.InferOutput<typeof certificateSchema>

/** Everything that is printed and signed. */
export type CertificateContent = Omit<Certificate, 'signature'>

/** The bytes that are signed: the content as JSON with its keys in order, so that every reader makes the same. */
export const signedText = (content: CertificateContent): string => canonical(content)

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

const numberPattern = /^\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/

/** Whether this could be a number of ours at all: `2026-7K3M-9QXW-P4TR`. */
export const isCertificateNumber = (text: string): boolean => numberPattern.test(text)

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A number that nobody can guess: the year and 60 bits of a secret, in letters that are hard to confuse. */
export function certificateNumber(year: string, secret: string): string {
  const letters = [...bytesFromBase64(secret).slice(0, 12)].map((byte) => alphabet[byte % 32]).join('')
  return `${year}-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8, 12)}`
}
