import { type Enrollment, fullName } from '../../../functions/enrollment/enrollment.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { type FieldErrors, HiddenField } from '../../parts/form.tsx'
import { FactList } from '../../parts/notice.tsx'
import { mailLogText } from '../../text/mail-log.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { type PlainField, PlainForm, plainFormName } from '../plain-form.tsx'
import type { Visit } from '../visit.ts'
import { personPath } from './mail-paths.ts'

/** The one field of the form. */
export const addressFields = (visit: Visit): PlainField[] => [
  {
    name: 'email',
    label: mailLogText[visit.setting.language].address.email,
    kind: 'email',
    most: 254,
    required: true,
  },
]

/** What was typed into it, and what is wrong. */
export type AddressForm = { values: Values; errors: FieldErrors; refusal?: string }

type PageProps = { visit: Visit; seminar: Seminar; person: Enrollment; form: AddressForm }

/** Corrects the address of one person; the page says first what happens then. */
export function AddressPage({ visit, seminar, person, form }: PageProps) {
  const text = mailLogText[visit.setting.language]
  const name = { seminarId: seminar.id, enrollmentId: person.id }
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.address.title}
      path={personPath(name, 'address')}
      form={plainFormName}
      back={{ path: personPath(name), label: text.person.title(fullName(person)) }}
    >
      <p>{text.address.explained}</p>
      <p>{text.address.kept}</p>
      <p>{text.address.afterwards}</p>
      <FactList facts={[[text.address.now, person.email]]} />
      <PlainForm
        visit={visit}
        action={personPath(name, 'address')}
        fields={addressFields(visit)}
        values={form.values}
        errors={form.errors}
        refusal={form.refusal}
        submit={text.address.save}
      >
        <HiddenField name="form" value={form.values.get('form') ?? visit.world.newId('form')} />
      </PlainForm>
    </OfficePage>
  )
}
