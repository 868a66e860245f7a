import { type ReadingTable, type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { mailShelf, moveMail } from './mail.table.ts'
import type { Mail, MailState } from './mail.ts'
import { hideTrouble, showTrouble } from './trouble.ts'
import type { TroubleCode } from './trouble-code.ts'

/** What the provider tells about a mail afterwards. */
export type DeliveryEvent = {
  mailId: string
  says: 'sent' | 'delivered' | 'bounced' | 'complained' | 'rejected'
  /** What is wrong; empty where all is well. */
  trouble: '' | TroubleCode
}

/** Events come doubled and out of order; a mail only ever moves up this ladder. */
const ladder: readonly MailState[] = ['sent', 'failed', 'delivered', 'bounced', 'complained']
const troubled: readonly MailState[] = ['failed', 'bounced', 'complained']

const stateAfter: Record<DeliveryEvent['says'], MailState> = {
  sent: 'sent',
  delivered: 'delivered',
  rejected: 'failed',
  bounced: 'bounced',
  complained: 'complained',
}

/** Notes what became of a mail; also settles a hand-over whose answer was lost. Unknown mails are left alone. */
export async function noteDelivery(
  { table, now }: { table: Table; now: Instant },
  event: DeliveryEvent,
): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const stored = await mailShelf.read(table, event.mailId)
    if (!stored) return
    const state = stateAfter[event.says]
    if (ladder.indexOf(state) <= ladder.indexOf(stored.facts.state)) return
    const mail: Mail = { ...stored.facts, state, trouble: event.trouble }
    const outcome = await table.commit([
      moveMail(stored, mail),
      ...(await troubleWrites(table, { before: stored.facts, mail, now })),
    ])
    if (outcome.committed) return
  }
  // Said aloud, so that the provider's message comes again: a bounce must not get lost in a crowd of events.
  throw new TableBusy('the mail kept changing')
}

/** A mail that was given up and arrived after all is no trouble any more. */
async function troubleWrites(
  table: ReadingTable,
  { before, mail, now }: { before: Mail; mail: Mail; now: Instant },
): Promise<Write[]> {
  const [was, is] = [troubled.includes(before.state), troubled.includes(mail.state)]
  if (is && !was) return [showTrouble(mail, mail.trouble || 'refused', now)]
  return was && !is ? hideTrouble(table, mail) : []
}
