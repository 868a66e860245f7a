import { type Certificate, signedText } from '../../functions/certificate/certificate.ts'
import { publishStatusList } from '../../functions/certificate/credential/publish-status-list.ts'
import { runDue } from '../../functions/clock/run-due.ts'
import { tasksOf } from '../../functions/clock/tasks.ts'
import { base64url, bytesFromBase64, utf8 } from '../../functions/kernel/encoding.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { minute } from '../../functions/kernel/time.ts'
import type { TakeTurn } from '../../functions/mail/pace.ts'
import { send } from '../../functions/mail/send.ts'
import { MeetingUnreachable } from '../../functions/session/meeting/meeting.ts'
import type { FormerRoom } from '../../functions/session/room/former-room.table.ts'
import { openCredentialSigner } from './credential.ts'
import { openHouse, origin } from './house.ts'
import { openMemoryTable } from './memory-table.ts'
import { openPostOffice } from './post-office.ts'
import { openPracticeServers } from './practice-servers.ts'

/** Secrets of 128 bits that look drawn and are the same in every run (mulberry32). */
export function variedSecrets(seed = 1): () => string {
  let state = seed
  const word = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return () => base64url(new Uint8Array(Uint32Array.from({ length: 4 }, word).buffer))
}

const p256 = { name: 'ECDSA', namedCurve: 'P-256' }
const withSha256 = { name: 'ECDSA', hash: 'SHA-256' }
const keys = await crypto.subtle.generateKey(p256, false, ['sign', 'verify'])

/** The house's keys for credentials and status lists. */
export const credentialSigner = openCredentialSigner()

/** The house's signature with a real key, made for this run. */
export const signer = {
  sign: async (text: string): Promise<string> =>
    base64url(new Uint8Array(await crypto.subtle.sign(withSha256, keys.privateKey, utf8(text).slice()))),
  isGenuine: ({ signature, ...content }: Certificate): Promise<boolean> =>
    crypto.subtle.verify(
      withSha256,
      keys.publicKey,
      bytesFromBase64(signature),
      utf8(signedText(content)).slice(),
    ),
}

/** The sheet has tests of its own; here it is only important which certificate was drawn. */
/** The letters of a name that the fake sheet cannot draw: everything beyond Latin, Greek and Cyrillic. */
export const missingLetters = ({
  firstName,
  lastName,
}: Pick<Certificate, 'firstName' | 'lastName'>): string[] =>
  [...`${firstName}${lastName}`].filter((letter) => (letter.codePointAt(0) ?? 0) > 0x2fff)

/** Signing credentials has tests of its own too; this one says for whom it is. */
export const makeCredential = async ({ number, firstName, lastName }: Certificate) => ({
  json: JSON.stringify({ id: number, name: `${firstName} ${lastName}` }),
  jwt: `jwt of ${number}`,
})

export const drawSheet = async (certificate: Certificate): Promise<Uint8Array> =>
  utf8(`%PDF-1.7 ${certificate.number}`)

/** Meeting servers that only remember which rooms were closed, in what manner they are told to answer. */
function openPracticeMeetings() {
  const meetings = {
    closed: [] as string[],
    answers: 'closed' as 'closed' | 'cannot' | 'unreachable',
    closeRoom: async (_: unknown, { sessionId, number }: FormerRoom): Promise<'closed' | 'cannot'> => {
      if (meetings.answers === 'unreachable') throw new MeetingUnreachable('down')
      meetings.closed.push(`${sessionId} ${number}`)
      return meetings.answers
    },
  }
  return meetings
}

/** A house in memory in which the clock does its work and mails go out. */
export function openWorkingHouse(post = openPostOffice(), takeTurn: TakeTurn = async () => true) {
  const table = openMemoryTable()
  const house = openHouse(table)
  const newSecret = variedSecrets()
  const meetings = openPracticeMeetings()
  const servers = openPracticeServers(house.now)

  const issuing = (through: Table = table) => ({
    table: through,
    now: house.now(),
    newSecret,
    origin,
    sign: signer.sign,
    makeCredential,
    signStatusList: async (list: string) =>
      publishStatusList({ table: through, signer: credentialSigner, origin, now: house.now() }, list),
    drawSheet,
    missingLetters,
  })
  const clockWorld = (through: Table = table) => ({
    table: through,
    now: house.now,
    tasks: tasksOf({
      ...issuing(through),
      now: house.now,
      closeRoom: meetings.closeRoom,
      ...servers.world(through),
    }),
    mailsTake: 40_000,
    sendMail: (mailId: string) =>
      send({ table: through, now: house.now, handOver: post.handOver, takeTurn }, mailId),
  })

  const working = {
    ...house,
    table,
    post,
    meetings,
    servers,
    issuing,
    clockWorld,

    /** One run of the minute function; a fault nobody expected ends the test. */
    async tick(): Promise<string[]> {
      const { done, faults } = await runDue(clockWorld())
      if (faults.length > 0) throw new AggregateError(faults.map(({ fault }) => fault))
      return done
    },

    /** Runs the minute function until nothing is due at this moment. */
    async settle(): Promise<void> {
      for (let ticks = 0; (await working.tick()).length > 0; ticks++)
        if (ticks > 50) throw new Error('it never gets quiet')
    },

    /** Lets time pass with a run every so often, and whatever one run makes due at once. */
    async passTo(instant: string, every = 5 * minute): Promise<void> {
      while (house.now() < instant) {
        const left = Date.parse(instant) - Date.parse(house.now())
        house.pass(Math.min(every, left))
        await working.settle()
      }
    },
  }
  return working
}

export type WorkingHouse = ReturnType<typeof openWorkingHouse>
