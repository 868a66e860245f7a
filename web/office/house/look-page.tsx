import { base64 } from '../../../functions/kernel/encoding.ts'
import {
  type CertificatePicture,
  certificateDesigns,
  certificatePictures,
} from '../../../functions/programme/certificate-look.ts'
import { FileField } from '../../parts/file-field.tsx'
import {
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Field,
  type FieldErrors,
  HiddenField,
  Select,
  SubmitButton,
} from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { certificateLookText } from '../../text/certificate-look.ts'
import { officeHouseText, officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'

/** Where the association decides how its certificates look. */
export const lookPath = '/office/programme/certificates'

/** The form as it was filled in, what is wrong with it, and the pictures that are there. */
export type LookForm = {
  values: Values
  errors: FieldErrors
  refusal?: string
  present: Partial<Record<CertificatePicture, Uint8Array>>
}

type LookPageProps = { visit: Visit; form: LookForm; done?: string | undefined }

/** How certificates look: design, color, pictures, languages, and a sample of each design. */
export function LookPage({ visit, form, done }: LookPageProps) {
  const { setting } = visit
  const text = certificateLookText[setting.language]
  const house = officeText[setting.language]
  const back = { path: '/office/programme', label: officeHouseText[setting.language].programme.title }
  return (
    <OfficePage visit={visit} area="programme" title={text.title} done={done} path={lookPath} back={back}>
      {form.refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{form.refusal}</p>
        </Notice>
      )}
      <ErrorSummary
        title={house.errorsTitle}
        errors={form.errors}
        fields={{ design: text.design, color: text.color, ...text.pictures }}
      />
      <p>{text.lead}</p>
      <ChooseLook visit={visit} form={form} />
      <section>
        <h2>{text.samples}</h2>
        <p>{text.samplesLead}</p>
        {certificateDesigns.map((design) => (
          <p>
            <ButtonLink
              kind="quiet"
              href={inside(setting, `${lookPath}/sample?design=${design}`)}
              label={text.sample(text.designNames[design])}
            />
          </p>
        ))}
      </section>
    </OfficePage>
  )
}

function ChooseLook({ visit: { setting }, form }: { visit: Visit; form: LookForm }) {
  const text = certificateLookText[setting.language]
  const of = (name: string) => ({ name, value: form.values.get(name), error: form.errors[name] })
  return (
    <form
      class="form"
      method="post"
      enctype="multipart/form-data"
      action={inside(setting, lookPath)}
      novalidate
    >
      <HiddenField name="version" value={form.values.get('version') ?? ''} />
      <Select
        {...of('design')}
        label={text.design}
        options={certificateDesigns.map((design) => ({ value: design, label: text.designs[design] }))}
      />
      <Field
        {...of('color')}
        label={text.color}
        hint={text.colorHint}
        maxlength={7}
        spellcheck={false}
        short
      />
      <Checkbox
        name="bilingual"
        label={text.bilingual}
        hint={text.bilingualHint}
        checked={form.values.get('bilingual') === 'yes'}
      />
      {certificatePictures.map((kind) => (
        <PictureField kind={kind} form={form} text={text} />
      ))}
      <SubmitButton label={officeText[setting.language].save} />
    </form>
  )
}

type PictureFieldProps = {
  kind: CertificatePicture
  form: LookForm
  text: (typeof certificateLookText)['de']
}

/** A picture to choose, the one that is there, and a way to take it off. */
function PictureField({ kind, form, text }: PictureFieldProps) {
  const present = form.present[kind]
  const name = text.pictures[kind]
  return (
    <>
      <FileField
        name={kind}
        label={name}
        hint={text.pictureHint}
        error={form.errors[kind]}
        accept="image/png"
      />
      {present && (
        <>
          <p>
            <img
              class="kept-picture"
              src={`data:image/png;base64,${base64(present)}`}
              alt={text.present(name)}
            />
          </p>
          <Checkbox
            name={`no-${kind}`}
            label={text.takeAway(name)}
            checked={form.values.get(`no-${kind}`) === 'yes'}
          />
        </>
      )}
    </>
  )
}
