import { accept, type Result, refuse } from '../kernel/result.ts'
import type { NewId } from '../kernel/secret.ts'
import { type Stored, type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { dueNow } from './due-of-seminar.ts'
import {
  mostQuestions,
  type Question,
  type QuestionList,
  questionsShelf,
  readQuestions,
  sameNature,
} from './questions.ts'
import { seminarShelf } from './seminar.table.ts'
import type { Seminar } from './seminar.ts'

/** What a coordinator writes down; choices with an empty id are new ones. */
export type QuestionDraft = Omit<Question, 'id'>

export type QuestionsRefusal = {
  code: 'unknown' | 'over' | 'changed-meanwhile' | 'too-many' | 'has-answers' | 'unknown-question'
}

type World = {
  table: Table
  now: Instant
  newId: NewId
  also?: readonly Write[]
  /** Whether anybody has answered a question; answers belong to a later stage. */
  hasAnswers: (questionId: string) => Promise<boolean>
}

/** Which list is changed, as its reader saw it. */
type Edited = { seminarId: string; version: string }

/**
 * Writes down a new question (null) or rewords one. A question that has answers keeps its kind and its mark. One
 * without may change them, and then is a new question: whatever is answered to the old one in this moment is deleted.
 */
export async function saveQuestion(
  world: World,
  command: Edited & { questionId: string | null; draft: QuestionDraft },
): Promise<Result<Question[], QuestionsRefusal>> {
  const { questionId, draft } = command
  return change(world, command, async ({ questions }) => {
    const before = questions.find(({ id }) => id === questionId)
    if (questionId !== null && !before) return refuse({ code: 'unknown-question' })
    if (!before && questions.length >= mostQuestions) return refuse({ code: 'too-many' })
    const stays = before !== undefined && sameNature(before, draft)
    if (before && !stays && (await world.hasAnswers(before.id))) return refuse({ code: 'has-answers' })
    const id = stays ? before.id : world.newId('qst')
    const question = withChoiceIds({ ...draft, id }, before, world.newId)
    return accept(
      before ? questions.map((known) => (known === before ? question : known)) : [...questions, question],
    )
  })
}

/** Moves a question one place up or down; at the end of the list it stays. */
export const moveQuestion = (
  world: World,
  command: Edited & { questionId: string; by: -1 | 1 },
): Promise<Result<Question[], QuestionsRefusal>> =>
  change(world, command, async ({ questions }) => {
    const from = questions.findIndex(({ id }) => id === command.questionId)
    if (from < 0) return refuse({ code: 'unknown-question' })
    const to = Math.min(Math.max(from + command.by, 0), questions.length - 1)
    const moved = questions.filter((_, i) => i !== from)
    return accept([...moved.slice(0, to), ...questions.slice(from, from + 1), ...moved.slice(to)])
  })

/** Takes a question off the form; the same commit makes it fall due that its answers are deleted. */
export const removeQuestion = (
  world: World,
  command: Edited & { questionId: string },
): Promise<Result<Question[], QuestionsRefusal>> =>
  change(world, command, async ({ questions }) =>
    questions.some(({ id }) => id === command.questionId)
      ? accept(questions.filter(({ id }) => id !== command.questionId))
      : refuse({ code: 'unknown-question' }),
  )

type Edit = (list: QuestionList) => Promise<Result<Question[], QuestionsRefusal>>

async function change(
  world: World,
  edited: Edited,
  edit: Edit,
): Promise<Result<Question[], QuestionsRefusal>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const outcome = await attemptChange(world, edited, edit)
    if (outcome !== 'again') return outcome
  }
  throw new TableBusy('the note of the seminar kept changing')
}

async function attemptChange(
  world: World,
  { seminarId, version }: Edited,
  edit: Edit,
): Promise<Result<Question[], QuestionsRefusal> | 'again'> {
  const { table, also = [] } = world
  const [seminar, list] = await Promise.all([
    seminarShelf.read(table, seminarId),
    readQuestions(table, seminarId),
  ])
  if (!seminar) return refuse({ code: 'unknown' })
  const { state } = seminar.facts
  if (state === 'cancelled' || state === 'completed') return refuse({ code: 'over' })
  if (list.version !== version) return refuse({ code: 'changed-meanwhile' })
  const edits = await edit(list)
  if (!edits.ok) return edits
  const facts = { questions: edits.value }
  const outcome = await table.commit([
    list.stored ? questionsShelf.replace(list.stored, facts) : questionsShelf.create(seminarId, facts),
    ...(await deletionDue(world, seminar)),
    ...also,
  ])
  if (outcome.committed) return accept(edits.value)
  // Else only the note changed meanwhile, because the clock was doing it.
  return outcome.failed.includes(0) ? refuse({ code: 'changed-meanwhile' }) : 'again'
}

/** Looks at once what is to be deleted now that the questions are others. A draft has no answers yet. */
const deletionDue = async ({ table, now }: World, { facts }: Stored<Seminar>): Promise<Write[]> =>
  facts.state === 'published'
    ? [await dueNow(table, { task: 'forget-answers', seminarId: facts.id }, now)]
    : []

/**
 * Ids that are not this question's own, or stand there twice, become new ones: answers name them. An id is never
 * used again, so that nobody's answer turns into something they did not choose.
 */
function withChoiceIds(question: Question, before: Question | undefined, newId: NewId): Question {
  const known = new Set(before?.choices.map(({ id }) => id))
  const choices = question.choices.map(({ id, label }) => ({
    id: known.delete(id) ? id : newId('opt'),
    label,
  }))
  return { ...question, choices }
}
