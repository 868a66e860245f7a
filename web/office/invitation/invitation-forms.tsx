import { languages } from '../../../functions/kernel/language.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { FileField } from '../../parts/file-field.tsx'
import {
  ErrorSummary,
  Field,
  type FieldErrors,
  HiddenField,
  Select,
  SubmitButton,
  TextArea,
} from '../../parts/form.tsx'
import { inside } from '../../parts/setting.ts'
import { enrollText } from '../../text/enroll.ts'
import { invitationsText } from '../../text/invitations.ts'
import { officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import type { Visit } from '../visit.ts'
import { invitationsPath } from './invitations-path.ts'

/** What was typed into the two forms of the page, what is wrong with it, and the token that a link would get. */
export type InvitationForms = { values: Values; errors: FieldErrors; token: string }

type Props = { visit: Visit; seminar: Seminar; forms: InvitationForms }

/** A list of addresses, pasted or from a file; the next page says what was understood of it. */
export function AddressForm({ visit, seminar, forms: { values, errors } }: Props) {
  const { setting } = visit
  const text = invitationsText[setting.language]
  return (
    <section>
      <h2>{text.byAddress}</h2>
      <p>{text.byAddressHint}</p>
      <ErrorSummary
        title={officeText[setting.language].errorsTitle}
        errors={only(errors, ['addresses', 'file'])}
        fields={{ addresses: text.addresses, file: text.file }}
      />
      <form
        class="form"
        method="post"
        enctype="multipart/form-data"
        action={inside(setting, invitationsPath(seminar.id, '/check'))}
        novalidate
      >
        <TextArea
          name="addresses"
          label={text.addresses}
          hint={text.addressesHint}
          value={values.get('addresses') ?? ''}
          error={errors.addresses}
          rows={6}
        />
        <FileField
          name="file"
          label={text.file}
          hint={text.fileHint}
          error={errors.file}
          accept=".csv,.txt,text/csv,text/plain"
        />
        <Select
          name="language"
          label={text.language}
          value={values.get('language') ?? setting.language}
          options={languages.map((value) => ({
            value,
            label: enrollText[setting.language].languages[value],
          }))}
        />
        <p class="small">{text.checkHint}</p>
        <SubmitButton label={text.check} />
      </form>
    </section>
  )
}

/** A link that can be passed on, for so many people until a day. */
export function LinkForm({ visit, seminar, forms: { values, errors, token } }: Props) {
  const { setting } = visit
  const text = invitationsText[setting.language]
  const of = (name: string) => ({ name, value: values.get(name), error: errors[name] })
  return (
    <section>
      <h2>{text.byLink}</h2>
      <p>{text.byLinkHint}</p>
      <ErrorSummary
        title={officeText[setting.language].errorsTitle}
        errors={only(errors, ['name', 'limit', 'until'])}
        fields={{ name: text.linkName, limit: text.limit, until: text.until }}
      />
      <form
        class="form"
        method="post"
        action={inside(setting, invitationsPath(seminar.id, '/link'))}
        novalidate
      >
        <HiddenField name="token" value={token} />
        <Field {...of('name')} label={text.linkName} hint={text.linkNameHint} required maxlength={120} />
        <Field
          {...of('limit')}
          label={text.limit}
          type="number"
          value={values.get('limit') ?? '20'}
          min={1}
          max={500}
          required
          short
        />
        <Field {...of('until')} label={text.until} hint={text.untilHint} type="date" short />
        <SubmitButton label={text.makeLink} />
      </form>
    </section>
  )
}

const only = (errors: FieldErrors, names: readonly string[]): FieldErrors =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => names.includes(name)))
