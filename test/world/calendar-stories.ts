import fc from 'fast-check'
import { calendarFile, calendarOf, cancelledSessionCalendar } from '../../functions/enrollment/calendar-of.ts'
import type { Enrollment } from '../../functions/enrollment/enrollment.ts'
import type { Entry } from '../../functions/enrollment/person-events.ts'
import { bytesFromBase64, textFromUtf8 } from '../../functions/kernel/encoding.ts'
import { hour, type Instant, instantFrom, later, minute } from '../../functions/kernel/time.ts'
import type { LetterAttachment } from '../../functions/mail/letter.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import type { Session } from '../../functions/seminar/seminar.ts'
import { openMemoryTable } from './memory-table.ts'
import { aSeminar, aSession } from './seminar.ts'

/** Words that people type, and those who mean ill. */
export const words: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('ş', 'İ', 'ß', '€', '👩‍🏫', ',', ';', '\\', '"', ' '), maxLength: 200 }),
  fc.constantFrom(
    'Fördermittel finden, beantragen; abrechnen \\ fertig',
    'eins\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:fremd\r\nSUMMARY:fremd',
    'zwei\nMETHOD:REQUEST\u2028X-EVIL:1\u0085X-EVIL:2',
    'drei"\r\nATTENDEE:mailto:x@example.org',
  ),
)

/** Around the nights in which clocks change, and on any other day; never before the stories begin. */
const starts: fc.Arbitrary<Instant> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z', '2027-03-28T01:00Z', '2026-12-31T23:00Z'),
      fc.integer({ min: 0, max: 700 }).map((days) => instantFrom(Date.UTC(2026, 1, 1 + days, 17))),
    ),
    fc.integer({ min: -180, max: 180 }),
  )
  .map(([around, minutes]) => instantFrom(Date.parse(around) + minutes * minute))

const sessions: fc.Arbitrary<Session[]> = fc
  .array(
    fc.record({
      start: starts,
      length: fc.integer({ min: 1, max: 600 }),
      place: fc.oneof(
        fc.constant({ kind: 'room' as const }),
        fc.constant({ kind: 'link' as const, url: 'https://meet.example.org/secret-room' }),
        words.map((address) => ({ kind: 'onsite' as const, address })),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ start, length, place }, i) =>
      aSession({ id: `ses_${i}`, start, end: later(start, length * minute), place }),
    ),
  )

/** What happens to a person's dates. */
export const steps = ['again', 'move', 'call-off', 'cancel', 'enroll-again', 'seminar-off'] as const
type Step = { what: (typeof steps)[number]; which: number; by: number; after: number }

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...steps),
  which: fc.nat({ max: 3 }),
  by: fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }),
  // Also within the same minute, in which sequence numbers stay the same.
  after: fc.constantFrom(1_000, 20_000, minute, 5 * hour),
})

export const stories = fc.record({
  // No seminar is without a title.
  title: words.map((more) => `Seminar ${more}`),
  description: words,
  organisation: words,
  firstName: words,
  zone: fc.constantFrom('Europe/Berlin', 'Europe/Istanbul', 'Europe/London', 'America/New_York', 'UTC'),
  language: fc.constantFrom('de' as const, 'tr' as const, 'en' as const),
  calendarInvitations: fc.boolean(),
  sessions,
  chosen: fc.array(fc.constantFrom('ses_0', 'ses_1'), { maxLength: 2 }),
  steps: fc.array(step, { maxLength: 8 }),
})
type Story = typeof stories extends fc.Arbitrary<infer Each> ? Each : never

/** One mail, what it carried, and how things stood when it was written. */
export type Told = {
  what: Step['what'] | 'confirmed'
  entry: Entry
  attachments: LetterAttachment[]
  page: string
}

/** The words of an attachment. */
export const textOf = ({ content }: LetterAttachment): string => textFromUtf8(bytesFromBase64(content))

/** Plays a story and answers every mail that the person got, in order. */
export async function play(story: Story): Promise<Told[]> {
  const table = openMemoryTable()
  const organisation = { ...unnamedOrganisation, name: story.organisation, email: 'post@example.org' }
  await table.commit([organisationShelf.create(null, organisation)])
  let now = '2026-01-05T09:00:10.000Z' as Instant
  let entry = firstEntry(story, now)
  const told: Told[] = []
  const world = () => ({ table, now, origin: 'https://lernhaus.example' })
  const tell = async (what: Told['what'], attachments: LetterAttachment[]) =>
    told.push({ what, entry, attachments, page: (await calendarFile(world(), entry)).text })

  await tell('confirmed', await calendarOf(world(), entry))
  for (const { what, which, by, after } of story.steps) {
    now = later(now, after)
    const next = follow(entry, { what, which, by }, now)
    if (!next) continue
    entry = next
    const off = entry.seminar.cancelledSessions.at(-1)
    const attachments =
      what === 'call-off' && off
        ? await cancelledSessionCalendar(world(), entry, [off.id])
        : await calendarOf(world(), entry)
    await tell(what, attachments)
  }
  return told
}

function firstEntry(story: Story, now: Instant): Entry {
  const { title, description, zone, calendarInvitations, sessions: planned, chosen } = story
  const text = { de: title, tr: title, en: title }
  return {
    seminar: aSeminar({
      title: text,
      description: { de: description, tr: description, en: description },
      sessions: planned,
      zone,
      calendarInvitations,
    }),
    enrollment: anEnrollment({
      firstName: story.firstName,
      language: story.language,
      sessions: planned.length > 1 ? chosen : [],
      enrolledAt: now,
      confirmedAt: now,
    }),
  }
}

/** What became of it; undefined where it cannot happen now, or the person is not told. */
function follow(
  { seminar, enrollment }: Entry,
  { what, which, by }: Pick<Step, 'what' | 'which' | 'by'>,
  now: Instant,
): Entry | undefined {
  const isIn = enrollment.state === 'confirmed' && seminar.state === 'published'
  const session = seminar.sessions[which % Math.max(1, seminar.sessions.length)]
  switch (what) {
    case 'again':
      return isIn ? { seminar, enrollment } : undefined
    case 'move': {
      if (!isIn || !session) return undefined
      const moved = {
        ...session,
        start: later(session.start, by * minute),
        end: later(session.end, by * minute),
      }
      const all = seminar.sessions.map((each) => (each.id === session.id ? moved : each))
      return { seminar: { ...seminar, sessions: all, movedAt: now }, enrollment }
    }
    case 'call-off': {
      if (!isIn || !session) return undefined
      const cancelledSessions = [...seminar.cancelledSessions, { ...session, cancelledAt: now }]
      const rest = seminar.sessions.filter(({ id }) => id !== session.id)
      return { seminar: { ...seminar, sessions: rest, cancelledSessions }, enrollment }
    }
    case 'cancel':
      return isIn ? { seminar, enrollment: { ...enrollment, state: 'cancelled' } } : undefined
    case 'enroll-again':
      return enrollment.state === 'cancelled' && seminar.state === 'published'
        ? { seminar, enrollment: { ...enrollment, state: 'confirmed', enrolledAt: now, confirmedAt: now } }
        : undefined
    case 'seminar-off':
      return isIn ? { seminar: { ...seminar, state: 'cancelled' }, enrollment } : undefined
  }
}

/** Somebody with a seat who has confirmed their address. */
export const anEnrollment = (overrides: Partial<Enrollment> = {}): Enrollment => ({
  id: 'enr_0123456789ab',
  seminarId: 'sem_funding',
  state: 'confirmed',
  standing: 'seat',
  number: 1,
  keptFor: '',
  offeredUntil: null,
  waitsWith: '',
  sessions: [],
  firstName: 'Ayşe',
  lastName: 'Yıldız',
  email: 'ayse+kurs@verein.example',
  association: '',
  associationId: '',
  language: 'de',
  note: '',
  enrolledAt: '2026-01-05T09:00:00.000Z' as Instant,
  holdsUntil: '2026-01-06T09:00:00.000Z' as Instant,
  confirmedAt: '2026-01-05T09:05:00.000Z' as Instant,
  forms: [],
  notice: '',
  links: [],
  invited: {},
  reminded: {},
  sessionMails: [],
  invitationId: '',
  addressSince: null,
  formerMailboxes: [],
  continuedAs: '',
  ...overrides,
})
