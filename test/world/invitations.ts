import { makeInvitationLink } from '../../functions/enrollment/invitation/change-invitation.ts'
import { listInvitations } from '../../functions/enrollment/invitation/invitation.table.ts'
import { invitePeople } from '../../functions/enrollment/invitation/invite-people.ts'
import { type EmailAddress, parseEmailAddress } from '../../functions/kernel/email-address.ts'
import type { Language } from '../../functions/kernel/language.ts'
import type { Write } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { auditEntry } from '../../functions/staff/audit.table.ts'
import { origin } from './house.ts'
import type { WorkingHouse } from './working-house.ts'

export const addressOf = (name: string): EmailAddress => {
  const address = parseEmailAddress(name.includes('@') ? name : `${name}@verein.example`)
  if (!address) throw new Error(`no address: ${name}`)
  return address
}

/** What a coordinator does about invitations, in a house in which the clock works. */
export function coordinating(house: WorkingHouse) {
  const world = () => ({ ...house.world(), also: [noted(house)] })
  return {
    world,
    invite: (seminar: Seminar, names: string[], language: Language = 'de') =>
      invitePeople(world(), { seminarId: seminar.id, addresses: names.map(addressOf), language }),

    /** A link for so many; answers its token. */
    async link(seminar: Seminar, limit: number, until: Instant | null = null): Promise<string> {
      const token = house.world().newSecret()
      const made = await makeInvitationLink(world(), {
        seminarId: seminar.id,
        name: 'Vorstand',
        limit,
        until,
        token,
      })
      if (!made.ok) throw new Error(made.refusal.code)
      return token
    },

    /** The token in the latest letter to somebody. */
    async token(name: string): Promise<string> {
      const hrefs = (await house.mails(name)).flatMap(({ letter }) =>
        letter.blocks.flatMap((block) => (block.is === 'button' ? [block.href] : [])),
      )
      const found = hrefs.filter((href) => href.includes('?invitation=')).at(-1)
      if (!found?.startsWith(`${origin}/seminars/`)) throw new Error(`${name} got no invitation`)
      return found.split('?invitation=')[1] ?? ''
    },

    async invitation(seminar: Seminar, name: string) {
      const all = await listInvitations(house.table, seminar.id)
      const found = all.find(({ facts }) => facts.email === addressOf(name) || facts.name === name)
      if (!found) throw new Error(`${name} is not invited`)
      return found.facts
    },

    causes: async (name: string): Promise<string[]> => (await house.mails(name)).map(({ cause }) => cause),
  }
}

const noted = (house: WorkingHouse): Write =>
  auditEntry(house.world(), { who: 'cem@verein.example', deed: 'change-invitation' })
