import { type EmailAddress, sameMailbox } from '../../kernel/email-address.ts'
import { fingerprint, type NewSecret } from '../../kernel/secret.ts'
import { type Stored, type Table, TableBusy, type Write } from '../../kernel/table.ts'
import { day, type Instant, later } from '../../kernel/time.ts'
import type { Letter } from '../../mail/letter.ts'
import { mailIdOf, queueMail } from '../../mail/mail.table.ts'
import { seminarShelf } from '../../seminar/seminar.table.ts'
import { lastEnd, type Seminar } from '../../seminar/seminar.ts'
import { type Enrollment, fullName, isLive } from '../enrollment.ts'
import { drawMailAllowance } from '../mail-allowance.ts'
import { newLinksLetter, overviewLetter } from './link.mail.ts'
import { askedShelf, listEnrollmentsOf, mailboxKey, overviewShelf } from './mailbox.table.ts'
import { renewed } from './renew-link.ts'

type World = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** What somebody without a link asks for: fresh links to what is still to come, or the page with everything. */
export const mailWishes = ['links', 'overview'] as const
export type MailWish = (typeof mailWishes)[number]

/** `formId` names the form that was sent, so that sending it twice is known as such. */
export type MailRequest = { email: EmailAddress; wish: MailWish; formId: string }

/** The link to the overview is good for so long. */
const overviewGoodFor = day
/** So many enrollments still fit into one commit and one mail. */
const mostPages = 40

/**
 * Sends one mail to an address that has confirmed an enrollment, and nothing to all others. It answers nothing, and
 * does the same work for both as far as it can: nobody learns who is enrolled.
 */
export async function requestMail(world: World, request: MailRequest): Promise<void> {
  const { table, now } = world
  const mailbox = sameMailbox(request.email)
  if (await askedShelf.read(table, request.formId)) return
  const allowed = await drawMailAllowance(table, mailbox, now)
  for (let attempt = 0; attempt < 3; attempt++) {
    const enrollments = await listEnrollmentsOf(table, await mailboxKey(mailbox))
    const writes = allowed ? await answerWrites(world, request, enrollments) : []
    const asked = askedShelf.create(request.formId, { at: now }, { expires: later(now, 2 * day) })
    const outcome = await table.commit([asked, ...writes])
    if (outcome.committed || outcome.failed.includes(0)) return
  }
  throw new TableBusy('the enrollments kept changing')
}

type Place = { stored: Stored<Enrollment>; seminar: Seminar }

/** The mail, and the links that change with it. Whoever has nothing to come gets the overview either way. */
async function answerWrites(
  world: World,
  request: MailRequest,
  enrollments: readonly Stored<Enrollment>[],
): Promise<Write[]> {
  const latest = enrollments.at(-1)?.facts
  if (!latest) return []
  const coming = request.wish === 'links' ? await stillToCome(world, enrollments) : []
  const [first, ...others] = await Promise.all(coming.slice(-mostPages).map((place) => renewed(world, place)))
  if (!first) return overviewWrites(world, request, latest)
  const letter = newLinksLetter([first.page, ...others.map(({ page }) => page)])
  return [
    ...[first, ...others].map(({ write }) => write),
    await mailTo(world, request, { person: latest, cause: 'new-link', letter }),
  ]
}

async function stillToCome(
  { table, now }: World,
  enrollments: readonly Stored<Enrollment>[],
): Promise<Place[]> {
  const places = await Promise.all(
    enrollments.map(async (stored) => ({
      stored,
      seminar: (await seminarShelf.read(table, stored.facts.seminarId))?.facts,
    })),
  )
  return places.flatMap(({ stored, seminar }) => {
    const end = seminar && lastEnd(seminar)
    return seminar?.state === 'published' && isLive(stored.facts) && (!end || now < end)
      ? [{ stored, seminar }]
      : []
  })
}

async function overviewWrites(world: World, request: MailRequest, latest: Enrollment): Promise<Write[]> {
  const secret = world.newSecret()
  const until = later(world.now, overviewGoodFor)
  const letter = overviewLetter({ enrollment: latest, link: `${world.origin}/my/all/${secret}` })
  return [
    overviewShelf.create(
      await fingerprint(secret),
      { mailbox: await mailboxKey(latest.email), until },
      { expires: until },
    ),
    await mailTo(world, request, { person: latest, cause: 'overview', letter, notAfter: until }),
  ]
}

type Answer = { person: Enrollment; cause: string; letter: Letter; notAfter?: Instant }

/** The mail belongs to no single seminar; it lies under the mailbox. */
async function mailTo(
  { now }: World,
  { formId }: MailRequest,
  { person, cause, letter, notAfter }: Answer,
): Promise<Write> {
  const id = mailIdOf(await mailboxKey(person.email), await fingerprint(`${cause}|${formId}`))
  const to = { name: fullName(person), address: person.email }
  return queueMail({ id, to, letter, cause, seminarId: '', ...(notAfter && { notAfter }) }, now)
}
