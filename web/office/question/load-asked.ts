import { listAnswers } from '../../../functions/enrollment/answers/answers.table.ts'
import type { Answers, KeptAnswers } from '../../../functions/enrollment/answers/answers.ts'
import { statisticsPlace } from '../../../functions/enrollment/statistics/statistics.ts'
import type { Counters, ReadingTable, Stored } from '../../../functions/kernel/table.ts'
import { type Question, readQuestions } from '../../../functions/seminar/questions.ts'

/** What a seminar asks and what was answered. Sensitive answers are not among it: they have a page of their own. */
export type Asked = {
  questions: readonly Question[]
  /** By enrollment. */
  answers: ReadonlyMap<string, Answers>
  statistics: Counters
}

/** For those who may not see what people answered. */
export const nothingAsked: Asked = { questions: [], answers: new Map(), statistics: {} }

/** Reads the questions of a seminar, the answers and the totals of the statistics. */
export async function loadAsked(table: ReadingTable, seminarId: string): Promise<Asked> {
  const [{ questions }, answers, statistics] = await Promise.all([
    readQuestions(table, seminarId),
    listAnswers(table, seminarId),
    table.counters(statisticsPlace(seminarId)),
  ])
  return { questions, answers: answersByPerson(answers), statistics }
}

export const answersByPerson = (stored: readonly Stored<KeptAnswers>[]): Map<string, Answers> =>
  new Map(stored.map(({ facts }) => [facts.enrollmentId, facts.answers]))
