import { type Enrollment, fullName } from '../enrollment/enrollment.ts'
import { type Language, textIn } from '../kernel/language.ts'
import { type Instant, longSpan } from '../kernel/time.ts'
import type { Block, Letter } from '../mail/letter.ts'
import type { HouseWords } from '../programme/letter-texts.table.ts'
import { fillIn, type OwnText, type Placeholder } from '../programme/letter-texts.ts'
import type { Seminar, Session } from '../seminar/seminar.ts'
import { sessionValues } from '../session/session.mail.ts'
import { attendanceWords } from './text/words.ts'

/** What both letters need to know. */
type Facts = {
  enrollment: Enrollment
  seminar: Seminar
  myLink: string
  acknowledgement: string
  house: HouseWords
  now: Instant
}

const text = (words: string): Block => ({ is: 'text', text: words })
const small = (words: string): Block[] => (words ? [{ is: 'small', text: words }] : [])

/** The house's own words of both letters, to be filled in as an association's are. */
export function usualAttendanceWords(letter: 'missed' | 'thanks', language: Language): OwnText {
  const { missed, thanks } = attendanceWords[language]
  return letter === 'missed'
    ? { subject: missed.subject('{seminar}'), text: missed.text('{seminar}', '{date}') }
    : { subject: thanks.subject('{seminar}'), text: thanks.text('{seminar}') }
}

function opening(
  letter: 'missed' | 'thanks',
  { enrollment, house }: Facts,
  values: Partial<Record<Placeholder, string>>,
): OwnText {
  const own = house.own(letter, enrollment.language)
  const usual = usualAttendanceWords(letter, enrollment.language)
  return {
    subject: fillIn(own.subject || usual.subject, values),
    text: fillIn(own.text || usual.text, values),
  }
}

/** Writes to who did not come to the first session: when it goes on. */
export function missedLetter(facts: Facts & { next: Session }): Letter {
  const { enrollment, seminar, next, myLink, acknowledgement } = facts
  const { language } = enrollment
  const words = attendanceWords[language]
  const { subject, text: first } = opening('missed', facts, sessionValues({ ...facts, session: next }))
  return {
    language,
    subject,
    blocks: [
      text(words.greeting(fullName(enrollment))),
      text(first),
      { is: 'facts', rows: [[words.next, longSpan(next.start, next.end, seminar.zone, language)]] },
      ...(next.place.kind === 'onsite' ? [text(next.place.address)] : [text(words.missed.link)]),
      text(words.missed.wasThere),
      text(words.missed.cannotCome),
      { is: 'button', label: words.myButton, href: myLink },
      ...small(acknowledgement),
    ],
    attachments: [],
  }
}

/** Thanks who came, and asks how it was where the seminar has a feedback form. */
export function thanksLetter(facts: Facts): Letter {
  const { enrollment, seminar, house, myLink, acknowledgement } = facts
  const { language } = enrollment
  const words = attendanceWords[language]
  const { feedback } = seminar.letters.thanks
  const { subject, text: first } = opening('thanks', facts, {
    ...{ name: fullName(enrollment), seminar: textIn(seminar.title, language) },
    ...{ trainer: seminar.trainer, organisation: house.organisation },
  })
  return {
    language,
    subject,
    blocks: [
      text(words.greeting(fullName(enrollment))),
      text(first),
      ...(feedback
        ? [
            text(words.thanks.feedback),
            { is: 'button' as const, label: words.thanks.feedbackButton, href: feedback },
          ]
        : []),
      text(words.thanks.certificate),
      { is: 'button', label: words.myButton, href: myLink },
      ...small(acknowledgement),
    ],
    attachments: [],
  }
}
