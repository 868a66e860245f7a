import type { Language } from '../kernel/language.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { lastEnd, type Seminar } from '../seminar/seminar.ts'
import { enrollmentShelf } from './enrollment.table.ts'
import { type Enrollment, isLive } from './enrollment.ts'
import { countAssociation } from './line/association-count.ts'
import { readPersonalLink } from './link/personal-link.ts'

/** What a person may change about themself. The address stays: the place belongs to it. */
export type PersonDetails = {
  firstName: string
  lastName: string
  association: string
  /** Empty where the association is not a member. */
  associationId: string
  language: Language
  note: string
}

/**
 * `kept-seat`: the seat is kept for the association that somebody wants to leave · `association-full`: so many of the
 * new one are enrolled already as the seminar takes
 */
export type ChangeRefusal = { code: 'unknown' | 'over' | 'kept-seat' | 'association-full' }

/** While somebody is enrolled and the seminar not over; afterwards lists and certificates say what was true then. */
export function mayChange(enrollment: Enrollment, seminar: Seminar, now: Instant): boolean {
  const end = lastEnd(seminar)
  const held = enrollment.state === 'held' && now >= enrollment.holdsUntil
  return isLive(enrollment) && !held && seminar.state === 'published' && (!end || now < end)
}

/** A person corrects what they told about themself; mails that come from then on speak the new language. */
export async function changePerson(
  { table, now }: { table: Table; now: Instant },
  { token, details }: { token: string; details: PersonDetails },
): Promise<Result<Enrollment, ChangeRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const linked = await readPersonalLink(table, token, 'my')
    if (!linked) return refuse({ code: 'unknown' })
    const { enrollment: stored, seminar } = linked
    if (!mayChange(stored.facts, seminar.facts, now)) return refuse({ code: 'over' })
    const { firstName, lastName, association, associationId, language, note } = details
    const changed: Enrollment = {
      ...stored.facts,
      ...{ firstName, lastName, association, associationId, language, note },
    }
    if (stored.facts.keptFor !== '' && associationId !== stored.facts.associationId)
      return refuse({ code: 'kept-seat' })
    const counted = await countedAnew(seminar.facts, stored.facts, changed)
    const outcome = await table.commit([enrollmentShelf.replace(stored, changed), ...counted])
    if (outcome.committed) return accept(changed)
    if (!outcome.failed.includes(0)) return refuse({ code: 'association-full' })
  }
  throw new TableBusy('the enrollment kept changing')
}

/** Where a seminar limits the people of one association, they are counted out of the old one and into the new one. */
async function countedAnew(seminar: Seminar, before: Enrollment, after: Enrollment): Promise<Write[]> {
  const out = await countAssociation(seminar, before, -1)
  const into = await countAssociation(seminar, after, 1)
  return out[0]?.sk === into[0]?.sk ? [] : [...out, ...into]
}
