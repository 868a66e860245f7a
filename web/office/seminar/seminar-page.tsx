import { placesRules } from '../../../functions/enrollment/line/waiting-rule.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import { isPublic, type Seminar } from '../../../functions/seminar/seminar.ts'
import { may } from '../../../functions/staff/staff.ts'
import { Badge, FactList, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { catalogText } from '../../text/catalog.ts'
import { coordinationText } from '../../text/coordination.ts'
import { invitationsText } from '../../text/invitations.ts'
import { lettersText } from '../../text/letters.ts'
import { mailLogText } from '../../text/mail-log.ts'
import { messagesText } from '../../text/messages.ts'
import { officeSeminarText, officeText } from '../../text/office.ts'
import { WordsNotice } from '../certificate/words-notice.tsx'
import { stateTone } from '../dashboard-page.tsx'
import { Figures } from '../figures.tsx'
import { invitationsPath } from '../invitation/invitations-path.ts'
import { lettersPath } from '../letter/letters-form.ts'
import { seminarMailsPath } from '../mail/mail-paths.ts'
import { UndeliveredNotice } from '../mail/undelivered-notice.tsx'
import { coordinationPath } from '../message/coordination-path.ts'
import { messagesPath } from '../message/messages-path.ts'
import { OfficePage } from '../office-page.tsx'
import { headcount } from '../people-of.ts'
import { AnswerSection } from '../question/answer-section.tsx'
import { ServersDownNotice } from '../room/servers-down.tsx'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { Applications } from './applications.tsx'
import { EnrollmentTable, ExpectedTable } from './enrollment-table.tsx'
import { NextStep } from './next-step.tsx'
import type { Overview } from './overview.ts'
import { SessionPanels } from './session-panels.tsx'
import { StatisticsSection } from './statistics-section.tsx'

type SeminarPageProps = {
  visit: Visit
  overview: Overview
  refusal?: string | undefined
  done?: string | undefined
}

/** How a seminar stands, what to do next, its sessions and its people. Trainers see sessions and whom to expect. */
export function SeminarPage({ visit, overview, refusal, done }: SeminarPageProps) {
  const { setting, member } = visit
  const { seminar } = overview
  const house = officeText[setting.language]
  const coordinates = may(member.role, 'change-seminars')
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={textIn(seminar.title, setting.language)}
      done={done}
      back={{ path: '/office', label: house.dashboard.title }}
      path={`/office/seminars/${seminar.id}`}
      wide
    >
      {refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <p>
        <Badge tone={stateTone[seminar.state]}>{house.states[seminar.state]}</Badge>
      </p>
      <ServersDownNotice
        visit={visit}
        down={overview.serversDown.filter(({ sessions }) => sessions.length > 0)}
      />
      <UndeliveredNotice visit={visit} overview={overview} />
      {coordinates && <NextStep visit={visit} overview={overview} />}
      <WordsNotice visit={visit} overview={overview} />
      <Standing visit={visit} overview={overview} />
      {coordinates && <Applications visit={visit} overview={overview} />}
      <SessionPanels visit={visit} overview={overview} />
      {may(member.role, 'see-contacts') ? (
        <>
          <EnrollmentTable visit={visit} overview={overview} />
          <AnswerSection visit={visit} overview={overview} />
          <StatisticsSection visit={visit} overview={overview} />
        </>
      ) : (
        <ExpectedTable visit={visit} overview={overview} />
      )}
    </OfficePage>
  )
}

function Standing({ visit, overview }: { visit: Visit; overview: Overview }) {
  const { setting, programme, member } = visit
  const { seminar, line, people } = overview
  const text = officeSeminarText[setting.language].overview
  const { dashboard } = officeText[setting.language]
  const count = headcount(people)
  const phase = programme.phases.find(({ id }) => id === seminar.phaseId)
  const short = (instant: Seminar['opens']) => shortDateTime(instant, setting.language, seminar.zone)
  const nameOf = (id: string) => programme.associations.find((one) => one.id === id)?.name ?? id
  const rules = placesRules(seminar, setting.language, nameOf)
  const own: [string, string][] = [
    [text.seats, dashboard.seatsOf(count.seats, seminar.capacity)],
    [text.waiting, String(count.waiting)],
    ...(count.applied > 0 ? [[text.applied, String(count.applied)] satisfies [string, string]] : []),
    [text.unconfirmed, String(count.unconfirmed)],
  ]
  const all: [string, string][] = [
    ...(line.owed > 0 ? [[text.owedLabel, text.owed(line.owed)] satisfies [string, string]] : []),
    [text.window, `${short(seminar.opens)} – ${short(seminar.closes)}`],
    [text.zone, seminar.zone],
    ...(seminar.trainer ? [[text.trainer, seminar.trainer] as [string, string]] : []),
    ...(phase ? [[text.phase, `${phase.funder}: ${phase.title}`] as [string, string]] : []),
  ]
  return (
    <>
      <Figures figures={own} />
      {may(member.role, 'see-every-seminar') && <FactList facts={all} />}
      {rules.length > 0 && (
        <>
          <h2>{catalogText[setting.language].rules}</h2>
          <ul>
            {rules.map((rule) => (
              <li>{rule}</li>
            ))}
          </ul>
        </>
      )}
      {isPublic(seminar) && (
        <p>
          <a href={inside(setting, `/seminars/${seminar.slug}`)}>{text.publicPage}</a>
        </p>
      )}
      {may(member.role, 'write-to-coordination') && (
        <p>
          <a href={inside(setting, coordinationPath(seminar.id))}>
            {coordinationText[setting.language].link}
          </a>
        </p>
      )}
      {may(member.role, 'see-contacts') && (
        <p>
          <a href={inside(setting, seminarMailsPath(seminar.id))}>{mailLogText[setting.language].log.link}</a>
        </p>
      )}
      {may(member.role, 'send-invites') && (
        <p>
          <a href={inside(setting, lettersPath(seminar.id))}>{lettersText[setting.language].toPage}</a>
        </p>
      )}
      {may(member.role, 'send-invites') && (
        <p>
          <a href={inside(setting, invitationsPath(seminar.id))}>
            {invitationsText[setting.language].toPage}
          </a>
        </p>
      )}
      {may(member.role, 'send-invites') && (
        <p>
          <a href={inside(setting, messagesPath(seminar.id))}>{messagesText[setting.language].toPage}</a>
        </p>
      )}
    </>
  )
}
