import { listNotices } from '../attendance/attendance.table.ts'
import type { Notice } from '../attendance/attendance.ts'
import { enrollmentShelf, listEnrollments } from '../enrollment/enrollment.table.ts'
import { chosenPart, type Enrollment, hasSeat } from '../enrollment/enrollment.ts'
import { letterTo } from '../enrollment/letter-to.ts'
import { freshLink, keepLinks } from '../enrollment/link/personal-link.ts'
import { base64 } from '../kernel/encoding.ts'
import { textIn } from '../kernel/language.ts'
import type { NewSecret } from '../kernel/secret.ts'
import type { Stored, Table } from '../kernel/table.ts'
import { type Instant, wallClockOf } from '../kernel/time.ts'
import { loadProgramme, type Programme } from '../programme/programme.table.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { certificateLetter } from './certificate.mail.ts'
import { certificateHoldShelf, certificateNoteShelf, certificateShelf } from './certificate.table.ts'
import { type Certificate, type CertificateContent, certificateNumber, signedText } from './certificate.ts'
import { type Entitlement, entitlementOf } from './entitlement.ts'
import { readHoldBack } from './hold-back.ts'
import { lookOf, withoutPictures } from './look-of.ts'

/** Signs with the house's key; the signature is base64url. */
type Sign = (text: string) => Promise<string>
/** Draws the sheet of a certificate as PDF. */
type DrawSheet = (certificate: Certificate) => Promise<Uint8Array>
/** The letters that the sheet's fonts do not have; it would print boxes instead. */
type MissingLetters = (certificate: Certificate) => readonly string[]

export type IssueWorld = {
  table: Table
  now: Instant
  newSecret: NewSecret
  origin: string
  sign: Sign
  drawSheet: DrawSheet
  missingLetters: MissingLetters
}

/**
 * Issues the certificates of a completed seminar: everybody with a confirmed seat who reached the threshold gets
 * exactly one, stored together with the mail that carries it. A run that dies is simply repeated; one person whose
 * sheet cannot be drawn does not keep the others waiting, but is a fault of the whole run.
 */
export async function issueCertificates(world: IssueWorld, seminarId: string): Promise<{ issued: number }> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  if (seminar?.state !== 'completed') return { issued: 0 }
  const programme = await loadProgramme(world.table)
  const noticesBySession = await readNotices(world.table, seminar)
  let issued = 0
  const faults: unknown[] = []
  for (const stored of await listEnrollments(world.table, seminarId)) {
    const enrollment = stored.facts
    if (enrollment.state !== 'confirmed' || !hasSeat(enrollment)) continue
    const attended = chosenPart(seminar, enrollment)
    const entitlement = entitlementOf(
      attended,
      (sessionId) => noticesBySession.get(sessionId)?.get(enrollment.id) ?? [],
    )
    if (entitlement.grade === 'none') continue
    try {
      if (await issueOne(world, { stored, seminar: attended, programme, entitlement })) issued++
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'not every certificate could be issued')
  return { issued }
}

async function readNotices(table: Table, seminar: Seminar): Promise<Map<string, Map<string, Notice[]>>> {
  const perSession = await Promise.all(
    seminar.sessions.map(async (session) => [session.id, await listNotices(table, session.id)] as const),
  )
  return new Map(perSession)
}

type Case = {
  stored: Stored<Enrollment>
  seminar: Seminar
  programme: Programme
  entitlement: Entitlement
}

/** One person: certificate, note beside the enrollment, mail with the sheet, all in one commit. */
async function issueOne(world: IssueWorld, theCase: Case): Promise<boolean> {
  const { stored, seminar } = theCase
  const name = { seminarId: seminar.id, enrollmentId: stored.facts.id }
  if (await certificateNoteShelf.read(world.table, name)) return false
  // Looked at for each person: whoever presses the button stops what has not gone out yet.
  if (await readHoldBack(world.table, seminar.id)) return false
  const content = certificateContent(world, theCase)
  const certificate: Certificate = { ...content, signature: await world.sign(signedText(content)) }
  const missing = world.missingLetters(certificate)
  if (missing.length > 0) {
    // Never a box in somebody's name: a human must look, and the office shows why.
    await world.table.commit([certificateHoldShelf.create(name, { letters: missing.join(' ') })])
    return false
  }
  const my = await freshLink(world.newSecret, stored.facts, 'my')
  const enrollment: Enrollment = { ...stored.facts, links: keepLinks([...stored.facts.links, my.link]) }
  const letter = certificateLetter({
    certificate,
    pdf: base64(await world.drawSheet(certificate)),
    myLink: `${world.origin}/my/${my.token}`,
    verifyLink: `${world.origin}/verify/${certificate.number}`,
  })
  const outcome = await world.table.commit([
    certificateNoteShelf.create(name, { number: certificate.number }),
    certificateShelf.create(certificate.number, certificate),
    enrollmentShelf.replace(stored, enrollment),
    await letterTo(enrollment, { cause: 'certificate', key: '', letter }, world.now),
  ])
  if (outcome.committed) return true
  if (outcome.failed.includes(0)) return false
  // The person opened a page meanwhile, or (never seen) the number was taken: once more with what is true now.
  const again = await enrollmentShelf.read(world.table, name)
  return again ? issueOne(world, { ...theCase, stored: again }) : false
}

/** What is printed: the facts of this moment in the person's language. */
function certificateContent(
  world: IssueWorld,
  { stored, seminar, programme, entitlement }: Case,
): CertificateContent {
  const { language, firstName, lastName, id } = stored.facts
  const { organisation } = programme
  const phase = programme.phases.find((candidate) => candidate.id === seminar.phaseId)
  const year = wallClockOf(world.now, seminar.zone).date.slice(0, 4)
  return {
    number: certificateNumber(year, world.newSecret()),
    seminarId: seminar.id,
    enrollmentId: id,
    language,
    firstName,
    lastName,
    title: withoutPictures(textIn(seminar.title, language)),
    sessions: seminar.sessions.map(({ start, end, place }) => ({
      start,
      end,
      online: place.kind !== 'onsite',
    })),
    zone: seminar.zone,
    plannedMinutes: entitlement.plannedMinutes,
    attendedMinutes: entitlement.attendedMinutes,
    reduced: entitlement.grade === 'reduced',
    contents: textIn(seminar.contents, language)
      .split('\n')
      .map(withoutPictures)
      .filter((row) => row !== ''),
    trainer: withoutPictures(seminar.trainer),
    organisation: { name: organisation.name, street: organisation.street, city: organisation.city },
    acknowledgement: phase ? textIn(phase.acknowledgement, language) : '',
    funder: phase?.funder ?? '',
    signer: organisation.signer,
    signerFunction: textIn(organisation.signerFunction, language),
    ...lookOf(programme, seminar, language),
    issuedAt: world.now,
  }
}
