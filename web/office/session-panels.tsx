import { invitesAt, type Session } from '../../functions/seminar/seminar.ts'
import type { InviteCount } from '../../functions/session/invite.ts'
import { may } from '../../functions/staff/staff.ts'
import { Span } from '../parts/dates.tsx'
import { ButtonForm, ButtonLink } from '../parts/form.tsx'
import { FactList } from '../parts/notice.tsx'
import { placeWords } from '../parts/session-list.tsx'
import { inside } from '../parts/setting.ts'
import { officeSeminarText } from '../text/office.ts'
import type { Overview } from './seminar-page.tsx'
import { shortDate, shortDateTime } from './short-dates.ts'
import type { Visit } from './visit.ts'

type Props = { visit: Visit; overview: Overview }

/** The dates of a seminar: invites before, attendance from the start on. */
export function SessionPanels({ visit, overview }: Props) {
  const { language } = visit.setting
  const text = officeSeminarText[language].overview
  const { seminar } = overview
  if (seminar.sessions.length === 0) return null
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{text.sessions}</h2>
      {seminar.sessions.map((session) => (
        <article class="panel" id={session.id}>
          <h3>
            <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />
          </h3>
          <p>{placeWords(session.place, language)}</p>
          <Invites
            visit={visit}
            overview={overview}
            session={session}
            count={overview.invites.get(session.id)}
          />
          <Attendance visit={visit} overview={overview} session={session} />
        </article>
      ))}
    </section>
  )
}

type PanelProps = Props & { session: Session }

function Invites({ visit, overview, session, count }: PanelProps & { count: InviteCount | undefined }) {
  const { setting, now, member } = visit
  const { seminar } = overview
  const text = officeSeminarText[setting.language].overview
  if (!count || seminar.state === 'draft' || !may(member.role, 'send-invites')) return null
  const isOpen = seminar.state === 'published' && now < session.end
  const byClock = invitesAt(session)
  return (
    <>
      <h4>{text.invites}</h4>
      <FactList
        facts={[
          [text.invitesGo, count.open],
          [text.invitesQueued, count.queued],
          [text.invitesSent, count.sent],
          [text.invitesFailed, count.failed],
        ]}
      />
      {isOpen && count.open > 0 && (
        <ButtonForm
          kind={session.invitedAt ? 'quiet' : 'primary'}
          action={inside(setting, `/office/seminars/${seminar.id}/invite/${session.id}`)}
          label={text.sendInvites(count.open)}
        />
      )}
      {isOpen && session.invitedAt === null && byClock > now && (
        <p class="small">{text.invitesByClock(shortDateTime(byClock, setting.language))}</p>
      )}
      {isOpen && count.people > 0 && count.open === 0 && <p class="small">{text.invitesDone}</p>}
    </>
  )
}

function Attendance({ visit, overview, session }: PanelProps) {
  const { setting, now } = visit
  const { seminar } = overview
  const text = officeSeminarText[setting.language].overview
  if (seminar.state === 'draft' || now < session.start) return null
  return (
    <p>
      <ButtonLink
        kind="quiet"
        href={inside(setting, `/office/seminars/${seminar.id}/attendance/${session.id}`)}
        label={text.attendanceOf(shortDate(session.start, setting.language))}
      />
    </p>
  )
}
