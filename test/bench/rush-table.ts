import { addTally, emptyTally, type Tally } from '../world/counted-client.ts'
import type { Judged } from '../world/modelled-rush.ts'
import { type Deed, type Rush, theRush } from '../world/rush.ts'
import { holdsTrue } from '../world/rush-verdict.ts'
import { type EmbeddedRush, type Pace, quantile, rushesAgainstLimits, rushOnEmbedded } from './rush.ts'

/**
 * What one enrollment may cost at most, as printed: a form that is sent once. A form that is sent twice is two forms to
 * answer and one number to give back. And how slow one in a hundred may be at 500 arrivals a second.
 */
const goals = { requests: 4, writeUnits: 8, p99: 100 }

const columns = [24, 10, 8, 8, 10, 9, 10, 8, 10, 10, 10, 8]
const row = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(columns[i] ?? 0) : cell.padStart(columns[i] ?? 0))).join('')

/** The names of the columns. */
export const rushHead = row([
  '',
  'a second',
  'p50 ms',
  'p99 ms',
  'requests',
  'units W',
  '+ index W',
  'units R',
  'retries',
  'conflicts',
  'throttled',
  'unsure',
])

const number = (value: number, digits = 1): string => value.toFixed(digits)

/** What a rush cost: whole, people who sent their form once or twice, and those who cancelled. */
export function rushRows(name: string, { rush }: Judged): string[] {
  const times = Map.groupBy(rush.submissions, ({ person }) => person)
  const sentOnce = rush.submissions.filter(({ person }) => times.get(person)?.length === 1)
  const sentTwice = rush.submissions.filter(({ person }) => times.get(person)?.length !== 1)
  const perSecond = (rush.submissions.length * 1_000) / rush.milliseconds
  return [
    deedRow(name, rush.submissions, { people: times.size, perSecond }),
    deedRow('  sent once', sentOnce, { people: sentOnce.length }),
    deedRow('  sent twice', sentTwice, { people: times.size - sentOnce.length }),
    deedRow('  cancelled', rush.cancellations, { people: rush.cancellations.length }),
    deedRow('  sweeps', rush.sweeps, { people: rush.sweeps.length }),
  ]
}

function deedRow(name: string, deeds: readonly Deed[], per: { people: number; perSecond?: number }): string {
  const sum = sumOf(deeds)
  const each = (value: number) => number(value / Math.max(1, per.people))
  const lasted = deeds.map(({ milliseconds }) => milliseconds)
  return row([
    name,
    per.perSecond === undefined ? '' : number(per.perSecond, 0),
    number(quantile(lasted, 0.5)),
    number(quantile(lasted, 0.99)),
    each(sum.requests),
    each(sum.writeUnits),
    each(sum.indexUnits),
    each(sum.readUnits),
    String(sum.retries),
    String(sum.conflicts),
    String(sum.throttled),
    String(deeds.filter(({ outcome }) => outcome === 'unsure').length),
  ])
}

function sumOf(deeds: readonly Deed[]): Tally {
  const sum = emptyTally()
  for (const { tally } of deeds) addTally(sum, tally)
  return sum
}

/** The verdict, the edge of the line, and the goals that were missed. */
export function verdictRows({ rush, verdict, againstAnswers }: Judged, perSecond?: number): string[] {
  const { overbooked, lost, doubled, outOfOrder, empty, missing } = verdict
  const missed = missedGoals(rush, perSecond)
  return [
    `  ${holdsTrue(verdict) ? 'HOLDS ' : 'BROKEN'} overbooked ${overbooked}, lost ${lost}, doubled ${doubled}, out of order ${outOfOrder}, left empty ${empty}, numbers missing ${missing}`,
    `         ${againstAnswers} of ${rush.seminar.capacity} seats were given against the order of the answers`,
    ...(missed.length > 0 ? [`         goals missed: ${missed.join(', ')}`] : []),
  ]
}

/** The goals that forms sent once, and the slowest of all submissions, did not meet. */
export function missedGoals({ submissions }: Rush, perSecond?: number): string[] {
  const times = Map.groupBy(submissions, ({ person }) => person)
  const sentOnce = submissions.filter(({ person }) => times.get(person)?.length === 1)
  const people = Math.max(1, sentOnce.length)
  const { requests, writeUnits } = sumOf(sentOnce)
  const p99 = quantile(
    submissions.map(({ milliseconds }) => milliseconds),
    0.99,
  )
  return [
    ...(Number(number(requests / people)) > goals.requests ? [`${number(requests / people)} requests`] : []),
    ...(Number(number(writeUnits / people)) > goals.writeUnits
      ? [`${number(writeUnits / people)} write units`]
      : []),
    ...(perSecond === 500 && p99 >= goals.p99 ? [`p99 ${number(p99, 0)} ms`] : []),
  ]
}

/** The bare calls of the same run, and how many of them a submission is worth. */
export function bareRows({ rush, barePut, bareDraw }: EmbeddedRush): string[] {
  const lasted = rush.submissions.map(({ milliseconds }) => milliseconds)
  const perSecond = (rush.submissions.length * 1_000) / rush.milliseconds
  const bare = (name: string, pace: Pace): string[] => [
    row([name, number(pace.perSecond, 0), number(pace.p50), number(pace.p99)]),
    row([
      '  submission / bare',
      number(perSecond / pace.perSecond, 3),
      number(quantile(lasted, 0.5) / pace.p50),
      number(quantile(lasted, 0.99) / pace.p99),
    ]),
  ]
  return [...bare('bare put, same size', barePut), ...bare('bare draw of a number', bareDraw)]
}

/** Plays and prints all rushes; false when an invariant is broken in one of them. */
export async function printRush(): Promise<boolean> {
  const { people, seats, twice, cancels } = theRush
  const print = (lines: readonly string[]) => console.log(lines.join('\n'))
  const shares = `${twice * 100} % send twice, ${cancels * 100} % cancel`
  print([
    `The rush: ${people} people, ${seats} seats, ${shares}; requests and units per person`,
    `Goals: at most ${goals.requests} requests and ${goals.writeUnits} write units for a form sent once, p99 under ${goals.p99} ms at 500 a second`,
    '',
    'On the embedded engine, 16 at once',
    rushHead,
  ])
  const embedded = await rushOnEmbedded()
  print([...rushRows(`${seats} seats`, embedded), ...bareRows(embedded), ...verdictRows(embedded)])
  print(['', 'Against the model of DynamoDB’s limits (test/world/limits-model.ts), virtual time', rushHead])
  let held = holdsTrue(embedded.verdict)
  for await (const { name, perSecond, ...judged } of rushesAgainstLimits()) {
    print([...rushRows(name, judged), ...verdictRows(judged, perSecond)])
    held &&= holdsTrue(judged.verdict)
  }
  return held
}
