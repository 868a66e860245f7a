import * as v from 'valibot'
import { fingerprint } from '../kernel/secret.ts'
import { type ReadingTable, type Stored, shelf, type Write } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'
import { type Message, type MessageDraft, messageDraftSchema, messageSchema } from './message.ts'

/** Messages and their files are kept a little longer than the mails that were made of them. */
const messageKeptDays = 100
export const messageForgottenAt = (sentAt: Instant): Instant => later(sentAt, messageKeptDays * day)

export type MessageName = { seminarId: string; messageId: string }

export const messageShelf = shelf<Message, MessageName>({
  table: 'outbox',
  kind: 'message',
  schema: messageSchema,
  key: ({ seminarId, messageId }) => ({ pk: `message#${seminarId}`, sk: messageId }),
})

/** What a coordinator has typed and not sent; its files lie in the outbox as well. */
export const messageDraftShelf = shelf<MessageDraft, MessageName>({
  table: 'outbox',
  kind: 'message-draft',
  schema: messageDraftSchema,
  key: ({ seminarId, messageId }) => ({ pk: `message-draft#${seminarId}`, sk: messageId }),
})

/** Ids of some of the people a message is for, and nothing else about them. */
type Lot = { enrollmentIds: string[] }

export const recipientsShelf = shelf<Lot, { messageId: string; lot: number }>({
  table: 'outbox',
  kind: 'message-recipients',
  schema: v.object({ enrollmentIds: v.array(v.string()) }),
  key: ({ messageId, lot }) => ({ pk: `recipients#${messageId}`, sk: String(lot).padStart(4, '0') }),
})

/** The table reads so many things at once, so that many are written to in one go. */
const lotSize = 100

/** The writes that store whom a message is for. */
export const recipientWrites = (message: Message, enrollmentIds: readonly string[]): Write[] =>
  Array.from({ length: Math.ceil(enrollmentIds.length / lotSize) }, (_, lot) =>
    recipientsShelf.create(
      { messageId: message.id, lot },
      { enrollmentIds: enrollmentIds.slice(lot * lotSize, (lot + 1) * lotSize) },
      { expires: messageForgottenAt(message.sentAt) },
    ),
  )

/** Everybody a message is for, in the lots in which it is written. */
export async function listRecipients(table: ReadingTable, messageId: string): Promise<Stored<Lot>[]> {
  return (await table.list('outbox', `recipients#${messageId}`)).map(recipientsShelf.decode)
}

/** The messages to the people of a seminar, the latest first. What is past its time counts as gone. */
export async function listMessages(
  table: ReadingTable,
  seminarId: string,
  now: Instant,
): Promise<Stored<Message>[]> {
  return (await table.list('outbox', `message#${seminarId}`))
    .map(messageShelf.decode)
    .filter(({ facts }) => now < messageForgottenAt(facts.sentAt))
    .sort((a, b) => (a.facts.sentAt < b.facts.sentAt ? 1 : -1))
}

/** The draft of that name, while it is good. */
export async function readDraft(
  table: ReadingTable,
  name: MessageName,
  now: Instant,
): Promise<Stored<MessageDraft> | undefined> {
  const stored = await messageDraftShelf.read(table, name)
  return stored && now < stored.facts.until ? stored : undefined
}

/** What stands for a list of people, so that it shows when the list is another. */
export const peopleMark = (enrollmentIds: readonly string[]): Promise<string> =>
  fingerprint([...enrollmentIds].sort().join('|'))
