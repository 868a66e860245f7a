import { type ReadingTable, type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { mailShelf, moveMail } from './mail.table.ts'
import type { Mail, MailState } from './mail.ts'
import { addHappening, type Happening } from './mail-history.ts'
import { hideTrouble, restateTrouble, showTrouble } from './trouble.ts'
import { type DelayCode, type TroubleCode, troubleCodes } from './trouble-code.ts'

/** What the provider tells about a mail afterwards. */
export type DeliveryEvent = {
  mailId: string
  says: 'sent' | 'delayed' | 'delivered' | 'bounced' | 'complained' | 'rejected'
  /** What is wrong; empty where all is well. */
  trouble: '' | TroubleCode | DelayCode
  /** When it happened by the provider's clock; absent where it does not say. */
  at?: Instant
}

/** Events come doubled and out of order; a mail only ever moves up this ladder. */
const ladder = ['sent', 'failed', 'delivered', 'bounced', 'complained'] as const
type Rung = (typeof ladder)[number]
const rungOf = (state: MailState): number => (ladder as readonly MailState[]).indexOf(state)
const troubled: readonly MailState[] = ['failed', 'bounced', 'complained']

/** What an event adds to the history, and how far up the ladder the mail is at least. What is late was handed over. */
const meaning: Record<DeliveryEvent['says'], { what: Happening; atLeast: Rung }> = {
  sent: { what: 'sent', atLeast: 'sent' },
  delayed: { what: 'delayed', atLeast: 'sent' },
  delivered: { what: 'delivered', atLeast: 'delivered' },
  rejected: { what: 'failed', atLeast: 'failed' },
  bounced: { what: 'bounced', atLeast: 'bounced' },
  complained: { what: 'complained', atLeast: 'complained' },
}

/** Notes what became of a mail; also settles a hand-over whose answer was lost. Unknown mails are left alone. */
export async function noteDelivery(
  { table, now }: { table: Table; now: Instant },
  event: DeliveryEvent,
): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const stored = await mailShelf.read(table, event.mailId)
    if (!stored) return
    const mail = withEvent(stored.facts, event, now)
    if (mail === stored.facts) return
    const outcome = await table.commit([
      moveMail(stored, mail),
      ...(await troubleWrites(table, { before: stored.facts, mail, now })),
    ])
    if (outcome.committed) return
  }
  // Said aloud, so that the provider's message comes again: a bounce must not get lost in a crowd of events.
  throw new TableBusy('the mail kept changing')
}

/** The mail as it is with this event; the very same where it knew all that. */
function withEvent(mail: Mail, { says, trouble, at }: DeliveryEvent, now: Instant): Mail {
  const { what, atLeast } = meaning[says]
  const history = addHappening(mail.history, { what, at: at ?? mail.history[what]?.at ?? now, why: trouble })
  const state = rungOf(atLeast) > rungOf(mail.state) ? atLeast : mail.state
  return history === mail.history && state === mail.state
    ? mail
    : { ...mail, state, history, trouble: troubleIn({ ...mail, history, state }, mail) }
}

/** What is wrong follows from the history and nothing else, so that the order of events does not matter. */
function troubleIn({ history, state }: Mail, before: Mail): Mail['trouble'] {
  if (state !== 'failed' && state !== 'bounced' && state !== 'complained') return ''
  // An older version wrote down what is wrong, and not when.
  if (!history[state] && state === before.state) return before.trouble
  const why = history[state]?.why ?? ''
  return troubleCodes.find((code) => code === why) ?? ''
}

/** A mail that was given up and arrived after all is no trouble any more. */
async function troubleWrites(
  table: ReadingTable,
  { before, mail, now }: { before: Mail; mail: Mail; now: Instant },
): Promise<Write[]> {
  const [was, is] = [troubled.includes(before.state), troubled.includes(mail.state)]
  if (is && was)
    return mail.trouble === before.trouble ? [] : restateTrouble(table, mail, mail.trouble || 'refused')
  if (is) return [showTrouble(mail, mail.trouble || 'refused', now)]
  return was ? hideTrouble(table, mail) : []
}
