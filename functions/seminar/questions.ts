import * as v from 'valibot'
import { textsSchema } from '../kernel/language.ts'
import { type ReadingTable, type Stored, shelf } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'
import { lastEnd, type Seminar } from './seminar.ts'

/** How a question is answered. */
export const questionKinds = [
  'short-text',
  'long-text',
  'one-of',
  'several-of',
  'yes-no',
  'number',
  'date',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** One of the things that can be chosen; its id stays when its words change. */
const choiceSchema = v.object({ id: v.string(), label: textsSchema })
export type Choice = v.InferOutput<typeof choiceSchema>

const questionSchema = v.object({
  id: v.string(),
  kind: v.picklist(questionKinds),
  required: v.boolean(),
  /** Special categories of Art. 9 GDPR, for example access needs: always voluntary, gone right after the end. */
  sensitive: v.boolean(),
  wording: textsSchema,
  /** Empty for kinds without choices. */
  choices: v.array(choiceSchema),
  /** Why it is asked; shown with the question. */
  purpose: textsSchema,
  /** Days after the last session until the answers are deleted; 0 means right after it. */
  keptDays: v.pipe(v.number(), v.integer(), v.minValue(0)),
})

/** Something that the form of one seminar asks, beside what every form asks. */
export type Question = v.InferOutput<typeof questionSchema>

/** No form asks more. */
export const mostQuestions = 12
/** No question has more choices. */
export const mostChoices = 12
/** Five years and a day, as long as receipts of a grant are kept. */
export const longestKept = 1_827

/** Whether a kind is answered by choosing. */
export const hasChoices = (kind: QuestionKind): boolean => kind === 'one-of' || kind === 'several-of'

/**
 * The questions of a seminar, in their order. They lie beside the seminar, so that its item stays small, and as one
 * thing of one version, so that two coordinators cannot overwrite each other.
 */
export const questionsShelf = shelf<{ questions: Question[] }, string>({
  table: 'catalog',
  kind: 'questions',
  schema: v.object({ questions: v.array(questionSchema) }),
  key: (seminarId) => ({ pk: `questions#${seminarId}`, sk: 'questions' }),
})

/** The questions of a seminar and the version under which they stand; empty where none was ever written. */
export type QuestionList = {
  questions: Question[]
  version: string
  stored?: Stored<{ questions: Question[] }>
}

/** Reads what a seminar asks. */
export async function readQuestions(table: ReadingTable, seminarId: string): Promise<QuestionList> {
  const stored = await questionsShelf.read(table, seminarId)
  return stored
    ? { questions: stored.facts.questions, version: stored.version, stored }
    : { questions: [], version: '' }
}

/** When the answers to a question are deleted; undefined while the seminar has no date. */
export function forgottenAt(seminar: Seminar, { keptDays }: Pick<Question, 'keptDays'>): Instant | undefined {
  const end = lastEnd(seminar)
  return end && later(end, keptDays * day)
}

/** What makes answers comparable: once there are any, this stays as it is. */
export const sameNature = (one: Pick<Question, 'kind' | 'sensitive'>, other: typeof one): boolean =>
  one.kind === other.kind && one.sensitive === other.sensitive
