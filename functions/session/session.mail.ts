import { type Enrollment, fullName } from '../enrollment/enrollment.ts'
import { type Language, textIn } from '../kernel/language.ts'
import { clockTime, type Instant, longDate, longSpan, wallClockOf, type Zone } from '../kernel/time.ts'
import type { Block, Letter } from '../mail/letter.ts'
import type { HouseWords } from '../programme/letter-texts.table.ts'
import { fillIn, type OwnText, type Placeholder } from '../programme/letter-texts.ts'
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
  /** Where the person tries out camera and microphone before. */
  checkLink: string
  acknowledgement: string
  house: HouseWords
  /** When it is written: a session of the same day begins "today". */
  now: Instant
}

const text = (words: string): Block => ({ is: 'text', text: words })
const button = (label: string, href: string): Block => ({ is: 'button', label, href })

/** What can be filled into the words of a letter about one session. */
export function sessionValues({
  enrollment,
  seminar,
  session,
  house,
  now,
}: Omit<SessionLetterFacts, 'joinLink' | 'myLink' | 'checkLink' | 'acknowledgement'>): Record<
  Placeholder,
  string
> {
  const { language } = enrollment
  const words = sessionWords[language]
  const { zone, title, trainer } = seminar
  const [date, time] = [longDate(session.start, zone, language), clockTime(session.start, zone)]
  return {
    ...{
      name: fullName(enrollment),
      seminar: textIn(title, language),
      trainer,
      organisation: house.organisation,
    },
    ...{ date, time, when: words.when(date, time, isSameDay(now, session.start, zone)) },
    place: session.place.kind === 'onsite' ? session.place.address : words.online,
  }
}

const isSameDay = (one: Instant, other: Instant, zone: Zone): boolean =>
  wallClockOf(one, zone).date === wallClockOf(other, zone).date

/** The house's own words of both letters, to be filled in as an association's are. */
export function usualSessionWords(
  letter: 'invite' | 'reminder',
  language: Language,
  isToday = true,
): OwnText {
  const words = sessionWords[language]
  if (letter === 'invite')
    return { subject: words.invite.subject('{seminar}', '{date}'), text: words.invite.text('{seminar}') }
  const { subject, subjectLater, text: opening } = words.reminder
  return {
    subject: isToday ? subject('{seminar}', '{time}') : subjectLater('{seminar}', '{date}'),
    text: opening('{seminar}', '{when}'),
  }
}

/** Subject and first words, the association's where it has some. */
function opening(letter: 'invite' | 'reminder', facts: SessionLetterFacts): OwnText {
  const { enrollment, seminar, session, house, now } = facts
  const { language } = enrollment
  const own = house.own(letter, language)
  const usual = usualSessionWords(letter, language, isSameDay(now, session.start, seminar.zone))
  const values = sessionValues(facts)
  return {
    subject: fillIn(own.subject || usual.subject, values),
    text: fillIn(own.text || usual.text, values),
  }
}

/** Invites to one session: the personal join link, or the address where people meet. */
export function inviteLetter(facts: SessionLetterFacts): Letter {
  const { enrollment } = facts
  const { language } = enrollment
  const words = sessionWords[language]
  const { subject, text: first } = opening('invite', facts)
  return {
    language,
    subject,
    blocks: [
      text(words.greeting(fullName(enrollment))),
      text(first),
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
  const { enrollment } = facts
  const { language } = enrollment
  const { subject, text: first } = opening('reminder', facts)
  return {
    language,
    subject,
    blocks: [
      text(sessionWords[language].greeting(fullName(enrollment))),
      text(first),
      ...wayIn(facts),
      text(sessionWords[language].reminder.myPage),
      button(sessionWords[language].myButton, facts.myLink),
      ...acknowledged(facts),
    ],
    attachments: [],
  }
}

/** When, where and how to get in. */
function wayIn({ enrollment, seminar, session, joinLink, checkLink }: SessionLetterFacts): Block[] {
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
    text(words.check),
    button(words.checkButton, checkLink),
  ]
}

const acknowledged = ({ acknowledgement }: SessionLetterFacts): Block[] =>
  acknowledgement ? [{ is: 'small', text: acknowledgement }] : []
