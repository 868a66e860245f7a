import type { Context } from 'hono'
import { drawFormAllowance } from '../../functions/enrollment/network-allowance.ts'
import type { NewSecret } from '../../functions/kernel/secret.ts'
import { type Table, TableBusy, UnsureCommit } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { loadProgramme, type Programme } from '../../functions/programme/programme.table.ts'
import { type Question, readQuestions } from '../../functions/seminar/questions.ts'
import { findSeminarBySlug } from '../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import type { DoorWorld } from '../parts/door.ts'
import { issueFormToken, readFormToken } from '../parts/form-token.ts'
import type { FormNotice } from './form-notice.tsx'

/** What a form needs by which people take places, for themselves or for a group. */
export type FormWorld = DoorWorld & {
  table: Table
  now: () => Instant
  newSecret: NewSecret
  /** The key with which the house seals its forms. */
  sealKey: () => Promise<string>
}

/** The seminar for which a form is, and what the form asks. */
export type Asked = {
  seminar: Seminar
  programme: Programme
  questions: readonly Question[]
  now: Instant
}

/** Loads what the address names; undefined where there is no such seminar, or none that anybody may know of. */
export async function askedFor(c: Context, { table, now }: FormWorld): Promise<Asked | undefined> {
  const [found, programme] = await Promise.all([
    findSeminarBySlug(table, c.req.param('slug') ?? ''),
    loadProgramme(table),
  ])
  if (!found || found.facts.state === 'draft') return undefined
  const { questions } = await readQuestions(table, found.facts.id)
  return { seminar: found.facts, programme, questions, now: now() }
}

/** The token of a fresh form. */
export const freshToken = async (
  { sealKey, newSecret }: FormWorld,
  { now }: Asked,
  purpose: string,
): Promise<string> => issueFormToken(await sealKey(), { purpose, formId: newSecret(), issuedAt: now })

/** Which form came back; undefined where its token is broken, foreign or too old. */
export const formIdOf = async (
  { sealKey }: FormWorld,
  { now }: Asked,
  { token, purpose }: { token: string; purpose: string },
): Promise<string | undefined> => readFormToken(await sealKey(), token, { purpose, now })

/** Where a form came from, and for how many people it is. */
type Sender = { network: string; people: number }

/** Does the deed, unless too many forms came from this network; an unsure or busy table gives the form back. */
export async function attempt<Outcome>(
  { table, sealKey }: FormWorld,
  { now }: Asked,
  { network, people }: Sender,
  deed: () => Promise<Outcome>,
): Promise<Outcome | Extract<FormNotice, 'crowded' | 'busy' | 'unsure'>> {
  try {
    const isAllowed = await drawFormAllowance({ table, now, key: await sealKey() }, network, people)
    return isAllowed ? await deed() : 'crowded'
  } catch (fault) {
    if (fault instanceof TableBusy) return 'busy'
    if (fault instanceof UnsureCommit) return 'unsure'
    throw fault
  }
}
