import * as v from 'valibot'
import type { EmailAddress } from '../kernel/email-address.ts'
import { instantSchema } from '../kernel/time.ts'

/** What somebody does in the house; one role each. */
export const roles = ['administrator', 'coordinator', 'trainer'] as const
export type Role = (typeof roles)[number]

/** Somebody who works here. Without such a record a signed-in person sees nothing. */
export const staffMemberSchema = v.object({
  /** Lower-case; by it the provider's answer is matched. */
  email: v.string(),
  /** As an administrator wrote it. Never taken over from the provider: a trainer's seminars follow from it. */
  name: v.string(),
  role: v.picklist(roles),
  state: v.picklist(['active', 'removed']),
  since: instantSchema,
})
export type StaffMember = v.InferOutput<typeof staffMemberSchema>

/** What can be done in the office. Trainers do theirs only in seminars where they are named. */
export const deeds = [
  'see-own-seminars',
  'write-attendance',
  'switch-room',
  'write-to-coordination',
  'see-every-seminar',
  'see-contacts',
  'change-seminars',
  'send-invites',
  'see-mails',
  'pause-sending',
  'see-audit',
  'set-programme',
  'manage-staff',
] as const
export type Deed = (typeof deeds)[number]

const rights: Record<Role, Record<Deed, boolean>> = {
  administrator: {
    'see-own-seminars': true,
    'write-attendance': true,
    'switch-room': true,
    'write-to-coordination': false,
    'see-every-seminar': true,
    'see-contacts': true,
    'change-seminars': true,
    'send-invites': true,
    'see-mails': true,
    'pause-sending': true,
    'see-audit': true,
    'set-programme': true,
    'manage-staff': true,
  },
  coordinator: {
    'see-own-seminars': true,
    'write-attendance': true,
    'switch-room': true,
    'write-to-coordination': false,
    'see-every-seminar': true,
    'see-contacts': true,
    'change-seminars': true,
    'send-invites': true,
    'see-mails': true,
    'pause-sending': true,
    'see-audit': true,
    'set-programme': false,
    'manage-staff': false,
  },
  trainer: {
    'see-own-seminars': true,
    'write-attendance': true,
    'switch-room': true,
    'write-to-coordination': true,
    'see-every-seminar': false,
    'see-contacts': false,
    'change-seminars': false,
    'send-invites': false,
    'see-mails': false,
    'pause-sending': false,
    'see-audit': false,
    'set-programme': false,
    'manage-staff': false,
  },
}

/** Whether a role may do a deed at all. */
export const may = (role: Role, deed: Deed): boolean => rights[role][deed]

/** Whether this person is named as the trainer of a seminar. Nobody is named where no trainer stands. */
export const isNamedTrainer = (member: StaffMember, trainer: string): boolean =>
  plainName(trainer) !== '' && plainName(trainer) === plainName(member.name)

/** Names of people are equal whatever the keyboard made of their letters and spaces. */
export const plainName = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim()

/** The address by which a person is known here. */
export const staffMailbox = (email: EmailAddress): string => email.toLowerCase()
