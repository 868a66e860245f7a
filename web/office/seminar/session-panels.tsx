import { hour, later } from '../../../functions/kernel/time.ts'
import { invitesAt } from '../../../functions/seminar/letter-rules.ts'
import type { Session } from '../../../functions/seminar/seminar.ts'
import type { InviteCount } from '../../../functions/session/count-invites.ts'
import { may } from '../../../functions/staff/staff.ts'
import { Span } from '../../parts/dates.tsx'
import { ButtonForm, ButtonLink } from '../../parts/form.tsx'
import { placeWords } from '../../parts/session-list.tsx'
import { inside } from '../../parts/setting.ts'
import { changeSessionText } from '../../text/change-session.ts'
import { officeSeminarText } from '../../text/office.ts'
import { roomsText } from '../../text/rooms.ts'
import { attendancePath } from '../attendance/attendance-list.ts'
import { Figures } from '../figures.tsx'
import { roomPagePath } from '../room/room-page.tsx'
import { shortDate, shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import type { Overview } from './overview.ts'

type Props = { visit: Visit; overview: Overview }

/** The dates of a seminar: invites before, attendance from the start on. */
export function SessionPanels({ visit, overview }: Props) {
  const { language } = visit.setting
  const text = officeSeminarText[language].overview
  const { seminar } = overview
  if (seminar.sessions.length === 0) return null
  return (
    <section>
      <h2>{text.sessions}</h2>
      {seminar.sessions.map((session) => (
        <article class="panel" id={session.id}>
          <h3>
            <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />
          </h3>
          <p>{placeWords(session.place, language)}</p>
          <Doings
            visit={visit}
            overview={overview}
            session={session}
            count={overview.invites.get(session.id)}
          />
        </article>
      ))}
      {seminar.cancelledSessions.map((session) => (
        <article class="panel">
          <h3>
            <s>
              <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />
            </s>
          </h3>
          <p>{changeSessionText[language].cancelled}</p>
        </article>
      ))}
      {seminar.state === 'published' && may(visit.member.role, 'change-seminars') && (
        <p>
          <ButtonLink
            kind="quiet"
            href={inside(visit.setting, `/office/seminars/${seminar.id}/sessions/new`)}
            label={changeSessionText[language].add}
          />
        </p>
      )}
    </section>
  )
}

type PanelProps = Props & { session: Session }

/** Invites until the session is over; attendance from its start on. */
function Doings({ visit, overview, session, count }: PanelProps & { count: InviteCount | undefined }) {
  const { setting, now, member } = visit
  const { seminar } = overview
  const text = officeSeminarText[setting.language].overview
  const isOpen = seminar.state === 'published' && now < session.end
  const isAhead = seminar.state === 'published' && now < session.start
  const wereSent = count !== undefined && count.queued + count.sent + count.failed > 0
  const isShown = count && may(member.role, 'send-invites') && (isOpen || wereSent)
  const byClock = invitesAt(seminar, session)
  return (
    <>
      {isShown && <InviteFigures visit={visit} count={count} />}
      <div class="button-row">
        {isShown && isOpen && count.open > 0 && (
          <ButtonForm
            kind={session.invitedAt === null && session.start <= later(now, 48 * hour) ? 'primary' : 'quiet'}
            action={inside(setting, `/office/seminars/${seminar.id}/invite/${session.id}`)}
            label={text.sendInvites(count.open)}
          />
        )}
        {seminar.state !== 'draft' && now >= session.start && (
          <ButtonLink
            kind="quiet"
            href={inside(setting, attendancePath(seminar.id, session.id))}
            label={text.attendanceOf(shortDate(session.start, setting.language, seminar.zone))}
          />
        )}
        {isOpen && session.place.kind !== 'onsite' && may(member.role, 'switch-room') && (
          <ButtonLink
            kind="quiet"
            href={inside(setting, roomPagePath(seminar.id, session.id))}
            label={roomsText[setting.language].link}
          />
        )}
        {isAhead && may(member.role, 'change-seminars') && (
          <ButtonLink
            kind="quiet"
            href={inside(setting, `/office/seminars/${seminar.id}/sessions/${session.id}`)}
            label={changeSessionText[setting.language].move}
          />
        )}
      </div>
      {isShown && isOpen && session.invitedAt === null && seminar.letters.invite.on && byClock > now && (
        <p class="small">{text.invitesByClock(shortDateTime(byClock, setting.language, seminar.zone))}</p>
      )}
      {isShown && isOpen && count.people > 0 && count.open === 0 && <p class="small">{text.invitesDone}</p>}
    </>
  )
}

function InviteFigures({ visit, count }: { visit: Visit; count: InviteCount }) {
  const text = officeSeminarText[visit.setting.language].overview
  return (
    <>
      <h4>{text.invites}</h4>
      <Figures
        figures={[
          [text.invitesGo, count.open],
          [text.invitesQueued, count.queued],
          [text.invitesSent, count.sent],
          [text.invitesFailed, count.failed],
        ]}
      />
    </>
  )
}
