import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import { readSettledList } from '../../../functions/attendance/list/confirmed-list.table.ts'
import {
  certificateHoldShelf,
  certificateNoteShelf,
  type IssuedOrHeld,
} from '../../../functions/certificate/certificate.table.ts'
import { readHoldBack } from '../../../functions/certificate/hold-back.ts'
import { listWords } from '../../../functions/certificate/trainers-word.table.ts'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import type { ReadingTable } from '../../../functions/kernel/table.ts'
import { listTroubles } from '../../../functions/mail/trouble.ts'
import { readLine } from '../../../functions/seminar/line.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { countInvites } from '../../../functions/session/count-invites.ts'
import { may } from '../../../functions/staff/staff.ts'
import { loadAsked, nothingAsked } from '../question/load-asked.ts'
import { findServersDown } from '../room/servers-down.tsx'
import type { Visit } from '../visit.ts'
import type { Overview } from './overview.ts'

/** Reads what the page of a seminar shows; line and people once, for everything that is worked out from them. */
export async function loadOverview(visit: Visit, seminar: Seminar): Promise<Overview> {
  const { world, member } = visit
  const { table } = world
  const [line, enrollments, notices] = await Promise.all([
    readLine(table, seminar.id),
    listEnrollments(table, seminar.id),
    Promise.all(seminar.sessions.map(async ({ id }) => [id, await listNotices(table, id)] as const)),
  ])
  const people = enrollments.map(({ facts }) => facts)
  const count = async (sessionId: string) =>
    [sessionId, await countInvites(table, people, sessionId)] as const
  return {
    undelivered: may(member.role, 'see-contacts')
      ? (await listTroubles(table)).filter(({ seminarId }) => seminarId === seminar.id)
      : [],
    asked: may(member.role, 'see-contacts') ? await loadAsked(table, seminar.id) : nothingAsked,
    serversDown: await findServersDown(visit, [seminar]),
    seminar,
    line,
    people,
    notices: new Map(notices),
    openLists: await findOpenLists(visit, seminar),
    isHeldBack: (await readHoldBack(table, seminar.id)) !== null,
    words: seminar.trainersWord ? await listWords(table, seminar.id) : new Map(),
    invites: new Map(
      may(member.role, 'send-invites') ? await Promise.all(seminar.sessions.map(({ id }) => count(id))) : [],
    ),
    certificates:
      seminar.state === 'completed' && may(member.role, 'see-contacts')
        ? await loadCertificates(table, seminar, people)
        : new Map(),
  }
}

/** Where a funder wants lists with two names, and one has not got them yet. */
async function findOpenLists({ world, now }: Visit, { phaseId, sessions }: Seminar): Promise<Session[]> {
  const over = phaseId === '' ? [] : sessions.filter(({ end }) => end <= now)
  const settled = await Promise.all(over.map(({ id }) => readSettledList(world.table, id)))
  return over.filter((_, i) => settled[i] === undefined)
}

/** The table reads at most a hundred things at once, and two notes lie beside each person. */
const atOnce = 50

async function loadCertificates(
  table: ReadingTable,
  seminar: Seminar,
  people: Overview['people'],
): Promise<Overview['certificates']> {
  const groups = Array.from({ length: Math.ceil(people.length / atOnce) }, (_, i) =>
    people.slice(i * atOnce, (i + 1) * atOnce),
  )
  const found = await Promise.all(groups.map((group) => readCertificates(table, seminar, group)))
  return new Map(found.flat())
}

/** What became of the certificates of some people; a certificate counts before what once kept it waiting. */
async function readCertificates(
  table: ReadingTable,
  { id: seminarId }: Seminar,
  people: Overview['people'],
): Promise<[string, IssuedOrHeld][]> {
  const names = people.map(({ id }) => ({ seminarId, enrollmentId: id }))
  const stored = await table.read([
    ...names.map(certificateNoteShelf.place),
    ...names.map(certificateHoldShelf.place),
  ])
  return names.flatMap(({ enrollmentId }, i): [string, IssuedOrHeld][] => {
    const [note, hold] = [stored[i], stored[names.length + i]]
    if (note) return [[enrollmentId, certificateNoteShelf.decode(note).facts]]
    return hold ? [[enrollmentId, certificateHoldShelf.decode(hold).facts]] : []
  })
}
