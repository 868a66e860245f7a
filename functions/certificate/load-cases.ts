import { listNotices, listNoticesOf } from '../attendance/attendance.table.ts'
import type { Notice } from '../attendance/attendance.ts'
import { listEnrollments } from '../enrollment/enrollment.table.ts'
import { chosenPart, type Enrollment, hasSeat } from '../enrollment/enrollment.ts'
import type { ReadingTable, Stored } from '../kernel/table.ts'
import { loadProgramme, type Programme } from '../programme/programme.table.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { certificateNoteShelf, certificateShelf } from './certificate.table.ts'
import type { CertificateFacts, CertificatePlace } from './certificate-content.ts'
import { entitlementOf } from './entitlement.ts'
import { listWords } from './trainers-word.table.ts'

/** Somebody who is to get a certificate and has none; `number` and `serial` where they were given in an earlier run. */
export type Case = CertificateFacts & {
  stored: Stored<Enrollment>
  place: CertificatePlace | undefined
}

/** Everybody with a confirmed seat who reached a threshold and has no certificate yet, among those that are wanted. */
export async function loadCases(
  table: ReadingTable,
  seminar: Seminar,
  isWanted: (enrollmentId: string) => boolean,
): Promise<Case[]> {
  const people = (await listEnrollments(table, seminar.id)).filter(
    ({ facts }) => facts.state === 'confirmed' && hasSeat(facts) && isWanted(facts.id),
  )
  if (people.length === 0) return []
  const [programme, notices, words] = await Promise.all([
    loadProgramme(table),
    readNotices(table, seminar),
    seminar.trainersWord ? listWords(table, seminar.id) : undefined,
  ])
  const entitled = people.flatMap((stored): Case[] => {
    if (words && words.get(stored.facts.id)?.facts.word !== 'yes') return []
    const of = (sessionId: string) => notices.get(sessionId)?.get(stored.facts.id) ?? []
    const facts = factsOf({ person: stored.facts, seminar, programme }, of)
    return facts.entitlement.grade === 'none' ? [] : [{ ...facts, stored, place: undefined }]
  })
  return withoutCertificate(table, entitled)
}

/** What the certificate of one person would say now. */
export async function loadFacts(
  table: ReadingTable,
  seminar: Seminar,
  person: Enrollment,
): Promise<CertificateFacts> {
  const [programme, ...notices] = await Promise.all([
    loadProgramme(table),
    ...seminar.sessions.map(async ({ id }) => [id, await listNoticesOf(table, id, person.id)] as const),
  ])
  const bySession = new Map(notices)
  return factsOf({ person, seminar, programme }, (sessionId) => bySession.get(sessionId) ?? [])
}

type Notices = ReadonlyMap<string, ReadonlyMap<string, readonly Notice[]>>

async function readNotices(table: ReadingTable, seminar: Seminar): Promise<Notices> {
  const perSession = await Promise.all(
    seminar.sessions.map(async (session) => [session.id, await listNotices(table, session.id)] as const),
  )
  return new Map(perSession)
}

function factsOf(
  { person, seminar, programme }: { person: Enrollment; seminar: Seminar; programme: Programme },
  noticesOf: (sessionId: string) => readonly Notice[],
): CertificateFacts {
  const attended = chosenPart(seminar, person)
  return { person, seminar: attended, programme, entitlement: entitlementOf(attended, noticesOf) }
}

/** The table reads so many things at once. */
const atOnce = 100

async function withoutCertificate(table: ReadingTable, cases: readonly Case[]): Promise<Case[]> {
  const open: Case[] = []
  for (let at = 0; at < cases.length; at += atOnce) {
    const some = cases.slice(at, at + atOnce)
    const notes = await table.read(
      some.map(({ seminar, person }) =>
        certificateNoteShelf.place({ seminarId: seminar.id, enrollmentId: person.id }),
      ),
    )
    const known = notes.map((note) => note && certificateNoteShelf.decode(note).facts)
    const numbers = known.flatMap((note) => note?.number ?? [])
    const issued = new Set((await readIssued(table, numbers)).map(({ facts }) => facts.number))
    some.forEach((one, i) => {
      const note = known[i]
      if (!note) open.push(one)
      // A number without a certificate: the run that gave it was cut short.
      else if (!issued.has(note.number) && note.serial !== undefined)
        open.push({ ...one, place: { number: note.number, serial: note.serial } })
    })
  }
  return open
}

const readIssued = async (table: ReadingTable, numbers: readonly string[]) =>
  numbers.length === 0
    ? []
    : (await table.read(numbers.map(certificateShelf.place))).flatMap((stored) =>
        stored ? [certificateShelf.decode(stored)] : [],
      )
