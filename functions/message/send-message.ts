import { type DueWork, dueWork, dueWorkShelf } from '../kernel/due-work.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { keepFile } from '../mail/file.table.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { findRecipients, readCrowd } from './find-recipients.ts'
import {
  type MessageName,
  messageDraftShelf,
  messageForgottenAt,
  messageShelf,
  peopleMark,
  readDraft,
  recipientWrites,
} from './message.table.ts'
import { type Audience, type Message, type MessageText, mostRecipients } from './message.ts'

/** draft-gone: too old, or thrown away · people-changed: the group is not the one that was looked at any more */
export type SendMessageRefusal = {
  code: 'draft-gone' | 'files-gone' | 'changed-meanwhile' | 'people-changed' | 'nobody' | 'too-many'
}

export type SendMessageCommand = MessageName & {
  /** The version of the draft that was looked at, and what stood for its recipients. */
  version: string
  mark: string
  audience: Audience
  picked: ReadonlySet<string>
  texts: readonly MessageText[]
  withButton: boolean
  by: string
}

type World = { table: Table; now: Instant; also?: readonly Write[] }

/**
 * Sends what was looked at, to those who were looked at: one commit stores the message, the ids of its people, and the
 * work of writing to each. The same form pressed twice is one message.
 */
export async function sendMessage(
  world: World,
  command: SendMessageCommand,
): Promise<Result<Message, SendMessageRefusal>> {
  const { table, now } = world
  const sent = await messageShelf.read(table, command)
  if (sent) return accept(sent.facts)
  const [draft, seminar] = await Promise.all([
    readDraft(table, command, now),
    seminarShelf.read(table, command.seminarId),
  ])
  if (!draft || !seminar) return refuse({ code: 'draft-gone' })
  if (draft.version !== command.version) return refuse({ code: 'changed-meanwhile' })
  const crowd = await readCrowd(table, seminar.facts, now)
  const ids = findRecipients(crowd, command.audience, command.picked).recipients.map(({ id }) => id)
  if (ids.length === 0) return refuse({ code: 'nobody' })
  if (ids.length > mostRecipients) return refuse({ code: 'too-many' })
  if ((await peopleMark(ids)) !== command.mark) return refuse({ code: 'people-changed' })
  for (const file of draft.facts.files)
    if (!(await keepFile(table, file, messageForgottenAt(now)))) return refuse({ code: 'files-gone' })
  const message: Message = {
    id: command.messageId,
    seminarId: command.seminarId,
    audience: command.audience,
    texts: [...command.texts],
    files: draft.facts.files,
    withButton: command.withButton,
    by: command.by,
    sentAt: now,
    people: ids.length,
    writtenAt: null,
  }
  const outcome = await table.commit([
    messageShelf.create(command, message, { expires: messageForgottenAt(now) }),
    ...recipientWrites(message, ids),
    dueWorkShelf.create(workOf(command), dueWork(workOf(command)), { due: now }),
    messageDraftShelf.remove(draft),
    ...(world.also ?? []),
  ])
  if (outcome.committed) return accept(message)
  const other = await messageShelf.read(table, command)
  return other ? accept(other.facts) : refuse({ code: 'changed-meanwhile' })
}

/** The note by which the clock writes a message, named by seminar and message. */
const workOf = ({
  seminarId,
  messageId,
}: MessageName): Pick<DueWork, 'task' | 'seminarId' | 'sessionId'> => ({
  task: 'write-message',
  seminarId,
  sessionId: messageId,
})
