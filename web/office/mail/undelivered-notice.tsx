import { type Enrollment, fullName, isLive } from '../../../functions/enrollment/enrollment.ts'
import { recipientOf } from '../../../functions/mail/mail.table.ts'
import type { MailTrouble } from '../../../functions/mail/trouble.ts'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { mailLogText } from '../../text/mail-log.ts'
import type { Overview } from '../seminar/overview.ts'
import type { Visit } from '../visit.ts'
import { personPath, seminarMailsPath } from './mail-paths.ts'

/** Whose mails did not arrive, each leading to the person's mails; nothing where all is well. */
export function UndeliveredNotice({ visit, overview }: { visit: Visit; overview: Overview }) {
  const { setting } = visit
  const { seminar } = overview
  const text = mailLogText[setting.language].undelivered
  const undelivered = stillMissed(overview)
  if (undelivered.length === 0) return null
  return (
    <Notice tone="warning" title={text.title(undelivered.length)}>
      <p>{text.explained}</p>
      <ul>
        {byPerson(overview.people, undelivered).map(({ person, mails }) => (
          <li>
            <a href={inside(setting, personPath({ seminarId: seminar.id, enrollmentId: person.id }))}>
              {text.personMails(fullName(person), mails)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={inside(setting, seminarMailsPath(seminar.id, { filter: 'trouble' }))}>{text.others}</a>
      </p>
    </Notice>
  )
}

/** Whoever is not enrolled any more misses nothing. */
function stillMissed({ people, undelivered }: Overview): MailTrouble[] {
  const gone = new Set(people.filter((person) => !isLive(person)).map(({ id }) => id))
  return undelivered.filter(({ mailId }) => !gone.has(recipientOf(mailId) ?? ''))
}

/** The people among them, by name; invitations to addresses that never enrolled stand in the log. */
function byPerson(
  people: readonly Enrollment[],
  undelivered: readonly MailTrouble[],
): { person: Enrollment; mails: number }[] {
  const mailsOf = Map.groupBy(undelivered, ({ mailId }) => recipientOf(mailId))
  return people
    .filter(({ id }) => mailsOf.has(id))
    .map((person) => ({ person, mails: mailsOf.get(person.id)?.length ?? 0 }))
    .sort((a, b) => a.person.lastName.localeCompare(b.person.lastName, 'de'))
}
