import { type Language, textIn } from '../../kernel/language.ts'
import { type Instant, longDateTime, longSpan } from '../../kernel/time.ts'
import type { Block, Letter } from '../../mail/letter.ts'
import type { Seminar } from '../../seminar/seminar.ts'
import { invitationWords } from '../text/invitation-words.ts'

type InvitationLetterFacts = {
  seminar: Seminar
  language: Language
  now: Instant
  /** Full address of the form, with a fresh token. */
  link: string
  /** The funder's sentence; empty where there is none. */
  acknowledgement: string
  kind: 'invitation' | 'reminder'
  /** After this one nobody writes to them any more. */
  isLast: boolean
}

const text = (words: string): Block => ({ is: 'text', text: words })

/**
 * Invites somebody into a closed seminar, or reminds them of it. Nobody of the readers has enrolled: the letter says
 * what the seminar is, and nothing of other people, not even who put the address on the list.
 */
export function invitationLetter(facts: InvitationLetterFacts): Letter {
  const { seminar, language, now, link, acknowledgement, kind, isLast } = facts
  const words = invitationWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: words[kind].subject(title),
    blocks: [
      text(words.greeting),
      text(words[kind].text(title)),
      seminarRows(seminar, language),
      ...(now < seminar.opens
        ? [text(words.opens(longDateTime(seminar.opens, seminar.zone, language)))]
        : []),
      text(words.once),
      { is: 'button', label: words.button, href: link },
      { is: 'small', text: isLast ? words.lastOne : words.stop },
      ...(acknowledgement ? [{ is: 'small', text: acknowledgement } satisfies Block] : []),
    ],
    attachments: [],
  }
}

function seminarRows(seminar: Seminar, language: Language): Block {
  const { rows, online } = invitationWords[language]
  return {
    is: 'facts',
    rows: [
      [rows.seminar, textIn(seminar.title, language)],
      ...seminar.sessions.map(({ start, end, place }): [string, string] => [
        rows.session,
        `${longSpan(start, end, seminar.zone, language)} · ${place.kind === 'onsite' ? place.address : online}`,
      ]),
      ...(seminar.trainer ? [[rows.trainer, seminar.trainer] satisfies [string, string]] : []),
      [rows.until, longDateTime(seminar.closes, seminar.zone, language)],
    ],
  }
}
