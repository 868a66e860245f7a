import type { Stored, Table, Write } from '../kernel/table.ts'
import { hour, type Instant, millisecondsOf } from '../kernel/time.ts'
import type { HandedOver, HandOver } from './hand-over.ts'
import { mailShelf, moveMail } from './mail.table.ts'
import { givesUpAfterHours, leaseEnd, type Mail, mostCopies, nextTry, settledBy } from './mail.ts'
import { addHappening } from './mail-history.ts'
import { showTrouble } from './trouble.ts'
import type { TroubleCode } from './trouble-code.ts'

type World = { table: Table; now: () => Instant; handOver: HandOver }

/**
 * Sends one mail, if it is due and nobody else is sending it: takes a lease, hands over, notes the outcome. Called by
 * the stream for fresh mails and by the clock for those that got stuck; calling it too often does no harm.
 */
export async function send(world: World, mailId: string): Promise<Mail['state'] | 'not-due'> {
  const stored = await mailShelf.read(world.table, mailId)
  if (!stored || !isDue(stored, world.now())) return 'not-due'
  const early = await closeWithoutSending(world, stored)
  if (early) return early
  const leased = await takeLease(world, stored)
  if (!leased) return 'not-due'
  const answer = await world.handOver(leased.facts)
  return noteOutcome(world, leased, answer)
}

/** Sending and unknown mails carry as due time the end of their lease, so they are due when it has passed. */
const isDue = (stored: Stored<Mail>, now: Instant): boolean => stored.due !== undefined && stored.due <= now

/** What has lost its time, or may have gone out often enough, is not sent again. */
async function closeWithoutSending(
  { table, now }: World,
  stored: Stored<Mail>,
): Promise<'outdated' | 'failed' | undefined> {
  const mail = stored.facts
  if (mail.notAfter && now() > mail.notAfter) {
    await table.commit([moveMail(stored, { ...mail, state: 'outdated' })])
    return 'outdated'
  }
  if (mail.copies < mostCopies) return undefined
  await table.commit(givenUp(stored, mail.trouble || 'no-answer', now()))
  return 'failed'
}

const givenUp = (stored: Stored<Mail>, trouble: TroubleCode, now: Instant): Write[] => [
  moveMail(stored, {
    ...stored.facts,
    state: 'failed',
    trouble,
    history: addHappening(stored.facts.history, { what: 'failed', at: now, why: trouble }),
  }),
  showTrouble(stored.facts, trouble, now),
]

/** The copy is counted before it may go out: a worker that dies in between has used it up. */
async function takeLease({ table, now }: World, stored: Stored<Mail>): Promise<Stored<Mail> | undefined> {
  const { tries, copies } = stored.facts
  const leased: Mail = { ...stored.facts, state: 'sending', tries: tries + 1, copies: copies + 1 }
  const outcome = await table.commit([moveMail(stored, leased, leaseEnd(now(), leased.copies))])
  if (!outcome.committed) return undefined
  const mine = await mailShelf.read(table, stored.facts.id)
  // An event about an earlier copy may have settled the mail in this moment; another worker may count on as well.
  return mine?.facts.state === 'sending' && mine.facts.tries === leased.tries ? mine : undefined
}

async function noteOutcome(world: World, leased: Stored<Mail>, answer: HandedOver): Promise<Mail['state']> {
  const { table } = world
  const now = world.now()
  const mail = leased.facts
  switch (answer.outcome) {
    case 'accepted':
      // Refused only when an event of the provider was faster; then the mail says more than "sent" already.
      await table.commit([
        moveMail(leased, {
          ...mail,
          state: 'sent',
          messageId: answer.messageId,
          trouble: '',
          history: addHappening(mail.history, { what: 'sent', at: now, why: '' }),
        }),
      ])
      return 'sent'
    case 'refused':
      await table.commit(givenUp(leased, answer.trouble, now))
      return 'failed'
    case 'busy': {
      const waited = millisecondsOf(now) - millisecondsOf(mail.queuedAt)
      if (waited > givesUpAfterHours * hour) {
        await table.commit(givenUp(leased, answer.trouble, now))
        return 'failed'
      }
      const again: Mail = { ...mail, state: 'queued', copies: mail.copies - 1, trouble: answer.trouble }
      await table.commit([moveMail(leased, again, nextTry(now, mail.tries))])
      return 'queued'
    }
    case 'unknown': {
      const unsure: Mail = { ...mail, state: 'unknown', trouble: answer.trouble }
      await table.commit([moveMail(leased, unsure, settledBy(now, mail.copies))])
      return 'unknown'
    }
  }
}
