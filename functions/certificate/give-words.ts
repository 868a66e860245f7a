import { listEnrollments } from '../enrollment/enrollment.table.ts'
import { hasSeat } from '../enrollment/enrollment.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { type Stored, type Table, TableBusy, type Write } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { dueNow } from '../seminar/due-of-seminar.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { listWords, type TrainersWord, trainersWordShelf, type Word } from './trainers-word.table.ts'

/** not-asked: the seminar gives certificates without a word · over: it does not take place */
export type WordRefusal = { code: 'unknown' | 'not-asked' | 'over' }

type World = { table: Table; now: Instant; also?: readonly Write[] }
type Said = { enrollmentId: string; word: Word }
/** `by` is the mailbox of who says it. */
export type GiveWordsCommand = { seminarId: string; words: readonly Said[]; by: string }

/** A commit takes a hundred writes; beside the words go the due work and the entry in the trail. */
const wordsPerCommit = 50

/**
 * Says of people whether they shall get a certificate. After completion the missing ones go out at once; a "no" takes
 * none back that somebody has. What is said of nobody with a seat here, or was said before, writes nothing.
 */
export async function giveWords(
  world: World,
  { seminarId, words, by }: GiveWordsCommand,
): Promise<Result<{ given: number }, WordRefusal>> {
  const { table, also = [] } = world
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  if (!seminar) return refuse({ code: 'unknown' })
  if (seminar.state !== 'published' && seminar.state !== 'completed') return refuse({ code: 'over' })
  if (!seminar.trainersWord) return refuse({ code: 'not-asked' })
  const seated = new Set(
    (await listEnrollments(table, seminarId))
      .filter(({ facts }) => facts.state === 'confirmed' && hasSeat(facts))
      .map(({ facts }) => facts.id),
  )
  const meant = words.filter(({ enrollmentId }) => seated.has(enrollmentId))
  let given = 0
  for (let from = 0; from < meant.length; from += wordsPerCommit) {
    const some = meant.slice(from, from + wordsPerCommit)
    // The trail names the deed once.
    given += await giveSome({ ...world, also: given === 0 ? also : [] }, { seminar, some, by })
  }
  return accept({ given })
}

async function giveSome(
  { table, now, also = [] }: World,
  { seminar, some, by }: { seminar: Seminar; some: readonly Said[]; by: string },
): Promise<number> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const known = await listWords(table, seminar.id)
    const writes = some.flatMap(({ enrollmentId, word }): Write[] => {
      const before: Stored<TrainersWord> | undefined = known.get(enrollmentId)
      if ((before?.facts.word ?? 'open') === word) return []
      const said = { word, at: now, by }
      const name = { seminarId: seminar.id, enrollmentId }
      return [before ? trainersWordShelf.replace(before, said) : trainersWordShelf.create(name, said)]
    })
    if (writes.length === 0) return 0
    const outcome = await table.commit([
      ...writes,
      // Before completion it would issue nothing.
      ...(seminar.state === 'completed'
        ? [await dueNow(table, { task: 'issue', seminarId: seminar.id }, now)]
        : []),
      ...also,
    ])
    if (outcome.committed) return writes.length
  }
  throw new TableBusy('the words kept changing')
}
