import { expect, test } from 'vitest'
import { type Judged, playAgainstLimits } from '../world/modelled-rush.ts'
import { theRush } from '../world/rush.ts'

const small = { ...theRush, people: 300, seats: 60, arrive: { perSecond: 500 } }

const nothingWrong = { overbooked: 0, lost: 0, doubled: 0, outOfOrder: 0, empty: 0, missing: 0 }

const conflicts = ({ rush }: Judged) => rush.submissions.reduce((sum, { tally }) => sum + tally.conflicts, 0)

test('300 people for 60 seats within a second, against the limits: nothing is wrong', async () => {
  const judged = await playAgainstLimits(small)
  const { rush, verdict, againstAnswers } = judged
  expect(verdict).toEqual(nothingWrong)
  expect(againstAnswers).toBeLessThanOrEqual(4)
  expect(new Set(rush.submissions.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']))
  // It was a rush: twins came, people cancelled, and requests met each other.
  expect(rush.submissions.length).toBeGreaterThan(305)
  expect(rush.cancellations.length).toBeGreaterThan(3)
  expect(conflicts(judged)).toBeGreaterThan(0)
})

test('people who send once are served with four requests', async () => {
  const { rush } = await playAgainstLimits({ ...small, twice: 0, cancels: 0 })
  expect(new Set(rush.submissions.map(({ tally }) => tally.requests - tally.retries))).toEqual(new Set([4]))
})

test('the same chances give the same rush', async () => {
  const times = async (seed: number) =>
    (await playAgainstLimits({ ...small, people: 40 }, seed)).rush.submissions.map(
      ({ person, answeredAt }) => `${person} ${answeredAt}`,
    )
  expect(await times(7)).toEqual(await times(7))
  expect(await times(7)).not.toEqual(await times(8))
})
