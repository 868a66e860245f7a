import { Hono } from 'hono'
import { listAnswers } from '../../../functions/enrollment/answers/answers.table.ts'
import { listSensitiveAnswers } from '../../../functions/enrollment/answers/sensitive-answers.table.ts'
import type { Result } from '../../../functions/kernel/result.ts'
import {
  moveQuestion,
  type QuestionsRefusal,
  removeQuestion,
  saveQuestion,
} from '../../../functions/seminar/edit-questions.ts'
import { readQuestions } from '../../../functions/seminar/questions.ts'
import { seminarShelf } from '../../../functions/seminar/seminar.table.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { readForm } from '../../parts/read-form.ts'
import { officeQuestionsText } from '../../text/office-questions.ts'
import type { Values } from '../field-reader.ts'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { newQuestionValues, questionFormKeys, questionValues, readQuestionDraft } from './question-draft.ts'
import { QuestionFormPage } from './question-form-page.tsx'
import { QuestionsPage, questionsPath } from './questions-page.tsx'

const refusalStatus: Record<QuestionsRefusal['code'], 404 | 409 | 422> = {
  unknown: 404,
  'unknown-question': 404,
  over: 409,
  'changed-meanwhile': 409,
  'too-many': 409,
  'has-answers': 422,
}

/** What a seminar asks: the list, and the form of each question. For coordinators. */
export function questionsDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const change = only('change-seminars')
  const path = '/office/seminars/:id/questions'
  door.get(path, change, (c) => showList(c, c.req.param('id')))
  door.get(`${path}/:questionId`, change, (c) => showForm(c, named(c)))
  door.post(`${path}/:questionId`, change, (c) => save(c, named(c)))
  door.post(`${path}/:questionId/move`, change, (c) => move(c, named(c)))
  door.post(`${path}/:questionId/remove`, change, (c) => remove(c, named(c)))
  return door
}

type Named = { seminarId: string; questionId: string | null }

const named = (c: OfficeContext): Named => {
  const questionId = c.req.param('questionId') ?? ''
  return { seminarId: c.req.param('id') ?? '', questionId: questionId === 'new' ? null : questionId }
}

async function showList(c: OfficeContext, seminarId: string, refusal?: QuestionsRefusal): Promise<Response> {
  const visit = c.get('visit')
  const { table } = visit.world
  const [seminar, { questions, version }, counts] = await Promise.all([
    seminarShelf.read(table, seminarId),
    readQuestions(table, seminarId),
    countAnswers(visit, seminarId),
  ])
  if (!seminar) return notFound(c)
  return c.html(
    <QuestionsPage
      visit={visit}
      seminar={seminar.facts}
      questions={questions}
      version={version}
      counts={counts}
      done={c.req.query('done')}
      refusal={refusal && officeQuestionsText[visit.setting.language].refusals[refusal.code]}
    />,
    refusal ? refusalStatus[refusal.code] : 200,
  )
}

/** How many people answered each question; what they answered is not looked at. */
async function countAnswers({ world }: Visit, seminarId: string): Promise<Map<string, number>> {
  const [plain, sensitive] = await Promise.all([
    listAnswers(world.table, seminarId),
    listSensitiveAnswers(world.table, seminarId),
  ])
  const ids = [...plain, ...sensitive].flatMap(({ facts }) => Object.keys(facts.answers))
  return new Map([...Map.groupBy(ids, (id) => id)].map(([id, all]) => [id, all.length]))
}

type Shown = { values: Values; errors: FieldErrors; refusal?: string | undefined }

const formPage = (c: OfficeContext, named: Named, shown: Shown, status: 200 | 404 | 409 | 422 = 200) =>
  c.html(<QuestionFormPage visit={c.get('visit')} {...named} {...shown} />, status)

async function showForm(c: OfficeContext, { seminarId, questionId }: Named): Promise<Response> {
  const { table } = c.get('visit').world
  const [seminar, { questions, version }] = await Promise.all([
    seminarShelf.read(table, seminarId),
    readQuestions(table, seminarId),
  ])
  const known = questions.find(({ id }) => id === questionId)
  if (!seminar || (questionId !== null && !known)) return notFound(c)
  const values = known ? questionValues(known, version) : newQuestionValues(version)
  return formPage(c, { seminarId, questionId }, { values, errors: {} })
}

/** What the verbs need, with the entry in the trail; the seminar's answers are asked only where it matters. */
const editing = (visit: Visit, seminarId: string, about = '') => ({
  ...noting(visit, { deed: 'edit-questions', seminarId, about }),
  hasAnswers: async (questionId: string) => ((await countAnswers(visit, seminarId)).get(questionId) ?? 0) > 0,
})

async function save(c: OfficeContext, question: Named): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c, questionFormKeys)
  if (values instanceof Response) return values
  const { seminarId, questionId } = question
  if (!(await seminarShelf.read(visit.world.table, seminarId))) return notFound(c)
  if (values.has('more')) return formPage(c, question, { values, errors: {} })
  const { draft, errors } = readQuestionDraft(values, visit.setting.language)
  if (Object.keys(errors).length > 0) return formPage(c, question, { values, errors }, 422)
  const saved = await saveQuestion(editing(visit, seminarId, questionId ?? ''), {
    seminarId,
    version: values.get('version') ?? '',
    questionId,
    draft,
  })
  return saved.ok
    ? goTo(c, questionsPath(seminarId), 'saved')
    : refuseSave(c, question, values, saved.refusal)
}

/** Whoever saves a second time has been told, so the form now carries the version that is there. */
async function refuseSave(
  c: OfficeContext,
  question: Named,
  values: Values,
  { code }: QuestionsRefusal,
): Promise<Response> {
  const { setting, world } = c.get('visit')
  const refusal = officeQuestionsText[setting.language].refusals[code]
  const status = refusalStatus[code]
  if (code === 'has-answers') return formPage(c, question, { values, errors: { kind: refusal } }, status)
  const { version } = await readQuestions(world.table, question.seminarId)
  const kept = new Map([...values, ['version', version] as const])
  return formPage(c, question, { values: kept, errors: {}, refusal }, status)
}

async function move(c: OfficeContext, { seminarId, questionId }: Named): Promise<Response> {
  const values = await readForm(c)
  if (values instanceof Response) return values
  const moved = await moveQuestion(editing(c.get('visit'), seminarId, questionId ?? ''), {
    seminarId,
    version: values.get('version') ?? '',
    questionId: questionId ?? '',
    by: values.get('by') === 'up' ? -1 : 1,
  })
  return backToList(c, seminarId, moved, 'saved')
}

async function remove(c: OfficeContext, { seminarId, questionId }: Named): Promise<Response> {
  const values = await readForm(c)
  if (values instanceof Response) return values
  const removed = await removeQuestion(editing(c.get('visit'), seminarId, questionId ?? ''), {
    seminarId,
    version: values.get('version') ?? '',
    questionId: questionId ?? '',
  })
  return backToList(c, seminarId, removed, 'removed')
}

const backToList = (
  c: OfficeContext,
  seminarId: string,
  outcome: Result<unknown, QuestionsRefusal>,
  done: 'saved' | 'removed',
) => (outcome.ok ? goTo(c, questionsPath(seminarId), done) : showList(c, seminarId, outcome.refusal))
