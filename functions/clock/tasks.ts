import { type FollowUp, writeFollowUp } from '../attendance/follow-up.ts'
import { storeImports } from '../attendance/import/store-import.ts'
import { readReports } from '../attendance/server/read-reports.ts'
import { watchRoom } from '../attendance/server/watch-room.ts'
import type { IssueWorld } from '../certificate/give.ts'
import { issueInLanes } from '../certificate/issue-in-lanes.ts'
import { answerRequest } from '../certificate/request/answer-request.ts'
import { forgetAnswers } from '../enrollment/answers/forget-answers.ts'
import { writeToInvited } from '../enrollment/invitation/write-to-invited.ts'
import { allotSeats } from '../enrollment/line/allot-seats.ts'
import { endPlaces } from '../enrollment/line/end-places.ts'
import { releaseKept } from '../enrollment/line/release-kept.ts'
import { sweep } from '../enrollment/line/sweep.ts'
import { tellCancelled } from '../enrollment/tell-cancelled.ts'
import { tellMoved } from '../enrollment/tell-moved.ts'
import type { DueWork } from '../kernel/due-work.ts'
import type { Result } from '../kernel/result.ts'
import type { Table } from '../kernel/table.ts'
import { day, hour, type Instant, instantFrom, later, millisecondsOf, minute } from '../kernel/time.ts'
import { writeMessage } from '../message/write-message.ts'
import { completeSeminar } from '../seminar/complete-seminar.ts'
import { seminarShelf } from '../seminar/seminar.table.ts'
import { completesAt, findSession, firstStart, type Seminar } from '../seminar/seminar.ts'
import { invite } from '../session/invite.ts'
import type { MeetingWorld } from '../session/meeting/meeting.ts'
import type { Providers } from '../session/meeting/providers.ts'
import { remind } from '../session/remind.ts'
import { type CloseRoom, closeRooms } from '../session/room/close-rooms.ts'
import { tellNewRoom } from '../session/room/tell-new-room.ts'
import { minutesAreMissing } from './minutes-missing.ts'
import type { TaskOutcome, Tasks } from './run-due.ts'

/** A line is swept so often while people can still move in it; a seat is never empty for longer than five minutes. */
const sweepsEvery = 2 * minute
/** Whoever is confirmed after the invites went out gets theirs this soon. */
const invitesLatecomersEvery = 5 * minute

/** A seminar without minutes is looked at so often, and closed all the same when nobody wrote any for so long. */
const looksForMinutesEvery = hour
const waitsForMinutes = 14 * day

/** By then a request that was on its way when a seminar was called off has been stored. */
const looksForStragglersAfter = 5 * minute

const done: TaskOutcome = { done: true }

type World = Omit<IssueWorld, 'now'> & {
  now: () => Instant
  closeRoom: CloseRoom
  signStatusList: (list: string) => Promise<void>
  meetings: () => MeetingWorld
  providers: Providers
}

/** What to do when a note falls due. Each reads the seminar as it is then, so a moved date needs no care here. */
export function tasksOf(world: World): Tasks {
  const atNow = () => ({ ...world, now: world.now() })
  return {
    sweep: async ({ seminarId, seen }) => {
      const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
      const start = seminar && firstStart(seminar)
      if (!start || (seminar.state !== 'published' && seminar.state !== 'completed')) return done
      // A corrected address may be confirmed after the seminar is closed; that has an end too.
      if (world.now() >= start) return afterTheStart(await endPlaces(atNow(), seminarId), world.now())
      const memory = await sweep(atNow(), { seminarId, memory: seen })
      return { done: false, again: later(world.now(), sweepsEvery), seen: memory }
    },
    release: async ({ seminarId }) => onceMoreIf(await releaseKept(atNow(), seminarId), world.now()),
    allot: async ({ seminarId }) => onceMoreIf(await allotSeats(atNow(), seminarId), world.now()),
    invite: async ({ seminarId, sessionId }) => {
      const seminar = await publishedSeminar(world.table, seminarId)
      const session = seminar && findSession(seminar, sessionId)
      if (!session || world.now() >= session.end) return done
      // Switched off, and nobody pressed the button.
      if (!seminar.letters.invite.on && session.invitedAt === null) return done
      await invite(atNow(), { seminarId, sessionId })
      return { done: false, again: later(world.now(), invitesLatecomersEvery), seen: {} }
    },
    remind: async ({ seminarId, sessionId }) => {
      const seminar = await publishedSeminar(world.table, seminarId)
      const session = seminar && findSession(seminar, sessionId)
      const isOn = seminar?.letters.reminder.on
      if (isOn && session && world.now() < session.start) await remind(atNow(), { seminarId, sessionId })
      return done
    },
    'write-to-missing': ({ seminarId, seen }) => followUp(atNow(), { seminarId, letter: 'missed', seen }),
    thank: ({ seminarId, seen }) => followUp(atNow(), { seminarId, letter: 'thanks', seen }),
    complete: async ({ seminarId }) => {
      const seminar = await publishedSeminar(world.table, seminarId)
      const due = seminar && completesAt(seminar)
      if (!due) return done
      const now = world.now()
      if (now < due) return { done: false, again: due, seen: {} }
      if (now < later(due, waitsForMinutes) && (await minutesAreMissing(world.table, seminar, now)))
        return { done: false, again: later(now, looksForMinutesEvery), seen: {} }
      return onceMoreIf(await completeSeminar(atNow(), seminarId), world.now())
    },
    issue: async ({ seminarId, sessionId }) => {
      const { more } = await issueInLanes(atNow(), { seminarId, lane: sessionId })
      return more ? { done: false, again: world.now(), seen: {} } : done
    },
    'answer-request': async ({ seminarId, sessionId }) => {
      await answerRequest(atNow(), { seminarId, enrollmentId: sessionId })
      return done
    },
    'sign-status-list': async ({ seminarId: list }) => {
      await world.signStatusList(list)
      return done
    },
    'tell-cancelled': async ({ seminarId, seen }) => {
      await tellCancelled(atNow(), seminarId)
      // Once more a little later: somebody may have enrolled or confirmed in the very moment of the cancellation.
      return seen.round
        ? done
        : { done: false, again: later(world.now(), looksForStragglersAfter), seen: { round: [1] } }
    },
    'tell-moved': async ({ seminarId }) => {
      const { missed, tomorrow } = await tellMoved(atNow(), seminarId)
      if (missed > 0) return { done: false, again: later(world.now(), minute), seen: {} }
      return tomorrow > 0 ? { done: false, again: nextDay(world.now()), seen: {} } : done
    },
    'forget-answers': async ({ seminarId, seen }) => {
      const { asked, next, missed } = await forgetAnswers(atNow(), seminarId)
      if (!asked) return done
      if (missed > 0) return { done: false, again: later(world.now(), minute), seen }
      // Once more a little later: a form that was on its way when a question was removed has been stored by then.
      const soon = seen.round ? undefined : later(world.now(), looksForStragglersAfter)
      const again = [next, soon].flatMap((instant) => instant ?? []).sort()[0]
      return again ? { done: false, again, seen: again === soon ? { round: [1] } : seen } : done
    },
    'write-to-invited': async ({ seminarId, seen }) => {
      const asked = seen.asked?.[0] === undefined ? undefined : instantFrom(seen.asked[0])
      const again = await writeToInvited(atNow(), { seminarId, asked })
      return again ? { done: false, again, seen } : done
    },
    'close-rooms': async ({ seminarId, sessionId }) => {
      const { open } = await closeRooms(atNow(), { seminarId, sessionId })
      return open > 0 ? { done: false, again: later(world.now(), minute), seen: {} } : done
    },
    'tell-new-room': async ({ seminarId, sessionId }) => {
      await tellNewRoom(atNow(), { seminarId, sessionId })
      return done
    },
    'watch-room': async ({ seminarId, sessionId }) => {
      const again = await watchRoom(atNow(), { seminarId, sessionId })
      return again ? { done: false, again, seen: {} } : done
    },
    'read-report': async ({ seminarId, sessionId }) => {
      const { again } = await readReports(atNow(), { seminarId, sessionId })
      return again ? { done: false, again, seen: {} } : done
    },
    'import-attendance': async ({ seminarId, sessionId }) => {
      await storeImports(atNow(), { seminarId, sessionId })
      return done
    },
    'write-message': async ({ seminarId, sessionId, seen }) => {
      const next = await writeMessage(atNow(), { seminarId, messageId: sessionId, seen })
      return next ? { done: false, ...next } : done
    },
  }
}

/** The day's mails of an address are counted by the days of UTC. */
const nextDay = (now: Instant): Instant => instantFrom(Math.ceil((millisecondsOf(now) + 1) / day) * day)

/** Minutes written by hand may come days later; after so many looks nobody waits for a letter any more. */
const looksForFollowUps = 14 * 24

/** Writes the letter that follows from who was there, as soon as that is known, where its rule is on. */
async function followUp(
  world: IssueWorld,
  { seminarId, letter, seen }: { seminarId: string; letter: FollowUp; seen: DueWork['seen'] },
): Promise<TaskOutcome> {
  const seminar = (await seminarShelf.read(world.table, seminarId))?.facts
  if (!seminar?.letters[letter].on) return done
  const { readiness, missed } = await writeFollowUp(world, { seminarId, letter })
  if (missed > 0) return { done: false, again: later(world.now, minute), seen }
  const looks = (seen.looked?.[0] ?? 0) + 1
  if (readiness !== 'unknown' || looks > looksForFollowUps) return done
  return { done: false, again: later(world.now, looksForMinutesEvery), seen: { looked: [looks] } }
}

/** Somebody changed it in this very moment: in a minute with what is true then. */
const onceMoreIf = (outcome: Result<unknown, { code: string }>, now: Instant): TaskOutcome =>
  !outcome.ok && outcome.refusal.code === 'changed-meanwhile'
    ? { done: false, again: later(now, minute), seen: {} }
    : done

/** No seat moves any more; the note stays until the last hold has ended, so that nobody is held for ever. */
function afterTheStart([nextEnd]: readonly number[], now: Instant): TaskOutcome {
  if (nextEnd === undefined) return done
  const soonest = later(now, sweepsEvery)
  const end = instantFrom(nextEnd)
  return { done: false, again: end > soonest ? end : soonest, seen: {} }
}

async function publishedSeminar(table: Table, seminarId: string): Promise<Seminar | undefined> {
  const seminar = (await seminarShelf.read(table, seminarId))?.facts
  return seminar?.state === 'published' ? seminar : undefined
}
