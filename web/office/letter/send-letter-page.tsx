import { type Enrollment, fullName } from '../../../functions/enrollment/enrollment.ts'
import type { Instant } from '../../../functions/kernel/time.ts'
import type { RuledLetter } from '../../../functions/seminar/letter-rules.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { Span } from '../../parts/dates.tsx'
import { Checkbox, HiddenField, SubmitButton } from '../../parts/form.tsx'
import { FactList, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { lettersText } from '../../text/letters.ts'
import { officeText } from '../../text/office.ts'
import { OfficePage } from '../office-page.tsx'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { lettersPath } from './letters-form.ts'

/** So many people are written to in the moment in which the button is pressed; for more it is pressed again. */
export const mostAtOnce = 100

/** Somebody whom the letter can go to, and since when they have it. */
export type Person = { person: Enrollment; hadIt: Instant | undefined }

/** The box of one person. */
export const pickedField = (enrollmentId: string): string => `to-${enrollmentId}`

type Props = {
  visit: Visit
  seminar: Seminar
  letter: RuledLetter
  session: Session
  people: readonly Person[]
  refusal?: string
  /** Who was ticked in a form that was refused. */
  picked?: ReadonlySet<string>
}

/** Who gets a letter now: a box per person, ticked for those who do not have it yet. */
export function SendLetterPage({ visit, seminar, letter, session, people, refusal, picked }: Props) {
  const { setting } = visit
  const { language } = setting
  const text = lettersText[language]
  const isAboutSession = letter === 'invite' || letter === 'reminder'
  const path = `${lettersPath(seminar.id)}/${letter}/send`
  const action = isAboutSession ? `${path}?session=${session.id}` : path
  const shown = people.slice(0, mostAtOnce)
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.sendTitle(text.names[letter])}
      path={path}
      back={{ path: lettersPath(seminar.id), label: text.title }}
    >
      {refusal && (
        <Notice tone="bad" title={officeText[language].refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      {isAboutSession && (
        <FactList
          facts={[
            [
              text.session,
              <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />,
            ],
          ]}
        />
      )}
      {people.length === 0 ? (
        <p>{text.nobody}</p>
      ) : (
        <form class="form" method="post" action={inside(setting, action)}>
          <HiddenField name="seenAt" value={visit.now} />
          <p>{isAboutSession ? text.sendLead : text.sendOnceLead}</p>
          {letter === 'reminder' && <p>{text.sendDouble}</p>}
          {people.length > shown.length && <p>{text.shownOf(shown.length, people.length)}</p>}
          {shown.map(({ person, hadIt }) => (
            <Checkbox
              name={pickedField(person.id)}
              label={fullName(person)}
              checked={picked ? picked.has(person.id) : hadIt === undefined}
              {...(hadIt && { hint: text.hadIt(shortDateTime(hadIt, language, seminar.zone)) })}
            />
          ))}
          <SubmitButton label={text.send} />
        </form>
      )}
    </OfficePage>
  )
}
