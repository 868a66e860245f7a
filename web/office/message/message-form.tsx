import { type Enrollment, fullName, isLive } from '../../../functions/enrollment/enrollment.ts'
import { type Language, languages } from '../../../functions/kernel/language.ts'
import type { StoredFile } from '../../../functions/mail/letter.ts'
import { acceptedFiles } from '../../../functions/message/attached-file.ts'
import { audiencesOf, type Crowd, findRecipients } from '../../../functions/message/find-recipients.ts'
import { type Audience, mostSubject, mostText } from '../../../functions/message/message.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { Choices } from '../../parts/choices.tsx'
import {
  Checkbox,
  ErrorSummary,
  Field,
  type FieldErrors,
  HiddenField,
  SubmitButton,
  TextArea,
} from '../../parts/form.tsx'
import { inside } from '../../parts/setting.ts'
import { messagesText } from '../../text/messages.ts'
import { officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { shortDate } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { audienceValue, keepField, personField } from './message-values.ts'
import { messagesPath } from './messages-path.ts'

/** A message that is being written: its id, what was typed, what is wrong, what is attached. */
export type MessageFormState = {
  messageId: string
  values: Values
  errors: FieldErrors
  files: readonly StoredFile[]
}

/** The id of the form, as the language switch names it. */
export const messageFormName = 'message-form'

type Props = { visit: Visit; crowd: Crowd; form: MessageFormState }

/** To whom, what in which language, with which files; the next page shows who gets what. */
export function MessageForm({ visit, crowd, form }: Props) {
  const { setting } = visit
  const text = messagesText[setting.language]
  const { values, errors, messageId } = form
  return (
    <>
      <ErrorSummary
        title={officeText[setting.language].errorsTitle}
        errors={errors}
        fields={labels(setting.language)}
      />
      <form
        class="form"
        id={messageFormName}
        method="post"
        enctype="multipart/form-data"
        action={inside(setting, messagesPath(crowd.seminar.id))}
        novalidate
      >
        <HiddenField name="form" value={messageId} />
        <AudienceChoice visit={visit} crowd={crowd} form={form} />
        <PersonChoice visit={visit} crowd={crowd} form={form} />
        <fieldset>
          <legend>{text.languages}</legend>
          <p class="hint">{text.languagesHint}</p>
          <p class="hint">{text.greetingHint}</p>
          {languages.map((language) => (
            <LanguageFields visit={visit} language={language} form={form} />
          ))}
        </fieldset>
        <FileFields visit={visit} form={form} />
        <Checkbox
          name="withButton"
          label={text.withButton}
          hint={text.withButtonHint}
          checked={values.get('withButton') === 'yes'}
        />
        <p class="small">{text.checkHint}</p>
        <SubmitButton label={text.check} />
      </form>
    </>
  )
}

function labels(language: Language): Record<string, string> {
  const text = messagesText[language]
  return {
    audience: text.audience,
    pick: text.pick,
    ...Object.fromEntries(
      languages.flatMap((one) => [
        [`subject-${one}`, text.subjectIn(text.inLanguage[one])],
        [`text-${one}`, text.textIn(text.inLanguage[one])],
      ]),
    ),
    files: text.files,
  }
}

/** An audience in words; a session by its date. */
export function audienceWords({ group, sessionId }: Audience, seminar: Seminar, language: Language): string {
  const text = messagesText[language]
  if (group !== 'came' && group !== 'missed') return text.groups[group]
  const all = [...seminar.sessions, ...seminar.cancelledSessions]
  const session = all.find(({ id }) => id === sessionId)
  return text[group](session ? shortDate(session.start, language, seminar.zone) : '–')
}

/** Groups in which there is nobody are left away, but for the plain ones and the one that was chosen. */
function AudienceChoice({ visit, crowd, form: { values, errors } }: Props) {
  const { setting, now } = visit
  const text = messagesText[setting.language]
  const chosen = values.get('audience')
  const choices = audiencesOf(crowd.seminar, now).flatMap((audience) => {
    const value = audienceValue(audience)
    const isPlain = audience.group === 'all' || audience.group === 'picked'
    const count = findRecipients(crowd, audience).recipients.length
    if (count === 0 && !isPlain && value !== chosen) return []
    const words = audienceWords(audience, crowd.seminar, setting.language)
    const label = audience.group === 'picked' ? words : `${words} (${text.people(count)})`
    return [{ name: 'audience', value, label, checked: value === chosen }]
  })
  return (
    <Choices
      anchor="audience"
      kind="radio"
      legend={text.audience}
      error={errors.audience}
      choices={choices}
      required
    />
  )
}

function PersonChoice({ visit, crowd, form: { values, errors } }: Props) {
  const text = messagesText[visit.setting.language]
  const isPicked = ({ id }: Enrollment) => values.get(personField(id)) === 'yes'
  const people = crowd.people
    .filter((person) => isLive(person) || (isPicked(person) && person.email !== ''))
    .sort((a, b) => `${a.lastName} ${a.firstName}`.localeCompare(`${b.lastName} ${b.firstName}`, 'de'))
  if (people.length === 0) return null
  const isOpen = errors.pick !== undefined || values.get('audience') === 'picked'
  return (
    <details open={isOpen}>
      <summary>{text.pick}</summary>
      <Choices
        anchor="pick"
        kind="checkbox"
        legend={text.groups.picked}
        hint={text.pickHint}
        error={errors.pick}
        choices={people.map((person) => ({
          name: personField(person.id),
          value: 'yes',
          label: fullName(person),
          checked: isPicked(person),
        }))}
      />
    </details>
  )
}

type LanguageProps = { visit: Visit; language: Language; form: MessageFormState }

function LanguageFields({ visit, language, form: { values, errors } }: LanguageProps) {
  const text = messagesText[visit.setting.language]
  const words = text.inLanguage[language]
  const of = (name: string) => ({ name, value: values.get(name) ?? '', error: errors[name], lang: language })
  return (
    <>
      <Field {...of(`subject-${language}`)} label={text.subjectIn(words)} maxlength={mostSubject} />
      <TextArea {...of(`text-${language}`)} label={text.textIn(words)} maxlength={mostText} rows={8} />
    </>
  )
}

/** A browser never fills a field for files again, so those that came stay here, each with a box. */
function FileFields({ visit, form: { files, errors } }: { visit: Visit; form: MessageFormState }) {
  const text = messagesText[visit.setting.language]
  return (
    <>
      {files.length > 0 && (
        <Choices
          anchor="kept"
          kind="checkbox"
          legend={text.keptFiles}
          hint={text.keptHint}
          choices={files.map((file) => ({
            name: keepField(file.id),
            value: 'yes',
            label: fileWords(file, visit.setting.language),
            checked: true,
          }))}
        />
      )}
      <div class={errors.files ? 'field field-wrong' : 'field'}>
        <label for="files">{text.files}</label>
        <p class="hint" id="files-hint">
          {text.filesHint}
        </p>
        {errors.files && (
          <p class="field-error" id="files-error">
            {errors.files}
          </p>
        )}
        <input
          type="file"
          id="files"
          name="files"
          multiple
          accept={acceptedFiles}
          aria-describedby={errors.files ? 'files-hint files-error' : 'files-hint'}
          aria-invalid={errors.files ? 'true' : undefined}
        />
      </div>
    </>
  )
}

/** `Wegbeschreibung.pdf (120 kB)` */
export const fileWords = ({ filename, size }: StoredFile, language: Language): string =>
  `${filename} (${Math.ceil(size / 1000).toLocaleString(language)} kB)`
