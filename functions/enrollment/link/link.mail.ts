import { textIn } from '../../kernel/language.ts'
import type { Block, Letter } from '../../mail/letter.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { type Enrollment, fullName, isProven } from '../enrollment.ts'
import { linkWords } from '../text/links.ts'
import { enrollmentWords } from '../text/words.ts'

/** One enrollment with a fresh link to its page. */
export type FreshPage = { enrollment: Enrollment; seminar: Seminar; link: string; acknowledgement: string }

const text = (words: string): Block => ({ is: 'text', text: words })
const button = (label: string, href: string): Block => ({ is: 'button', label, href })
const small = (words: string): Block => ({ is: 'small', text: words })

/** By name only who has confirmed their address (promise 6). */
function greet(enrollment: Enrollment): Block {
  const { greeting, greetingByName } = enrollmentWords[enrollment.language]
  return text(isProven(enrollment) ? greetingByName(fullName(enrollment)) : greeting)
}

const isOnline = ({ sessions }: Seminar): boolean => sessions.some(({ place }) => place.kind !== 'onsite')

/** Brings fresh links to one or several personal pages, and says what became of the old ones. */
export function newLinksLetter(pages: readonly [FreshPage, ...FreshPage[]]): Letter {
  const [first] = pages
  const latest = pages.at(-1) ?? first
  const { language } = latest.enrollment
  const words = linkWords[language]
  const title = textIn(first.seminar.title, language)
  const single = pages.length === 1
  const acknowledgements = [...new Set(pages.map(({ acknowledgement }) => acknowledgement))].filter(Boolean)
  return {
    language,
    subject: single ? words.newLink.subject(title) : words.newLinks.subject,
    blocks: [
      greet(latest.enrollment),
      text(single ? words.newLink.text(title) : words.newLinks.text),
      ...pages.map(({ seminar, link }) =>
        button(single ? words.newLink.button : words.newLinks.button(textIn(seminar.title, language)), link),
      ),
      text(words.old),
      ...(pages.some(({ seminar }) => isOnline(seminar)) ? [text(words.join)] : []),
      small(words.notYou),
      ...acknowledgements.map(small),
    ],
    attachments: [],
  }
}

/** Brings the link to the page with a calendar of all seminars of one person. */
export function feedLetter({ enrollment, link }: { enrollment: Enrollment; link: string }): Letter {
  const { language } = enrollment
  const words = linkWords[language].feed
  return {
    language,
    subject: words.subject,
    blocks: [
      greet(enrollment),
      text(words.text),
      button(words.button, link),
      text(words.shows),
      small(words.notYou),
    ],
    attachments: [],
  }
}

/** Brings the link to the page with all seminars of one person. */
export function overviewLetter({ enrollment, link }: { enrollment: Enrollment; link: string }): Letter {
  const { language } = enrollment
  const words = linkWords[language].overview
  return {
    language,
    subject: words.subject,
    blocks: [
      greet(enrollment),
      text(words.text),
      button(words.button, link),
      text(words.good),
      small(words.notYou),
    ],
    attachments: [],
  }
}
