import { fingerprint } from '../kernel/secret.ts'
import type { Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import type { Letter } from '../mail/letter.ts'
import { mailIdOf, queueMail } from '../mail/mail.table.ts'
import { type Enrollment, fullName, isProven } from './enrollment.ts'

/** What makes one letter to one person: the same cause and key again is the same mail, and is refused. */
type LetterTo = { cause: string; key: string; letter: Letter; sessionId?: string; notAfter?: Instant }

export const letterId = async (
  enrollment: Pick<Enrollment, 'id'>,
  { cause, key }: Pick<LetterTo, 'cause' | 'key'>,
): Promise<string> => mailIdOf(enrollment.id, await fingerprint(`${cause}|${enrollment.id}|${key}`))

/**
 * The write that queues a letter to somebody who enrolled. Until an address is confirmed it may be a stranger's, so
 * not even the name in the address line is taken from the form (promise 6).
 */
export async function letterTo(
  enrollment: Enrollment,
  { cause, key, letter, sessionId, notAfter }: LetterTo,
  now: Instant,
): Promise<Write> {
  return queueMail(
    {
      id: await letterId(enrollment, { cause, key }),
      to: { name: isProven(enrollment) ? fullName(enrollment) : '', address: enrollment.email },
      letter,
      cause,
      seminarId: enrollment.seminarId,
      ...(sessionId && { sessionId }),
      ...(notAfter && { notAfter }),
    },
    now,
  )
}
