import type { AddRefusal } from '../../../functions/attendance/add-by-hand.ts'
import { languages, textIn } from '../../../functions/kernel/language.ts'
import { type Seminar, sessionMinutes } from '../../../functions/seminar/seminar.ts'
import { ErrorSummary, Field, type FieldErrors, Select, SubmitButton, TextArea } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { addByHandText } from '../../text/add-by-hand.ts'
import { enrollText } from '../../text/enroll.ts'
import { officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { shortDate } from '../short-dates.ts'
import type { Visit } from '../visit.ts'

/** Where somebody who was there and not enrolled is entered. */
export const addPath = (seminarId: string): string => `/office/seminars/${seminarId}/add`

/** The field with the minutes of one session. */
export const addedMinutesName = (sessionId: string): string => `minutes-${sessionId}`

const formName = 'add'

type Props = {
  visit: Visit
  seminar: Seminar
  values: Values
  errors: FieldErrors
  refusal?: AddRefusal['code'] | undefined
}

/** Asks for name, address, minutes, and how the office knows. */
export function AddPage({ visit, seminar, values, errors, refusal }: Props) {
  const { setting } = visit
  const text = addByHandText[setting.language]
  const words = enrollText[setting.language]
  const begun = seminar.sessions.filter(({ start }) => start <= visit.now)
  const minutesLabel = (start: Seminar['sessions'][number]['start']) =>
    text.minutes(shortDate(start, setting.language, seminar.zone))
  const field = (name: string) => ({ name, value: values.get(name) ?? '', error: errors[name] })
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.title}
      path={addPath(seminar.id)}
      form={formName}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }}
    >
      <ErrorSummary
        title={officeText[setting.language].errorsTitle}
        errors={errors}
        fields={{
          firstName: words.firstName,
          lastName: words.lastName,
          email: words.email,
          source: text.source,
          ...Object.fromEntries(begun.map(({ id, start }) => [addedMinutesName(id), minutesLabel(start)])),
        }}
      />
      {refusal && (
        <Notice tone="bad" announce>
          <p>{text.refusals[refusal]}</p>
        </Notice>
      )}
      <p>{text.explained}</p>
      <form method="post" action={inside(setting, addPath(seminar.id))} class="form" id={formName} novalidate>
        <div class="pair">
          <Field
            {...field('firstName')}
            label={words.firstName}
            required
            maxlength={120}
            autocomplete="off"
          />
          <Field {...field('lastName')} label={words.lastName} maxlength={120} autocomplete="off" />
        </div>
        <Field
          {...field('email')}
          label={words.email}
          type="email"
          required
          maxlength={254}
          autocomplete="off"
        />
        <Select
          {...field('language')}
          label={words.language}
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
        />
        {begun.map((session) => (
          <Field
            {...field(addedMinutesName(session.id))}
            label={minutesLabel(session.start)}
            hint={text.minutesHint(sessionMinutes(session))}
            inputmode="numeric"
            maxlength={4}
          />
        ))}
        <TextArea {...field('source')} label={text.source} hint={text.sourceHint} required maxlength={300} />
        <SubmitButton label={text.submit} />
      </form>
    </OfficePage>
  )
}
