import type { EnrollmentName } from '../enrollment/enrollment.table.ts'
import type { ReadingTable, Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import {
  listMessages,
  listRecipients,
  messageForgottenAt,
  recipientsShelf,
} from '../message/message.table.ts'
import type { Message } from '../message/message.ts'

/** When messages were sent of which this person is on the list. */
export async function findMessagesTo(
  table: ReadingTable,
  { seminarId, enrollmentId }: EnrollmentName,
  now: Instant,
): Promise<Instant[]> {
  const messages = await listMessages(table, seminarId, now)
  const found = await Promise.all(
    messages.map(async ({ facts }) => {
      const lots = await listRecipients(table, facts.id)
      return lots.some((lot) => lot.facts.enrollmentIds.includes(enrollmentId)) ? [facts.sentAt] : []
    }),
  )
  return found.flat()
}

/** Takes a person off the lists of those to whom messages were sent. */
export async function eraseFromMessages(table: Table, name: EnrollmentName, now: Instant): Promise<void> {
  // Refused where another person of the same lot is erased in this moment: then it is looked at once more.
  for (const { facts } of await listMessages(table, name.seminarId, now))
    while (!(await takeOffList(table, facts, name.enrollmentId)));
}

/** True when the person is on no list of the message any more. */
async function takeOffList(table: Table, message: Message, enrollmentId: string): Promise<boolean> {
  const lots = await listRecipients(table, message.id)
  const lot = lots.find(({ facts }) => facts.enrollmentIds.includes(enrollmentId))
  if (!lot) return true
  const enrollmentIds = lot.facts.enrollmentIds.filter((id) => id !== enrollmentId)
  const outcome = await table.commit([
    recipientsShelf.replace(lot, { enrollmentIds }, { expires: messageForgottenAt(message.sentAt) }),
  ])
  return outcome.committed
}
