import type { ListRefusal } from '../../../functions/attendance/list/confirm-list.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import { sessionMinutes } from '../../../functions/seminar/seminar.ts'
import { Span } from '../../parts/dates.tsx'
import {
  ErrorSummary,
  Field,
  type FieldErrors,
  HiddenField,
  Select,
  SubmitButton,
  TextArea,
} from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { confirmedListText } from '../../text/confirmed-list.ts'
import { officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'
import { listPath } from './attendance-list.ts'
import type { ShownList } from './list-standing.ts'

const formName = 'correct-list'

type Props = {
  visit: Visit
  list: ShownList
  values: Values
  errors: FieldErrors
  refusal: ListRefusal['code'] | undefined
}

/** Other minutes for one person of a locked list, with the reason. */
export function CorrectListPage({ visit, list, values, errors, refusal }: Props) {
  const { setting } = visit
  const { seminar, session } = list
  const text = confirmedListText[setting.language]
  const house = officeText[setting.language]
  const options = everybodyOf(list).map(([id, minutes]) => {
    const person = list.everybody.get(id)
    return { value: id, label: `${(person && fullName(person)) || text.erased}: ${minutes}` }
  })
  const path = listPath(seminar.id, session.id)
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.correct}
      path={`${path}/correct`}
      form={formName}
      back={{ path, label: textIn(seminar.title, setting.language) }}
    >
      <p>
        <Span start={session.start} end={session.end} zone={seminar.zone} language={setting.language} />
      </p>
      {refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{text.refusals[refusal]}</p>
        </Notice>
      )}
      <ErrorSummary
        title={house.errorsTitle}
        errors={errors}
        fields={{ person: text.correctPerson, minutes: text.correctMinutes, reason: text.correctReason }}
      />
      <p>{text.correctExplained}</p>
      <form class="form" method="post" action={inside(setting, `${path}/correct`)} novalidate id={formName}>
        {/* After a refusal the page has shown what is true now. */}
        <HiddenField
          name="entry"
          value={(refusal ? undefined : values.get('entry')) ?? String(list.seen.entry)}
        />
        <Select
          name="person"
          label={text.correctPerson}
          value={values.get('person')}
          error={errors.person}
          required
          options={options}
        />
        <Field
          name="minutes"
          label={text.correctMinutes}
          type="number"
          inputmode="numeric"
          short
          min={0}
          max={sessionMinutes(session)}
          value={values.get('minutes')}
          error={errors.minutes}
          required
        />
        <TextArea
          name="reason"
          label={text.correctReason}
          maxlength={300}
          rows={2}
          value={values.get('reason')}
          error={errors.reason}
          required
        />
        <SubmitButton label={text.propose} />
      </form>
    </OfficePage>
  )
}

/** Who stands on the list with the minutes that it says, and who is expected but does not stand on it. */
const everybodyOf = ({ shown, people }: ShownList): [string, number][] => {
  const listed = new Set(shown.map(({ row }) => row.enrollmentId))
  const others = people.filter(({ id }) => !listed.has(id))
  return [
    ...shown.map(({ row }): [string, number] => [row.enrollmentId, row.minutes]),
    ...others.map(({ id }): [string, number] => [id, 0]),
  ]
}
