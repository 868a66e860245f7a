import { mailboxKey } from '../../enrollment/link/mailbox.table.ts'
import type { Language } from '../../kernel/language.ts'
import { accept, type Result, refuse } from '../../kernel/result.ts'
import { fingerprint } from '../../kernel/secret.ts'
import type { Place, Table, Write } from '../../kernel/table.ts'
import { day, type Instant, later } from '../../kernel/time.ts'
import { mailIdOf, mailShelf, queueMail } from '../../mail/mail.table.ts'
import type { Organisation } from '../../programme/programme.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { coordinationLetter } from './coordination.mail.ts'

/** no-address: the association has none · too-many: enough for today */
export type CoordinationRefusal = { code: 'no-address' | 'too-many' }

type World = { table: Table; now: Instant; origin: string; also?: readonly Write[] }

/** `formId` names the form, so that the same one pressed twice is one mail. */
export type CoordinationCommand = {
  seminar: Seminar
  organisation: Pick<Organisation, 'name' | 'email'>
  trainer: { name: string; address: string }
  text: string
  language: Language
  formId: string
}

/** Nobody needs more a day; a page that was left open must not fill a mailbox. */
export const mostMessagesADay = 10

/**
 * A trainer writes to those who coordinate: to the association's own address, which somebody reads also when one of
 * them is away. Answers go to the trainer.
 */
export async function writeToCoordination(
  world: World,
  { seminar, organisation, trainer, text, language, formId }: CoordinationCommand,
): Promise<Result<{ mailId: string }, CoordinationRefusal>> {
  const { table, now, origin, also = [] } = world
  if (organisation.email === '') return refuse({ code: 'no-address' })
  const cause = 'to-coordination'
  const id = mailIdOf(
    await mailboxKey(organisation.email),
    await fingerprint(`${cause}|${seminar.id}|${trainer.address}|${formId}`),
  )
  if (await mailShelf.read(table, id)) return accept({ mailId: id })
  const { messages = 0 } = await table.draw(await allowanceOf(trainer.address, now), 'messages', {
    expires: later(now, 2 * day),
  })
  if (messages > mostMessagesADay) return refuse({ code: 'too-many' })
  const letter = coordinationLetter({
    ...{ seminar, text, language },
    trainer: trainer.name,
    link: `${origin}/office/seminars/${seminar.id}`,
  })
  const to = { name: organisation.name, address: organisation.email }
  // Refused where the button was pressed twice at once; then the other one has queued it.
  await table.commit([
    queueMail({ id, to, letter, cause, seminarId: seminar.id, replyTo: trainer }, now),
    ...also,
  ])
  return accept({ mailId: id })
}

const allowanceOf = async (address: string, now: Instant): Promise<Place> => ({
  table: 'outbox',
  pk: `coordination-allowance#${await fingerprint(address)}`,
  sk: now.slice(0, 10),
})
