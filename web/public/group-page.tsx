import { enrollmentWords } from '../../functions/enrollment/text/words.ts'
import { type Language, languages, textIn } from '../../functions/kernel/language.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import type { Association } from '../../functions/programme/programme.ts'
import type { Line } from '../../functions/seminar/line.ts'
import { mostInGroup } from '../../functions/seminar/places.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { Bait } from '../parts/bait.tsx'
import { Choices } from '../parts/choices.tsx'
import { ErrorSummary, Field, type FieldErrors, HiddenField, Select, SubmitButton } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PlacesRules } from '../parts/places-rules.tsx'
import { SessionList } from '../parts/session-list.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { enrollText } from '../text/enroll.ts'
import { groupText } from '../text/group.ts'
import { AssociationFields } from './association-fields.tsx'
import { ConsentBox } from './consent-box.tsx'
import { type FormNotice, FormNoticeBox } from './form-notice.tsx'
import {
  asksTogether,
  type GroupTroubles,
  type GroupValues,
  moreName,
  type PersonValues,
  rowNames,
} from './group-form.ts'

/** A refusal after which the form is shown again: with other people in it, or later, it may be taken. */
export type MendableRefusal = 'full' | 'association-full' | 'too-many-mails' | 'same-address'

/** Something that kept the form of a group from being taken. */
export type GroupNotice = Exclude<FormNotice, 'filled'> | MendableRefusal

type GroupProps = {
  setting: PageSetting
  now: Instant
  seminar: Seminar
  associations: readonly Association[]
  line: Line
  values: GroupValues
  troubles: GroupTroubles
  token: string
  notice?: GroupNotice | undefined
  /** What stands in the field that only programs fill in. */
  bait: string
}

const formName = 'group'

/** The form by which one person takes places for several of their association. */
export function GroupPage(props: GroupProps) {
  const { setting, seminar, troubles, now } = props
  const { language } = setting
  const text = enrollText[language]
  const title = groupText[language].title(textIn(seminar.title, language))
  const wrong = Object.keys(troubles).length > 0
  return (
    <Page setting={setting} title={wrong ? `${text.wrongPrefix}${title}` : title} form={formName}>
      <p class="back">
        <a href={inside(setting, `/seminars/${seminar.slug}`)}>{text.back}</a>
      </p>
      <h1>{title}</h1>
      <GroupNoticeBox kind={props.notice} language={language} />
      <ErrorSummary
        title={text.wrongTitle}
        errors={sentences(troubles, language)}
        fields={labels(props.values, language)}
      />
      <div class="two-columns">
        <GroupForm {...props} />
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

/** The sentence for each trouble, by field. A form about others says some of them in other words. */
const sentences = (troubles: GroupTroubles, language: Language): FieldErrors => {
  const words = { ...enrollText[language].trouble, ...groupText[language].trouble }
  return Object.fromEntries(Object.entries(troubles).map(([field, code]) => [field, words[code]]))
}

/** The labels by field name, in the order of the page. */
function labels({ people }: GroupValues, language: Language): Record<string, string> {
  const { association, firstName, lastName, email, consentShort } = enrollText[language]
  const text = groupText[language]
  const ofRow = { firstName, lastName, email, language: text.language }
  const rows = people.flatMap((_, i) => {
    const names = rowNames(i + 1)
    const fields = ['firstName', 'lastName', 'email', 'language'] as const
    return fields.map((field) => [names[field], `${text.person(i + 1)}, ${ofRow[field]}`])
  })
  return {
    associationId: association,
    association,
    ...Object.fromEntries(rows),
    together: text.togetherShort,
    consent: consentShort,
  }
}

const mendable: Record<MendableRefusal, true> = {
  full: true,
  'association-full': true,
  'too-many-mails': true,
  'same-address': true,
}
const isMendable = (kind: GroupNotice): kind is MendableRefusal => kind in mendable

function GroupNoticeBox({ kind, language }: { kind: GroupNotice | undefined; language: Language }) {
  if (!kind || !isMendable(kind)) return <FormNoticeBox kind={kind} language={language} />
  const { title, text } = groupText[language].refused[kind]
  return (
    <Notice tone="bad" announce title={title}>
      <p>{text}</p>
    </Notice>
  )
}

function GroupForm(props: GroupProps) {
  const { setting, seminar, associations, values, token, bait } = props
  const { language } = setting
  const [text, own] = [enrollText[language], groupText[language]]
  const errors = sentences(props.troubles, language)
  const path = `/seminars/${seminar.slug}/enroll`
  return (
    <form method="post" action={inside(setting, `${path}/group`)} novalidate class="form" id={formName}>
      <p>{own.howItGoes}</p>
      <p>
        <a href={inside(setting, path)}>{own.forOne}</a>
      </p>
      <HiddenField name="form" value={token} />
      <AssociationFields associations={associations} values={values} errors={errors} language={language} />
      <h2>{own.people}</h2>
      <p class="hint">{own.peopleHint}</p>
      {values.people.map((person, i) => (
        <PersonRow person={person} row={i + 1} errors={errors} language={language} />
      ))}
      {values.people.length < mostInGroup && (
        <p>
          <SubmitButton kind="quiet" name={moreName} value="yes" label={own.more} />
        </p>
      )}
      {asksTogether(seminar) && (
        <TogetherChoice chosen={values.together} error={errors.together} language={language} />
      )}
      <ConsentBox setting={setting} words={own} checked={values.consent === 'yes'} error={errors.consent} />
      <Bait label={text.leaveEmpty} value={bait} />
      <SubmitButton label={seminar.places.approval ? text.sendApplication : own.send} />
    </form>
  )
}

type RowProps = { person: PersonValues; row: number; errors: FieldErrors; language: Language }

/** One person. What a browser remembers of its owner would be wrong in most rows, so it fills in nothing. */
function PersonRow({ person, row, errors, language }: RowProps) {
  const text = enrollText[language]
  const names = rowNames(row)
  const of = (field: keyof PersonValues) => ({
    name: names[field],
    value: person[field],
    error: errors[names[field]],
    autocomplete: 'off',
  })
  return (
    <fieldset class="person-row">
      <legend>{groupText[language].person(row)}</legend>
      <div class="pair">
        <Field {...of('firstName')} label={text.firstName} maxlength={120} />
        <Field {...of('lastName')} label={text.lastName} maxlength={120} />
      </div>
      <div class="pair">
        <Field {...of('email')} type="email" label={text.email} inputmode="email" maxlength={254} />
        <Select
          {...of('language')}
          label={groupText[language].language}
          options={languages.map((value) => ({ value, label: text.languages[value] }))}
        />
      </div>
    </fieldset>
  )
}

type ChoiceProps = { chosen: string; error: string | undefined; language: Language }

/** Seats for all or the waiting list for all, or as many seats as there are. */
function TogetherChoice({ chosen, error, language }: ChoiceProps) {
  const text = groupText[language]
  return (
    <Choices
      anchor="together"
      kind="radio"
      legend={text.together}
      error={error}
      required
      choices={[
        {
          name: 'together',
          value: 'yes',
          checked: chosen === 'yes',
          label: `${text.allOrNone} ${enrollmentWords[language].rule.together}`,
        },
        { name: 'together', value: 'no', checked: chosen === 'no', label: text.asMany },
      ]}
    />
  )
}
