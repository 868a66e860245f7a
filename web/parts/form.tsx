import type { Child } from 'hono/jsx'

/** What is wrong, by field name. */
export type FieldErrors = Record<string, string>

type SummaryProps = {
  title: string
  errors: FieldErrors
  /** The labels by field name, in the order of the page. */
  fields: Record<string, string>
}

/** Says above the form what is wrong, with a way to each field. Shows nothing when nothing is wrong. */
export function ErrorSummary({ title, errors, fields }: SummaryProps) {
  const wrong = Object.keys(errors)
  if (wrong.length === 0) return null
  const known = Object.keys(fields).filter((name) => name in errors)
  const ordered = [...known, ...wrong.filter((name) => !known.includes(name))]
  return (
    <div class="error-summary" role="alert">
      <h2>{title}</h2>
      <ul>
        {ordered.map((name) => (
          <li>
            <a href={`#${name}`}>{fields[name] ? `${fields[name]}: ${errors[name]}` : errors[name]}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Wrapped = {
  /** Also the element's id, so that the error summary finds it. */
  name: string
  label: Child
  error?: string | undefined
  hint?: Child
}

const describedBy = ({ name, error, hint }: Wrapped): string | undefined =>
  [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined

const invalid = (error: string | undefined): 'true' | undefined => (error ? 'true' : undefined)

function Frame({ name, label, error, hint, children }: Wrapped & { children?: Child }) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

type FieldProps = Wrapped & {
  value?: string | number | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'date' | 'time' | 'datetime-local' | 'search'
  required?: boolean
  autocomplete?: string
  inputmode?: 'text' | 'email' | 'numeric' | 'decimal' | 'tel' | 'url' | 'search'
  maxlength?: number
  min?: string | number
  max?: string | number
  step?: string | number
  spellcheck?: boolean
  autocapitalize?: 'none' | 'words' | 'characters' | 'sentences'
  list?: string
  lang?: string
  /** Short fields (a number, a time) are not stretched over the page. */
  short?: boolean
}

/** One line to fill in, with its label, hint and error. */
export function Field({ label, error, hint, short, type = 'text', value, ...input }: FieldProps) {
  const wrapped = { name: input.name, label, error, hint }
  return (
    <Frame {...wrapped}>
      <input
        {...input}
        id={input.name}
        type={type}
        value={value === undefined ? '' : String(value)}
        class={short ? 'short' : undefined}
        aria-describedby={describedBy(wrapped)}
        aria-invalid={invalid(error)}
      />
    </Frame>
  )
}

type TextAreaProps = Wrapped & {
  value?: string | undefined
  rows?: number
  required?: boolean
  maxlength?: number
  lang?: string
}

/** Several lines to fill in. */
export function TextArea({ label, error, hint, value = '', rows = 4, ...area }: TextAreaProps) {
  const wrapped = { name: area.name, label, error, hint }
  // A browser drops the first line break of a text area; one more keeps what was typed.
  const kept = value.startsWith('\n') ? `\n${value}` : value
  return (
    <Frame {...wrapped}>
      <textarea
        {...area}
        id={area.name}
        rows={rows}
        aria-describedby={describedBy(wrapped)}
        aria-invalid={invalid(error)}
      >
        {kept}
      </textarea>
    </Frame>
  )
}

/** One choice of a list. */
type Option = { value: string; label: string }

type SelectProps = Wrapped & {
  value?: string | undefined
  options: readonly Option[]
  required?: boolean
  autocomplete?: string
}

/** Several choices of which one is taken. */
export function Select({ label, error, hint, value, options, ...select }: SelectProps) {
  const wrapped = { name: select.name, label, error, hint }
  return (
    <Frame {...wrapped}>
      <select
        {...select}
        id={select.name}
        aria-describedby={describedBy(wrapped)}
        aria-invalid={invalid(error)}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

type CheckboxProps = Wrapped & { checked?: boolean; value?: string; required?: boolean }

/** One thing to agree to or not; sends `yes` (or its value) when it is ticked and nothing when it is not. */
export function Checkbox({ name, label, error, hint, checked, value = 'yes', required }: CheckboxProps) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div class="checkbox">
        <input
          type="checkbox"
          id={name}
          name={name}
          value={value}
          checked={checked === true}
          required={required}
          aria-describedby={describedBy({ name, label, error, hint })}
          aria-invalid={invalid(error)}
        />
        <label for={name}>{label}</label>
      </div>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** How much a button weighs: the one thing to do here, something beside it, or something that ends a thing. */
export type ButtonKind = 'primary' | 'quiet' | 'danger'

type ButtonProps = { label: Child; kind?: ButtonKind; name?: string; value?: string }

/** Sends the form. */
export function SubmitButton({ label, kind = 'primary', name, value }: ButtonProps) {
  return (
    <button type="submit" class={`button button-${kind}`} name={name} value={value}>
      {label}
    </button>
  )
}

/** A form that is nothing but its button: one press, one deed. */
export function ButtonForm({ action, ...button }: ButtonProps & { action: string }) {
  return (
    <form method="post" action={action} class="button-form">
      <SubmitButton {...button} />
    </form>
  )
}

/** A link that looks like a button, for the next step that changes nothing yet. */
export function ButtonLink({
  href,
  label,
  kind = 'primary',
}: {
  href: string
  label: Child
  kind?: ButtonKind
}) {
  return (
    <a class={`button button-${kind}`} href={href}>
      {label}
    </a>
  )
}

/** Something that the form carries along unseen. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
