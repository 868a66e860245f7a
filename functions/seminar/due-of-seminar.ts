import { type DueWorkName, dueWork, dueWorkShelf } from '../kernel/due-work.ts'
import type { ReadingTable, Write } from '../kernel/table.ts'
import { type Instant, later, minute } from '../kernel/time.ts'
import { invitesAt, missesAt, remindsAt, thanksAt } from './letter-rules.ts'
import { completesAt, type Seminar } from './seminar.ts'

type Note = { name: DueWorkName; due: Instant }

/** When kept seats become everybody's, and when the seats are given where newcomers come first. */
function datesOfPlaces({ id, places, releasedAt, allottedAt }: Seminar): Note[] {
  const { reservedUntil, newcomersUntil } = places
  return [
    ...(reservedUntil && !releasedAt
      ? [{ name: { task: 'release' as const, seminarId: id }, due: reservedUntil }]
      : []),
    ...(newcomersUntil && !allottedAt
      ? [{ name: { task: 'allot' as const, seminarId: id }, due: newcomersUntil }]
      : []),
  ]
}

/** Where the last date is called off, the end may lie in the past; people are told of that first. */
const afterTelling = ({ movedAt }: Seminar, completion: Instant, now: Instant): Instant =>
  movedAt === now && completion <= now ? later(now, 10 * minute) : completion

/** The letters after the first and after the last session. Whether they go out, the task reads when it runs. */
function lettersAfter(seminar: Seminar): Note[] {
  const [missed, thanks] = [missesAt(seminar), thanksAt(seminar)]
  return [
    ...(missed ? [{ name: { task: 'write-to-missing' as const, seminarId: seminar.id }, due: missed }] : []),
    ...(thanks ? [{ name: { task: 'thank' as const, seminarId: seminar.id }, due: thanks }] : []),
  ]
}

/** What falls due in the life of a published seminar, and when. */
function notesOf(seminar: Seminar, now: Instant): Note[] {
  const completion = completesAt(seminar)
  const ofSessions = seminar.sessions
    .filter((session) => session.start > now)
    .flatMap((session) => [
      {
        name: { task: 'invite' as const, seminarId: seminar.id, sessionId: session.id },
        // Once people were invited, latecomers are invited on, also to a session that was postponed after its end.
        due: session.invitedAt ? now : invitesAt(seminar, session),
      },
      {
        name: { task: 'remind' as const, seminarId: seminar.id, sessionId: session.id },
        due: remindsAt(seminar, session),
      },
      // Nobody's minutes count before; where nobody can be asked who is inside, the task finds that out itself.
      ...(session.place.kind === 'server'
        ? [
            {
              name: { task: 'watch-room' as const, seminarId: seminar.id, sessionId: session.id },
              due: session.start,
            },
            // Who was there, where the server tells it only afterwards.
            {
              name: { task: 'read-report' as const, seminarId: seminar.id, sessionId: session.id },
              due: session.end,
            },
          ]
        : []),
    ])
  return [
    { name: { task: 'sweep', seminarId: seminar.id }, due: now },
    ...datesOfPlaces(seminar),
    ...lettersAfter(seminar),
    ...(completion
      ? [
          {
            name: { task: 'complete' as const, seminarId: seminar.id },
            due: afterTelling(seminar, completion, now),
          },
        ]
      : []),
    // At once, because only the task itself knows when the next answers are to go; that moves with the dates.
    { name: { task: 'forget-answers', seminarId: seminar.id }, due: now },
    ...ofSessions,
  ]
}

/** The write that makes a task fall due now, whether its note is new, waits, or was done before. */
export async function dueNow(table: ReadingTable, name: DueWorkName, now: Instant): Promise<Write> {
  const note = await dueWorkShelf.read(table, name)
  return note
    ? dueWorkShelf.replace(note, dueWork(name), { due: now })
    : dueWorkShelf.create(name, dueWork(name), { due: now })
}

/**
 * The writes that bring all notes of a seminar to its present dates, for the same commit as the dates themselves: so
 * a moved session moves its invite and its reminder, and nothing else has to know.
 */
export async function scheduleSeminar(table: ReadingTable, seminar: Seminar, now: Instant): Promise<Write[]> {
  const notes = notesOf(seminar, now)
  const known = await table.read(notes.map(({ name }) => dueWorkShelf.place(name)))
  return notes.map(({ name, due }, i) => {
    const stored = known[i]
    return stored
      ? dueWorkShelf.replace(dueWorkShelf.decode(stored), dueWork(name), { due })
      : dueWorkShelf.create(name, dueWork(name), { due })
  })
}
