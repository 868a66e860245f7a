import type { Child } from 'hono/jsx'
import type { Language } from '../../functions/kernel/language.ts'
import { ErrorSummary, Field, type FieldErrors, HiddenField, SubmitButton, TextArea } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { inside } from '../parts/setting.ts'
import { officeSeminarText, officeText } from '../text/office.ts'
import { openFieldReader, type Troubles, type Values } from './field-reader.ts'
import type { Visit } from './visit.ts'

/** A field of a form that asks for words, dates and addresses and nothing else. */
export type PlainField = {
  name: string
  label: string
  hint?: string
  kind?: 'text' | 'lines' | 'email' | 'date'
  most: number
  required?: boolean
  lang?: string
}

/** Reads such a form: what was typed by name, and what is wrong with it. */
export function readPlainForm(
  fields: readonly PlainField[],
  values: Values,
): { typed: Record<string, string>; troubles: Troubles } {
  const reader = openFieldReader(values)
  const typed = fields.map(({ name, kind = 'text', most, required = false }): [string, string] => {
    if (kind === 'date') return [name, reader.calendarDay(name)]
    if (kind === 'email') return [name, reader.email(name, { required }) ?? '']
    return [name, reader.text(name, { most, required, lines: kind === 'lines' })]
  })
  return { typed: Object.fromEntries(typed), troubles: reader.troubles }
}

/** The sentences for what is wrong. */
export const errorsFrom = (troubles: Troubles, language: Language): FieldErrors =>
  Object.fromEntries(
    Object.entries(troubles).map(([name, trouble]) => [name, officeSeminarText[language].troubles[trouble]]),
  )

/** The id of the form, as the language switch names it. */
export const plainFormName = 'plain-form'

type PlainFormProps = {
  visit: Visit
  action: string
  fields: readonly PlainField[]
  values: Values
  errors: FieldErrors
  refusal?: string | undefined
  submit?: string
  children?: Child
}

/** Shows such a form, with everything that was typed. */
export function PlainForm({
  visit,
  action,
  fields,
  values,
  errors,
  refusal,
  submit,
  children,
}: PlainFormProps) {
  const { setting } = visit
  const house = officeText[setting.language]
  return (
    <>
      {refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <ErrorSummary
        title={house.errorsTitle}
        errors={errors}
        fields={Object.fromEntries(fields.map(({ name, label }) => [name, label]))}
      />
      <form class="form" method="post" action={inside(setting, action)} novalidate id={plainFormName}>
        <HiddenField name="version" value={values.get('version') ?? ''} />
        {fields.map((field) => (
          <PlainFieldInput field={field} value={values.get(field.name)} error={errors[field.name]} />
        ))}
        {children}
        <SubmitButton label={submit ?? house.save} />
      </form>
    </>
  )
}

function PlainFieldInput(props: { field: PlainField; value: string | undefined; error: string | undefined }) {
  const { field, value, error } = props
  const { name, label, hint, kind = 'text', most, required, lang } = field
  const common = { name, label, hint, value, error, ...(required && { required }), ...(lang && { lang }) }
  if (kind === 'lines') return <TextArea {...common} maxlength={most} rows={3} />
  if (kind === 'date') return <Field {...common} type="date" short />
  return <Field {...common} type={kind} maxlength={most} />
}
