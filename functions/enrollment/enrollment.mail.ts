import { type Language, textIn } from '../kernel/language.ts'
import { type Instant, longDateTime, longSpan } from '../kernel/time.ts'
import type { Block, Letter, LetterAttachment } from '../mail/letter.ts'
import type { HouseWords } from '../programme/letter-texts.table.ts'
import { fillIn, type OwnText } from '../programme/letter-texts.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { chosenPart, type Enrollment, fullName, isProven, type Standing } from './enrollment.ts'
import { waitingRule } from './line/waiting-rule.ts'
import { enrollmentWords } from './text/words.ts'

/** What every letter about a place needs to know. */
export type LetterFacts = {
  enrollment: Enrollment
  seminar: Seminar
  /** The place in the queue is at most this: numbers in between that were given back only make it better. 0: none. */
  ahead: number
  /** Full address of the personal page with a fresh token. */
  link: string
  /** The funder's sentence; empty where there is none. */
  acknowledgement: string
}

export type CalendarFacts = LetterFacts & { calendar: readonly LetterAttachment[] }

export const text = (words: string): Block => ({ is: 'text', text: words })
export const small = (words: string): Block[] => (words ? [{ is: 'small', text: words }] : [])
export const button = (label: string, href: string): Block => ({ is: 'button', label, href })

/** By name only who has confirmed their address: before, the name may be a stranger's words (promise 6). */
export function greet(enrollment: Enrollment): Block {
  const { greeting, greetingByName } = enrollmentWords[enrollment.language]
  return text(isProven(enrollment) ? greetingByName(fullName(enrollment)) : greeting)
}

export const until = (instant: Instant, seminar: Seminar, language: Language) =>
  longDateTime(instant, seminar.zone, language)

/** Title, dates and places of a seminar, as rows. */
export function seminarFacts(whole: Seminar, enrollment: Enrollment): Block {
  const { language } = enrollment
  const seminar = chosenPart(whole, enrollment)
  const { rows, online } = enrollmentWords[language]
  return {
    is: 'facts',
    rows: [
      [rows.seminar, textIn(seminar.title, language)],
      ...seminar.sessions.map(({ start, end, place }): [string, string] => [
        rows.session,
        `${longSpan(start, end, seminar.zone, language)} · ${place.kind === 'onsite' ? place.address : online}`,
      ]),
      ...(seminar.trainer ? [[rows.trainer, seminar.trainer] satisfies [string, string]] : []),
    ],
  }
}

/**
 * Asks whether the address is right. Whoever gets it may be a stranger, so it carries nothing that was typed into the
 * form (promise 6), not even a name; and it is short, because it is stored in the commit of the enrollment.
 */
export function confirmLetter({
  enrollment,
  seminar,
  ahead,
  link,
  inGroup = false,
}: LetterFacts & { inGroup?: boolean }): Letter {
  const { language, holdsUntil } = enrollment
  const words = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  const deadline = until(holdsUntil, seminar, language)
  const place: Record<Standing, () => string[]> = {
    applied: () => [words.confirm.applied(deadline)],
    waiting: () => [words.confirm.waiting(ahead, deadline), waitingRule(seminar, enrollment)],
    offered: () => [words.confirm.seat(deadline)],
    seat: () => [words.confirm.seat(deadline)],
  }
  return {
    language,
    subject: words.confirm.subject(title),
    blocks: [
      greet(enrollment),
      text(inGroup ? words.confirm.whyGroup(title) : words.confirm.why(title)),
      ...place[enrollment.standing]().map(text),
      button(words.confirm.button, link),
      ...small(inGroup ? words.confirm.strangerGroup : words.confirm.stranger),
    ],
    attachments: [],
  }
}

/** Tells who tries to enroll again what they already have; again nothing from the form. */
export function alreadyLetter({ enrollment, seminar, ahead, link }: LetterFacts): Letter {
  const { language, holdsUntil, offeredUntil, state } = enrollment
  const words = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  const place: Record<Standing, () => string> = {
    applied: () => words.already.applied,
    waiting: () => words.already.waiting(ahead),
    offered: () => words.already.offered(until(offeredUntil ?? holdsUntil, seminar, language)),
    seat: () => words.already.seat,
  }
  return {
    language,
    // Whoever has not confirmed must not think that they are done.
    subject: state === 'held' ? words.confirm.subject(title) : words.already.subject(title),
    blocks: [
      greet(enrollment),
      text(words.already.why(title)),
      text(place[enrollment.standing]()),
      ...(state === 'held' ? [text(words.already.unconfirmed(until(holdsUntil, seminar, language)))] : []),
      button(state === 'held' ? words.confirm.button : words.already.button, link),
    ],
    attachments: [],
  }
}

/** The house's own words of the letter that confirms a seat, to be filled in as an association's are. */
export function usualConfirmedWords(language: Language): OwnText {
  const { confirmed } = enrollmentWords[language]
  return { subject: confirmed.subject('{seminar}'), text: confirmed.seat('{seminar}') }
}

/** Confirms a seat, with all sessions for the calendar; in the association's words where it has some. */
export function confirmedLetter(facts: CalendarFacts & { house: HouseWords }): Letter {
  const { enrollment, seminar, link, acknowledgement, calendar, house } = facts
  const { language } = enrollment
  const { confirmed } = enrollmentWords[language]
  const own = house.own('confirmed', language)
  const usual = usualConfirmedWords(language)
  const values = {
    ...{ name: fullName(enrollment), seminar: textIn(seminar.title, language) },
    ...{ trainer: seminar.trainer, organisation: house.organisation },
  }
  const online = chosenPart(seminar, enrollment).sessions.some(({ place }) => place.kind !== 'onsite')
  return {
    language,
    subject: fillIn(own.subject || usual.subject, values),
    blocks: [
      greet(enrollment),
      text(fillIn(own.text || usual.text, values)),
      seminarFacts(seminar, enrollment),
      text(online ? `${confirmed.calendar} ${confirmed.link}` : confirmed.calendar),
      button(confirmed.button, link),
      text(confirmed.cannotCome),
      ...small(acknowledgement),
    ],
    attachments: [...calendar],
  }
}

/** Confirms a place on the waiting list and says how places are given. */
export function confirmedWaitingLetter({
  enrollment,
  seminar,
  ahead,
  link,
  acknowledgement,
}: LetterFacts): Letter {
  const { language } = enrollment
  const { confirmed, confirmedWaiting } = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: confirmedWaiting.subject(title),
    blocks: [
      greet(enrollment),
      text(confirmedWaiting.text(ahead)),
      text(waitingRule(seminar, enrollment)),
      seminarFacts(seminar, enrollment),
      button(confirmed.button, link),
      ...small(acknowledgement),
    ],
    attachments: [],
  }
}

/** Tells somebody from the waiting list that they have a seat now. */
export function promotedLetter(facts: CalendarFacts): Letter {
  const { enrollment, seminar, link, acknowledgement, calendar } = facts
  const { language, holdsUntil } = enrollment
  const { promoted, confirmed } = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  const confirmedAlready = isProven(enrollment)
  return {
    language,
    subject: confirmedAlready ? promoted.subject(title) : promoted.unconfirmedSubject(title),
    blocks: [
      greet(enrollment),
      text(promoted.text(title)),
      ...(confirmedAlready ? [] : [text(promoted.unconfirmed(until(holdsUntil, seminar, language)))]),
      seminarFacts(seminar, enrollment),
      button(confirmed.button, link),
      text(confirmed.cannotCome),
      ...small(acknowledgement),
    ],
    attachments: confirmedAlready ? [...calendar] : [],
  }
}

/** Confirms that somebody has cancelled; the calendar file takes the dates away. */
export function cancelledLetter(facts: CalendarFacts): Letter {
  const { enrollment, seminar, link, acknowledgement, calendar } = facts
  const { language } = enrollment
  const { cancelled } = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: cancelled.subject(title),
    blocks: [
      greet(enrollment),
      text(cancelled.text(title)),
      text(cancelled.again),
      button(cancelled.button, link),
      ...small(acknowledgement),
    ],
    attachments: [...calendar],
  }
}

/** Tells everybody in the line that the seminar does not take place. */
export function seminarCancelledLetter(facts: CalendarFacts): Letter {
  const { enrollment, seminar, link, acknowledgement, calendar } = facts
  const { language } = enrollment
  const { seminarCancelled } = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: seminarCancelled.subject(title),
    blocks: [
      greet(enrollment),
      text(seminarCancelled.text(title)),
      seminarFacts(seminar, enrollment),
      text(seminarCancelled.more),
      button(seminarCancelled.button, link),
      ...small(acknowledgement),
    ],
    attachments: [...calendar],
  }
}
