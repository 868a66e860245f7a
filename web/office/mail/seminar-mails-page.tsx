import { type Enrollment, fullName } from '../../../functions/enrollment/enrollment.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import { recipientOf } from '../../../functions/mail/mail.table.ts'
import type { Mail } from '../../../functions/mail/mail.ts'
import type { LogPage } from '../../../functions/mail/mail-log.table.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { mailLogText } from '../../text/mail-log.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'
import { type MailFilter, mailFilters, personPath, seminarMailsPath } from './mail-paths.ts'
import { causeIn, MailBadge, MailHistory, whyOf } from './mail-words.tsx'

type PageProps = {
  visit: Visit
  seminar: Seminar
  log: LogPage
  people: ReadonlyMap<string, Enrollment>
  filter: MailFilter
  from: string
}

/** All mails to the people of a seminar: to whom, what, how they stand, what happened, and why. */
export function SeminarMailsPage({ visit, seminar, log, people, filter, from }: PageProps) {
  const { setting } = visit
  const { language } = setting
  const text = mailLogText[language].log
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.title}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, language) }}
      wide
    >
      <p>{text.explained}</p>
      <nav class="filters" aria-label={text.filter}>
        {mailFilters.map((one) => (
          <a
            href={inside(setting, seminarMailsPath(seminar.id, { filter: one }))}
            aria-current={one === filter ? 'true' : undefined}
          >
            {text.filters[one]}
          </a>
        ))}
      </nav>
      <DataTable
        caption={text.list}
        captionHidden
        head={[text.who, text.state, text.what, text.why, text.history]}
        rows={log.mails.map((mail) => [
          <Recipient visit={visit} mail={mail} person={people.get(recipientOf(mail.id) ?? '')} />,
          <MailBadge mail={mail} language={language} />,
          causeIn(language, mail.cause),
          whyOf(mail, language) || '–',
          <MailHistory mail={mail} language={language} zone={seminar.zone} />,
        ])}
        empty={log.next === undefined ? text.none : text.noneYet}
      />
      {(log.next !== undefined || from !== '') && (
        <p class="button-row">
          {log.next !== undefined && (
            <a
              class="button button-quiet"
              href={inside(setting, seminarMailsPath(seminar.id, { filter, from: log.next }))}
            >
              {text.older}
            </a>
          )}
          {from !== '' && (
            <a class="button button-quiet" href={inside(setting, seminarMailsPath(seminar.id, { filter }))}>
              {text.newest}
            </a>
          )}
        </p>
      )}
    </OfficePage>
  )
}

type RecipientProps = { visit: Visit; mail: Mail; person: Enrollment | undefined }

/** By name where somebody is enrolled; an invited address as it is. */
function Recipient({ visit: { setting }, mail, person }: RecipientProps) {
  const { nobody } = mailLogText[setting.language].log
  if (!person || person.email === '') return <>{mail.to.address || nobody}</>
  const path = personPath({ seminarId: person.seminarId, enrollmentId: person.id })
  return <a href={inside(setting, path)}>{fullName(person) || mail.to.address}</a>
}
