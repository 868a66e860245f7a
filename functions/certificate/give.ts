import { enrollmentShelf } from '../enrollment/enrollment.table.ts'
import type { Enrollment } from '../enrollment/enrollment.ts'
import { letterTo } from '../enrollment/letter-to.ts'
import { freshLink, keepLinks } from '../enrollment/link/personal-link.ts'
import { base64 } from '../kernel/encoding.ts'
import type { NewSecret } from '../kernel/secret.ts'
import type { Stored, Table, Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { certificateLetter } from './certificate.mail.ts'
import { certificateShelf } from './certificate.table.ts'
import { type Certificate, type CertificateContent, signedText } from './certificate.ts'
import { certificateFileShelf, fileFingerprint } from './certificate-file.table.ts'
import { credentialShelf } from './credential/credential.table.ts'
import type { Credential } from './credential/credential.ts'

/** Signs with the house's key; the signature is base64url. */
type Sign = (text: string) => Promise<string>
/** Draws the sheet of a certificate as PDF, with the credential inside; one that is stored already is found. */
type DrawSheet = (certificate: Certificate, fresh?: Credential) => Promise<Uint8Array>
/** The letters that the sheet's fonts do not have; it would print boxes instead. */
type MissingLetters = (certificate: CertificateContent) => readonly string[]
/** Makes the credential of a certificate, for machines. */
type MakeCredential = (certificate: Certificate) => Promise<Credential>

export type IssueWorld = {
  table: Table
  now: Instant
  newSecret: NewSecret
  origin: string
  sign: Sign
  makeCredential: MakeCredential
  drawSheet: DrawSheet
  missingLetters: MissingLetters
}

type Given = {
  stored: Stored<Enrollment>
  content: CertificateContent
  /** The number that holds no longer, where this certificate takes its place. */
  replaces?: string
}

/**
 * The writes that give somebody their certificate: the signed facts, and the mail that carries the sheet with a fresh
 * link to their page. The certificate itself is the first of them, the enrollment the second; its credential lies
 * beside it from the same moment.
 */
export async function certificateWrites(
  world: IssueWorld,
  { stored, content, replaces }: Given,
): Promise<Write[]> {
  const certificate: Certificate = { ...content, signature: await world.sign(signedText(content)) }
  const credential = await world.makeCredential(certificate)
  const sheet = await world.drawSheet(certificate, credential)
  return [
    certificateShelf.create(certificate.number, certificate),
    ...(await carryingWrites(world, { stored, certificate, sheet, key: replaces ?? '', replaces })),
    certificateFileShelf.create(certificate.number, { sha256: await fileFingerprint(sheet) }),
    credentialShelf.create(certificate.number, credential),
  ]
}

type Carried = {
  stored: Stored<Enrollment>
  certificate: Certificate
  sheet: Uint8Array
  /** Tells one letter with a certificate from the next. */
  key: string
  replaces?: string | undefined
}

/** The writes that send a certificate, whether it is new or asked for once more. */
export async function carryingWrites(
  world: IssueWorld,
  { stored, certificate, sheet, key, replaces }: Carried,
): Promise<Write[]> {
  const my = await freshLink(world.newSecret, stored.facts, 'my')
  const enrollment: Enrollment = { ...stored.facts, links: keepLinks([...stored.facts.links, my.link]) }
  const letter = certificateLetter({
    certificate,
    pdf: base64(sheet),
    myLink: `${world.origin}/my/${my.token}`,
    verifyLink: `${world.origin}/verify/${certificate.number}`,
    ...(replaces && { replaces }),
  })
  return [
    enrollmentShelf.replace(stored, enrollment),
    await letterTo(enrollment, { cause: 'certificate', key, letter }, world.now),
  ]
}
