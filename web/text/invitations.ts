import type { Language } from '../../functions/kernel/language.ts'
import { type InvitationsText, invitationsDe } from './invitations.de.ts'
import { invitationsEn } from './invitations.en.ts'
import { invitationsTr } from './invitations.tr.ts'

/** The words of inviting people into a seminar. */
export const invitationsText: Record<Language, InvitationsText> = {
  de: invitationsDe,
  tr: invitationsTr,
  en: invitationsEn,
}
