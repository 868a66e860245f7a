import { textIn } from '../kernel/language.ts'
import { longSpan } from '../kernel/time.ts'
import type { Block, Letter } from '../mail/letter.ts'
import type { Seminar, Session } from '../seminar/seminar.ts'
import type { Changes } from '../seminar/session-changes.ts'
import { button, type CalendarFacts, greet, small, text } from './enrollment.mail.ts'
import { chosenPart, type Enrollment } from './enrollment.ts'
import type { EnrollmentWords } from './text/de.ts'
import { enrollmentWords } from './text/words.ts'

/** Tells that dates or places have changed; the calendar file brings calendars up to date. */
export function movedLetter(facts: CalendarFacts & { news: Changes }): Letter {
  const { enrollment, seminar, link, acknowledgement, calendar, news } = facts
  const { language } = enrollment
  const { moved, confirmed } = enrollmentWords[language]
  const title = textIn(seminar.title, language)
  const { changed } = news
  const nothingLeft = chosenPart(seminar, enrollment).sessions.length === 0
  return {
    language,
    subject: subjectOf(news, moved)(title),
    blocks: [
      greet(enrollment),
      text(moved.text(title)),
      changedFacts(seminar, enrollment, news),
      ...(nothingLeft ? [text(moved.nothingLeft)] : []),
      text(holdsLinks(enrollment) ? `${moved.calendar} ${moved.linkStays}` : moved.calendar),
      ...(enrollment.standing === 'waiting' ? [text(moved.stillWaiting)] : []),
      button(confirmed.button, link),
      ...(changed.length > 0 && !nothingLeft ? [text(moved.cannotCome)] : []),
      ...small(acknowledgement),
    ],
    attachments: [...calendar],
  }
}

/** Says of added dates and of dates that are called off what they are; of everything else that something has changed. */
function subjectOf(
  { changed, cancelled }: Changes,
  words: EnrollmentWords['moved'],
): (title: string) => string {
  if (changed.length === 0 && cancelled.length > 0) return words.subjectCancelled
  const onlyAdded = changed.length > 0 && changed.every(({ isNew }) => isNew)
  return onlyAdded && cancelled.length === 0 ? words.subjectAdded : words.subject
}

/** Whether somebody has been sent a join link. */
const holdsLinks = ({ invited }: Enrollment): boolean => Object.keys(invited).length > 0

/** The dates as they are now, what they were before, and which of them do not take place. */
function changedFacts(whole: Seminar, enrollment: Enrollment, { changed, cancelled }: Changes): Block {
  const { language } = enrollment
  const { zone, title, trainer, sessions } = chosenPart(whole, enrollment)
  const { rows, online, moved } = enrollmentWords[language]
  const span = ({ start, end }: Pick<Session, 'start' | 'end'>) => longSpan(start, end, zone, language)
  const place = ({ place }: Session) => (place.kind === 'onsite' ? place.address : online)
  return {
    is: 'facts',
    rows: [
      [rows.seminar, textIn(title, language)],
      ...sessions.map((session): [string, string] => {
        const { isNew = false, was } = changed.find((one) => one.session.id === session.id) ?? {}
        const now = `${span(session)} · ${place(session)}`
        if (isNew) return [moved.added, now]
        return [rows.session, was ? `${now}\n${moved.before(span(was))}` : now]
      }),
      ...cancelled.map((session): [string, string] => [moved.cancelled, span(session)]),
      ...(trainer ? [[rows.trainer, trainer] satisfies [string, string]] : []),
    ],
  }
}
