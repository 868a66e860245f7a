import { Field, type FieldErrors, HiddenField, Select, SubmitButton } from '../parts/form.tsx'
import type { OfficeSeminarText } from '../text/office-seminar.de.ts'
import type { Values } from './field-reader.ts'
import { lengths, mostSessions, placeKinds, rowCount, rowNames } from './seminar-form.ts'

type RowsProps = { text: OfficeSeminarText['form']; values: Values; errors: FieldErrors; hasRoom: boolean }

/** The dates of a seminar, a group of fields each; a button asks for more of them. */
export function SessionRows(props: RowsProps) {
  const { text, values } = props
  const rows = rowCount(values)
  return (
    <fieldset>
      <legend>{text.sessions}</legend>
      <p class="hint">{text.sessionsHint}</p>
      <HiddenField name="rows" value={String(rows)} />
      {Array.from({ length: rows }, (_, i) => (
        <SessionRow {...props} row={i + 1} />
      ))}
      {rows < mostSessions && <SubmitButton kind="quiet" name="more" value="yes" label={text.moreDates} />}
    </fieldset>
  )
}

/** The fields of one date. */
export function SessionRow({ text, values, errors, hasRoom, row }: RowsProps & { row: number }) {
  const names = rowNames(row)
  const of = (name: string) => ({ name, value: values.get(name), error: errors[name] })
  // A room that the house does not have is only shown where it was chosen before.
  const places = placeKinds.filter((kind) => kind !== 'room' || hasRoom || values.get(names.place) === 'room')
  return (
    <fieldset class="session-row">
      <legend>{text.session(row)}</legend>
      <HiddenField name={names.id} value={values.get(names.id) ?? ''} />
      <div class="fields-in-row">
        <Field {...of(names.date)} label={text.date} type="date" short />
        <Field {...of(names.start)} label={text.start} type="time" short />
        <Field {...of(names.end)} label={text.end} type="time" short />
      </div>
      <div class="fields-in-row">
        <Select
          {...of(names.place)}
          label={text.place}
          options={places.map((kind) => ({ value: kind, label: text.places[kind] }))}
        />
        <Field {...of(names.where)} label={text.where} hint={text.whereHint} maxlength={lengths.where} />
      </div>
    </fieldset>
  )
}
