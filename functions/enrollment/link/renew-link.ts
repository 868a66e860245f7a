import { accept, type Result, refuse } from '../../kernel/result.ts'
import type { NewSecret } from '../../kernel/secret.ts'
import { type Stored, type Table, TableBusy, type Write } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import { readAcknowledgement } from '../../programme/acknowledgement.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { enrollmentShelf } from '../enrollment.table.ts'
import type { Enrollment } from '../enrollment.ts'
import { letterTo } from '../letter-to.ts'
import { drawMailAllowance } from '../mail-allowance.ts'
import { endWrites } from './calendar-feed.ts'
import { type FreshPage, newLinksLetter } from './link.mail.ts'
import { mailboxKey } from './mailbox.table.ts'
import { freshLink, type Linked, readPersonalLink } from './personal-link.ts'

export type RenewRefusal = { code: 'unknown' | 'too-many-mails' }

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/**
 * Whoever fears that a link got into other hands gets a new one by mail; all others die in the commit that queues it.
 * Where no mail may go out today the old ones stay, so that nobody is shut out of their own page.
 */
export async function renewLink(world: World, token: string): Promise<Result<null, RenewRefusal>> {
  const linked = await readPersonalLink(world.table, token, 'my')
  if (!linked?.enrollment.facts.email) return refuse({ code: 'unknown' })
  const mailbox = linked.enrollment.facts.email.toLowerCase()
  if (!(await drawMailAllowance(world.table, mailbox, world.now))) return refuse({ code: 'too-many-mails' })
  for (let attempt = 0; attempt < 3; attempt++) {
    const current = await readPersonalLink(world.table, token, 'my')
    if (!current?.enrollment.facts.email) return refuse({ code: 'unknown' })
    if (await commitRenewal(world, current)) return accept(null)
  }
  throw new TableBusy('the enrollment kept changing')
}

async function commitRenewal(world: World, { enrollment, seminar }: Linked): Promise<boolean> {
  const { page, write, hash } = await renewed(world, { stored: enrollment, seminar: seminar.facts })
  const letter = newLinksLetter([page])
  const outcome = await world.table.commit([
    write,
    // Whoever fears for their links means those to a calendar too, which show more than one seminar.
    ...(await endWrites(world.table, await mailboxKey(page.enrollment.email))),
    await letterTo(page.enrollment, { cause: 'new-link', key: hash, letter }, world.now),
  ])
  return outcome.committed
}

/** An enrollment whose only link is a fresh one: the page for the letter, and the write that lets all others die. */
export async function renewed(
  world: World,
  { stored, seminar }: { stored: Stored<Enrollment>; seminar: Seminar },
): Promise<{ page: FreshPage; write: Write; hash: string }> {
  const fresh = await freshLink(world.newSecret, stored.facts, 'my')
  const enrollment: Enrollment = { ...stored.facts, links: [fresh.link] }
  return {
    page: {
      enrollment,
      seminar,
      link: `${world.origin}/my/${fresh.token}`,
      acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, enrollment.language),
    },
    write: enrollmentShelf.replace(stored, enrollment),
    hash: fresh.link.hash,
  }
}
