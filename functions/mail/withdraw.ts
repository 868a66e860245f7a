import type { ReadingTable, Write } from '../kernel/table.ts'
import { mailShelf, moveMail } from './mail.table.ts'
import type { Mail } from './mail.ts'

/**
 * The writes that take mails back which nobody has begun to send, for the commit of the fact that makes them
 * senseless: who has cancelled gets no reminder, even where the provider was down when it was due.
 */
export async function withdrawMails(
  table: ReadingTable,
  ids: readonly string[],
  isSenseless: (mail: Mail) => boolean = () => true,
): Promise<Write[]> {
  const found = await table.read(ids.map((id) => mailShelf.place(id)))
  return found.flatMap((stored) => {
    const mail = stored && mailShelf.decode(stored)
    return mail?.facts.state === 'queued' && isSenseless(mail.facts)
      ? [moveMail(mail, { ...mail.facts, state: 'outdated' })]
      : []
  })
}
