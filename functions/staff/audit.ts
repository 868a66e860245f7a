import * as v from 'valibot'
import { instantSchema } from '../kernel/time.ts'

/** What is written down when somebody in the office does it. */
const auditedDeeds = [
  'create-seminar',
  'edit-seminar',
  'publish-seminar',
  'cancel-seminar',
  'cancel-session',
  'edit-letters',
  'send-letters',
  'save-letter-text',
  'complete-seminar',
  'send-invites',
  'admit',
  'decline',
  'write-attendance',
  'add-by-hand',
  'show-code',
  'import-attendance',
  'take-back-import',
  'confirm-list',
  'counter-confirm-list',
  'correct-list',
  'withdraw-from-list',
  'write-to-coordination',
  'set-organisation',
  'set-certificate-look',
  'save-phase',
  'save-association',
  'remove-association',
  'invite-staff',
  'remove-staff',
  'become-first-administrator',
  'edit-questions',
  'see-sensitive-answers',
  'invite-people',
  'remind-invited',
  'change-invitation',
  'discard-draft',
  'send-message',
  'send-mail-again',
  'correct-address',
  'hold-back-certificates',
  'release-certificates',
  'give-trainers-word',
  'revoke-certificate',
  'renew-certificate',
  'send-certificate-again',
  'pause-sending',
  'resume-sending',
  'switch-room',
  'evacuate-room',
  'save-meeting-server',
  'remove-meeting-server',
] as const
export type AuditedDeed = (typeof auditedDeeds)[number]

/** Who of the staff did what, to which seminar, when. Nothing about participants stands here. */
export const auditEntrySchema = v.object({
  at: instantSchema,
  /** Mailbox of the staff member. */
  who: v.string(),
  deed: v.picklist(auditedDeeds),
  /** Empty where the deed concerns no seminar. */
  seminarId: v.string(),
  /** What else it was about: a session's id, a phase, a colleague's mailbox. */
  about: v.string(),
})
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>
