import type { RequestRefusal } from '../../../functions/certificate/request/request-certificate.ts'
import type { CertificateTrace } from '../../../functions/certificate/traces.ts'
import { type Enrollment, fullName } from '../../../functions/enrollment/enrollment.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { issuedText } from '../../text/issued-certificate.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { type PlainField, PlainForm, plainFormName } from '../plain-form.tsx'
import type { Visit } from '../visit.ts'
import { certificatePath } from './preview-path.ts'

/** The name that a new certificate shall say. */
export const nameFields = ({ setting }: Visit): PlainField[] => {
  const text = issuedText[setting.language]
  return [
    { name: 'firstName', label: text.firstName, most: 120, required: true },
    { name: 'lastName', label: text.lastName, most: 120 },
  ]
}

type Props = {
  visit: Visit
  person: Enrollment
  latest: CertificateTrace
  /** What was typed; the name as it is known where nothing was. */
  values: Values | undefined
  errors: FieldErrors
  refusal?: RequestRefusal['code']
}

/** Asks which name a new certificate shall say; everything else on it is what stands in the seminar now. */
export function RenewPage({ visit, person, latest, values, errors, refusal }: Props) {
  const text = issuedText[visit.setting.language]
  const path = certificatePath(person.seminarId, person.id)
  const known: Values = new Map([
    ['firstName', person.firstName],
    ['lastName', person.lastName],
  ])
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={`${text.renewTitle}: ${fullName(latest.certificate)}`}
      path={`${path}/renew`}
      form={plainFormName}
      back={{ path, label: latest.certificate.number }}
    >
      <p>{latest.revocation ? text.renewRevoked : text.renewText}</p>
      <PlainForm
        visit={visit}
        action={`${path}/renew`}
        fields={nameFields(visit)}
        values={values ?? known}
        errors={errors}
        refusal={refusal && text.refusals[refusal]}
        submit={text.renew}
      />
    </OfficePage>
  )
}
