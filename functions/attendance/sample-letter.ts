import type { Enrollment } from '../enrollment/enrollment.ts'
import type { Language } from '../kernel/language.ts'
import type { Instant } from '../kernel/time.ts'
import type { Letter } from '../mail/letter.ts'
import type { HouseWords } from '../programme/letter-texts.table.ts'
import { invitesAt, type RuledLetter, remindsAt } from '../seminar/letter-rules.ts'
import type { Seminar, Session } from '../seminar/seminar.ts'
import { checkPath } from '../session/check-link.ts'
import { inviteLetter, reminderLetter } from '../session/session.mail.ts'
import { missedLetter, thanksLetter } from './attendance.mail.ts'

type Sample = {
  letter: RuledLetter
  language: Language
  seminar: Seminar
  /** Which session it is about; for "we missed you" the one to come to. */
  session: Session
  /** Whose name stands in it: who looks at it. */
  reader: { firstName: string; lastName: string; email: string }
  house: HouseWords
  acknowledgement: string
  origin: string
  now: Instant
}

/** A letter as participants will get it, with the reader's own name and links that lead nowhere personal. */
export function sampleLetter({ letter, language, seminar, session, reader, ...rest }: Sample): Letter {
  const { house, acknowledgement, origin, now } = rest
  const enrollment = aReader(seminar, reader, { language, now })
  const common = { enrollment, seminar, acknowledgement, house, myLink: `${origin}/` }
  const links = { joinLink: `${origin}/`, checkLink: `${origin}${checkPath(language)}` }
  switch (letter) {
    case 'invite':
      return inviteLetter({ ...common, session, ...links, now: invitesAt(seminar, session) })
    case 'reminder':
      return reminderLetter({ ...common, session, ...links, now: remindsAt(seminar, session) })
    case 'missed':
      return missedLetter({ ...common, next: session, now })
    case 'thanks':
      return thanksLetter({ ...common, now })
  }
}

/** Somebody with a seat in everything, who is stored nowhere. */
const aReader = (
  { id: seminarId }: Seminar,
  { firstName, lastName, email }: Sample['reader'],
  { language, now }: { language: Language; now: Instant },
): Enrollment => ({
  ...{ id: '', seminarId, state: 'confirmed', standing: 'seat', number: 1, keptFor: '' },
  ...{ offeredUntil: null, waitsWith: '', sessions: [], firstName, lastName, email },
  ...{ association: '', associationId: '', language, note: '', enrolledAt: now, holdsUntil: now },
  ...{ confirmedAt: now, forms: [], notice: '', links: [], invited: {}, reminded: {} },
  ...{ sessionMails: [], invitationId: '', addressSince: null, formerMailboxes: [], continuedAs: '' },
})
