import { textIn } from '../kernel/language.ts'
import type { Letter } from '../mail/letter.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { button, greet, small, text, until } from './enrollment.mail.ts'
import type { Enrollment } from './enrollment.ts'
import { addedWords } from './text/added-words.ts'
import { addressWords } from './text/address-words.ts'

/**
 * Asks the owner of an address that the office has noted, or entered for somebody who was there, whether it is theirs. As long as nobody has confirmed it,
 * it may be a stranger's: so not a word from the form stands here, not even the name (promise 6).
 */
export function addressLetter({
  enrollment,
  seminar,
  link,
}: {
  enrollment: Enrollment
  seminar: Seminar
  link: string
}): Letter {
  const { language, holdsUntil } = enrollment
  const words = (enrollment.addedByHand ? addedWords : addressWords)[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: words.subject(title),
    blocks: [
      greet(enrollment),
      text(words.why(title)),
      text(words.please(until(holdsUntil, seminar, language))),
      button(words.button, link),
      ...(words.old ? [text(words.old)] : []),
      ...small(words.stranger),
    ],
    attachments: [],
  }
}
