import type { Language } from '../../functions/kernel/language.ts'
import type { Association } from '../../functions/programme/programme.ts'
import { Field, type FieldErrors, Select } from '../parts/form.tsx'
import { enrollText } from '../text/enroll.ts'
import { otherAssociation } from './person-fields.ts'

type AssociationProps = {
  associations: readonly Association[]
  values: { associationId: string; association: string }
  errors: FieldErrors
  language: Language
}

/** Which association people belong to: one of the list, or one that is written below it. */
export function AssociationFields({ associations, values, errors, language }: AssociationProps) {
  const text = enrollText[language]
  const known = associations.map(({ id, name, place }) => ({
    value: id,
    label: place && !name.includes(place) ? `${name}, ${place}` : name,
  }))
  return (
    <>
      <Select
        name="associationId"
        label={text.association}
        hint={text.associationHint}
        value={values.associationId}
        error={errors.associationId}
        required
        options={[
          { value: '', label: text.choose },
          ...known,
          { value: otherAssociation, label: text.other },
        ]}
      />
      <Field
        name="association"
        label={text.otherName}
        hint={text.otherHint}
        value={values.association}
        error={errors.association}
        autocomplete="organization"
        maxlength={120}
      />
    </>
  )
}
