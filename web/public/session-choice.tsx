import type { Language } from '../../functions/kernel/language.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { Span } from '../parts/dates.tsx'
import { enrollText } from '../text/enroll.ts'
import { sessionField } from './enroll-form.ts'

type ChoiceProps = {
  seminar: Seminar
  chosen: readonly string[]
  error: string | undefined
  language: Language
}

/** Which of the sessions somebody comes to; all of them are ticked at first. */
export function SessionChoice({ seminar, chosen, error, language }: ChoiceProps) {
  const text = enrollText[language]
  return (
    <fieldset class={error ? 'field choices field-wrong' : 'field choices'} id="sessions" tabindex={-1}>
      <legend>{text.sessions}</legend>
      <p class="hint">{text.sessionsHint}</p>
      {error && (
        <p class="field-error" id="sessions-error">
          {error}
        </p>
      )}
      {seminar.sessions.map(({ id, start, end }) => (
        <div class="checkbox">
          <input
            type="checkbox"
            id={sessionField(id)}
            name={sessionField(id)}
            value="yes"
            checked={chosen.includes(id)}
            aria-describedby={error ? 'sessions-error' : undefined}
          />
          <label for={sessionField(id)}>
            <Span start={start} end={end} zone={seminar.zone} language={language} />
          </label>
        </div>
      ))}
    </fieldset>
  )
}
