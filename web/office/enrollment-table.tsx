import type { Child } from 'hono/jsx'
import { minutesPresent } from '../../functions/attendance/minutes.ts'
import type { IssuedOrHeld } from '../../functions/certificate/certificate.table.ts'
import { type Enrollment, fullName, hasSeat, isLive } from '../../functions/enrollment/enrollment.ts'
import type { Session } from '../../functions/seminar/seminar.ts'
import { inside } from '../parts/setting.ts'
import { type Column, DataTable } from '../parts/table.tsx'
import { officeSeminarText } from '../text/office.ts'
import { queueOf } from './people-of.ts'
import type { Overview } from './seminar-page.tsx'
import { shortDate, shortDateTime } from './short-dates.ts'
import type { Visit } from './visit.ts'

type Props = { visit: Visit; overview: Overview }

/** Everybody who enrolled, by number: seat or place in the queue, minutes per session, certificate. */
export function EnrollmentTable({ visit, overview }: Props) {
  const { language } = visit.setting
  const text = officeSeminarText[language].overview
  const { seminar, people, certificates } = overview
  const begun = seminar.sessions.filter((session) => session.start <= visit.now)
  const head: Column[] = [
    text.name,
    { label: text.number, kind: 'figure' },
    text.association,
    text.state,
    text.seats,
    text.since,
    ...begun.map(
      ({ start }): Column => ({
        label: `${text.minutes} ${shortDate(start, language)}`,
        kind: 'figure',
      }),
    ),
    ...(certificates.size > 0 ? [text.certificate] : []),
  ]
  const queue = queueOf(people, overview.line)
  return (
    <section>
      <h2>{text.people}</h2>
      <DataTable
        caption={text.people}
        captionHidden
        head={head}
        rows={people.map((person) => personRow({ visit, overview }, person, queue.get(person.id), begun))}
        empty={text.noPeople}
      />
    </section>
  )
}

function personRow(
  { visit, overview }: Props,
  person: Enrollment,
  place: number | undefined,
  begun: readonly Session[],
): Child[] {
  const { setting } = visit
  const { line, notices, certificates } = overview
  const text = officeSeminarText[setting.language].overview
  const seat = hasSeat(person, line) ? text.seat : place ? text.waitingAt(place) : '–'
  const minutes = (session: Session): Child => {
    if (!isLive(person)) return '–'
    const present = minutesPresent(notices.get(session.id)?.get(person.id) ?? [], session)
    return present.from === 'none' ? '–' : present.minutes
  }
  const certificate = certificates.get(person.id)
  return [
    fullName(person),
    person.number,
    person.association || text.noAssociation,
    text.enrollmentStates[person.state],
    seat,
    shortDateTime(person.enrolledAt, setting.language),
    ...begun.map(minutes),
    ...(certificates.size > 0
      ? [certificate ? <CertificateState visit={visit} certificate={certificate} /> : '–']
      : []),
  ]
}

function CertificateState({ visit, certificate }: { visit: Visit; certificate: IssuedOrHeld }) {
  const { setting } = visit
  const text = officeSeminarText[setting.language].overview
  if ('letters' in certificate) return <>{text.certificateHeld(certificate.letters)}</>
  return <a href={inside(setting, `/verify/${certificate.number}`)}>{certificate.number}</a>
}
