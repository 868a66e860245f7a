import { languages } from '../../../functions/kernel/language.ts'
import { questionKinds } from '../../../functions/seminar/questions.ts'
import {
  Checkbox,
  ErrorSummary,
  Field,
  type FieldErrors,
  HiddenField,
  Select,
  SubmitButton,
} from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { officeText } from '../../text/office.ts'
import type { OfficeQuestionsText } from '../../text/office-questions.de.ts'
import { officeQuestionsText } from '../../text/office-questions.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'
import { choiceNames, choiceRows, questionLengths } from './question-draft.ts'
import { questionsPath } from './questions-page.tsx'

type FormProps = {
  visit: Visit
  seminarId: string
  /** Null for a new question. */
  questionId: string | null
  values: Values
  errors: FieldErrors
  refusal?: string | undefined
}

type Filled = { text: OfficeQuestionsText['form']; values: Values; errors: FieldErrors }

/** The form in which one question is written. */
export function QuestionFormPage(props: FormProps) {
  const { visit, seminarId, questionId, values, errors, refusal } = props
  const { language } = visit.setting
  const { form: text, kinds, list } = officeQuestionsText[language]
  const house = officeText[language]
  const path = `${questionsPath(seminarId)}/${questionId ?? 'new'}`
  const filled = { text, values, errors }
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={questionId === null ? text.newTitle : text.editTitle}
      path={path}
      back={{ path: questionsPath(seminarId), label: list.title }}
    >
      {refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <ErrorSummary title={house.errorsTitle} errors={errors} fields={labelsOf(text, values)} />
      <form class="form" method="post" action={inside(visit.setting, path)} novalidate>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nobody reaches it; it is what Enter presses, so that Enter saves and does not ask for more answers */}
        <button type="submit" class="unseen" tabindex={-1} aria-hidden="true">
          {house.save}
        </button>
        <HiddenField name="version" value={values.get('version') ?? ''} />
        <TextFields {...filled} name="wording" />
        <Select
          name="kind"
          label={text.kind}
          hint={text.kindHint}
          value={values.get('kind')}
          error={errors.kind}
          options={questionKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        />
        <ChoiceRows {...filled} />
        <TextFields {...filled} name="purpose" hint={text.purposeHint} />
        <Checkbox
          name="required"
          label={text.required}
          checked={values.get('required') === 'yes'}
          error={errors.required}
        />
        <Checkbox
          name="sensitive"
          label={text.sensitive}
          hint={text.sensitiveHint}
          checked={values.get('sensitive') === 'yes'}
        />
        <Field
          name="keptDays"
          label={text.keptDays}
          hint={text.keptDaysHint}
          value={values.get('keptDays')}
          error={errors.keptDays}
          inputmode="numeric"
          maxlength={4}
          short
        />
        <SubmitButton label={house.save} />
      </form>
    </OfficePage>
  )
}

/** One text in all languages; German must be there, the others fall back to it. */
function TextFields({
  text,
  values,
  errors,
  name,
  hint,
}: Filled & { name: 'wording' | 'purpose'; hint?: string }) {
  return (
    <>
      {languages.map((language) => {
        const field = `${name}-${language}`
        return (
          <Field
            name={field}
            label={text[name][language]}
            hint={language === 'de' ? hint : text.otherHint}
            value={values.get(field)}
            error={errors[field]}
            maxlength={questionLengths[name]}
            lang={language}
            {...(language === 'de' && { required: true })}
          />
        )
      })}
    </>
  )
}

function ChoiceRows({ text, values, errors }: Filled) {
  return (
    <fieldset>
      <legend>{text.choices}</legend>
      <p class="hint">{text.choicesHint}</p>
      {choiceRows(values).map((n) => {
        const names = choiceNames(n)
        return (
          <div class="fields-in-row">
            <HiddenField name={names.id} value={values.get(names.id) ?? ''} />
            {languages.map((language) => (
              <Field
                name={names[language]}
                label={text.choice(n, text.languages[language])}
                value={values.get(names[language])}
                error={errors[names[language]]}
                maxlength={questionLengths.choice}
                lang={language}
              />
            ))}
          </div>
        )
      })}
      <SubmitButton kind="quiet" label={text.more} name="more" value="yes" />
    </fieldset>
  )
}

const labelsOf = (text: OfficeQuestionsText['form'], values: Values): Record<string, string> => ({
  ...Object.fromEntries(languages.map((language) => [`wording-${language}`, text.wording[language]])),
  kind: text.kind,
  ...Object.fromEntries(
    choiceRows(values).flatMap((n) =>
      languages.map((language) => [choiceNames(n)[language], text.choice(n, text.languages[language])]),
    ),
  ),
  ...Object.fromEntries(languages.map((language) => [`purpose-${language}`, text.purpose[language]])),
  required: text.required,
  keptDays: text.keptDays,
})
