import { type Listed, nobodyOfOurs } from '../../functions/attendance/import/match-people.ts'
import type { ImportPlan, OpenEntry } from '../../functions/attendance/import/plan-import.ts'
import { type Enrollment, fullName } from '../../functions/enrollment/enrollment.ts'
import { Select, SubmitButton } from '../parts/form.tsx'
import { inside } from '../parts/setting.ts'
import type { AttendanceImportText } from '../text/attendance-import.de.ts'
import { attendanceImportText } from '../text/attendance-import.ts'
import { shownCell } from './import-frame.tsx'
import { importDraftPath, personField } from './import-path.ts'
import type { Visit } from './visit.ts'

/** The id of the form, as the language switch names it. */
export const peopleFormName = 'import-people'
/** So many of each kind are chosen on one page. */
export const mostChoices = 100

/** `3, 5, 9 …` */
export const rowNumbers = ({ rows }: Pick<Listed, 'rows'>): string =>
  `${rows
    .slice(0, 6)
    .map(({ row }) => row)
    .join(', ')}${rows.length > 6 ? ' …' : ''}`

/** An entry as the list calls it. */
export const listedName = ({ name, email }: Listed, text: AttendanceImportText): string =>
  shownCell([name, email].filter(Boolean).join(', ')) || text.nameless

type Choice = OpenEntry & { value: string }

/** Entries that a person has decided about, to change their mind. */
const decidedIn = ({ people, nobody, marks }: ImportPlan): Choice[] => [
  ...people.flatMap(({ person, entries }) =>
    entries.flatMap(({ listed, by }) =>
      by === 'hand' ? [{ listed, mark: marks.get(listed.key) ?? '', maybe: [], value: person.id }] : [],
    ),
  ),
  ...nobody.map((entry) => ({ ...entry, value: nobodyOfOurs })),
]

/** Who the rest of a list is; a person chooses, nobody is guessed. */
export function ImportPeople({ visit, plan }: { visit: Visit; plan: ImportPlan }) {
  const { setting } = visit
  const text = attendanceImportText[setting.language]
  const decided = decidedIn(plan).slice(0, mostChoices)
  const open = plan.open.slice(0, mostChoices).map((entry) => ({ ...entry, value: '' }))
  if (open.length + decided.length === 0) return null
  return (
    <form
      class="form"
      method="post"
      action={inside(setting, importDraftPath(plan.draft, '/people'))}
      id={peopleFormName}
    >
      {open.length > 0 && (
        <section>
          <h2>{text.openTitle}</h2>
          <p>{text.openLead}</p>
          {open.map((choice) => (
            <PersonSelect choice={choice} everybody={plan.everybody} text={text} />
          ))}
          {plan.open.length > mostChoices && <p>{text.openMore(plan.open.length - mostChoices)}</p>}
        </section>
      )}
      {decided.length > 0 && (
        <details>
          <summary>{text.decidedTitle}</summary>
          {decided.map((choice) => (
            <PersonSelect choice={choice} everybody={plan.everybody} text={text} />
          ))}
        </details>
      )}
      <SubmitButton kind="quiet" label={text.saveChoices} />
    </form>
  )
}

type PersonSelectProps = { choice: Choice; everybody: readonly Enrollment[]; text: AttendanceImportText }

function PersonSelect({ choice, everybody, text }: PersonSelectProps) {
  const { listed, mark, maybe, value } = choice
  const likely = new Set(maybe)
  const byName = [...everybody].sort((a, b) => fullName(a).localeCompare(fullName(b), 'de'))
  const people = [...byName.filter(({ id }) => likely.has(id)), ...byName.filter(({ id }) => !likely.has(id))]
  return (
    <Select
      name={personField(mark)}
      label={listedName(listed, text)}
      hint={text.inRows(rowNumbers(listed))}
      value={value}
      options={[
        { value: '', label: text.choose },
        { value: nobodyOfOurs, label: text.nobody },
        ...namesApart(people),
      ]}
    />
  )
}

/** People of one name are told apart by their association. */
function namesApart(people: readonly Enrollment[]): { value: string; label: string }[] {
  const names = Map.groupBy(people, fullName)
  return people.map((person) => {
    const name = fullName(person)
    const isTwice = (names.get(name)?.length ?? 0) > 1
    return { value: person.id, label: isTwice ? `${name} (${person.association}, ${person.number})` : name }
  })
}
