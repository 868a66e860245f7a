import type { Enrollment } from '../enrollment/enrollment.ts'
import { textIn } from '../kernel/language.ts'
import { type Instant, wallClockOf } from '../kernel/time.ts'
import type { Programme } from '../programme/programme.table.ts'
import type { Seminar } from '../seminar/seminar.ts'
import type { CertificateContent } from './certificate.ts'
import type { Entitlement } from './entitlement.ts'
import { lookOf, withoutPictures } from './look-of.ts'

/** What a certificate is made from: the person, the part of the seminar they chose, and what follows from their minutes. */
export type CertificateFacts = {
  person: Enrollment
  seminar: Seminar
  programme: Programme
  entitlement: Entitlement
}

/** Number of the certificate and its place in the register of the year. */
export type CertificatePlace = { number: string; serial: number }

/** In which year's register a certificate stands that is issued now: the year on the wall where the seminar is. */
export const registerYear = (now: Instant, { zone }: Pick<Seminar, 'zone'>): string =>
  wallClockOf(now, zone).date.slice(0, 4)

/** What is printed: the facts of this moment in the person's language. */
export function certificateContent(
  { person, seminar, programme, entitlement }: CertificateFacts,
  { number, serial }: CertificatePlace,
  now: Instant,
): CertificateContent {
  const { language, firstName, lastName, id } = person
  const { organisation } = programme
  const phase = programme.phases.find((candidate) => candidate.id === seminar.phaseId)
  return {
    number,
    serial,
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
    issuedAt: now,
  }
}
