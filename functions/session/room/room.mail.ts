import { fullName } from '../../enrollment/enrollment.ts'
import { textIn } from '../../kernel/language.ts'
import { longSpan } from '../../kernel/time.ts'
import type { Letter } from '../../mail/letter.ts'
import type { SessionLetterFacts } from '../session.mail.ts'
import { newRoomWords } from '../text/new-room-words.ts'
import { sessionWords } from '../text/words.ts'

/** Leads somebody to the room that was opened after strangers had been in the former one. */
export function newRoomLetter(facts: SessionLetterFacts): Letter {
  const { enrollment, seminar, session, joinLink, acknowledgement } = facts
  const { language } = enrollment
  const words = newRoomWords[language]
  const house = sessionWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: words.subject(title),
    blocks: [
      { is: 'text', text: house.greeting(fullName(enrollment)) },
      { is: 'text', text: words.moved },
      {
        is: 'facts',
        rows: [
          [house.rows.seminar, title],
          [house.rows.session, longSpan(session.start, session.end, seminar.zone, language)],
        ],
      },
      { is: 'text', text: words.link },
      { is: 'button', label: house.joinButton, href: joinLink },
      ...(acknowledgement ? [{ is: 'small' as const, text: acknowledgement }] : []),
    ],
    attachments: [],
  }
}
