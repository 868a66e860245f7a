import type { Language } from '../../functions/kernel/language.ts'
import { type MessagesText, messagesDe } from './messages.de.ts'
import { messagesEn } from './messages.en.ts'
import { messagesTr } from './messages.tr.ts'

/** The words of writing to the people of a seminar. */
export const messagesText: Record<Language, MessagesText> = {
  de: messagesDe,
  tr: messagesTr,
  en: messagesEn,
}
