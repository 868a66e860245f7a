import * as v from 'valibot'
import { base64, utf8 } from '../../kernel/encoding.ts'
import { day, type Instant, instantFrom, later, millisecondsOf, parseInstant } from '../../kernel/time.ts'
import { type Answer, MeetingBusy, MeetingUnreachable, type MeetingWorld, type Question } from './meeting.ts'
import { type ServerOf, secretName } from './meeting-server.ts'

type Server = ServerOf<'zoom'>

/** Something that Zoom is asked. `limit` names what is counted together where Zoom turns somebody away. */
export type ZoomCall = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Behind `/v2`. */
  path: string
  limit: string
  body?: object
}

/** What Zoom answered: its status, the number of its refusal (0 where there is none), and the answer itself. */
export type ZoomAnswer = { status: number; code: number; body: unknown }

/** Asks Zoom in the name of the association. */
export type AskZoom = (call: ZoomCall) => Promise<ZoomAnswer>

/** Where the house takes what Zoom tells by itself about the meetings of one server. */
export const zoomNoticeAddress = (origin: string, server: string): string =>
  `${origin}/attendance/zoom/${server}`

/** Zoom's number for: there is no such meeting. */
export const noMeeting = 3001

/** Zoom knows neither the app nor its secret. */
export class ZoomRefused extends MeetingUnreachable {
  override name = 'ZoomRefused'
}

/** A token is used no longer than this before its end. */
const leewayMilliseconds = 60_000
/** How long Zoom is left alone where it does not say so: its usual limits are per second. */
const shortPause = 2_000

const tokenSchema = v.object({ access_token: v.string(), expires_in: v.number() })
const refusalSchema = v.object({ code: v.number(), message: v.optional(v.string(), '') })

/**
 * Zoom's interface behind server-to-server OAuth. Tokens (an hour long) and who wants to be left alone until when are
 * remembered in this process only: neither is worth a place in a table, and a token must not lie there.
 */
export function openZoomCalls() {
  const tokens = new Map<string, { token: string; until: Instant }>()
  const pauses = new Map<string, Instant>()

  /** Asks, unless Zoom wants to be left alone with just that. */
  async function askPatiently(world: MeetingWorld, limit: string, question: Question): Promise<Answer> {
    const until = pauses.get(limit)
    if (until && world.now < until) throw new MeetingBusy(until)
    const answer = await world.ask(question)
    if (answer.status !== 429) return answer
    const leftAlone = busyUntil(world.now, answer)
    pauses.set(limit, leftAlone)
    throw new MeetingBusy(leftAlone)
  }

  async function tokenFor(world: MeetingWorld, server: Server, fresh: boolean): Promise<string> {
    const name = `${server.id} ${server.accountId} ${server.clientId} ${server.address ?? ''}`
    const known = tokens.get(name)
    if (!fresh && known && world.now < known.until) return known.token
    tokens.delete(name)
    const question = await tokenQuestion(world, server)
    const { status, text } = await askPatiently(world, `${server.id} token`, question)
    if (status === 400 || status === 401) throw new ZoomRefused('the app or its secret was refused')
    const read = v.safeParse(tokenSchema, jsonFrom(text))
    if (status !== 200 || !read.success) throw new MeetingUnreachable(`token was answered ${status}`)
    const { access_token: token, expires_in } = read.output
    tokens.set(name, { token, until: later(world.now, expires_in * 1000 - leewayMilliseconds) })
    return token
  }

  function send(world: MeetingWorld, server: Server, call: ZoomCall, token: string): Promise<Answer> {
    return askPatiently(world, `${server.id} ${call.limit}`, {
      method: call.method,
      address: `${server.address ?? 'https://api.zoom.us'}/v2${call.path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(call.body && { 'content-type': 'application/json' }),
      },
      ...(call.body && { body: JSON.stringify(call.body) }),
    })
  }

  return {
    /** Pairs a server with the world in which it is asked. */
    to:
      (world: MeetingWorld, server: Server): AskZoom =>
      async (call) => {
        const first = await send(world, server, call, await tokenFor(world, server, false))
        // Somebody may have withdrawn the token: once more with a fresh one, and no more often.
        const answer =
          first.status === 401 ? await send(world, server, call, await tokenFor(world, server, true)) : first
        const body = jsonFrom(answer.text)
        const refusal = v.safeParse(refusalSchema, body)
        const code = answer.status >= 400 && refusal.success ? refusal.output.code : 0
        return { status: answer.status, code, body }
      },
    /** Whether Zoom takes the app and its secret at this moment. */
    tryToken: (world: MeetingWorld, server: Server) => tokenFor(world, server, true),
  }
}

async function tokenQuestion({ secrets }: MeetingWorld, server: Server) {
  const secret = await secrets.read(secretName(server, 'client-secret'))
  if (!secret) throw new ZoomRefused('no secret is set')
  return {
    method: 'POST' as const,
    address: `${server.address ?? 'https://zoom.us'}/oauth/token`,
    headers: {
      authorization: `Basic ${base64(utf8(`${server.clientId}:${secret}`))}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      grant_type: 'account_credentials',
      account_id: server.accountId,
    }).toString(),
  }
}

/**
 * Until when Zoom wants to be left alone: seconds or a date in Retry-After; where a daily limit names none, the next
 * day of UTC, as its message says. Never longer than a day.
 */
function busyUntil(now: Instant, { headers, text }: Answer): Instant {
  const said = headers.get('retry-after')?.trim() ?? ''
  const seconds = /^\d{1,6}$/.test(said) ? later(now, Number(said) * 1000) : undefined
  const isDaily = /daily/i.test(`${headers.get('x-ratelimit-type')} ${text}`)
  const usual = isDaily ? nextDay(now) : later(now, shortPause)
  const until = seconds ?? parseInstant(said) ?? usual
  const latest = later(now, day)
  return until < now ? usual : until > latest ? latest : until
}

const nextDay = (now: Instant): Instant => instantFrom((Math.floor(millisecondsOf(now) / day) + 1) * day)

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whatever Zoom answers otherwise lets nobody in. */
export function expectStatus({ status, code }: ZoomAnswer, expected: number, what: string): void {
  if (status !== expected) throw new MeetingUnreachable(`${what} was answered ${status} ${code}`)
}

/** Reads an answer that must be of that kind. */
export function readZoom<T>(
  schema: v.GenericSchema<unknown, T>,
  answer: ZoomAnswer,
  status: number,
  what: string,
): T {
  expectStatus(answer, status, what)
  const read = v.safeParse(schema, answer.body)
  if (!read.success) throw new MeetingUnreachable(`${what} cannot be read`)
  return read.output
}
