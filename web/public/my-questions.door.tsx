import type { Context, Hono } from 'hono'
import { sheetOf } from '../../functions/enrollment/answers/answers.ts'
import { changeAnswers, mayAnswer, readAnswersOf } from '../../functions/enrollment/answers/change-answers.ts'
import { type Linked, readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { type Question, readQuestions } from '../../functions/seminar/questions.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { leftLanguage } from '../parts/language-switch.tsx'
import {
  formWithQuestions,
  type QuestionTrouble,
  readAnswers,
  type TypedAnswers,
  typedFrom,
} from '../parts/question-form.ts'
import { readForm } from '../parts/read-form.ts'
import { inside, settingOf } from '../parts/setting.ts'
import { MyQuestionsPage } from './my-questions-page.tsx'

/** What the page of the answers needs. */
type QuestionsWorld = DoorWorld & { table: Table; now: () => Instant }

/** Where somebody sees and changes what they answered, behind their mailed link. */
export function myQuestionsDoor(world: QuestionsWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/my/:token/questions', (c) => show(c, world))
  door.post('/my/:token/questions', (c) => take(c, world))
  return door
}

type Mine = Linked & { questions: readonly Question[]; isOpen: boolean; now: Instant }

async function mineOf(c: Context, world: QuestionsWorld): Promise<Mine | undefined> {
  const linked = await readPersonalLink(world.table, c.req.param('token') ?? '', 'my')
  if (!linked) return undefined
  const now = world.now()
  const { questions } = await readQuestions(world.table, linked.seminar.facts.id)
  return { ...linked, questions, now, isOpen: mayAnswer(linked.enrollment.facts, linked.seminar.facts, now) }
}

async function show(c: Context, world: QuestionsWorld) {
  const mine = await mineOf(c, world)
  if (!mine) return answer(c, 'not-found')
  if (!mine.isOpen) return page(c, world, mine, {}, 409)
  const { id, seminarId } = mine.enrollment.facts
  const answers = await readAnswersOf(world.table, { seminarId, enrollmentId: id })
  return page(c, world, mine, {
    typed: typedFrom(mine.questions, answers),
    saved: c.req.query('done') === 'saved',
  })
}

type Shown = { typed?: TypedAnswers; troubles?: Record<string, QuestionTrouble>; saved?: boolean }

async function page(
  c: Context,
  { table }: QuestionsWorld,
  mine: Mine,
  { typed = new Map(), troubles = {}, saved = false }: Shown,
  status: 200 | 409 | 422 = 200,
) {
  const organisation = (await organisationShelf.read(table, null))?.facts ?? unnamedOrganisation
  return c.html(
    <MyQuestionsPage
      setting={settingOf(c, organisation, mine.enrollment.facts.language)}
      token={c.req.param('token') ?? ''}
      seminar={mine.seminar.facts}
      questions={mine.questions}
      isOpen={mine.isOpen}
      typed={typed}
      troubles={troubles}
      saved={saved}
    />,
    status,
  )
}

async function take(c: Context, world: QuestionsWorld) {
  const sent = await readForm(c, formWithQuestions)
  if (sent instanceof Response) return sent
  const mine = await mineOf(c, world)
  if (!mine) return answer(c, 'not-found')
  if (!mine.isOpen) return page(c, world, mine, {}, 409)
  if (sent.has(leftLanguage)) return page(c, world, mine, { typed: sent })
  const { answers, troubles } = readAnswers(mine.questions, sent)
  if (Object.keys(troubles).length > 0) return page(c, world, mine, { typed: sent, troubles }, 422)
  const token = c.req.param('token') ?? ''
  const changed = await changeAnswers(
    { table: world.table, now: mine.now },
    { token, sheet: sheetOf(mine.questions, answers) },
  )
  if (!changed.ok) return page(c, world, { ...mine, isOpen: false }, {}, 409)
  return c.redirect(inside(settingOf(c, unnamedOrganisation), `/my/${token}/questions?done=saved`), 303)
}
