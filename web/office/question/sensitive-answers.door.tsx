import { Hono } from 'hono'
import { listSensitiveAnswers } from '../../../functions/enrollment/answers/sensitive-answers.table.ts'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import { isLive } from '../../../functions/enrollment/enrollment.ts'
import { readQuestions } from '../../../functions/seminar/questions.ts'
import { findSeminar } from '../find-seminar.ts'
import { notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { answersByPerson } from './load-asked.ts'
import { SensitiveAnswersPage } from './sensitive-answers-page.tsx'

/** What people told us about their health and the like: behind a button, and each opening is noted first. */
export function sensitiveAnswersDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/sensitive-answers'
  const see = only('see-contacts')
  door.get(path, see, async (c) => {
    const visit = c.get('visit')
    const stored = await findSeminar(visit, c.req.param('id'))
    return stored ? c.html(<SensitiveAnswersPage visit={visit} seminar={stored.facts} />) : notFound(c)
  })
  door.post(path, see, (c) => open(c, c.req.param('id')))
  return door
}

/** The note is written before anything is read: whoever cannot be noted sees nothing. */
async function open(c: OfficeContext, seminarId: string): Promise<Response> {
  const visit = c.get('visit')
  const stored = await findSeminar(visit, seminarId)
  if (!stored) return notFound(c)
  const { table, also } = noting(visit, { deed: 'see-sensitive-answers', seminarId })
  const noted = await table.commit(also)
  if (!noted.committed) throw new Error('the opening could not be noted')
  const [{ questions }, enrollments, answers] = await Promise.all([
    readQuestions(table, seminarId),
    listEnrollments(table, seminarId),
    listSensitiveAnswers(table, seminarId),
  ])
  const opened = {
    questions: questions.filter(({ sensitive }) => sensitive),
    people: enrollments.map(({ facts }) => facts).filter(isLive),
    answers: answersByPerson(answers),
  }
  return c.html(<SensitiveAnswersPage visit={visit} seminar={stored.facts} opened={opened} />)
}
