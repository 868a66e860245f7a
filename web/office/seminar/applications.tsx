import { type Enrollment, fullName, isLive } from '../../../functions/enrollment/enrollment.ts'
import { mailto } from '../../../functions/seminar/calendar-lines.ts'
import { firstStart } from '../../../functions/seminar/seminar.ts'
import { SubmitButton, TextArea } from '../../parts/form.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { officeSeminarText } from '../../text/office.ts'
import { officePlacesText } from '../../text/office-places.ts'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import type { Overview } from './overview.ts'

/** The name of the box by which an application is picked. */
export const pickField = (enrollmentId: string): string => `pick-${enrollmentId}`

/** So many can be decided about at once; the page is answered in time. */
export const mostPicked = 60

/** The words of a coordinator in a decision are at most so long. */
export const mostMessage = 1000

/** Applications that wait for a decision, in the order in which they came. */
const waitingFor = (people: readonly Enrollment[]): Enrollment[] =>
  people
    .filter((person) => isLive(person) && person.standing === 'applied')
    .sort((a, b) => (a.enrolledAt < b.enrolledAt ? -1 : 1))

/** Who applied, and two buttons: admit or decline those who are picked, with a few words. */
export function Applications({ visit, overview }: { visit: Visit; overview: Overview }) {
  const { setting, now } = visit
  const { seminar, people } = overview
  const text = officePlacesText[setting.language]
  const start = firstStart(seminar)
  const all = waitingFor(people)
  if (seminar.state !== 'published' || (start && start <= now) || all.length === 0) return null
  const ready = all.filter(({ state }) => state === 'confirmed').slice(0, mostPicked)
  const unconfirmed = all.filter(({ state }) => state === 'held').length
  return (
    <section id="applications">
      <h2>{text.applications}</h2>
      {unconfirmed > 0 && <p>{text.applicationsUnconfirmed(unconfirmed)}</p>}
      {ready.length > 0 && (
        <form
          method="post"
          class="form"
          action={inside(setting, `/office/seminars/${seminar.id}/decide`)}
          novalidate
        >
          <p>{text.applicationsHint}</p>
          <DataTable
            caption={text.applications}
            captionHidden
            head={columns(visit)}
            rows={ready.map((person) => row(visit, overview, person))}
          />
          <TextArea
            name="message"
            label={text.message}
            hint={text.messageHint}
            rows={3}
            maxlength={mostMessage}
          />
          <p class="button-row">
            <SubmitButton name="decision" value="admit" label={text.admit} />
            <SubmitButton name="decision" value="decline" label={text.decline} kind="quiet" />
          </p>
        </form>
      )}
    </section>
  )
}

function columns({ setting }: Visit) {
  const { overview: text } = officeSeminarText[setting.language]
  return [text.name, text.email, text.association, text.since, text.note]
}

function row({ setting }: Visit, { seminar }: Overview, person: Enrollment) {
  const text = officePlacesText[setting.language]
  const { overview } = officeSeminarText[setting.language]
  const name = fullName(person)
  return [
    <span class="checkbox">
      <input type="checkbox" id={pickField(person.id)} name={pickField(person.id)} value="yes" />
      <label for={pickField(person.id)} aria-label={text.pick(name)}>
        {name}
      </label>
    </span>,
    <a href={mailto(person.email)}>{person.email}</a>,
    person.association || overview.noAssociation,
    shortDateTime(person.enrolledAt, setting.language, seminar.zone),
    person.note || '–',
  ]
}
