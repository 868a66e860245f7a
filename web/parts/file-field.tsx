type FileFieldProps = {
  name: string
  label: string
  hint: string
  error?: string | undefined
  /** What the browser's window offers first: endings and media types. */
  accept: string
}

/** A file to choose. What was chosen cannot be kept: browsers give no page a file that nobody chose there. */
export function FileField({ name, label, hint, error, accept }: FileFieldProps) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <input
        type="file"
        id={name}
        name={name}
        accept={accept}
        aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  )
}
