import type { Language } from '../../functions/kernel/language.ts'
import { Field } from '../parts/form.tsx'
import { enrollText } from '../text/enroll.ts'

type NameFieldsProps = {
  language: Language
  values: { firstName: string; lastName: string }
  errors: { firstName?: string; lastName?: string }
}

/** First and last name, as a person writes their own. */
export function NameFields({ language, values, errors }: NameFieldsProps) {
  const text = enrollText[language]
  return (
    <div class="pair">
      <Field
        name="firstName"
        label={text.firstName}
        value={values.firstName}
        error={errors.firstName}
        required
        autocomplete="given-name"
        maxlength={120}
      />
      <Field
        name="lastName"
        label={text.lastName}
        hint={text.lastNameHint}
        value={values.lastName}
        error={errors.lastName}
        autocomplete="family-name"
        maxlength={120}
      />
    </div>
  )
}
