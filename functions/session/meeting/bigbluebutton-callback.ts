import { seal } from '../../kernel/secret.ts'
import type { Room } from './meeting.ts'

/** What a callback of a server is about. */
export type CallbackName = { seminarId: string; sessionId: string; number: number }

const callbackPattern = /^(sem_[a-z0-9]{1,20})\.(ses_[a-z0-9]{1,20})\.(\d{1,4})\.([\w-]{43})$/

/**
 * The part of a callback's address that names the room and that nobody can guess: the server's own callbacks are not
 * signed, or only their hour is.
 */
export async function callbackKey(secret: string, { seminar, session, number }: Room): Promise<string> {
  const name = `${seminar.id}.${session.id}.${number}`
  return `${name}.${await seal(secret, `callback ${name}`)}`
}

/** Reads what such a key names, and its seal, which must be compared; undefined for what is no key. */
export function readCallbackKey(key: string): (CallbackName & { name: string; seal: string }) | undefined {
  const [, seminarId, sessionId, number, found] = callbackPattern.exec(key) ?? []
  if (!seminarId || !sessionId || !number || !found) return undefined
  return {
    seminarId,
    sessionId,
    number: Number(number),
    name: `${seminarId}.${sessionId}.${number}`,
    seal: found,
  }
}
