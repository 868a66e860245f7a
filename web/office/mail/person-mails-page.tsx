import { type Enrollment, fullName, isProven } from '../../../functions/enrollment/enrollment.ts'
import { whyNotAgain } from '../../../functions/enrollment/send-again.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import type { Mail } from '../../../functions/mail/mail.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { may } from '../../../functions/staff/staff.ts'
import { ButtonLink, HiddenField, SubmitButton } from '../../parts/form.tsx'
import { FactList, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { mailLogText } from '../../text/mail-log.ts'
import { officeText } from '../../text/office.ts'
import { LetterText } from '../letter/letter-text.tsx'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'
import { personPath } from './mail-paths.ts'
import { causeIn, MailBadge, MailHistory, whyOf } from './mail-words.tsx'

type PersonProps = { visit: Visit; seminar: Seminar; person: Enrollment }
type PageProps = PersonProps & {
  /** The newest first. */
  mails: readonly Mail[]
  refusal?: string | undefined
  done?: string | undefined
}

/** All mails to one person: their words, what became of each, and sending it once more. */
export function PersonMailsPage({ visit, seminar, person, mails, refusal, done }: PageProps) {
  const { setting, member } = visit
  const text = mailLogText[setting.language]
  const name = { seminarId: seminar.id, enrollmentId: person.id }
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.person.title(fullName(person))}
      done={done}
      path={personPath(name)}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }}
    >
      {refusal && (
        <Notice tone="bad" title={officeText[setting.language].refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <FactList
        facts={[
          [text.person.address, isProven(person) ? person.email : text.person.unconfirmed(person.email)],
        ]}
      />
      {may(member.role, 'change-seminars') && (
        <p>
          <ButtonLink
            kind="quiet"
            href={inside(setting, personPath(name, 'address'))}
            label={text.address.link}
          />
        </p>
      )}
      {mails.length === 0 && <p>{text.person.none}</p>}
      {mails.map((mail) => (
        <OneMail visit={visit} seminar={seminar} person={person} mail={mail} />
      ))}
    </OfficePage>
  )
}

function OneMail(props: PersonProps & { mail: Mail }) {
  const { visit, seminar, mail } = props
  const { language } = visit.setting
  const text = mailLogText[language].person
  const why = whyOf(mail, language)
  return (
    <section class="panel" id={`mail-${mail.id}`}>
      <h2>{causeIn(language, mail.cause)}</h2>
      <p>
        <MailBadge mail={mail} language={language} /> {why}
      </p>
      <MailHistory mail={mail} language={language} zone={seminar.zone} />
      <details>
        <summary>{text.show}</summary>
        <p>
          {text.to}: {mail.to.address}
        </p>
        <LetterText letter={mail.letter} origin={visit.world.origin} language={language} />
      </details>
      {may(visit.member.role, 'send-invites') && <Again {...props} />}
    </section>
  )
}

/** The button, or why there is none. */
function Again({ visit, seminar, person, mail }: PersonProps & { mail: Mail }) {
  const { setting, world, now } = visit
  const text = mailLogText[setting.language]
  const code = whyNotAgain({ mail, enrollment: person, seminar }, now)
  if (code) return <p class="small">{text.againRefusals[code]}</p>
  const name = { seminarId: seminar.id, enrollmentId: person.id }
  return (
    <form
      method="post"
      action={inside(setting, personPath(name, `mails/${mail.id}/again`))}
      class="button-form"
    >
      <HiddenField name="form" value={world.newId('form')} />
      <SubmitButton kind="quiet" label={text.person.againOf(causeIn(setting.language, mail.cause))} />
    </form>
  )
}
