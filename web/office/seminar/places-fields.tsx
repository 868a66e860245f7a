import type { Language } from '../../../functions/kernel/language.ts'
import type { Association } from '../../../functions/programme/programme.ts'
import { promotions } from '../../../functions/seminar/places.ts'
import { Checkbox, Field, type FieldErrors, Select } from '../../parts/form.tsx'
import { officePlacesText } from '../../text/office-places.ts'
import type { Values } from '../field-reader.ts'
import { hasSpecialPlaces, keptField } from './places-form.ts'

type FieldsProps = {
  language: Language
  values: Values
  errors: FieldErrors
  associations: readonly Association[]
  /** Rules that people were told already can only be read. */
  fixed: boolean
}

/** How the seats of a seminar are given; most seminars leave this part closed. */
export function PlacesFields(props: FieldsProps) {
  const { language, values, errors, fixed } = props
  const text = officePlacesText[language]
  const of = (name: string) => ({ name, value: values.get(name), error: errors[name] })
  return (
    <>
      <Field
        {...of('waitingSize')}
        label={text.waitingSize}
        hint={text.waitingSizeHint}
        type="number"
        short
        min={0}
      />
      <Tick {...props} name="groups" />
      <details class="other-language" open={hasSpecialPlaces(values, errors)}>
        <summary>{text.special}</summary>
        <Select
          {...of('promotion')}
          label={text.promotion}
          options={promotions.map((value) => ({ value, label: text.promotions[value] }))}
        />
        <Field
          {...of('offerHours')}
          label={text.offerHours}
          hint={text.offerHoursHint}
          type="number"
          short
          min={1}
          max={168}
        />
        <Tick {...props} name="approval" />
        <Tick {...props} name="singleSessions" />
        <Field
          {...of('mostPerAssociation')}
          label={text.mostPerAssociation}
          hint={text.emptyMeansNone}
          type="number"
          short
          min={1}
        />
        {fixed ? <p class="hint">{text.fixed}</p> : <AgreementFields {...props} />}
      </details>
    </>
  )
}

function Tick({
  language,
  values,
  errors,
  name,
}: FieldsProps & { name: 'groups' | 'approval' | 'singleSessions' }) {
  const text = officePlacesText[language]
  return (
    <Checkbox
      name={name}
      label={text[name]}
      hint={text[`${name}Hint`]}
      checked={values.get(name) === 'yes'}
      error={errors[name]}
    />
  )
}

function AgreementFields({ language, values, errors, associations }: FieldsProps) {
  const text = officePlacesText[language]
  const of = (name: string) => ({ name, value: values.get(name), error: errors[name] })
  return (
    <>
      <p class="hint">{text.newcomersHint}</p>
      <div class="fields-in-row">
        <Field {...of('newcomers-date')} label={text.newcomersDate} type="date" short />
        <Field {...of('newcomers-time')} label={text.newcomersTime} type="time" short />
      </div>
      {associations.length > 0 && (
        <fieldset>
          <legend>{text.kept}</legend>
          <p class="hint">{text.keptHint}</p>
          <div class="fields-in-row">
            <Field {...of('kept-date')} label={text.keptDate} type="date" short />
            <Field {...of('kept-time')} label={text.keptTime} type="time" short />
          </div>
          {associations.map(({ id, name }) => (
            <Field {...of(keptField(id))} label={text.keptFor(name)} type="number" short min={0} />
          ))}
        </fieldset>
      )}
    </>
  )
}

/** The labels of these fields, in the order of the page, for the summary of what is wrong. */
export function placesLabels(language: Language, associations: readonly Association[]): [string, string][] {
  const text = officePlacesText[language]
  return [
    ['waitingSize', text.waitingSize],
    ['promotion', text.promotion],
    ['offerHours', text.offerHours],
    ['mostPerAssociation', text.mostPerAssociation],
    ['newcomers-date', text.newcomersDate],
    ['newcomers-time', text.newcomersTime],
    ['kept-date', text.keptDate],
    ['kept-time', text.keptTime],
    ...associations.map(({ id, name }): [string, string] => [keptField(id), text.keptFor(name)]),
  ]
}
