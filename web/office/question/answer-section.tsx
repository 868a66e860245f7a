import { isLive } from '../../../functions/enrollment/enrollment.ts'
import { ButtonLink } from '../../parts/form.tsx'
import { inside } from '../../parts/setting.ts'
import { officeQuestionsText } from '../../text/office-questions.ts'
import type { Overview } from '../seminar/overview.ts'
import type { Visit } from '../visit.ts'
import { AnswerTables } from './answer-tables.tsx'
import { questionsPath } from './questions-page.tsx'
import { sensitiveAnswersPath } from './sensitive-answers-page.tsx'

/** What people answered to the seminar's own questions, and the ways to edit these and to what is sensitive. */
export function AnswerSection({ visit, overview }: { visit: Visit; overview: Overview }) {
  const { setting } = visit
  const { answers: text, list } = officeQuestionsText[setting.language]
  const { seminar, people, asked } = overview
  const plain = asked.questions.filter(({ sensitive }) => !sensitive)
  return (
    <section>
      <h2>{text.title}</h2>
      {plain.length > 0 && (
        <AnswerTables
          language={setting.language}
          questions={plain}
          people={people.filter(isLive)}
          answers={asked.answers}
        />
      )}
      {asked.questions.length === 0 && <p>{list.none}</p>}
      <div class="button-row">
        <ButtonLink kind="quiet" href={inside(setting, questionsPath(seminar.id))} label={text.link} />
        {plain.length < asked.questions.length && (
          <ButtonLink
            kind="quiet"
            href={inside(setting, sensitiveAnswersPath(seminar.id))}
            label={text.sensitiveLink}
          />
        )}
      </div>
    </section>
  )
}
