import { fingerprint } from '../kernel/secret.ts'
import type { Place, Table } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'

/** No address gets more mails a day that somebody triggered by filling in a form (promise 6). */
const mostMailsADay = 3

/**
 * Takes one of the day's mails for an address; false when they are used up. Counted over all seminars and forms,
 * by the fingerprint of the address, and forgotten after two days.
 */
export async function drawMailAllowance(table: Table, mailbox: string, now: Instant): Promise<boolean> {
  const place = await allowancePlace(mailbox, now)
  const { mails = 0, answered = 0 } = await table.draw(place, 'mails', { expires: later(now, 2 * day) })
  return mails - answered <= mostMailsADay
}

/** Whoever confirms has answered a mail and is no stranger to us: it does not count against them. */
export async function noteAnswered(table: Table, mailbox: string, now: Instant): Promise<void> {
  await table.draw(await allowancePlace(mailbox, now), 'answered', { expires: later(now, 2 * day) })
}

/** Whether all of them may still be written to today. Whoever is not written to because of another uses up nothing. */
export async function haveMailAllowance(
  table: Pick<Table, 'counters'>,
  mailboxes: readonly string[],
  now: Instant,
): Promise<boolean> {
  const counted = await Promise.all(
    mailboxes.map(async (mailbox) => table.counters(await allowancePlace(mailbox, now))),
  )
  return counted.every(({ mails = 0, answered = 0 }) => mails - answered < mostMailsADay)
}

const allowancePlace = async (mailbox: string, now: Instant): Promise<Place> => ({
  table: 'outbox',
  pk: `allowance#${await fingerprint(mailbox)}`,
  sk: now.slice(0, 10),
})

/** An invited address keeps one of the day's mails for the confirmation of the place that it was invited to. */
const mostInvitationsADay = mostMailsADay - 1

/**
 * Takes one of the day's mails for an invitation or its reminder; false when it has to wait until tomorrow. Whoever is
 * not written to has used up nothing.
 */
export async function drawInvitationAllowance(table: Table, mailbox: string, now: Instant): Promise<boolean> {
  const { mails = 0, answered = 0 } = await table.counters(await allowancePlace(mailbox, now))
  return mails - answered < mostInvitationsADay && drawMailAllowance(table, mailbox, now)
}

/**
 * Takes one of the day's mails for somebody who was asked to confirm already and did not yet; false when it has to wait
 * until tomorrow. Whoever is not written to has used up nothing.
 */
export const drawHeldAllowance = async (table: Table, mailbox: string, now: Instant): Promise<boolean> =>
  (await haveMailAllowance(table, [mailbox], now)) && drawMailAllowance(table, mailbox, now)
