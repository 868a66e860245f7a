import { textIn } from '../../kernel/language.ts'
import type { Letter } from '../../mail/letter.ts'
import {
  button,
  type CalendarFacts,
  greet,
  type LetterFacts,
  seminarFacts,
  small,
  text,
  until,
} from '../enrollment.mail.ts'
import { chosenPart } from '../enrollment.ts'
import { enrollmentWords } from '../text/words.ts'
import { waitingRule } from './waiting-rule.ts'

/** Confirms the address of somebody about whom a coordinator will decide. */
export function confirmedApplicationLetter({
  enrollment,
  seminar,
  link,
  acknowledgement,
}: Omit<LetterFacts, 'ahead'>): Letter {
  const { language } = enrollment
  const { confirmed, confirmedApplication } = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: confirmedApplication.subject(title),
    blocks: [
      greet(enrollment),
      text(confirmedApplication.text(title)),
      seminarFacts(seminar, enrollment),
      button(confirmed.button, link),
      ...small(acknowledgement),
    ],
    attachments: [],
  }
}

/** Offers a seat to the next person of the waiting list, and says until when. */
export function offeredLetter({
  enrollment,
  seminar,
  link,
  acknowledgement,
}: Omit<LetterFacts, 'ahead'>): Letter {
  const { language, offeredUntil, holdsUntil } = enrollment
  const { offered } = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: offered.subject(title),
    blocks: [
      greet(enrollment),
      text(offered.text(title, until(offeredUntil ?? holdsUntil, seminar, language))),
      seminarFacts(seminar, enrollment),
      button(offered.button, link),
      text(offered.decline),
      ...small(acknowledgement),
    ],
    attachments: [],
  }
}

/** Tells that an offer was not accepted in time. */
export function lapsedLetter({
  enrollment,
  seminar,
  link,
}: Pick<LetterFacts, 'enrollment' | 'seminar' | 'link'>): Letter {
  const { language } = enrollment
  const { lapsed, cancelled } = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: lapsed.subject(title),
    blocks: [
      greet(enrollment),
      text(lapsed.text(title)),
      text(cancelled.again),
      button(cancelled.button, link),
    ],
    attachments: [],
  }
}

/** Tells an applicant that they are admitted: with a seat, or with a place on the waiting list. */
export function admittedLetter(facts: CalendarFacts & { message: string }): Letter {
  const { enrollment, seminar, ahead, link, acknowledgement, calendar, message } = facts
  const { language, standing } = enrollment
  const { admitted, confirmed } = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  const seated = standing === 'seat'
  const online = chosenPart(seminar, enrollment).sessions.some(({ place }) => place.kind !== 'onsite')
  return {
    language,
    subject: admitted.subject(title),
    blocks: [
      greet(enrollment),
      ...(seated
        ? [text(admitted.seat(title))]
        : [text(admitted.waiting(title, ahead)), text(waitingRule(seminar, enrollment))]),
      ...(message ? [text(admitted.message(message))] : []),
      seminarFacts(seminar, enrollment),
      ...(seated ? [text(online ? `${confirmed.calendar} ${confirmed.link}` : confirmed.calendar)] : []),
      button(confirmed.button, link),
      ...(seated ? [text(confirmed.cannotCome)] : []),
      ...small(acknowledgement),
    ],
    attachments: seated ? [...calendar] : [],
  }
}

/** Tells an applicant that they are declined, with what the coordinators want to say to it. */
export function declinedLetter({
  enrollment,
  seminar,
  link,
  acknowledgement,
  message,
}: Omit<LetterFacts, 'ahead'> & { message: string }): Letter {
  const { language } = enrollment
  const { declined, admitted } = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: declined.subject(title),
    blocks: [
      greet(enrollment),
      text(declined.text(title)),
      ...(message ? [text(admitted.message(message))] : []),
      button(declined.button, link),
      ...small(acknowledgement),
    ],
    attachments: [],
  }
}
