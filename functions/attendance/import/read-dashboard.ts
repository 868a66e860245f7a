import * as v from 'valibot'
import { instantFrom } from '../../kernel/time.ts'
import type { Session } from '../../seminar/seminar.ts'
import type { ListedRow, ReadList, RejectedRow } from './listed.ts'
import { isNear } from './moments.ts'

/** Milliseconds that the calendar has. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(8_000_000_000_000))
const stay = v.object({ registeredOn: moment, leftOn: v.optional(v.nullable(moment), 0) })
const dashboardSchema = v.object({
  users: v.record(
    v.string(),
    v.object({
      extId: v.optional(v.string(), ''),
      name: v.optional(v.string(), ''),
      intIds: v.record(v.string(), v.object({ sessions: v.array(stay) })),
    }),
  ),
})
type User = v.InferOutput<typeof dashboardSchema>['users'][string]

/** Reads the file of BigBlueButton's learning dashboard; undefined where it is none. */
export function readDashboard(text: string, session: Session): ReadList | undefined {
  const parsed = v.safeParse(dashboardSchema, parseJson(text))
  if (!parsed.success) return undefined
  const told = Object.values(parsed.output.users).flatMap(staysOf)
  const all = told.map((each, i) => readStay({ ...each, row: i + 1 }, session))
  return {
    format: 'bigbluebutton',
    rows: all.flatMap((one) => ('why' in one ? [] : [one])),
    rejects: all.flatMap((one) => ('why' in one ? [one] : [])),
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Told = { user: User; from: number; to: number }

/** Somebody comes in under a new internal id each time. */
const staysOf = (user: User): Told[] =>
  Object.values(user.intIds)
    .flatMap(({ sessions }) => sessions)
    .map(({ registeredOn, leftOn }) => ({ user, from: registeredOn, to: leftOn ?? 0 }))

/** Left at 0 means still there when the meeting ended. */
function readStay(
  { row, user, from, to }: Told & { row: number },
  session: Session,
): ListedRow | RejectedRow {
  const name = user.name.slice(0, 200)
  if (name === '' && user.extId === '') return { row, name, why: 'nobody' }
  if (to !== 0 && to < from) return { row, name, why: 'leave-before-join' }
  const begun = instantFrom(from)
  if (!isNear(begun, session.start)) return { row, name, why: 'another-day' }
  return {
    row,
    name,
    email: '',
    identity: user.extId.slice(0, 200),
    times: { from: begun, to: to === 0 ? null : instantFrom(to) },
  }
}
