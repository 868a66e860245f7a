import type { CorrectNameRefusal } from '../../functions/certificate/request/correct-name.ts'
import { textIn } from '../../functions/kernel/language.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { ErrorSummary, SubmitButton } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { enrollText } from '../text/enroll.ts'
import { myMoreText } from '../text/my-more.ts'
import { myNameText } from '../text/my-name.ts'
import { NameFields } from './name-fields.tsx'
import type { EnrollTrouble } from './person-fields.ts'

/** What was typed, letter by letter. */
export type NameValues = { firstName: string; lastName: string }

type Props = {
  /** Its path is the personal page's. */
  setting: PageSetting
  seminar: Seminar
  /** Whether a certificate went out already, so that a new one takes its place. */
  hasCertificate: boolean
  values: NameValues
  troubles: Partial<Record<keyof NameValues, EnrollTrouble>>
  refusal?: Exclude<CorrectNameRefusal['code'], 'unknown'> | undefined
}

const formName = 'name'

/** Asks a person how their name is written. */
export function MyNamePage({ setting, seminar, hasCertificate, values, troubles, refusal }: Props) {
  const { language } = setting
  const text = myNameText[language]
  const words = enrollText[language]
  const errors = Object.fromEntries(
    Object.entries(troubles).map(([field, code]) => [field, words.trouble[code]]),
  )
  const isWrong = Object.keys(errors).length > 0
  return (
    <Page
      setting={{ ...setting, path: `${setting.path}/name` }}
      title={isWrong ? `${words.wrongPrefix}${text.title}` : text.title}
      form={formName}
    >
      <p class="back">
        <a href={inside(setting, setting.path)}>{myMoreText[language].details.back}</a>
      </p>
      <p class="kicker">{textIn(seminar.title, language)}</p>
      <h1>{text.title}</h1>
      <ErrorSummary
        title={words.wrongTitle}
        errors={errors}
        fields={{ firstName: words.firstName, lastName: words.lastName }}
      />
      {refusal ? (
        <Notice tone="bad">
          <p>{text.refused[refusal]}</p>
        </Notice>
      ) : (
        <p>{hasCertificate ? text.reissues : text.atOnce}</p>
      )}
      <form
        method="post"
        action={inside(setting, `${setting.path}/name`)}
        novalidate
        class="form"
        id={formName}
      >
        <NameFields language={setting.language} {...{ values, errors }} />
        <SubmitButton label={text.save} />
      </form>
    </Page>
  )
}
