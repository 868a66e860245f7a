import { usualAttendanceWords } from '../../../functions/attendance/attendance.mail.ts'
import { usualConfirmedWords } from '../../../functions/enrollment/enrollment.mail.ts'
import { type Language, languages } from '../../../functions/kernel/language.ts'
import {
  type OwnText,
  placeholdersOf,
  textLengths,
  type WrittenLetter,
} from '../../../functions/programme/letter-texts.ts'
import { usualSessionWords } from '../../../functions/session/session.mail.ts'
import {
  ErrorSummary,
  Field,
  type FieldErrors,
  HiddenField,
  SubmitButton,
  TextArea,
} from '../../parts/form.tsx'
import { FactList, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { letterTextsText } from '../../text/letter-texts.ts'
import { lettersText } from '../../text/letters.ts'
import { officeHouseText, officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'

const path = '/office/programme/letters'

/** A letter, and the languages in which the association has words of its own for it. */
export type TextRow = { letter: WrittenLetter; own: readonly Language[] }

/** The fields of one language. */
export const ownFields = (language: Language) => ({
  subject: `subject-${language}`,
  text: `text-${language}`,
  version: `version-${language}`,
})

/** What the letter is called. */
const nameOf = (letter: WrittenLetter, language: Language): string =>
  letter === 'confirmed' ? letterTextsText[language].confirmed : lettersText[language].names[letter]

/** What the house says where the association says nothing. */
const usualWords = (letter: WrittenLetter, language: Language): OwnText =>
  letter === 'confirmed'
    ? usualConfirmedWords(language)
    : letter === 'invite' || letter === 'reminder'
      ? usualSessionWords(letter, language)
      : usualAttendanceWords(letter, language)

/** All letters that can be written in own words. */
export function LetterTextsPage({
  visit,
  rows,
  done,
}: {
  visit: Visit
  rows: readonly TextRow[]
  done?: string | undefined
}) {
  const { setting } = visit
  const text = lettersText[setting.language]
  const words = letterTextsText[setting.language]
  const { title } = officeHouseText[setting.language].programme
  return (
    <OfficePage
      visit={visit}
      area="programme"
      title={words.textsTitle}
      path={path}
      done={done}
      back={{ path: '/office/programme', label: title }}
    >
      <p>{words.textsLead}</p>
      <DataTable
        caption={words.textsTitle}
        captionHidden
        head={[words.textsTitle, ...languages.map((language) => text.languages[language])]}
        rows={rows.map(({ letter, own }) => [
          <a href={inside(setting, `${path}/${letter}`)}>{nameOf(letter, setting.language)}</a>,
          ...languages.map((language) => (own.includes(language) ? words.own : words.usual)),
        ])}
        empty=""
      />
    </OfficePage>
  )
}

type TextProps = {
  visit: Visit
  letter: WrittenLetter
  values: Values
  errors: FieldErrors
  refusal: string | undefined
}

/** One letter in the association's own words, language by language, with what the house would say. */
export function LetterTextPage({ visit, letter, values, errors, refusal }: TextProps) {
  const { setting } = visit
  const text = lettersText[setting.language]
  const words = letterTextsText[setting.language]
  const house = officeText[setting.language]
  return (
    <OfficePage
      visit={visit}
      area="programme"
      title={nameOf(letter, setting.language)}
      path={`${path}/${letter}`}
      back={{ path, label: words.textsTitle }}
    >
      {refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <ErrorSummary title={house.errorsTitle} errors={errors} fields={labels(setting.language)} />
      <p>{words.textsLead}</p>
      <h2>{words.placeholdersTitle}</h2>
      <p>{words.placeholdersLead}</p>
      <FactList
        facts={placeholdersOf[letter].map((name) => [<code>{`{${name}}`}</code>, words.placeholders[name]])}
      />
      <form class="form" method="post" action={inside(setting, `${path}/${letter}`)} novalidate>
        {languages.map((language) => (
          <LanguageFields letter={letter} language={language} values={values} errors={errors} visit={visit} />
        ))}
        <SubmitButton label={house.save} />
        <div class="button-row">
          {languages
            .filter(
              (language) => values.get(ownFields(language).subject) || values.get(ownFields(language).text),
            )
            .map((language) => (
              <SubmitButton
                kind="quiet"
                name="reset"
                value={language}
                label={words.reset(text.languages[language])}
              />
            ))}
        </div>
      </form>
    </OfficePage>
  )
}

const labels = (speaks: Language): Record<string, string> =>
  Object.fromEntries(
    languages.flatMap((language) => [
      [
        ownFields(language).subject,
        `${lettersText[speaks].subject} (${lettersText[speaks].languages[language]})`,
      ],
      [
        ownFields(language).text,
        `${letterTextsText[speaks].textField} (${lettersText[speaks].languages[language]})`,
      ],
    ]),
  )

function LanguageFields({
  visit,
  letter,
  language,
  values,
  errors,
}: Omit<TextProps, 'refusal'> & { language: Language }) {
  const text = lettersText[visit.setting.language]
  const words = letterTextsText[visit.setting.language]
  const names = ownFields(language)
  const usual = usualWords(letter, language)
  return (
    <fieldset>
      <legend>{text.languages[language]}</legend>
      <HiddenField name={names.version} value={values.get(names.version) ?? ''} />
      <p class="hint">{words.leaveEmpty}</p>
      <Field
        name={names.subject}
        label={text.subject}
        hint={`${words.usualIs}: ${usual.subject}`}
        value={values.get(names.subject)}
        error={errors[names.subject]}
        maxlength={textLengths.subject}
        lang={language}
      />
      <TextArea
        name={names.text}
        label={words.textField}
        hint={`${words.usualIs}: ${usual.text}`}
        value={values.get(names.text)}
        error={errors[names.text]}
        maxlength={textLengths.text}
        lang={language}
      />
    </fieldset>
  )
}
