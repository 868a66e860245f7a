import { cancel } from '../../functions/enrollment/cancel.ts'
import { confirm } from '../../functions/enrollment/confirm.ts'
import { enroll } from '../../functions/enrollment/enroll.ts'
import type { EnrollCommand } from '../../functions/enrollment/enroll-command.ts'
import { enrollmentShelf, listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { type Enrollment, enrollmentIdFor, hasSeat, isLive } from '../../functions/enrollment/enrollment.ts'
import { acceptOffer } from '../../functions/enrollment/line/accept-offer.ts'
import { type SweepMemory, sweep } from '../../functions/enrollment/line/sweep.ts'
import { type EmailAddress, parseEmailAddress, sameMailbox } from '../../functions/kernel/email-address.ts'
import type { IdKind } from '../../functions/kernel/secret.ts'
import type { Stored, Table } from '../../functions/kernel/table.ts'
import { type Instant, later } from '../../functions/kernel/time.ts'
import { mailShelf } from '../../functions/mail/mail.table.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { publishSeminar } from '../../functions/seminar/publish-seminar.ts'
import { saveSeminar } from '../../functions/seminar/save-seminar.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { openMemoryTable } from './memory-table.ts'
import { aSeminar } from './seminar.ts'

export const origin = 'https://lernhaus.example'

/** Twenty-two letters that differ with each draw, so that tests are repeatable. */
export function countingSecrets(): () => string {
  let drawn = 0
  return () => String(++drawn).padStart(22, 's')
}

export function countingIds(): (kind: IdKind) => string {
  let drawn = 0
  return (kind) => `${kind}_${String(++drawn).padStart(12, '0')}`
}

type Person = Partial<Omit<EnrollCommand, 'seminarId' | 'email'>>

/** A house in memory with a clock that stands still until it is moved. */
export function openHouse(table: Table & { everything?(): Stored<unknown>[] } = openMemoryTable()) {
  let now = '2026-03-02T09:00:00.000Z' as Instant
  let forms = 0
  let memory: Partial<SweepMemory> = {}
  const newSecret = countingSecrets()
  const newId = countingIds()
  const world = () => ({ table, now, newSecret, newId, origin })

  const address = (name: string): EmailAddress => {
    const parsed = parseEmailAddress(name.includes('@') ? name : `${name}@verein.example`)
    if (!parsed) throw new Error(`no address: ${name}`)
    return parsed
  }

  const house = {
    table,
    world,
    now: () => now,
    pass: (milliseconds: number) => {
      now = later(now, milliseconds)
    },
    moveTo: (instant: string) => {
      now = instant as Instant
    },

    /** Plans and publishes a seminar as a coordinator does. */
    async offer(overrides: Partial<Seminar> = {}): Promise<Seminar> {
      const { id: _, state: __, completedAt: ___, sessions, ...draft } = aSeminar(overrides)
      const planned = await saveSeminar(world(), {
        seminarId: null,
        version: '',
        draft: {
          ...draft,
          sessions: sessions.map(({ invitedAt: ____, id: _____, ...session }) => ({ ...session, id: '' })),
        },
      })
      if (!planned.ok) throw new Error(planned.refusal.code)
      const published = await publishSeminar(world(), planned.value.id)
      if (!published.ok) throw new Error(published.refusal.code)
      return published.value
    },

    async seminar(id: string): Promise<Seminar> {
      const stored = await seminarShelf.read(table, id)
      if (!stored) throw new Error(`no seminar ${id}`)
      return stored.facts
    },

    async change(id: string, changes: Partial<Seminar>) {
      const stored = await seminarShelf.read(table, id)
      if (!stored) throw new Error(`no seminar ${id}`)
      return saveSeminar(world(), {
        seminarId: id,
        version: stored.version,
        draft: { ...stored.facts, ...changes },
      })
    },

    enroll: (seminar: Pick<Seminar, 'id'>, name: string, person: Person = {}) =>
      enroll(world(), {
        seminarId: seminar.id,
        firstName: name,
        lastName: 'Yıldız',
        email: address(name),
        association: 'Alevi Kulturverein Hagen',
        associationId: '',
        language: 'de',
        note: '',
        sessions: [],
        formId: `form-${++forms}`,
        notice: '2026-11',
        ...person,
      }),

    async enrollment(seminar: Pick<Seminar, 'id'>, name: string): Promise<Enrollment> {
      const enrollmentId = await enrollmentIdFor(seminar.id, sameMailbox(address(name)))
      const stored = await enrollmentShelf.read(table, { seminarId: seminar.id, enrollmentId })
      if (!stored) throw new Error(`${name} is not enrolled`)
      return stored.facts
    },

    /** All mails ever queued, in the order of queueing, to one person where named. */
    async mails(name?: string): Promise<Mail[]> {
      // A mail that went out is not due any more; the table in memory knows it all the same.
      const all =
        table.everything?.() ?? (await table.listDue('9999-12-31T00:00:00.000Z' as Instant, 100_000))
      return all
        .filter(({ kind }) => kind === 'mail')
        .map((stored) => mailShelf.decode(stored).facts)
        .filter((mail) => name === undefined || mail.to.address === address(name))
    },

    /** The token of the latest link of that kind that was mailed to somebody. */
    async token(name: string, opens: 'my' | 'join' = 'my'): Promise<string> {
      const hrefs = (await house.mails(name)).flatMap(({ letter }) =>
        letter.blocks.flatMap((block) => (block.is === 'button' ? [block.href] : [])),
      )
      const found = hrefs.filter((href) => href.startsWith(`${origin}/${opens}/`)).at(-1)
      if (!found) throw new Error(`no ${opens} link was mailed to ${name}`)
      return found.slice(`${origin}/${opens}/`.length)
    },

    confirm: async (name: string) => confirm(world(), await house.token(name)),
    cancel: async (name: string) => cancel(world(), await house.token(name)),
    acceptOffer: async (name: string) => acceptOffer(world(), await house.token(name)),

    async enrollAndConfirm(seminar: Pick<Seminar, 'id'>, name: string, person: Person = {}) {
      const enrolled = await house.enroll(seminar, name, person)
      if (!enrolled.ok) throw new Error(enrolled.refusal.code)
      const confirmed = await house.confirm(name)
      if (!confirmed.ok) throw new Error(confirmed.refusal.code)
      return confirmed.value
    },

    /** One sweep, with what the sweep before remembered. */
    async sweep(seminar: Pick<Seminar, 'id'>): Promise<void> {
      memory = await sweep(world(), { seminarId: seminar.id, memory })
    },

    /** Who has a seat and who waits, by number. */
    async standing(seminar: Pick<Seminar, 'id'>): Promise<{ seats: string[]; waiting: string[] }> {
      const live = (await listEnrollments(table, seminar.id)).map(({ facts }) => facts).filter(isLive)
      return {
        seats: live.filter(hasSeat).map((e) => e.firstName),
        waiting: live.filter((e) => !hasSeat(e)).map((e) => e.firstName),
      }
    },
  }
  return house
}
