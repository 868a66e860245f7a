import type { Language } from '../../functions/kernel/language.ts'
import type { EnrollTrouble } from '../public/person-fields.ts'
import { enrollDe } from './enroll.de.ts'
import { enrollEn } from './enroll.en.ts'
import { enrollTr } from './enroll.tr.ts'

/** Every sentence of enrolling; a language that lacks one does not compile. */
export type EnrollText = {
  title: string
  forSeminar: (title: string) => string
  howItGoes: string
  fullNow: string
  firstName: string
  lastName: string
  lastNameHint: string
  email: string
  emailHint: string
  association: string
  associationHint: string
  choose: string
  other: string
  otherName: string
  otherHint: string
  language: string
  languageHint: string
  languages: Record<Language, string>
  note: string
  noteHint: string
  consentBefore: string
  consentLink: string
  consentAfter: string
  consentShort: string
  sessions: string
  sessionsHint: string
  applyNow: string
  listFirst: string
  sendApplication: string
  send: string
  sendWaiting: string
  back: string
  wrongTitle: string
  wrongPrefix: string
  trouble: Record<EnrollTrouble, string>
  stale: string
  quick: string
  crowded: { title: string; text: string }
  /** For whoever reads the page without its style sheet. */
  leaveEmpty: string
  unsure: { title: string; text: string }
  busy: { title: string; text: string }
  refused: Record<
    | 'unavailable'
    | 'not-yet'
    | 'over'
    | 'full'
    | 'association-full'
    | 'too-many-mails'
    | 'invitation-used'
    | 'invitation-closed',
    { title: string; text: string }
  >
  invitedOnly: { title: string; lead: string; invited: string; enrolled: string }
  done: {
    title: string
    seat: (until: string) => string
    waiting: (place: number) => string
    onTheList: string
    applied: (until: string) => string
    ownPlace: (until: string) => string
    mailTo: (address: string) => string
    noMail: string
  }
}

/** The words of enrolling. */
export const enrollText: Record<Language, EnrollText> = { de: enrollDe, tr: enrollTr, en: enrollEn }
