import * as v from 'valibot'
import { base64url, bytesFromBase64, textFromUtf8, utf8 } from '../../kernel/encoding.ts'
import { languageSchema } from '../../kernel/language.ts'
import { sameSecret, seal } from '../../kernel/secret.ts'
import { type Instant, instantSchema } from '../../kernel/time.ts'

/** What the house's own room must know about somebody who comes in. */
const passSchema = v.object({
  seminarId: v.string(),
  sessionId: v.string(),
  /** Which room of the session it opens. */
  room: v.optional(v.number(), 1),
  enrollmentId: v.string(),
  name: v.string(),
  title: v.string(),
  language: languageSchema,
  /** The end of the session: the pass opens nothing afterwards. */
  until: instantSchema,
})
export type Pass = v.InferOutput<typeof passSchema>

/** Writes a pass that only this house can have written. */
export async function writePass(key: string, pass: Pass): Promise<string> {
  const body = base64url(utf8(JSON.stringify(pass)))
  return `${body}.${await seal(key, `pass ${body}`)}`
}

/** Reads a pass; undefined when it is forged, damaged or its session is over. */
export async function readPass(key: string, pass: string, now: Instant): Promise<Pass | undefined> {
  const genuine = await readGenuinePass(key, pass)
  return genuine && now < genuine.until ? genuine : undefined
}

/** Reads a pass that the house has written, also one whose session is over: it opens nothing any more. */
export async function readGenuinePass(key: string, pass: string): Promise<Pass | undefined> {
  const [body = '', signature = ''] = pass.split('.')
  if (!sameSecret(signature, await seal(key, `pass ${body}`))) return undefined
  const read = v.safeParse(passSchema, JSON.parse(textFromUtf8(bytesFromBase64(body))))
  return read.success ? read.output : undefined
}

/** The seal with which the room signs what it tells about comings and goings. */
export const signedNotices = (key: string, body: string): Promise<string> => seal(key, `notices ${body}`)

/** The seal with which the house has one of its rooms closed. */
export const signedClosing = (key: string, roomId: string): Promise<string> => seal(key, `close ${roomId}`)

/** Names one room of one session. */
export const roomIdOf = ({ sessionId, room }: Pick<Pass, 'sessionId' | 'room'>): string =>
  room === 1 ? sessionId : `${sessionId}-${room}`

/** Where a room is. */
export const roomPath = (room: Pick<Pass, 'sessionId' | 'room'>): string =>
  `/rooms/${encodeURIComponent(roomIdOf(room))}`

/** The address of the room for one person. */
export const roomAddress = async (origin: string, key: string, pass: Pass): Promise<string> =>
  `${origin}${roomPath(pass)}?pass=${await writePass(key, pass)}`
