import { type EnrollmentName, enrollmentShelf } from '../../enrollment/enrollment.table.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import { type Table, TableBusy, type Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { dueNow } from '../../seminar/due-of-seminar.ts'
import { findCertificateOf } from '../certificate.table.ts'
import { findRevocation } from '../revocation.table.ts'
import { type CertificateRequest, certificateRequestShelf } from './certificate-request.table.ts'

/** unknown: this person has no certificate · gone: they have left or were erased · revoked: it is not sent any more */
export type RequestRefusal = { code: 'unknown' | 'gone' | 'revoked' }

type World = { table: Table; now: Instant; also?: readonly Write[] }

/** `names` is what the new certificate shall say, where the office corrects the name; `by` is the mailbox of who asks. */
export type RequestCommand = EnrollmentName & {
  wish: 'everything' | 'again'
  names?: { firstName: string; lastName: string }
  by: string
}

/** The office asks for a new certificate, or for the mail once more; the clock answers within moments. */
export async function requestCertificate(
  { table, now, also = [] }: World,
  { wish, names, by, ...name }: RequestCommand,
): Promise<Result<null, RequestRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const certificate = await findCertificateOf(table, name)
    const enrollment = await enrollmentShelf.read(table, name)
    if (!certificate || !enrollment) return refuse({ code: 'unknown' })
    if (enrollment.facts.state !== 'confirmed') return refuse({ code: 'gone' })
    if (wish === 'again' && (await findRevocation(table, certificate.number)))
      return refuse({ code: 'revoked' })
    const outcome = await table.commit([
      ...(names ? [enrollmentShelf.replace(enrollment, { ...enrollment.facts, ...names })] : []),
      ...(await requestWrites(table, name, { wish, at: now, by, obstacle: null })),
      ...also,
    ])
    if (outcome.committed) return accept(null)
  }
  throw new TableBusy('the enrollment kept changing')
}

/** The writes that ask for something, in place of what was asked before. */
export async function requestWrites(
  table: Table,
  name: EnrollmentName,
  request: CertificateRequest,
): Promise<Write[]> {
  const known = await certificateRequestShelf.read(table, name)
  const { seminarId, enrollmentId } = name
  return [
    known ? certificateRequestShelf.replace(known, request) : certificateRequestShelf.create(name, request),
    await dueNow(table, { task: 'answer-request', seminarId, sessionId: enrollmentId }, request.at),
  ]
}
