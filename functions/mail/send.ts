import type { Stored, Table, Write } from '../kernel/table.ts'
import { hour, type Instant, millisecondsOf } from '../kernel/time.ts'
import type { HandedOver, HandOver } from './hand-over.ts'
import { mailShelf, moveMail } from './mail.table.ts'
import { givesUpAfterHours, leaseEnd, type Mail, mostCopies, nextTry, settledBy } from './mail.ts'
import { addHappening } from './mail-history.ts'
import { enterInLog } from './mail-log.table.ts'
import type { TakeTurn } from './pace.ts'
import { type Pause, pauseIn, pausePlace } from './pause.ts'
import { showTrouble } from './trouble.ts'
import type { TroubleCode } from './trouble-code.ts'

type World = { table: Table; now: () => Instant; handOver: HandOver; takeTurn: TakeTurn }

/**
 * Sends one mail, if it is due and nobody else is sending it: takes a lease, hands over, notes the outcome. Called by
 * the stream for fresh mails and by the clock for those that got stuck; calling it too often does no harm. While
 * sending rests, or the provider's pace leaves no turn in time, the mail stays due.
 */
export async function send(
  world: World,
  mailId: string,
): Promise<Mail['state'] | 'not-due' | 'paused' | 'no-turn'> {
  const { stored, pause } = await readMail(world.table, mailId)
  if (!stored || !isDue(stored, world.now())) return 'not-due'
  if (stored.facts.tries === 0) await enterInLog(world.table, stored.facts)
  const early = await closeWithoutSending(world, stored)
  if (early) return early
  if (pause?.paused) return 'paused'
  if (!(await world.takeTurn())) return 'no-turn'
  const leased = await takeLease(world, stored)
  if (typeof leased === 'string') return leased
  const answer = await world.handOver(leased.facts)
  return noteOutcome(world, { leased, answer, resumedAt: pause?.since })
}

/** A mail, and whether sending rests. */
async function readMail(
  table: Table,
  mailId: string,
): Promise<{ stored: Stored<Mail> | undefined; pause: Pause | undefined }> {
  const [mail, pause] = await table.read([mailShelf.place(mailId), pausePlace])
  return { stored: mail && mailShelf.decode(mail), pause: pauseIn(pause) }
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

/**
 * The copy is counted before it may go out: a worker that dies in between has used it up. Whoever pauses sending in
 * this moment finds that it rests: the lease is given back.
 */
async function takeLease(
  { table, now }: World,
  stored: Stored<Mail>,
): Promise<Stored<Mail> | 'not-due' | 'paused'> {
  const { tries, copies } = stored.facts
  const leased: Mail = { ...stored.facts, state: 'sending', tries: tries + 1, copies: copies + 1 }
  const outcome = await table.commit([moveMail(stored, leased, leaseEnd(now(), leased.copies))])
  if (!outcome.committed) return 'not-due'
  const { stored: mine, pause } = await readMail(table, stored.facts.id)
  // An event about an earlier copy may have settled the mail in this moment; another worker may count on as well.
  if (mine?.facts.state !== 'sending' || mine.facts.tries !== leased.tries) return 'not-due'
  if (!pause?.paused) return mine
  await table.commit([moveMail(mine, stored.facts, now())])
  return 'paused'
}

type Outcome = { leased: Stored<Mail>; answer: HandedOver; resumedAt: Instant | undefined }

async function noteOutcome(world: World, { leased, answer, resumedAt }: Outcome): Promise<Mail['state']> {
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
      // The provider has its day, however long sending rested before.
      const since = resumedAt && resumedAt > mail.queuedAt ? resumedAt : mail.queuedAt
      const waited = millisecondsOf(now) - millisecondsOf(since)
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
