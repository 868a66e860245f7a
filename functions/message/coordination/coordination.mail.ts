import { type Language, textIn } from '../../kernel/language.ts'
import type { Letter } from '../../mail/letter.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { coordinationWords } from './words.ts'

/** What a trainer has to say: their own words, in which seminar, and from whom; nothing that we know of participants. */
export function coordinationLetter(facts: {
  seminar: Seminar
  trainer: string
  text: string
  language: Language
  link: string
}): Letter {
  const { seminar, trainer, text, language, link } = facts
  const words = coordinationWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: words.subject(title),
    blocks: [
      { is: 'text', text: words.from(trainer, title) },
      { is: 'text', text },
      { is: 'button', label: words.button, href: link },
      { is: 'small', text: words.answer(trainer) },
    ],
    attachments: [],
  }
}
