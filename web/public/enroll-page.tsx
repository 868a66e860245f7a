import { type Language, languages, textIn } from '../../functions/kernel/language.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import type { Association } from '../../functions/programme/programme.ts'
import type { Line } from '../../functions/seminar/line.ts'
import type { Question } from '../../functions/seminar/questions.ts'
import { isPublic, type Seminar } from '../../functions/seminar/seminar.ts'
import { Bait } from '../parts/bait.tsx'
import { ErrorSummary, Field, HiddenField, Select, SubmitButton, TextArea } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { PlacesRules } from '../parts/places-rules.tsx'
import { QuestionFields, questionErrors, questionLabels } from '../parts/question-fields.tsx'
import type { QuestionTrouble, TypedAnswers } from '../parts/question-form.ts'
import { SessionList } from '../parts/session-list.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { catalogText } from '../text/catalog.ts'
import { enrollText } from '../text/enroll.ts'
import { questionText } from '../text/questions.ts'
import { AboutSeminar } from './about-seminar.tsx'
import { AssociationFields } from './association-fields.tsx'
import { ConsentBox } from './consent-box.tsx'
import type { EnrollField, EnrollValues } from './enroll-form.ts'
import { introWords, sendWords, sentences } from './enroll-words.ts'
import { type FormNotice, FormNoticeBox } from './form-notice.tsx'
import { NameFields } from './name-fields.tsx'
import type { EnrollTrouble } from './person-fields.ts'
import { SessionChoice } from './session-choice.tsx'

type EnrollProps = {
  setting: PageSetting
  now: Instant
  seminar: Seminar
  associations: readonly Association[]
  line: Line
  values: EnrollValues
  troubles: Partial<Record<EnrollField, EnrollTrouble>>
  /** What this seminar asks beside, what was answered so far, and what is wrong with it. */
  questions: readonly Question[]
  typed: TypedAnswers
  answerTroubles: Record<string, QuestionTrouble>
  token: string
  notice?: FormNotice | undefined
  /** What stands in the field that only programs fill in. */
  bait?: string
  /** The token of the invitation by which the reader came; it goes along with the form. */
  invitation?: string
}

/** An untouched form in the reader's language. */
export const emptyValues = (language: Language, seminar: Seminar): EnrollValues => ({
  firstName: '',
  lastName: '',
  email: '',
  associationId: '',
  association: '',
  language,
  sessions: seminar.sessions.map(({ id }) => id),
  note: '',
  consent: '',
})

const formName = 'enroll'

/** Under this name an invitation's token stands in its link, and travels with the form. */
export const invitationName = 'invitation'

/** The form by which somebody takes a place. */
export function EnrollPage(props: EnrollProps) {
  const { setting, seminar, troubles, now } = props
  const { language } = setting
  const text = enrollText[language]
  const title = text.forSeminar(textIn(seminar.title, language))
  const answerErrors = questionErrors(props.answerTroubles, language)
  // The consent stands below the questions.
  const { consent, ...above } = sentences(troubles, language)
  const wrong = Object.keys({ ...troubles, ...answerErrors }).length > 0
  return (
    <Page setting={setting} title={wrong ? `${text.wrongPrefix}${title}` : title} form={formName}>
      {isPublic(seminar) && (
        <p class="back">
          <a href={inside(setting, `/seminars/${seminar.slug}`)}>{text.back}</a>
        </p>
      )}
      <h1>{title}</h1>
      {!isPublic(seminar) && <AboutSeminar seminar={seminar} language={language} />}
      <FormNoticeBox kind={props.notice} language={language} />
      <ErrorSummary
        title={text.wrongTitle}
        errors={{ ...above, ...answerErrors, ...(consent && { consent }) }}
        fields={{ ...labels(language), ...questionLabels(props.questions, language) }}
      />
      <div class="two-columns">
        <EnrollForm {...props} />
        <aside class="panel">
          <SessionList seminar={seminar} now={now} language={language} />
          <PlacesRules
            seminar={seminar}
            line={props.line}
            language={language}
            associations={props.associations}
          />
        </aside>
      </div>
    </Page>
  )
}

function labels(language: Language): Record<EnrollField, string> {
  const text = enrollText[language]
  return {
    firstName: text.firstName,
    lastName: text.lastName,
    email: text.email,
    associationId: text.association,
    association: text.association,
    language: text.language,
    sessions: text.sessions,
    note: text.note,
    consent: text.consentShort,
  }
}

function EnrollForm(props: EnrollProps) {
  const { setting, seminar, associations, line, values, troubles, token, questions } = props
  const { bait = '', invitation = '' } = props
  const text = enrollText[setting.language]
  const errors = sentences(troubles, setting.language)
  const { groups, singleSessions } = seminar.places
  return (
    <form
      method="post"
      action={inside(setting, `/seminars/${seminar.slug}/enroll`)}
      novalidate
      class="form"
      id={formName}
    >
      <p>{introWords(seminar, line, setting.language)}</p>
      {groups && isPublic(seminar) && (
        <p>
          <a href={inside(setting, `/seminars/${seminar.slug}/enroll/group`)}>
            {catalogText[setting.language].enrollGroup}
          </a>
        </p>
      )}
      <HiddenField name="form" value={token} />
      {invitation !== '' && <HiddenField name={invitationName} value={invitation} />}
      <NameFields language={setting.language} {...{ values, errors }} />
      <Field
        name="email"
        type="email"
        label={text.email}
        hint={text.emailHint}
        value={values.email}
        error={errors.email}
        required
        autocomplete="email"
        inputmode="email"
        maxlength={254}
      />
      <AssociationFields
        associations={associations}
        values={values}
        errors={errors}
        language={setting.language}
      />
      <Select
        name="language"
        label={text.language}
        hint={text.languageHint}
        value={values.language}
        error={errors.language}
        options={languages.map((value) => ({ value, label: text.languages[value] }))}
      />
      {singleSessions && (
        <SessionChoice
          seminar={seminar}
          chosen={values.sessions}
          error={errors.sessions}
          language={setting.language}
        />
      )}
      <TextArea
        name="note"
        label={text.note}
        hint={text.noteHint}
        value={values.note}
        error={errors.note}
        maxlength={500}
      />
      {questions.length > 0 && <h2>{questionText[setting.language].heading}</h2>}
      <QuestionFields
        questions={questions}
        typed={props.typed}
        errors={questionErrors(props.answerTroubles, setting.language)}
        language={setting.language}
      />
      <ConsentBox setting={setting} words={text} checked={values.consent === 'yes'} error={errors.consent} />
      <Bait label={text.leaveEmpty} value={bait} />
      <SubmitButton label={sendWords(seminar, line, setting.language)} />
    </form>
  )
}
