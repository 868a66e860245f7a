import { issueWrites } from '../../attendance/write-attendance.ts'
import { mayChange } from '../../enrollment/change-person.ts'
import { enrollmentShelf } from '../../enrollment/enrollment.table.ts'
import { type Enrollment, hasSeat } from '../../enrollment/enrollment.ts'
import { readPersonalLink } from '../../enrollment/link/personal-link.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import { type Table, TableBusy } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { certificateNoteShelf, findCertificate } from '../certificate.table.ts'
import { findRevocation } from '../revocation.table.ts'
import { findRequest } from './certificate-request.table.ts'
import { requestWrites } from './request-certificate.ts'

/**
 * unknown: the link leads nowhere · closed: there is nothing to correct here, or not yet · revoked: the house has
 * revoked the certificate · too-often: it was corrected so often that somebody should look
 */
export type CorrectNameRefusal = { code: 'unknown' | 'closed' | 'revoked' | 'too-often' }

/** A slip of the pen, and one more; after that it may be a certificate that is passed from hand to hand. */
const mostCorrections = 3

/** After the last session, while the place stands; before, everything can be changed (`changePerson`). */
export const mayCorrectName = (enrollment: Enrollment, seminar: Seminar, now: Instant): boolean =>
  enrollment.state === 'confirmed' &&
  hasSeat(enrollment) &&
  (seminar.state === 'published' || seminar.state === 'completed') &&
  !mayChange(enrollment, seminar, now)

/**
 * A person corrects their name when the seminar is over. Where they have a certificate already, a new one with the new
 * name takes its place within moments; both stay known.
 */
export async function correctName(
  { table, now }: { table: Table; now: Instant },
  { token, names }: { token: string; names: { firstName: string; lastName: string } },
): Promise<Result<{ isReissued: boolean }, CorrectNameRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readPersonalLink(table, token, 'my')
    if (!linked) return refuse({ code: 'unknown' })
    const { enrollment: stored, seminar } = linked
    if (!mayCorrectName(stored.facts, seminar.facts, now)) return refuse({ code: 'closed' })
    const { firstName, lastName } = names
    if (firstName === stored.facts.firstName && lastName === stored.facts.lastName)
      return accept({ isReissued: false })
    const name = { seminarId: stored.facts.seminarId, enrollmentId: stored.facts.id }
    const note = (await certificateNoteShelf.read(table, name))?.facts
    if (note && (await findRevocation(table, note.number))) return refuse({ code: 'revoked' })
    if ((note?.former?.length ?? 0) >= mostCorrections) return refuse({ code: 'too-often' })
    const hasOne = note !== undefined && (await findCertificate(table, note.number)) !== undefined
    // What the office has asked for takes up the new name, too.
    const asked = await findRequest(table, name)
    const wish = asked?.wish === 'everything' && !asked.obstacle ? 'everything' : 'name'
    const outcome = await table.commit([
      enrollmentShelf.replace(stored, { ...stored.facts, firstName, lastName }),
      ...(hasOne
        ? await requestWrites(table, name, { wish, at: now, by: '', obstacle: null })
        : // It may have waited for letters that can be printed.
          await issueWrites(table, seminar.facts, now)),
    ])
    if (outcome.committed) return accept({ isReissued: hasOne })
  }
  throw new TableBusy('the enrollment kept changing')
}
