import * as v from 'valibot'
import {
  hour,
  type Instant,
  instantAtWallClock,
  later,
  millisecondsOf,
  wallClockOf,
  type Zone,
} from '../kernel/time.ts'

const between = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** The widest numbers that a rule takes. */
export const ruleLimits = {
  invite: { least: 1, most: 30 },
  reminder: { least: 1, most: 72 },
  missed: { least: 1, most: 96 },
  thanks: { least: 1, most: 336 },
} as const

const hoursRule = ({ least, most }: { least: number; most: number }) =>
  v.object({ on: v.boolean(), hours: between(least, most) })

/** Which letters a seminar sends by itself, and when. */
export const letterRulesSchema = v.object({
  /** So many days before each session, at the same time on the wall: the join link. */
  invite: v.object({ on: v.boolean(), days: between(ruleLimits.invite.least, ruleLimits.invite.most) }),
  /** So many hours before each session. */
  reminder: hoursRule(ruleLimits.reminder),
  /** So many hours after the first session, to those who did not come, where there is another one. */
  missed: hoursRule(ruleLimits.missed),
  /** So many hours after the last session, to those who came. */
  thanks: v.object({
    ...hoursRule(ruleLimits.thanks).entries,
    /** Where people can say how it was (https); empty where nobody asks. */
    feedback: v.string(),
  }),
})
export type LetterRules = v.InferOutput<typeof letterRulesSchema>

/** A letter that a rule sends. */
export const ruledLetters = ['invite', 'reminder', 'missed', 'thanks'] as const
export type RuledLetter = (typeof ruledLetters)[number]

/** What holds until a coordinator decides otherwise. */
export const usualRules: LetterRules = {
  invite: { on: true, days: 1 },
  reminder: { on: true, hours: 1 },
  missed: { on: true, hours: 20 },
  thanks: { on: false, hours: 2, feedback: '' },
}

type Ruled = { letters: LetterRules; zone: Zone }
type Dated = { start: Instant; end: Instant }

/**
 * When the invites of a session go out: the same time on the wall some days before. Where that time does not exist
 * (the night in which the clocks go forward) an hour later.
 */
export function invitesAt({ letters, zone }: Ruled, { start }: Pick<Dated, 'start'>): Instant {
  const { date, time } = wallClockOf(start, zone)
  const day = new Date(millisecondsOf(`${date}T12:00:00.000Z` as Instant))
  day.setUTCDate(day.getUTCDate() - letters.invite.days)
  const wall = { date: day.toISOString().slice(0, 10), time }
  const [hours = '', minutes = ''] = time.split(':')
  const anHourLater = `${String(Number(hours) + 1).padStart(2, '0')}:${minutes}`
  return (
    instantAtWallClock(wall, zone) ??
    instantAtWallClock({ ...wall, time: anHourLater }, zone) ??
    later(start, -letters.invite.days * 24 * hour)
  )
}

export const remindsAt = ({ letters }: Pick<Ruled, 'letters'>, { start }: Pick<Dated, 'start'>): Instant =>
  later(start, -letters.reminder.hours * hour)

/** When those who missed the first session are written to; undefined where there is no other one to come to. */
export const missesAt = ({
  letters,
  sessions: [first, second],
}: Ruled & { sessions: readonly Dated[] }): Instant | undefined =>
  first && second ? later(first.end, letters.missed.hours * hour) : undefined

/** When those who came are thanked. */
export function thanksAt({ letters, sessions }: Ruled & { sessions: readonly Dated[] }): Instant | undefined {
  const end = sessions
    .map((session) => session.end)
    .sort()
    .at(-1)
  return end && later(end, letters.thanks.hours * hour)
}
