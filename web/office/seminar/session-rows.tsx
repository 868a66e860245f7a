import type { Language } from '../../../functions/kernel/language.ts'
import { usualDoor } from '../../../functions/session/door.ts'
import { Checkbox, Field, type FieldErrors, HiddenField, Select, SubmitButton } from '../../parts/form.tsx'
import { inside } from '../../parts/setting.ts'
import { changeSessionText } from '../../text/change-session.ts'
import { officeSeminarText } from '../../text/office.ts'
import { sessionFormText } from '../../text/session-form.ts'
import type { Values } from '../field-reader.ts'
import { shortDay } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { choiceOfServer, hasWaitingRoom, type RoomChoice } from './room-choice.ts'
import { zoneOf } from './seminar-form.ts'
import { isUnusual, longestBreaks, longestWhere, mostSessions, rowCount, rowNames } from './session-form.ts'

type RowsProps = { language: Language; values: Values; errors: FieldErrors; choice: RoomChoice }

/** The dates of a seminar, a group of fields each; a button asks for more of them. */
export function SessionRows(props: RowsProps) {
  const { language, values } = props
  const { form } = officeSeminarText[language]
  const rows = rowCount(values)
  return (
    <fieldset>
      <legend>{form.sessions}</legend>
      <p class="hint">{form.sessionsHint}</p>
      <HiddenField name="rows" value={String(rows)} />
      {Array.from({ length: rows }, (_, i) => (
        <SessionRow {...props} row={i + 1} />
      ))}
      {rows < mostSessions && <SubmitButton kind="quiet" name="more" value="yes" label={form.moreDates} />}
    </fieldset>
  )
}

type RowProps = RowsProps & { row: number; legend?: string }

/** The fields of one date. What few dates need can be opened. */
export function SessionRow({ language, values, errors, choice, row, legend }: RowProps) {
  const { form } = officeSeminarText[language]
  const names = rowNames(row)
  const labels = rowLabels(language, row)
  const of = (name: string) => ({ name, label: labels[name], value: values.get(name), error: errors[name] })
  return (
    <fieldset class="session-row">
      <legend>{legend ?? form.session(row)}</legend>
      <HiddenField name={names.id} value={values.get(names.id) ?? ''} />
      <div class="fields-in-row">
        <Field {...of(names.date)} type="date" short />
        <Field {...of(names.start)} type="time" short />
        <Field {...of(names.end)} type="time" short />
      </div>
      <div class="fields-in-row">
        <Select {...of(names.place)} options={placeOptions(language, choice, values.get(names.place))} />
        <Field {...of(names.where)} hint={form.whereHint} maxlength={longestWhere} />
      </div>
      <MoreOfSession language={language} values={values} errors={errors} choice={choice} row={row} />
    </fieldset>
  )
}

/** The waiting room, the breaks, and when the door opens and closes. */
function MoreOfSession({ language, values, errors, choice, row }: RowProps) {
  const text = sessionFormText[language]
  const names = rowNames(row)
  const labels = rowLabels(language, row)
  const of = (name: string) => ({ name, label: labels[name], value: values.get(name), error: errors[name] })
  const isWrong = [names.breaks, names.opens, names.closes].some((name) => name in errors)
  return (
    <details open={isWrong || isUnusual(values, row)}>
      <summary>{text.more}</summary>
      <Field {...of(names.breaks)} hint={text.breaksHint} maxlength={longestBreaks} />
      <div class="fields-in-row">
        <Field {...of(names.opens)} hint={text.usually(usualDoor.opensBefore)} inputmode="numeric" short />
        <Field {...of(names.closes)} hint={text.usually(usualDoor.closesAfter)} inputmode="numeric" short />
      </div>
      {choice.servers.some(hasWaitingRoom) && (
        <Checkbox
          name={names.waits}
          label={text.waits}
          hint={text.waitsHint(choice.servers.filter(hasWaitingRoom).map(({ name }) => name))}
          checked={values.has(names.waits)}
        />
      )}
    </details>
  )
}

/** What the fields of a date are called, in the order of the form. */
export function rowLabels(language: Language, row: number): Record<string, string> {
  const { form } = officeSeminarText[language]
  const text = sessionFormText[language]
  const names = rowNames(row)
  return {
    [names.date]: form.date,
    [names.start]: form.start,
    [names.end]: form.end,
    [names.place]: form.place,
    [names.where]: form.where,
    [names.breaks]: text.breaks,
    [names.opens]: text.opens,
    [names.closes]: text.closes,
  }
}

/** A room that the house does not have is only offered where it was chosen before. */
function placeOptions(language: Language, choice: RoomChoice, chosen: string | undefined) {
  const { places } = officeSeminarText[language].form
  const text = sessionFormText[language]
  const { hasRoom, servers } = choice
  return [
    ...(hasRoom || chosen === 'room' ? [{ value: 'room', label: places.room }] : []),
    ...servers.map((server) => ({ value: choiceOfServer(server), label: text.onServer(server.name) })),
    { value: 'link', label: places.link },
    { value: 'onsite', label: places.onsite },
  ]
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
        Object.values(names)
          .filter((name) => name !== names.waits || values.has(name))
          .map((name) => <HiddenField name={name} value={values.get(name) ?? ''} />),
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
