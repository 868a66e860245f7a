import type { Language } from '../../kernel/language.ts'
import type { Table } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Seminar, Session } from '../../seminar/seminar.ts'
import type { MeetingServer } from './meeting-server.ts'

/** A request to a meeting server. Nothing of it may be logged: addresses and headers carry secrets. */
export type Question = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  address: string
  headers?: Record<string, string>
  body?: string
}

/** What the server answered, whatever its status. */
export type Answer = { status: number; headers: Headers; text: string }

/**
 * Asks a meeting server: https on port 443, to a public address, no redirects, 5 seconds, 1 MB. Throws
 * MeetingUnreachable for whatever gives no answer.
 */
export type Ask = (question: Question) => Promise<Answer>

/** The meeting server gave no answer, or one that nobody can read. Its message names no address. */
export class MeetingUnreachable extends Error {
  override name = 'MeetingUnreachable'
}

/** The server turns everybody away who asks too much; it wants to be left alone until then. */
export class MeetingBusy extends MeetingUnreachable {
  override name = 'MeetingBusy'
  readonly until: Instant

  constructor(until: Instant) {
    super('too many requests')
    this.until = until
  }
}

/** Where the secrets of meeting servers lie; a name is `srv_…/secret`. Never in a table, never in a log. */
export type Secrets = {
  read(name: string): Promise<string | undefined>
  write(name: string, secret: string): Promise<void>
  remove(name: string): Promise<void>
}

/** What providers work with. `origin` is where the house is reached, for callbacks. */
export type MeetingWorld = { table: Table; now: Instant; ask: Ask; secrets: Secrets; origin: string }

/** One room of one session; a session that changes rooms gets the next number. */
export type Room = { seminar: Seminar; session: Session; number: number }

/** Who comes in: a participant under the id of the enrollment, or a trainer who leads the session. */
export type Visitor = { id: string; name: string; language: Language; leads: boolean }

/**
 * One stay of somebody, as the server tells it afterwards; `visitor` is the id under which they came in, undefined for
 * whoever came in otherwise. `device` names the same device as long as the meeting lasts.
 */
export type Stay = { visitor: string | undefined; device: string; from: Instant; to: Instant | null }

/** What is known afterwards of who was there; not whole while something is still missing or going on. */
export type MeetingReport = { stays: readonly Stay[]; isWhole: boolean }

/** What every provider of meetings can do for the house; one file per provider. */
export type Provider<Server extends MeetingServer> = {
  /** A fresh address for one person. The room is made first where it is not there. */
  enter(world: MeetingWorld, server: Server, room: Room, visitor: Visitor): Promise<string>
  /** Sends everybody out for good. cannot: the provider knows no such thing, so only the link leads elsewhere. */
  close(world: MeetingWorld, server: Server, room: Room): Promise<'closed' | 'cannot'>
  /**
   * Who is inside at this moment, by the ids under which they came in; undefined where there is no such meeting (any
   * more). Absent where the provider tells only afterwards, or nothing at all.
   */
  inside?(world: MeetingWorld, server: Server, room: Room): Promise<readonly string[] | undefined>
  /** Who was there, where the server can be asked about that afterwards. */
  report?(world: MeetingWorld, server: Server, room: Room): Promise<MeetingReport>
  /** Whether the server answers, and takes the secrets. */
  check(world: MeetingWorld, server: Server): Promise<'ok' | 'unreachable' | 'refused'>
}
