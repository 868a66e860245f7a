import { Field, type FieldErrors, HiddenField, Select, SubmitButton } from '../parts/form.tsx'
import { inside } from '../parts/setting.ts'
import { changeSessionText } from '../text/change-session.ts'
import { officeSeminarText } from '../text/office.ts'
import type { OfficeSeminarText } from '../text/office-seminar.de.ts'
import type { Values } from './field-reader.ts'
import { lengths, mostSessions, placeKinds, rowCount, rowNames, zoneOf } from './seminar-form.ts'
import { shortDay } from './short-dates.ts'
import type { Visit } from './visit.ts'

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
export function SessionRow({
  text,
  values,
  errors,
  hasRoom,
  row,
  legend = text.session(row),
}: RowsProps & { row: number; legend?: string }) {
  const names = rowNames(row)
  const of = (name: string) => ({ name, value: values.get(name), error: errors[name] })
  // A room that the house does not have is only shown where it was chosen before.
  const places = placeKinds.filter((kind) => kind !== 'room' || hasRoom || values.get(names.place) === 'room')
  return (
    <fieldset class="session-row">
      <legend>{legend}</legend>
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

type FixedProps = { visit: Visit; seminarId: string; values: Values; errors: FieldErrors }

/**
 * The dates of a seminar in which people can be enrolled: each is moved or called off on a page of its own, which first
 * shows who will be told. The form carries them along as they are.
 */
export function FixedSessions({ visit, seminarId, values, errors }: FixedProps) {
  const { setting } = visit
  const { form } = officeSeminarText[setting.language]
  const text = changeSessionText[setting.language]
  const rows = Array.from({ length: rowCount(values) }, (_, i) => rowNames(i + 1))
  const path = `/office/seminars/${seminarId}/sessions`
  return (
    <fieldset>
      <legend>{form.sessions}</legend>
      <p class="hint">{text.fixed}</p>
      <HiddenField name="zone" value={zoneOf(values)} />
      <HiddenField name="rows" value={String(rows.length)} />
      {rows.flatMap((names) =>
        Object.values(names).map((name) => <HiddenField name={name} value={values.get(name) ?? ''} />),
      )}
      <ul>
        {rows
          .filter((names) => values.get(names.date) || errors[names.date])
          .map((names) => (
            <li id={names.date}>
              {errors[names.date] && (
                <p class="field-error" id={`${names.date}-error`}>
                  {errors[names.date]}
                </p>
              )}
              {values.get(names.date) && (
                <a href={inside(setting, `${path}/${values.get(names.id) || 'new'}`)}>
                  {shortDay(values.get(names.date) ?? '', setting.language)}, {values.get(names.start)}–
                  {values.get(names.end)}
                </a>
              )}
            </li>
          ))}
      </ul>
      <p>
        <a href={inside(setting, `${path}/new`)}>{text.add}</a>
      </p>
    </fieldset>
  )
}
