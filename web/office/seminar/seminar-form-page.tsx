import { type Language, languages } from '../../../functions/kernel/language.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
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
import { officeSeminarText, officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'
import { CalendarField } from './calendar-field.tsx'
import { ConditionsFields } from './conditions-fields.tsx'
import { EnrollmentFields } from './enrollment-fields.tsx'
import { PlacesFields, placesLabels } from './places-fields.tsx'
import type { RoomChoice } from './room-choice.ts'
import { type Filled, type FormText, lengths, zoneOf, zones } from './seminar-form.ts'
import { rowCount } from './session-form.ts'
import { FixedSessions, rowLabels, SessionRows } from './session-rows.tsx'

const formName = 'seminar-form'

/** What the form of a seminar needs to be shown, empty, filled or refused. */
type SeminarFormProps = {
  visit: Visit
  /** Null for a new seminar. */
  seminarId: string | null
  /** Names that can be picked as trainer. */
  trainers: readonly string[]
  /** The rooms that a date can have. */
  choice: RoomChoice
  values: Values
  errors: FieldErrors
  /** How the seminar stands; undefined for a new one. */
  state?: Seminar['state'] | undefined
  /** Why it could not be saved, where no single field is to blame. */
  refusal?: string
}

/** The form in which a seminar is planned; the same one for new and known seminars. */
export function SeminarFormPage({
  visit,
  seminarId,
  trainers,
  choice,
  values,
  errors,
  refusal,
  state,
}: SeminarFormProps) {
  const { setting, programme } = visit
  const text = officeSeminarText[setting.language].form
  const house = officeText[setting.language]
  const path = seminarId === null ? '/office/seminars/new' : `/office/seminars/${seminarId}/edit`
  const toList = { path: '/office', label: house.dashboard.title }
  const toSeminar = { path: `/office/seminars/${seminarId}`, label: values.get('title-de') || text.editTitle }
  const filled: Filled = { text, values, errors }
  const value = (name: string) => values.get(name)
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={seminarId === null ? text.newTitle : text.editTitle}
      path={path}
      form={formName}
      back={seminarId === null ? toList : toSeminar}
    >
      {refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <ErrorSummary title={house.errorsTitle} errors={errors} fields={labelsOf(visit, text, values)} />
      {seminarId === null && <p>{text.saveHint}</p>}
      <form class="form" method="post" action={inside(setting, path)} novalidate id={formName}>
        <HiddenField name="version" value={value('version') ?? ''} />
        {seminarId === null && <HiddenField name="form" value={value('form') ?? ''} />}
        <fieldset>
          <legend>{text.about}</legend>
          <TextFields {...filled} language="de" />
          {languages
            .filter((language) => language !== 'de')
            .map((language) => (
              <details class="other-language" open={isTouched(filled, language)}>
                <summary>{text.otherLanguage[language]}</summary>
                <p class="hint">{text.otherLanguageHint}</p>
                <TextFields {...filled} language={language} />
              </details>
            ))}
          <Field
            name="trainer"
            list="trainers"
            label={text.trainer}
            hint={text.trainerHint}
            value={value('trainer')}
            error={errors.trainer}
            maxlength={lengths.trainer}
          />
          <datalist id="trainers">
            {trainers.map((name) => (
              <option value={name} />
            ))}
          </datalist>
          <Select
            name="phaseId"
            label={text.phase}
            value={value('phaseId')}
            error={errors.phaseId}
            options={[
              { value: '', label: text.noPhase },
              ...programme.phases.map((phase) => ({
                value: phase.id,
                label: `${phase.funder}: ${phase.title}`,
              })),
            ]}
          />
        </fieldset>
        {state === 'published' && seminarId !== null ? (
          <FixedSessions visit={visit} seminarId={seminarId} values={values} errors={errors} />
        ) : (
          <>
            <Select
              name="zone"
              label={text.zone}
              hint={text.zoneHint}
              value={zoneOf(values)}
              error={errors.zone}
              options={[...new Set([...zones, zoneOf(values)])].map((zone) => ({ value: zone, label: zone }))}
            />
            <SessionRows language={setting.language} values={values} errors={errors} choice={choice} />
          </>
        )}
        <CalendarField language={setting.language} values={values} />
        <EnrollmentFields {...filled}>
          <PlacesFields
            language={setting.language}
            values={values}
            errors={errors}
            associations={programme.associations}
            fixed={state === 'published'}
          />
        </EnrollmentFields>
        <fieldset>
          <legend>{text.certificate}</legend>
          <Field
            name="threshold"
            label={text.threshold}
            type="number"
            short
            required
            min={1}
            max={100}
            value={value('threshold')}
            error={errors.threshold}
          />
          <Field
            name="reducedThreshold"
            label={text.reducedThreshold}
            hint={text.reducedThresholdHint}
            type="number"
            short
            required
            min={0}
            max={99}
            value={value('reducedThreshold')}
            error={errors.reducedThreshold}
          />
          <ConditionsFields language={setting.language} values={values} />
          <Field
            name="completesAfterHours"
            label={text.completesAfterHours}
            type="number"
            short
            required
            min={1}
            max={1440}
            value={value('completesAfterHours')}
            error={errors.completesAfterHours}
          />
          <Field
            name="slug"
            label={text.slug}
            hint={text.slugHint}
            value={value('slug')}
            error={errors.slug}
            maxlength={lengths.slug}
          />
        </fieldset>
        <SubmitButton label={house.save} />
      </form>
    </OfficePage>
  )
}

function TextFields({ text, values, errors, language }: Filled & { language: Language }) {
  const of = (field: 'title' | 'description' | 'contents') => {
    const name = `${field}-${language}`
    return { name, lang: language, value: values.get(name), error: errors[name], maxlength: lengths[field] }
  }
  return (
    <>
      <Field {...of('title')} label={labelIn(text, text.title, language)} required={language === 'de'} />
      <TextArea {...of('description')} label={labelIn(text, text.description, language)} rows={5} />
      <TextArea
        {...of('contents')}
        label={labelIn(text, text.contents, language)}
        hint={text.contentsHint}
        rows={4}
      />
    </>
  )
}

/** A translation that has words or something wrong stands open. */
const isTouched = ({ values, errors }: Filled, language: Language): boolean =>
  ['title', 'description', 'contents'].some(
    (field) => (values.get(`${field}-${language}`) ?? '') !== '' || `${field}-${language}` in errors,
  )

const labelIn = (text: FormText, label: string, language: Language): string =>
  `${label} (${text.languageNames[language]})`

/** The labels of all fields, in the order of the page. */
function labelsOf({ setting, programme }: Visit, text: FormText, values: Values): Record<string, string> {
  const texts = languages.flatMap((language) =>
    (['title', 'description', 'contents'] as const).map((field): [string, string] => [
      `${field}-${language}`,
      labelIn(text, text[field], language),
    ]),
  )
  const rows = Array.from({ length: rowCount(values) }, (_, i) => i + 1).flatMap((row) =>
    Object.entries(rowLabels(setting.language, row)).map(([name, label]): [string, string] => [
      name,
      `${text.session(row)}, ${label}`,
    ]),
  )
  return Object.fromEntries([
    ...texts,
    ['trainer', text.trainer],
    ['phaseId', text.phase],
    ['zone', text.zone],
    ...rows,
    ['capacity', text.capacity],
    ['opens-date', text.opensDate],
    ['opens-time', text.opensTime],
    ['closes-date', text.closesDate],
    ['closes-time', text.closesTime],
    ...placesLabels(setting.language, programme.associations),
    ['threshold', text.threshold],
    ['reducedThreshold', text.reducedThreshold],
    ['remindsInvitedAfterDays', text.remindsInvited],
    ['completesAfterHours', text.completesAfterHours],
    ['slug', text.slug],
  ])
}
