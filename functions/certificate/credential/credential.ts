import { utf8 } from '../../kernel/encoding.ts'
import { type Instant, longSpan } from '../../kernel/time.ts'
import { teachingUnits } from '../../seminar/seminar.ts'
import type { Certificate } from '../certificate.ts'
import { sheetWords } from '../sheet/text/words.ts'
import { credentialWords } from './credential-words.ts'
import { didOf } from './did-document.ts'
import { type StatusEntry, statusEntry } from './status-list.ts'

/** W3C Verifiable Credentials 2.0: credential, proof and status list are explained there. */
export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
/** Open Badges 3.0.3: what was achieved, and by whom. */
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

/** A credential as it is handed out: as JSON with the proof inside, and as JWT. Both are kept as they were signed. */
export type Credential = { json: string; jwt: string }

/** What a credential says before anybody signs it (Open Badges 3.0, B.1). */
export type CredentialContent = {
  '@context': readonly [typeof credentialsContext, typeof openBadgesContext]
  id: string
  type: readonly ['VerifiableCredential', 'OpenBadgeCredential']
  name: string
  issuer: { id: string; type: readonly ['Profile']; name: string; url: string }
  validFrom: string
  credentialSubject: Subject
  /** Absent on certificates from before the register: such a credential cannot be revoked by itself. */
  credentialStatus?: StatusEntry
}

type Subject = {
  id: string
  type: readonly ['AchievementSubject']
  identifier: readonly [{ type: 'IdentityObject'; identityType: 'name'; hashed: false; identityHash: string }]
  licenseNumber: string
  activityStartDate?: string
  activityEndDate?: string
  creditsEarned: number
  narrative: string
  achievement: Achievement
}

type Achievement = {
  id: string
  type: readonly ['Achievement']
  achievementType: 'CertificateOfCompletion' | 'Course'
  inLanguage: string
  name: string
  description: string
  creditsAvailable: number
  criteria: { narrative: string }
}

/** Where the credential of a certificate can be fetched by whoever has its number; also its name. */
export const credentialAddress = (origin: string, number: string): string =>
  `${origin}/verify/${number}/credential.json`

/** JWT counts whole seconds, and both writings must say the same. */
export const wholeSecond = (instant: Instant): string => instant.replace(/\.\d+Z$/, 'Z')

/**
 * The certificate in the words of Open Badges. Everything comes from what was frozen when it was issued, and nothing
 * else is said of the person. The name stands there as it is: a credential is handed out only to whoever has the number,
 * and the page of that number shows the name as well.
 */
export async function credentialContent(
  certificate: Certificate,
  origin: string,
): Promise<CredentialContent> {
  const { number, organisation } = certificate
  const status = statusEntry(certificate, origin)
  return {
    '@context': [credentialsContext, openBadgesContext],
    id: credentialAddress(origin, number),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: credentialWords[certificate.language].name(certificate.title),
    issuer: { id: didOf(origin), type: ['Profile'], name: organisation.name, url: origin },
    validFrom: wholeSecond(certificate.issuedAt),
    credentialSubject: await subjectOf(certificate, origin),
    ...(status && { credentialStatus: status }),
  }
}

async function subjectOf(certificate: Certificate, origin: string): Promise<Subject> {
  const { number, firstName, lastName, sessions, language } = certificate
  const [first, last] = [sessions[0], sessions.at(-1)]
  const attended = credentialWords[language].narrative(
    String(Math.floor(certificate.attendedMinutes)),
    String(Math.floor(certificate.plannedMinutes)),
  )
  const note = certificate.reduced ? [sheetWords[language].partlyNote] : []
  return {
    id: await subjectName(number),
    type: ['AchievementSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        identityType: 'name',
        hashed: false,
        identityHash: `${firstName} ${lastName}`.trim(),
      },
    ],
    licenseNumber: number,
    ...(first &&
      last && { activityStartDate: wholeSecond(first.start), activityEndDate: wholeSecond(last.end) }),
    creditsEarned: teachingUnits(Math.min(certificate.attendedMinutes, certificate.plannedMinutes)),
    narrative: [attended, ...note].join(' '),
    achievement: achievementOf(certificate, origin),
  }
}

function achievementOf(certificate: Certificate, origin: string): Achievement {
  const { number, language, title, contents, sessions, zone } = certificate
  const words = credentialWords[language]
  const dates = sessions.map(({ start, end }) => longSpan(start, end, zone, language)).join('; ')
  return {
    // A seminar's own page may be gone one day; the page of the number says for ever what it was.
    id: `${origin}/verify/${number}#seminar`,
    type: ['Achievement'],
    achievementType: certificate.reduced ? 'Course' : 'CertificateOfCompletion',
    inLanguage: language,
    name: title,
    description: contents.join('; ') || words.description(title),
    creditsAvailable: teachingUnits(certificate.plannedMinutes),
    criteria: { narrative: words.criteria(dates, String(Math.floor(certificate.plannedMinutes))) },
  }
}

/**
 * People have no address among machines, so each certificate names its person by a word of its own (RFC 9562, 5.8): two
 * certificates of one person cannot be told to be so.
 */
async function subjectName(number: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(`person of ${number}`).slice()))
  const bytes = digest.slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return `urn:uuid:${parts.join('-')}`
}
