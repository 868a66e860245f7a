import { type EnrollmentName, enrollmentShelf } from '../../enrollment/enrollment.table.ts'
import type { Enrollment } from '../../enrollment/enrollment.ts'
import { type Stored, TableBusy, type Write } from '../../kernel/table.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { type CertificateNote, certificateNoteShelf, findCertificate } from '../certificate.table.ts'
import { type Certificate, type CertificateContent, certificateNumber } from '../certificate.ts'
import { certificateContent, registerYear } from '../certificate-content.ts'
import { noteMailedAgain } from '../certificate-file.table.ts'
import { setStatusBit } from '../credential/status.table.ts'
import { carryingWrites, certificateWrites, type IssueWorld } from '../give.ts'
import { loadFacts } from '../load-cases.ts'
import { takePlaces } from '../register.table.ts'
import { replacementShelf } from '../replacement.table.ts'
import { findRevocation } from '../revocation.table.ts'
import { trainersWordShelf } from '../trainers-word.table.ts'
import {
  type CertificateRequest,
  certificateRequestShelf,
  type Obstacle,
} from './certificate-request.table.ts'

type Held = {
  name: EnrollmentName
  request: Stored<CertificateRequest>
  stored: Stored<Enrollment>
  note: Stored<CertificateNote>
  certificate: Certificate
  isRevoked: boolean
}

/**
 * Does what was asked for beside an enrollment, in one commit that also takes the request away: a new certificate in
 * the place of the old one, or the mail once more. Where it cannot be done, the request says why.
 */
export async function answerRequest(world: IssueWorld, name: EnrollmentName): Promise<void> {
  const { table } = world
  for (let attempt = 0; attempt < 5; attempt++) {
    const request = await certificateRequestShelf.read(table, name)
    if (!request || request.facts.obstacle) return
    const held = await loadHeld(world, name, request)
    const answer = held ? await answerTo(world, held) : 'over'
    const outcome = await table.commit([
      ...(typeof answer === 'string'
        ? [certificateRequestShelf.replace(request, { ...request.facts, obstacle: answer })]
        : [certificateRequestShelf.remove(request), ...answer]),
    ])
    if (outcome.committed) return
  }
  throw new TableBusy('the enrollment kept changing')
}

/** Undefined where nothing can be asked for any more: the person has left, or was erased. */
async function loadHeld(
  { table }: IssueWorld,
  name: EnrollmentName,
  request: Stored<CertificateRequest>,
): Promise<Held | undefined> {
  const stored = await enrollmentShelf.read(table, name)
  const note = await certificateNoteShelf.read(table, name)
  const certificate = note && (await findCertificate(table, note.facts.number))
  if (stored?.facts.state !== 'confirmed' || !certificate) return undefined
  const isRevoked = (await findRevocation(table, certificate.number)) !== undefined
  return { name, request, stored, note, certificate, isRevoked }
}

function answerTo(world: IssueWorld, held: Held): Promise<Write[] | Obstacle> {
  switch (held.request.facts.wish) {
    case 'again':
      return sendAgain(world, held)
    case 'name':
      return replaceName(world, held)
    case 'everything':
      return replaceAll(world, held)
  }
}

async function sendAgain(world: IssueWorld, held: Held): Promise<Write[] | Obstacle> {
  const { stored, certificate, request } = held
  if (held.isRevoked) return 'over'
  const sheet = await world.drawSheet(certificate)
  return [
    ...(await carryingWrites(world, { stored, certificate, sheet, key: request.facts.at })),
    ...(await noteMailedAgain(world.table, certificate.number, sheet)),
  ]
}

async function replaceName(world: IssueWorld, held: Held): Promise<Write[] | Obstacle> {
  const { firstName, lastName } = held.stored.facts
  const { signature: _, ...content } = held.certificate
  if (held.isRevoked) return 'over'
  if (content.firstName === firstName && content.lastName === lastName) return 'same'
  return replaceWith(world, held, { ...content, firstName, lastName })
}

async function replaceAll(world: IssueWorld, held: Held): Promise<Write[] | Obstacle> {
  const { table, now } = world
  const seminar = (await seminarShelf.read(table, held.name.seminarId))?.facts
  const facts = seminar && (await loadFacts(table, seminar, held.stored.facts))
  const isRefused = (await trainersWordShelf.read(table, held.name))?.facts.word === 'no'
  if (!facts || facts.entitlement.grade === 'none' || (seminar.trainersWord && isRefused)) return 'none'
  const { number, serial = 0 } = held.certificate
  const content = certificateContent(facts, { number, serial }, now)
  if (!held.isRevoked && saysTheSame(content, held.certificate)) return 'same'
  return replaceWith(world, held, content)
}

/** Whether two sheets would say the same but for number and date. */
export function saysTheSame(content: CertificateContent, certificate: Certificate): boolean {
  const apart = ({ number: _, serial: __, issuedAt: ___, signature: ____, ...rest }: Partial<Certificate>) =>
    JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
  return apart(content) === apart(certificate)
}

/** A new certificate with a number of its own; the old one is known as replaced, unless it was revoked before. */
async function replaceWith(
  world: IssueWorld,
  { name, stored, note, certificate, isRevoked }: Held,
  content: CertificateContent,
): Promise<Write[] | Obstacle> {
  const { table, now, newSecret } = world
  if (world.missingLetters(content).length > 0) return 'letters'
  const year = registerYear(now, content)
  const number = certificateNumber(year, newSecret())
  const { serials, writes } = await takePlaces(table, year, [{ number, ...name, at: now }])
  const [serial = 0] = serials
  const former = [...(note.facts.former ?? []), certificate.number]
  return [
    ...(await certificateWrites(world, {
      stored,
      content: { ...content, number, serial, issuedAt: now },
      replaces: certificate.number,
    })),
    ...writes,
    certificateNoteShelf.replace(note, { number, serial, former }),
    ...(isRevoked ? [] : [replacementShelf.create(certificate.number, { at: now, by: number })]),
    ...(await setStatusBit(table, certificate, now)),
  ]
}
