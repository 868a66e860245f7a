import type { Child } from 'hono/jsx'
import { minutesPresent } from '../../../functions/attendance/minutes.ts'
import type { IssuedOrHeld } from '../../../functions/certificate/certificate.table.ts'
import { type Enrollment, fullName, isLive } from '../../../functions/enrollment/enrollment.ts'
import { mailto } from '../../../functions/seminar/calendar-lines.ts'
import type { Session } from '../../../functions/seminar/seminar.ts'
import { may } from '../../../functions/staff/staff.ts'
import { inside } from '../../parts/setting.ts'
import { type Column, DataTable } from '../../parts/table.tsx'
import { addByHandText } from '../../text/add-by-hand.ts'
import { mailLogText } from '../../text/mail-log.ts'
import { officeSeminarText } from '../../text/office.ts'
import type { OfficeSeminarText } from '../../text/office-seminar.de.ts'
import { registerText } from '../../text/register.ts'
import { revokeText } from '../../text/revoke.ts'
import { addPath } from '../attendance/add-page.tsx'
import { certificatePath, filesPath } from '../certificate/preview-path.ts'
import { personPath } from '../mail/mail-paths.ts'
import { expected, queueOf } from '../people-of.ts'
import { shortDate, shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import type { Overview } from './overview.ts'

type Props = { visit: Visit; overview: Overview }

/** Everybody who enrolled, by number: how to reach them, seat or place in the queue, minutes, certificate. */
export function EnrollmentTable({ visit, overview }: Props) {
  const text = officeSeminarText[visit.setting.language].overview
  const { people, certificates } = overview
  const queue = queueOf(people)
  return (
    <section>
      <h2>{text.people}</h2>
      <DataTable
        caption={text.people}
        captionHidden
        head={[
          text.name,
          { label: text.number, kind: 'figure' },
          text.email,
          text.association,
          text.state,
          text.seatHead,
          text.since,
          ...minutesHead(visit, overview),
          ...(certificates.size > 0 ? [text.certificate] : []),
          text.note,
          { label: mailLogText[visit.setting.language].person.head, kind: 'action' },
        ]}
        rows={people.map((person) => personRow({ visit, overview }, person, queue.get(person.id)))}
        empty={text.noPeople}
      />
      {[...certificates.values()].some((one) => 'number' in one) && (
        <p>
          <a href={inside(visit.setting, filesPath(overview.seminar.id))}>
            {registerText[visit.setting.language].all}
          </a>
        </p>
      )}
      {may(visit.member.role, 'change-seminars') && begun(visit, overview).length > 0 && (
        <p>
          <a href={inside(visit.setting, addPath(overview.seminar.id))}>
            {addByHandText[visit.setting.language].link}
          </a>
        </p>
      )}
    </section>
  )
}

/** Whom a trainer can expect: names and minutes, nothing that others told the coordinators. */
export function ExpectedTable({ visit, overview }: Props) {
  const text = officeSeminarText[visit.setting.language].overview
  return (
    <section>
      <h2>{text.expected}</h2>
      <DataTable
        caption={text.expected}
        captionHidden
        head={[text.name, ...minutesHead(visit, overview)]}
        rows={expected(overview.people).map((person) => [
          fullName(person),
          ...minutesCells(visit, overview, person),
        ])}
        empty={text.noneExpected}
      />
    </section>
  )
}

const begun = ({ now }: Visit, { seminar }: Overview): Session[] =>
  seminar.sessions.filter((session) => session.start <= now)

function minutesHead(visit: Visit, overview: Overview): Column[] {
  const { language } = visit.setting
  const { minutes } = officeSeminarText[language].overview
  return begun(visit, overview).map(({ start }) => ({
    label: `${minutes} ${shortDate(start, language, overview.seminar.zone)}`,
    kind: 'figure',
  }))
}

const minutesCells = (visit: Visit, overview: Overview, person: Enrollment): Child[] =>
  begun(visit, overview).map((session) => {
    if (!isLive(person) && person.state !== 'erased') return '–'
    const present = minutesPresent(overview.notices.get(session.id)?.get(person.id) ?? [], session)
    return present.from === 'none' ? '–' : present.minutes
  })

function personRow({ visit, overview }: Props, person: Enrollment, place: number | undefined): Child[] {
  const { setting } = visit
  const { seminar, certificates } = overview
  const text = officeSeminarText[setting.language].overview
  const seat = standingWords(person, place, text)
  const certificate = certificates.get(person.id)
  const isErased = person.email === ''
  return [
    fullName(person) || text.erased,
    // Kept seats and applications stand outside the line.
    person.number > 0 ? person.number : '–',
    isErased ? text.erased : <a href={mailto(person.email)}>{person.email}</a>,
    isErased ? '–' : person.association || text.noAssociation,
    text.enrollmentStates[person.state],
    seat,
    shortDateTime(person.enrolledAt, setting.language, seminar.zone),
    ...minutesCells(visit, overview, person),
    ...(certificates.size > 0
      ? [certificate ? <CertificateState visit={visit} person={person} certificate={certificate} /> : '–']
      : []),
    person.note || '–',
    isErased ? '–' : <MailsLink visit={visit} person={person} />,
  ]
}

function MailsLink({ visit: { setting }, person }: { visit: Visit; person: Enrollment }) {
  const text = mailLogText[setting.language].person
  const path = personPath({ seminarId: person.seminarId, enrollmentId: person.id })
  return (
    <a href={inside(setting, path)} aria-label={text.linkOf(fullName(person))}>
      {text.link}
    </a>
  )
}

/** Seat, offer, application or place in the queue, in words. */
function standingWords(
  person: Enrollment,
  place: number | undefined,
  text: OfficeSeminarText['overview'],
): string {
  if (!isLive(person)) return '–'
  if (person.standing !== 'waiting') return text.standings[person.standing]
  return place ? text.waitingAt(place) : text.standings.waiting
}

type CertificateStateProps = { visit: Visit; person: Enrollment; certificate: IssuedOrHeld }

function CertificateState({ visit, person, certificate }: CertificateStateProps) {
  const { setting } = visit
  const text = officeSeminarText[setting.language].overview
  if ('letters' in certificate) return <>{text.certificateHeld(certificate.letters)}</>
  const path = certificatePath(person.seminarId, person.id)
  return (
    <a href={inside(setting, path)} aria-label={revokeText[setting.language].linkOf(fullName(person))}>
      {certificate.number}
    </a>
  )
}
