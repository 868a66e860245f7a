import type { NewSecret } from '../kernel/secret.ts'
import { type Stored, type Table, TableBusy } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'
import { keepFile, storeFile } from '../mail/file.table.ts'
import type { StoredFile } from '../mail/letter.ts'
import type { AttachableFile } from './attached-file.ts'
import { type MessageName, messageDraftShelf, messageShelf } from './message.table.ts'
import type { MessageDraft } from './message.ts'

type World = { table: Table; now: Instant; newSecret: NewSecret }

/** What was typed is good for a day; its files stay as long as a test letter may need to get through. */
const draftKept = day
const draftFilesKept = 3 * day

export type KeepDraftCommand = MessageName & {
  typed: Record<string, string>
  /** Files of an earlier look at this form that shall stay. */
  keep: readonly string[]
  fresh: readonly AttachableFile[]
}

/**
 * Keeps what a coordinator has typed and attached, so that it can be looked at and changed before anything is sent.
 * The files first, so that no draft names one that is not there; those that are gone are left out.
 */
export async function keepDraft(world: World, command: KeepDraftCommand): Promise<Stored<MessageDraft>> {
  const { table, now } = world
  const { seminarId, messageId, typed, keep } = command
  const fresh = await storeFiles(world, command.fresh)
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = await messageDraftShelf.read(table, { seminarId, messageId })
    const kept = (before?.facts.files ?? []).filter(({ id }) => keep.includes(id))
    const draft: MessageDraft = {
      id: messageId,
      seminarId,
      typed,
      files: [...(await stillThere(world, kept)), ...fresh],
      until: later(now, draftKept),
    }
    const times = { expires: draft.until }
    const write = before
      ? messageDraftShelf.replace(before, draft, times)
      : messageDraftShelf.create({ seminarId, messageId }, draft, times)
    const outcome = await table.commit([write])
    const stored = outcome.committed && (await messageDraftShelf.read(table, { seminarId, messageId }))
    if (stored) return stored
  }
  throw new TableBusy('the draft kept changing')
}

async function storeFiles(
  { table, now, newSecret }: World,
  files: readonly AttachableFile[],
): Promise<StoredFile[]> {
  const stored: StoredFile[] = []
  for (const { filename, contentType, bytes } of files) {
    const id = newSecret()
    await storeFile(table, { id, bytes, expires: later(now, draftFilesKept) })
    stored.push({ id, filename, contentType, size: bytes.length })
  }
  return stored
}

async function stillThere({ table, now }: World, files: readonly StoredFile[]): Promise<StoredFile[]> {
  const found: StoredFile[] = []
  for (const file of files) if (await keepFile(table, file, later(now, draftFilesKept))) found.push(file)
  return found
}

/** Whether a form of that id has become a message: what is typed into it again is another one. */
export const isSent = async ({ table }: Pick<World, 'table'>, name: MessageName): Promise<boolean> =>
  (await messageShelf.read(table, name)) !== undefined
