import { mailboxKey } from '../enrollment/link/mailbox.table.ts'
import { fingerprint } from '../kernel/secret.ts'
import type { Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import type { StoredFile } from '../mail/letter.ts'
import { mailIdOf, mailShelf, queueMail } from '../mail/mail.table.ts'
import { readAcknowledgement } from '../programme/acknowledgement.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { messageLetter } from './message.mail.ts'
import type { MessageText } from './message.ts'
import { messageWords } from './text/words.ts'

type World = { table: Table; now: Instant; origin: string }

type TestMessageCommand = {
  seminar: Seminar
  messageId: string
  /** The version of the draft: the same one is tested once, a changed one anew. */
  version: string
  texts: readonly MessageText[]
  files: readonly StoredFile[]
  withButton: boolean
  to: { name: string; address: string }
}

/**
 * Sends a message to the coordinator alone, once in each of its languages, as people will get it. The button leads to
 * the first page of the house: a coordinator has no personal one.
 */
export async function testMessage(world: World, command: TestMessageCommand): Promise<void> {
  const { table, now } = world
  const { seminar, messageId, version, texts, files, withButton, to } = command
  for (const text of texts) {
    const { language, subject } = text
    const letter = messageLetter({
      seminar,
      text: { ...text, subject: messageWords[language].test(subject) },
      name: to.name,
      reason: 'enrolled',
      link: withButton ? `${world.origin}/` : '',
      acknowledgement: await readAcknowledgement(table, seminar.phaseId, language),
      files,
    })
    const cause = 'message-test'
    const id = mailIdOf(
      await mailboxKey(to.address),
      await fingerprint(`${cause}|${messageId}|${version}|${language}`),
    )
    if (await mailShelf.read(table, id)) continue
    // Refused where the button was pressed twice at once; then the other one has queued it.
    await table.commit([queueMail({ id, to, letter, cause, seminarId: seminar.id }, now)])
  }
}
