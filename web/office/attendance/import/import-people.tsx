import { type Listed, nobodyOfOurs } from '../../../../functions/attendance/import/match-people.ts'
import type { ImportPlan, OpenEntry } from '../../../../functions/attendance/import/plan-import.ts'
import { type Enrollment, fullName } from '../../../../functions/enrollment/enrollment.ts'
import { Select, SubmitButton } from '../../../parts/form.tsx'
import { inside, type PageSetting } from '../../../parts/setting.ts'
import type { AttendanceImportText } from '../../../text/attendance-import.de.ts'
import { attendanceImportText } from '../../../text/attendance-import.ts'
import { shownCell } from './import-frame.tsx'
import { importDraftPath, personField } from './import-path.ts'

/** The id of the form, as the language switch names it. */
export const peopleFormName = 'import-people'
/** So many of each kind are chosen on one page at most. */
export const mostChoices = 100
/** Every choice names everybody who is expected; a page with more names than this would be too large to be sent. */
const mostNames = 30_000

/** How many choices a page has where so many people are expected. */
const choicesFor = (people: number): number =>
  Math.max(10, Math.min(mostChoices, Math.floor(mostNames / Math.max(1, people))))

/** `3, 5, 9 …` */
export const rowNumbers = ({ rows }: Pick<Listed, 'rows'>): string =>
  `${rows
    .slice(0, 6)
    .map(({ row }) => row)
    .join(', ')}${rows.length > 6 ? ' …' : ''}`

/** An entry as the list calls it. */
export const listedName = ({ name, email }: Listed, text: AttendanceImportText): string =>
  shownCell([name, email].filter(Boolean).join(', ')) || text.nameless

/** What the choices follow from. */
type Chosen = Pick<ImportPlan, 'draft' | 'people' | 'open' | 'nobody' | 'everybody' | 'marks'>

type Choice = OpenEntry & { value: string }

/** Entries that a person has decided about, to change their mind. */
const decidedIn = ({ people, nobody, marks }: Chosen): Choice[] => [
  ...people.flatMap(({ person, entries }) =>
    entries.flatMap(({ listed, by }) =>
      by === 'hand' ? [{ listed, mark: marks.get(listed.key) ?? '', maybe: [], value: person.id }] : [],
    ),
  ),
  ...nobody.map((entry) => ({ ...entry, value: nobodyOfOurs })),
]

/** Who the rest of a list is; a person chooses, nobody is guessed. */
export function ImportPeople({
  setting,
  plan,
}: {
  setting: Pick<PageSetting, 'language' | 'chosen'>
  plan: Chosen
}) {
  const text = attendanceImportText[setting.language]
  const most = choicesFor(plan.everybody.length)
  const decided = decidedIn(plan).slice(0, most)
  const open = plan.open.slice(0, most).map((entry) => ({ ...entry, value: '' }))
  const everybody = namesApart(plan.everybody)
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
            <PersonSelect choice={choice} everybody={everybody} text={text} />
          ))}
          {plan.open.length > most && <p>{text.openMore(plan.open.length - most)}</p>}
        </section>
      )}
      {decided.length > 0 && (
        <details>
          <summary>{text.decidedTitle}</summary>
          {decided.map((choice) => (
            <PersonSelect choice={choice} everybody={everybody} text={text} />
          ))}
        </details>
      )}
      <SubmitButton kind="quiet" label={text.saveChoices} />
    </form>
  )
}

type Name = { value: string; label: string }
type PersonSelectProps = { choice: Choice; everybody: readonly Name[]; text: AttendanceImportText }

/** Whoever is likely stands above the others. */
function PersonSelect({ choice, everybody, text }: PersonSelectProps) {
  const { listed, mark, maybe, value } = choice
  const likely = new Set(maybe)
  const isLikely = (name: Name) => likely.has(name.value)
  const meant = everybody.filter(isLikely)
  const perhaps = meant.length > 0 && meant.length < 4 ? [text.perhaps(meant.map(({ label }) => label))] : []
  return (
    <Select
      name={personField(mark)}
      label={listedName(listed, text)}
      hint={[text.inRows(rowNumbers(listed)), ...perhaps].join(' · ')}
      value={value}
      options={[
        { value: '', label: text.choose },
        { value: nobodyOfOurs, label: text.nobody },
        ...meant,
        ...everybody.filter((name) => !isLikely(name)),
      ]}
    />
  )
}

/** By the alphabet; people of one name are told apart by their association. */
function namesApart(people: readonly Enrollment[]): Name[] {
  const names = Map.groupBy(people, fullName)
  const { compare } = new Intl.Collator('de')
  return people
    .map((person) => {
      const name = fullName(person)
      const isTwice = (names.get(name)?.length ?? 0) > 1
      return { value: person.id, label: isTwice ? `${name} (${person.association}, ${person.number})` : name }
    })
    .sort((a, b) => compare(a.label, b.label))
}
