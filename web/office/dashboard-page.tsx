import type { Child } from 'hono/jsx'
import { textIn } from '../../functions/kernel/language.ts'
import { hour, type Instant, later } from '../../functions/kernel/time.ts'
import {
  firstStart,
  lastEnd,
  type Seminar,
  type SeminarState,
  type Session,
} from '../../functions/seminar/seminar.ts'
import { may } from '../../functions/staff/staff.ts'
import { ButtonLink } from '../parts/form.tsx'
import { Badge, Notice, type Tone } from '../parts/notice.tsx'
import { inside } from '../parts/setting.ts'
import { DataTable } from '../parts/table.tsx'
import { confirmedListText } from '../text/confirmed-list.ts'
import { officeText } from '../text/office.ts'
import { registerText } from '../text/register.ts'
import { trainersWordText } from '../text/trainers-word.ts'
import { listPath } from './attendance/attendance-list.ts'
import type { WaitingList } from './attendance/waiting-lists.ts'
import { wordsPath } from './certificate/preview-path.ts'
import type { WaitingWords } from './certificate/waiting-words.ts'
import { OfficePage } from './office-page.tsx'
import type { Headcount } from './people-of.ts'
import { type ServerDown, ServersDownNotice } from './room/servers-down.tsx'
import { shortDate, shortDateTimeIn } from './short-dates.ts'
import type { Visit } from './visit.ts'

/** A seminar with its figures; none where nobody can have enrolled. */
export type SeminarFigures = { seminar: Seminar; count: Headcount | null }

type DashboardProps = {
  visit: Visit
  figures: readonly SeminarFigures[]
  mails: { late: number; failed: number }
  /** Meeting servers that give no answer. */
  down: readonly ServerDown[]
  /** Lists of attendance that wait for this person. */
  lists: readonly WaitingList[]
  /** Seminars in which certificates wait for a yes. */
  words: readonly WaitingWords[]
  done?: string | undefined
}

/** What needs somebody stands first; trainers only see their seminars. */
export function DashboardPage({ visit, figures, mails, down, lists, words, done }: DashboardProps) {
  const { setting, member } = visit
  const text = officeText[setting.language].dashboard
  const coordinates = may(member.role, 'change-seminars')
  const own = [...listPoints(visit, lists), ...wordPoints(visit, words)]
  return (
    <OfficePage visit={visit} area="seminars" title={text.title} done={done} wide>
      {coordinates && (
        <p>
          <ButtonLink href={inside(setting, '/office/seminars/new')} label={text.newSeminar} />
        </p>
      )}
      <ServersDownNotice
        visit={visit}
        down={down.filter(({ sessions }) => coordinates || sessions.length > 0)}
      />
      {coordinates ? (
        <Attention points={[...pointsFor({ visit, figures, mails }), ...own]} visit={visit} />
      ) : (
        own.length > 0 && <Attention points={own} visit={visit} />
      )}
      <NextSessions visit={visit} seminars={figures.map((f) => f.seminar)} />
      <SeminarTables visit={visit} figures={figures} />
      {may(member.role, 'see-contacts') && (
        <p>
          <a href={inside(setting, '/office/register')}>{registerText[setting.language].link}</a>
        </p>
      )}
    </OfficePage>
  )
}

type SeminarsProps = { visit: Visit; seminars: readonly Seminar[] }

/** Lists of attendance that wait for this person's name. */
function listPoints({ setting }: Visit, lists: readonly WaitingList[]): Child[] {
  const { waits } = confirmedListText[setting.language]
  return lists.map(({ seminar, session, waitsFor }) => {
    const date = shortDate(session.start, setting.language, seminar.zone)
    return (
      <a href={inside(setting, listPath(seminar.id, session.id))}>
        {waits[waitsFor](textIn(seminar.title, setting.language), date)}
      </a>
    )
  })
}

/** Seminars in which people wait for a yes to their certificate. */
const wordPoints = ({ setting }: Visit, words: readonly WaitingWords[]): Child[] =>
  words.map(({ seminar, people }) => (
    <a href={inside(setting, wordsPath(seminar.id))}>
      {trainersWordText[setting.language].waitingIn(textIn(seminar.title, setting.language), people)}
    </a>
  ))

/** What needs somebody who coordinates, the most urgent first. */
function pointsFor({ visit, figures, mails }: Pick<DashboardProps, 'visit' | 'figures' | 'mails'>): Child[] {
  const { setting, now } = visit
  const text = officeText[setting.language].dashboard
  const seminars = figures.map(({ seminar }) => seminar)
  const soon = later(now, 48 * hour)
  const title = (seminar: Seminar) => textIn(seminar.title, setting.language)
  const to = (path: string, words: string): Child => <a href={inside(setting, path)}>{words}</a>
  return [
    ...(mails.failed > 0 ? [to('/office/mails', text.mailsFailed(mails.failed))] : []),
    ...(mails.late > 0 ? [to('/office/mails', text.mailsLate(mails.late))] : []),
    ...comingSessions(seminars, now)
      .filter(({ session }) => session.invitedAt === null && session.start <= soon)
      .map(({ seminar, session }) =>
        to(
          `/office/seminars/${seminar.id}#${session.id}`,
          text.notInvited(title(seminar), shortDateTimeIn(session.start, setting.language, seminar.zone)),
        ),
      ),
    ...figures
      .filter(({ seminar, count }) => (count?.undecided ?? 0) > 0 && hasNotBegun(seminar, now))
      .map(({ seminar, count }) =>
        to(
          `/office/seminars/${seminar.id}#applications`,
          text.undecided(count?.undecided ?? 0, title(seminar)),
        ),
      ),
    ...seminars
      .filter((seminar) => isOver(seminar, now))
      .map((seminar) => to(`/office/seminars/${seminar.id}`, text.notCompleted(title(seminar)))),
  ]
}

function Attention({ visit, points }: { visit: Visit; points: readonly Child[] }) {
  const text = officeText[visit.setting.language].dashboard
  if (points.length === 0)
    return (
      <Notice tone="good">
        <p>{text.allWell}</p>
      </Notice>
    )
  return (
    <Notice tone="warning" title={text.attention}>
      <ul>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    </Notice>
  )
}

function NextSessions({ visit, seminars }: SeminarsProps) {
  const { setting, now } = visit
  const text = officeText[setting.language].dashboard
  const rows = comingSessions(seminars, now)
    .slice(0, 6)
    .map(({ seminar, session }) => [
      <a href={inside(setting, `/office/seminars/${seminar.id}`)}>
        {textIn(seminar.title, setting.language)}
      </a>,
      shortDateTimeIn(session.start, setting.language, seminar.zone),
    ])
  return (
    <>
      <h2>{text.next}</h2>
      <DataTable
        caption={text.next}
        captionHidden
        head={[text.seminar, text.when]}
        rows={rows}
        empty={text.noNext}
      />
    </>
  )
}

/** Sessions of published seminars that are not over, the next one first. */
const comingSessions = (
  seminars: readonly Seminar[],
  now: Instant,
): { seminar: Seminar; session: Session }[] =>
  seminars
    .filter((seminar) => seminar.state === 'published')
    .flatMap((seminar) => seminar.sessions.map((session) => ({ seminar, session })))
    .filter(({ session }) => session.end > now)
    .sort((a, b) => (a.session.start < b.session.start ? -1 : 1))

function isOver(seminar: Seminar, now: Instant): boolean {
  const end = lastEnd(seminar)
  return seminar.state === 'published' && end !== undefined && end <= now
}

/** After the first session nobody is admitted any more. */
function hasNotBegun(seminar: Seminar, now: Instant): boolean {
  const start = firstStart(seminar)
  return seminar.state === 'published' && (start === undefined || now < start)
}

const shownFirst: readonly SeminarState[] = ['published', 'draft', 'completed', 'cancelled']

/** How a state looks in a list. */
export const stateTone: Record<SeminarState, Tone | 'plain'> = {
  draft: 'info',
  published: 'good',
  cancelled: 'bad',
  completed: 'plain',
}

function SeminarTables({ visit, figures }: { visit: Visit; figures: readonly SeminarFigures[] }) {
  const { setting, member } = visit
  const { dashboard: text, states } = officeText[setting.language]
  if (figures.length === 0) return <p>{may(member.role, 'see-every-seminar') ? text.none : text.ownNone}</p>
  const byDate = figures.toSorted((a, b) =>
    (firstStart(a.seminar) ?? '') < (firstStart(b.seminar) ?? '') ? -1 : 1,
  )
  return shownFirst
    .map((state) => ({ state, those: byDate.filter(({ seminar }) => seminar.state === state) }))
    .filter(({ those }) => those.length > 0)
    .map(({ state, those }) => (
      <section>
        <h2>
          {states[state]} <Badge tone={stateTone[state]}>{those.length}</Badge>
        </h2>
        <DataTable
          caption={states[state]}
          captionHidden
          head={[
            text.seminar,
            text.firstDate,
            { label: text.seats, kind: 'figure' },
            { label: text.waiting, kind: 'figure' },
            { label: text.unconfirmed, kind: 'figure' },
          ]}
          rows={those.map((one) => seminarRow(visit, one))}
        />
      </section>
    ))
}

function seminarRow({ setting }: Visit, { seminar, count }: SeminarFigures): Child[] {
  const text = officeText[setting.language].dashboard
  const start = firstStart(seminar)
  return [
    <a href={inside(setting, `/office/seminars/${seminar.id}`)}>{textIn(seminar.title, setting.language)}</a>,
    start ? shortDate(start, setting.language, seminar.zone) : text.noDate,
    count ? text.seatsOf(count.seats, seminar.capacity) : '–',
    count?.waiting ?? '–',
    count?.unconfirmed ?? '–',
  ]
}
