import type { Stored, Write } from '../kernel/table.ts'
import { moveMail } from './mail.table.ts'
import type { Mail, MailState } from './mail.ts'

const notYetOut: readonly MailState[] = ['queued', 'sending', 'unknown']

/** Whether a mail says nothing any more about whom it went to. */
export const isEmptied = ({ facts }: Stored<Mail>): boolean => facts.to.address === ''

/**
 * The write that takes out of a mail all that says who somebody is. That there was a mail, and what became of it,
 * stays for the figures; what was not out yet is not sent any more.
 */
export function emptyMail(stored: Stored<Mail>): Write {
  const { letter, state } = stored.facts
  return moveMail(stored, {
    ...stored.facts,
    state: notYetOut.includes(state) ? 'outdated' : state,
    to: { name: '', address: '' },
    letter: { language: letter.language, subject: '', blocks: [], attachments: [] },
  })
}
