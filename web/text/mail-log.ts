import type { Language } from '../../functions/kernel/language.ts'
import { type MailLogText, mailLogDe } from './mail-log.de.ts'
import { mailLogEn } from './mail-log.en.ts'
import { mailLogTr } from './mail-log.tr.ts'

/** The words of the mail log, of sending again, of addresses, and of how fast mails go out. */
export const mailLogText: Record<Language, MailLogText> = { de: mailLogDe, tr: mailLogTr, en: mailLogEn }
