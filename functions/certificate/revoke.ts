import { enrollmentShelf } from '../enrollment/enrollment.table.ts'
import { letterTo } from '../enrollment/letter-to.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { certificateNoteShelf, findCertificate } from './certificate.table.ts'
import { setStatusBit } from './credential/status.table.ts'
import { revocationLetter } from './revocation.mail.ts'
import { findRevocation, revocationShelf } from './revocation.table.ts'

/** unknown: this person has no certificate · revoked: somebody has revoked it already */
export type RevokeRefusal = { code: 'unknown' | 'revoked' }

type World = { table: Table; now: Instant; also?: readonly Write[] }

/** Whose certificate, and why it holds no longer; `by` is the mailbox of who says so. */
export type RevokeCommand = { seminarId: string; enrollmentId: string; reason: string; by: string }

/**
 * A certificate holds no longer, from this commit on; the person is told in the same one. It cannot be taken back, and
 * nothing is issued by itself in its place.
 */
export async function revokeCertificate(
  { table, now, also = [] }: World,
  { reason, by, ...name }: RevokeCommand,
): Promise<Result<null, RevokeRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const note = await certificateNoteShelf.read(table, name)
    const certificate = note && (await findCertificate(table, note.facts.number))
    const enrollment = (await enrollmentShelf.read(table, name))?.facts
    if (!note || !certificate || !enrollment) return refuse({ code: 'unknown' })
    if (await findRevocation(table, certificate.number)) return refuse({ code: 'revoked' })
    const letter = revocationLetter(certificate, reason)
    const told = { cause: 'certificate-revoked', key: certificate.number, letter }
    const outcome = await table.commit([
      revocationShelf.create(certificate.number, { at: now, by, reason }),
      // Whoever has had themself erased has no address any more.
      ...(enrollment.email ? [await letterTo(enrollment, told, now)] : []),
      ...(await setStatusBit(table, certificate, now)),
      // Refused where another certificate takes its place in this moment: then that one is meant.
      certificateNoteShelf.replace(note, note.facts),
      ...also,
    ])
    if (outcome.committed) return accept(null)
  }
  throw new TableBusy('the certificate kept changing')
}
