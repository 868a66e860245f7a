import { type Enrollment, fullName } from '../enrollment/enrollment.ts'
import { textIn } from '../kernel/language.ts'
import { clockTime, longDate, longSpan } from '../kernel/time.ts'
import type { Block, Letter } from '../mail/letter.ts'
import type { Seminar, Session } from '../seminar/seminar.ts'
import { doorOpensAt } from './door.ts'
import { sessionWords } from './text/words.ts'

/** What a letter about one session needs to know; links are full addresses with fresh tokens. */
export type SessionLetterFacts = {
  enrollment: Enrollment
  seminar: Seminar
  session: Session
  joinLink: string
  myLink: string
  acknowledgement: string
}

const text = (words: string): Block => ({ is: 'text', text: words })
const button = (label: string, href: string): Block => ({ is: 'button', label, href })

/** Invites to one session: the personal join link, or the address where people meet. */
export function inviteLetter(facts: SessionLetterFacts): Letter {
  const { enrollment, seminar, session } = facts
  const { language } = enrollment
  const words = sessionWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: words.invite.subject(title, longDate(session.start, seminar.zone, language)),
    blocks: [
      text(words.greeting(fullName(enrollment))),
      text(words.invite.text(title)),
      ...wayIn(facts),
      text(words.invite.cannotCome),
      button(words.myButton, facts.myLink),
      ...acknowledged(facts),
    ],
    attachments: [],
  }
}

/** Reminds of one session shortly before it starts. */
export function reminderLetter(facts: SessionLetterFacts): Letter {
  const { enrollment, seminar, session } = facts
  const { language } = enrollment
  const words = sessionWords[language]
  const title = textIn(seminar.title, language)
  const time = clockTime(session.start, seminar.zone)
  return {
    language,
    subject: words.reminder.subject(title, time),
    blocks: [
      text(words.greeting(fullName(enrollment))),
      text(words.reminder.text(title, time)),
      ...wayIn(facts),
      ...acknowledged(facts),
    ],
    attachments: [],
  }
}

/** When, where and how to get in. */
function wayIn({ enrollment, seminar, session, joinLink }: SessionLetterFacts): Block[] {
  const { language } = enrollment
  const words = sessionWords[language]
  const { place, start, end } = session
  const rows: [string, string][] = [
    [words.rows.seminar, textIn(seminar.title, language)],
    [words.rows.session, longSpan(start, end, seminar.zone, language)],
    [words.rows.place, place.kind === 'onsite' ? place.address : words.online],
    ...(seminar.trainer ? [[words.rows.trainer, seminar.trainer] satisfies [string, string]] : []),
  ]
  if (place.kind === 'onsite') return [{ is: 'facts', rows }, text(words.invite.onsite(place.address))]
  return [
    { is: 'facts', rows },
    text(words.invite.online),
    button(words.joinButton, joinLink),
    text(words.invite.opens(clockTime(doorOpensAt(session), seminar.zone))),
  ]
}

const acknowledged = ({ acknowledgement }: SessionLetterFacts): Block[] =>
  acknowledgement ? [{ is: 'small', text: acknowledgement }] : []
