import type { Child } from 'hono/jsx'
import { textIn } from '../../../functions/kernel/language.ts'
import type { Instant } from '../../../functions/kernel/time.ts'
import type { Letter } from '../../../functions/mail/letter.ts'
import { type RuledLetter, ruledLetters, ruleLimits } from '../../../functions/seminar/letter-rules.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { may } from '../../../functions/staff/staff.ts'
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
import { FactList, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { letterTextsText } from '../../text/letter-texts.ts'
import { lettersText } from '../../text/letters.ts'
import { officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { LetterPreview } from './letter-preview.tsx'
import { fieldsOf, lettersPath } from './letters-form.ts'

/** How one letter stands: when it goes out next, to how many, and what coordinators can send now. */
export type LetterStanding = {
  letter: RuledLetter
  dates: readonly Instant[]
  /** People whom it would reach now; a word where that is not known. */
  recipients: number | 'unknown' | 'senseless'
  /** The sessions for which it can be sent now; an empty id where it is not about one. */
  sendable: readonly { sessionId: string; start: Instant | undefined }[]
}

export type LettersProps = {
  visit: Visit
  seminar: Seminar
  standings: readonly LetterStanding[]
  values: Values
  errors: FieldErrors
  refusal?: string | undefined
  done?: string | undefined
}

/** The letters that go out by rules: when, to how many, a look at each, a test, and sending now. */
export function LettersPage(props: LettersProps) {
  const { visit, seminar, standings, values, errors, refusal, done } = props
  const { setting, member } = visit
  const text = lettersText[setting.language]
  const house = officeText[setting.language]
  const path = lettersPath(seminar.id)
  const isOver = seminar.state === 'cancelled' || seminar.state === 'completed'
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.title}
      path={path}
      done={done}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }}
    >
      {refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <ErrorSummary title={house.errorsTitle} errors={errors} fields={labelsOf(props)} />
      <p>{text.lead}</p>
      {isOver ? (
        standings.map((standing) => (
          <section>
            <h2>{text.names[standing.letter]}</h2>
            <Standing visit={visit} seminar={seminar} standing={standing} />
          </section>
        ))
      ) : (
        <form class="form" method="post" action={inside(setting, path)} novalidate>
          <HiddenField name="version" value={values.get('version') ?? ''} />
          {standings.map((standing) => (
            <RuleFields letter={standing.letter} {...props}>
              <Standing visit={visit} seminar={seminar} standing={standing} />
            </RuleFields>
          ))}
          <SubmitButton label={text.save} />
        </form>
      )}
      {may(member.role, 'set-programme') && (
        <p>
          <a href={inside(setting, '/office/programme/letters')}>
            {letterTextsText[setting.language].textsToPage}
          </a>
        </p>
      )}
    </OfficePage>
  )
}

const labelsOf = ({ visit }: LettersProps): Record<string, string> => {
  const text = lettersText[visit.setting.language]
  return {
    ...Object.fromEntries(
      ruledLetters.map((letter) => [fieldsOf(letter).when, `${text.names[letter]}: ${text.whens[letter]}`]),
    ),
    feedback: text.feedback,
  }
}

function RuleFields({
  letter,
  visit,
  values,
  errors,
  children,
}: LettersProps & { letter: RuledLetter; children: Child }) {
  const text = lettersText[visit.setting.language]
  const names = fieldsOf(letter)
  const limits = ruleLimits[letter]
  return (
    <fieldset>
      <legend>{text.names[letter]}</legend>
      <p class="hint">{text.about[letter]}</p>
      <Checkbox name={names.on} label={text.on} checked={values.get(names.on) === 'yes'} />
      <Field
        name={names.when}
        label={text.whens[letter]}
        value={values.get(names.when)}
        error={errors[names.when]}
        hint={`${limits.least}–${limits.most}`}
        inputmode="numeric"
        short
      />
      {letter === 'thanks' && (
        <Field
          name="feedback"
          label={text.feedback}
          hint={text.feedbackHint}
          value={values.get('feedback')}
          error={errors.feedback}
          type="url"
          maxlength={500}
        />
      )}
      {children}
    </fieldset>
  )
}

function Standing({
  visit,
  seminar,
  standing,
}: {
  visit: Visit
  seminar: Seminar
  standing: LetterStanding
}) {
  const { setting } = visit
  const { language } = setting
  const text = lettersText[language]
  const { letter, dates, recipients, sendable } = standing
  const path = `${lettersPath(seminar.id)}/${letter}`
  const when = (instant: Instant) => shortDateTime(instant, language, seminar.zone)
  const isOn = seminar.letters[letter].on
  const reach =
    typeof recipients === 'number'
      ? text.recipientsNow(recipients)
      : recipients === 'unknown'
        ? text.unknownYet
        : text.senseless
  return (
    <>
      <FactList
        facts={[
          [text.dates, isOn ? dates.map(when).join(' · ') || text.noDates : text.off],
          [text.recipients, reach],
        ]}
      />
      <div class="button-row">
        {seminar.sessions.length > 0 && (
          <ButtonLink kind="quiet" href={inside(setting, path)} label={text.preview} />
        )}
        {sendable.map(({ sessionId, start }) => (
          <ButtonLink
            kind="quiet"
            href={inside(setting, `${path}/send${sessionId ? `?session=${sessionId}` : ''}`)}
            label={start ? `${text.sendNow} (${when(start)})` : text.sendNow}
          />
        ))}
      </div>
    </>
  )
}

type PreviewProps = {
  visit: Visit
  seminar: Seminar
  letter: RuledLetter
  letters: readonly Letter[]
  done?: string | undefined
}

/** One letter in every language, and a button that sends it to who looks at it. */
export function LetterPreviewPage({ visit, seminar, letter, letters, done }: PreviewProps) {
  const { setting } = visit
  const text = lettersText[setting.language]
  const path = `${lettersPath(seminar.id)}/${letter}`
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.previewOf(text.names[letter])}
      path={path}
      done={done}
      back={{ path: lettersPath(seminar.id), label: text.title }}
    >
      <p>{text.previewLead}</p>
      <form method="post" action={inside(setting, `${path}/test`)} class="form">
        <HiddenField name="form" value={visit.world.newId('form')} />
        <Select
          name="language"
          label={text.testLanguage}
          value={setting.language}
          options={letters.map(({ language }) => ({ value: language, label: text.languages[language] }))}
        />
        <SubmitButton kind="quiet" label={text.test} />
      </form>
      <section>
        {letters.map((one) => (
          <LetterPreview letter={one} language={setting.language} />
        ))}
      </section>
    </OfficePage>
  )
}
