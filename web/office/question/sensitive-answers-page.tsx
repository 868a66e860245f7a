import type { Answers } from '../../../functions/enrollment/answers/answers.ts'
import type { Enrollment } from '../../../functions/enrollment/enrollment.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import type { Question } from '../../../functions/seminar/questions.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { ButtonForm } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { officeQuestionsText } from '../../text/office-questions.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'
import { AnswerTables } from './answer-tables.tsx'

/** Where sensitive answers are opened. */
export const sensitiveAnswersPath = (seminarId: string): string =>
  `/office/seminars/${seminarId}/sensitive-answers`

type PageProps = {
  visit: Visit
  seminar: Seminar
  /** Undefined as long as nobody has pressed the button. */
  opened?: {
    questions: readonly Question[]
    people: readonly Enrollment[]
    answers: ReadonlyMap<string, Answers>
  }
}

/** A page that shows nothing until a button is pressed, because each opening is noted. */
export function SensitiveAnswersPage({ visit, seminar, opened }: PageProps) {
  const { setting } = visit
  const { answers: text } = officeQuestionsText[setting.language]
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.sensitiveTitle}
      path={sensitiveAnswersPath(seminar.id)}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }}
      wide={opened !== undefined}
    >
      {opened ? (
        <>
          <Notice tone="info" announce>
            <p>{text.noted}</p>
          </Notice>
          <h2>{text.title}</h2>
          <AnswerTables language={setting.language} {...opened} />
        </>
      ) : (
        <>
          <p>{text.sensitiveText}</p>
          <ButtonForm action={inside(setting, sensitiveAnswersPath(seminar.id))} label={text.show} />
        </>
      )}
    </OfficePage>
  )
}
