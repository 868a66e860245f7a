import type { Stored } from '../../../functions/kernel/table.ts'
import { type RuledLetter, ruledLetters } from '../../../functions/seminar/letter-rules.ts'
import { seminarShelf } from '../../../functions/seminar/seminar.table.ts'
import { findSession, type Seminar, type Session } from '../../../functions/seminar/seminar.ts'
import type { OfficeContext } from '../visit.ts'

/** The seminar that the address names, whoever asks: only coordinators come here. */
export const findPlanned = (c: OfficeContext): Promise<Stored<Seminar> | undefined> =>
  seminarShelf.read(c.get('visit').world.table, c.req.param('id') ?? '')

/** A letter of a seminar, and the session it is about. */
export type AskedLetter = { seminar: Seminar; letter: RuledLetter; session: Session }

/** Finds them by the address; a date that is named and does not take place any more is not another one. */
export async function findLetter(c: OfficeContext): Promise<AskedLetter | undefined> {
  const seminar = (await findPlanned(c))?.facts
  const letter = ruledLetters.find((one) => one === c.req.param('letter'))
  const { now } = c.get('visit')
  const named = sessionIn(c)
  const session =
    seminar &&
    (named
      ? findSession(seminar, named)
      : (seminar.sessions.find(({ end }) => end > now) ?? seminar.sessions.at(-1)))
  return seminar && letter && session && { seminar, letter, session }
}

const sessionIn = (c: OfficeContext): string => c.req.query('session') ?? ''
