import type { ChangeRefusal } from '../../functions/enrollment/change-person.ts'
import { languages, textIn } from '../../functions/kernel/language.ts'
import type { Association } from '../../functions/programme/programme.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { ErrorSummary, Select, SubmitButton, TextArea } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { enrollText } from '../text/enroll.ts'
import { myMoreText } from '../text/my-more.ts'
import { AssociationFields } from './association-fields.tsx'
import type { EnrollField, EnrollValues } from './enroll-form.ts'
import { NameFields } from './name-fields.tsx'
import type { EnrollTrouble } from './person-fields.ts'

type ChangeProps = {
  /** Its path is the personal page's. */
  setting: PageSetting
  seminar: Seminar
  associations: readonly Association[]
  values: EnrollValues
  troubles: Partial<Record<EnrollField, EnrollTrouble>>
  /** Why the place does not go with another association. */
  refusal?: AssociationRefusal | undefined
}

/** A rule of the seminar keeps somebody with their association. */
export type AssociationRefusal = Extract<ChangeRefusal['code'], 'kept-seat' | 'association-full'>

const formName = 'change'

/** The form by which somebody corrects what they told about themself. */
export function ChangePage(props: ChangeProps) {
  const { setting, seminar, troubles } = props
  const { language } = setting
  const text = myMoreText[language].details
  const words = enrollText[language]
  const wrong = Object.keys(troubles).length > 0 || props.refusal !== undefined
  const page = { ...setting, path: `${setting.path}/change` }
  return (
    <Page setting={page} title={wrong ? `${words.wrongPrefix}${text.title}` : text.title} form={formName}>
      <p class="back">
        <a href={inside(setting, setting.path)}>{text.back}</a>
      </p>
      <p class="kicker">{textIn(seminar.title, language)}</p>
      <h1>{text.title}</h1>
      <ErrorSummary
        title={words.wrongTitle}
        errors={sentences(props)}
        fields={{
          firstName: words.firstName,
          lastName: words.lastName,
          associationId: words.association,
          association: words.association,
          language: words.language,
          note: words.note,
        }}
      />
      <ChangeForm {...props} />
    </Page>
  )
}

const sentences = ({ setting, troubles, refusal }: ChangeProps): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(troubles).map(([field, code]) => [field, enrollText[setting.language].trouble[code]]),
  ),
  ...(refusal && { associationId: myMoreText[setting.language].details.refused[refusal] }),
})

function ChangeForm(props: ChangeProps) {
  const { setting, associations, values } = props
  const text = enrollText[setting.language]
  const errors = sentences(props)
  const field = (name: Exclude<EnrollField, 'sessions'>) => ({
    name,
    value: values[name],
    error: errors[name],
  })
  return (
    <form
      method="post"
      action={inside(setting, `${setting.path}/change`)}
      novalidate
      class="form"
      id={formName}
    >
      <p>{myMoreText[setting.language].details.emailStays}</p>
      <NameFields language={setting.language} {...{ values, errors }} />
      <AssociationFields
        associations={associations}
        values={values}
        errors={errors}
        language={setting.language}
      />
      <Select
        {...field('language')}
        label={text.language}
        options={languages.map((value) => ({ value, label: text.languages[value] }))}
      />
      <TextArea {...field('note')} label={text.note} hint={text.noteHint} maxlength={500} />
      <SubmitButton label={myMoreText[setting.language].details.save} />
    </form>
  )
}
