import { type Instant, millisecondsOf } from '../../kernel/time.ts'
import type { ListedRow, RejectedRow } from './listed.ts'

/** Somebody came or went, in a list that has a row for each. */
export type Action = { row: number; name: string; email: string; kind: 'joined' | 'left'; at: Instant }

/** Whether a word of Teams means that somebody came or went. */
export function actionKind(word: string): Action['kind'] | undefined {
  if (/left|leav|verlass|ayr[ıi]l/iu.test(word)) return 'left'
  return /join|beigetreten|beitritt|teilgenommen|kat[ıi]l/iu.test(word) ? 'joined' : undefined
}

/** Pairs the comings and goings of each person. Whoever was never seen going stayed until the end. */
export function pairActions(actions: readonly Action[]): { rows: ListedRow[]; rejects: RejectedRow[] } {
  const people = Map.groupBy(actions, ({ name, email }) => JSON.stringify([name, email.toLowerCase()]))
  const paired = [...people.values()].map(pairOne)
  return {
    rows: paired.flatMap(({ rows }) => rows),
    rejects: paired.flatMap(({ rejects }) => rejects),
  }
}

function pairOne(actions: readonly Action[]): { rows: ListedRow[]; rejects: RejectedRow[] } {
  const rows: ListedRow[] = []
  const rejects: RejectedRow[] = []
  let since: Action | undefined
  for (const action of [...actions].sort(inTime)) {
    if (action.kind === 'joined') {
      since ??= action
      continue
    }
    if (since) rows.push(rowOf(since, action.at))
    else rejects.push({ row: action.row, name: action.name, why: 'leave-without-join' })
    since = undefined
  }
  if (since) rows.push(rowOf(since, null))
  return { rows, rejects }
}

/** Both at the same moment: whoever went came back at once. */
const inTime = (a: Action, b: Action): number =>
  millisecondsOf(a.at) - millisecondsOf(b.at) ||
  (a.kind === b.kind ? a.row - b.row : a.kind === 'left' ? -1 : 1)

const rowOf = ({ row, name, email, at }: Action, to: Instant | null): ListedRow => ({
  row,
  name,
  email,
  identity: '',
  times: { from: at, to },
})
