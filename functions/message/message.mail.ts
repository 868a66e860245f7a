import { type Enrollment, fullName, isProven } from '../enrollment/enrollment.ts'
import { enrollmentWords } from '../enrollment/text/words.ts'
import { textIn } from '../kernel/language.ts'
import type { Block, Letter, StoredFile } from '../mail/letter.ts'
import type { Seminar } from '../seminar/seminar.ts'
import type { MessageText } from './message.ts'
import { type MessageReason, messageWords } from './text/words.ts'

/** What a letter with a coordinator's own words needs to know. */
export type MessageLetterFacts = {
  seminar: Seminar
  text: MessageText
  /** Empty where the address is not confirmed: what was typed with it may be a stranger's (promise 6). */
  name: string
  reason: MessageReason
  /** Full address of the person's page with a fresh token; empty where there is no button. */
  link: string
  acknowledgement: string
  files: readonly StoredFile[]
}

const small = (text: string): Block => ({ is: 'small', text })

/** A coordinator's words as a letter, all of it in the language of these words. */
export function messageLetter(facts: MessageLetterFacts): Letter {
  const { seminar, text, name, reason, link, acknowledgement, files } = facts
  const { language } = text
  const { greeting, greetingByName } = enrollmentWords[language]
  const words = messageWords[language]
  return {
    language,
    subject: text.subject,
    blocks: [
      { is: 'text', text: name === '' ? greeting : greetingByName(name) },
      { is: 'text', text: text.text },
      ...(link === '' ? [] : [{ is: 'button', label: words.myButton, href: link } satisfies Block]),
      small(words.because[reason](textIn(seminar.title, language))),
      ...(acknowledgement ? [small(acknowledgement)] : []),
    ],
    attachments: [],
    ...(files.length > 0 && { files: [...files] }),
  }
}

/** How somebody is greeted, and why they get a message. */
export function addressedAs(person: Enrollment): Pick<MessageLetterFacts, 'name' | 'reason'> {
  if (!isProven(person)) return { name: '', reason: 'unproven' }
  return { name: fullName(person), reason: person.state === 'cancelled' ? 'cancelled' : 'enrolled' }
}
