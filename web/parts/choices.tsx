import type { Child } from 'hono/jsx'

/** One thing that can be chosen: the name and value that its field sends, and whether it is chosen. */
export type ChoiceField = { name: string; value: string; label: Child; checked: boolean }

type ChoicesProps = {
  /** The first choice has this id, so that an error leads there. */
  anchor: string
  kind: 'radio' | 'checkbox'
  legend: Child
  hint?: Child
  error?: string | undefined
  choices: readonly ChoiceField[]
  required?: boolean
}

/** Several choices under one question: one of them (radio) or as many as apply (checkbox). */
export function Choices({ anchor, kind, legend, hint, error, choices, required }: ChoicesProps) {
  const described = [hint ? `${anchor}-hint` : '', error ? `${anchor}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset
      class={error ? 'field choices field-wrong' : 'field choices'}
      aria-describedby={described || undefined}
    >
      <legend>{legend}</legend>
      {hint && (
        <div class="hint" id={`${anchor}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="field-error" id={`${anchor}-error`}>
          {error}
        </p>
      )}
      {choices.map(({ name, value, label, checked }, i) => {
        const id = i === 0 ? anchor : `${anchor}-${i}`
        return (
          <div class="checkbox">
            <input
              type={kind}
              id={id}
              name={name}
              value={value}
              checked={checked}
              required={kind === 'radio' && required}
              aria-invalid={error ? 'true' : undefined}
            />
            <label for={id}>{label}</label>
          </div>
        )
      })}
    </fieldset>
  )
}
