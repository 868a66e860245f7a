import type { Language } from '../../../functions/kernel/language.ts'
import { type Condition, conditions, conditionsOf, type Seminar } from '../../../functions/seminar/seminar.ts'
import { Checkbox, HiddenField } from '../../parts/form.tsx'
import { conditionsText } from '../../text/conditions.ts'
import type { Values } from '../field-reader.ts'

/** Boxes that are not ticked send nothing; this says that they were there to be ticked. */
const asked = 'conditions-asked'

/** One box for each condition; none is ticked at first. */
export function ConditionsFields({ language, values }: { language: Language; values: Values }) {
  const text = conditionsText[language]
  return (
    <>
      <HiddenField name={asked} value="yes" />
      {conditions.map((name) => (
        <Checkbox
          name={name}
          label={text[name]}
          hint={text[`${name}Hint`]}
          checked={values.get(name) === 'yes'}
        />
      ))}
    </>
  )
}

/** The boxes as a seminar stands. */
export const conditionsValues = (seminar: Seminar): [string, string][] =>
  conditionsOf(seminar).map((name) => [name, 'yes'])

/** Reads the boxes; a form without them leaves things as they were. */
export function readConditions(values: Values, before: Seminar | undefined): Pick<Seminar, Condition> {
  const isSet = (name: Condition) =>
    values.has(asked) ? values.get(name) === 'yes' : (before?.[name] ?? false)
  return { everySession: isSet('everySession'), trainersWord: isSet('trainersWord') }
}
