import { type LookupAddress, type LookupOptions, lookup as lookUp } from 'node:dns'
import { request as requestPlainly } from 'node:http'
import { request as requestSecurely } from 'node:https'
import { isIP } from 'node:net'
import { type Answer, type Ask, MeetingUnreachable, type Question } from '../session/meeting/meeting.ts'
import { isPublicAddress } from './public-address.ts'

const patienceMilliseconds = 5_000
const mostBytes = 1024 * 1024

type Settled = (fault: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void
type LookUp = (host: string, options: LookupOptions & { all: true }, settled: Settled) => void

type Surroundings = {
  /** Where the practice servers of one machine are; the only origin that may be plain and private. Empty in AWS. */
  localOrigin: string
  lookUp?: LookUp
}

/**
 * Asks meeting servers whose addresses somebody in the office typed, so that none of them leads into our own network:
 * only https on port 443, only to addresses that everybody can reach, and the connection goes to exactly the address
 * that was looked at. Redirects are no answer.
 */
export function openOutgoing({ localOrigin, lookUp: find = lookUp }: Surroundings): Ask {
  return async (question) => {
    const url = URL.canParse(question.address) ? new URL(question.address) : undefined
    if (!url) throw new MeetingUnreachable('no address')
    const isLocal = localOrigin !== '' && url.origin === localOrigin
    if (!isLocal && !mayBeAsked(url)) throw new MeetingUnreachable('an address that is never asked')
    try {
      return await send(url, question, isLocal ? undefined : publicOnly(find))
    } catch (fault) {
      if (fault instanceof MeetingUnreachable) throw fault
      // The fault itself names the address, which may carry secrets.
      throw new MeetingUnreachable((fault as NodeJS.ErrnoException).code ?? 'no answer')
    }
  }
}

function mayBeAsked({ protocol, port, username, password, hostname }: URL): boolean {
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false
  const literal = hostname.replace(/^\[|\]$/g, '')
  return isIP(literal) === 0 ? hostname.includes('.') : isPublicAddress(literal)
}

/** Looks a name up and refuses it if any of its addresses is not public; the connection takes what is answered here. */
const publicOnly =
  (find: LookUp) =>
  (
    host: string,
    options: LookupOptions,
    settled: (
      fault: NodeJS.ErrnoException | null,
      address: string | LookupAddress[],
      family?: number,
    ) => void,
  ): void =>
    find(host, { ...options, all: true }, (fault, addresses) => {
      const [first] = addresses ?? []
      if (fault || !first) return settled(fault ?? new Error('no address'), [])
      if (!addresses.every(({ address }) => isPublicAddress(address)))
        return settled(Object.assign(new Error('not public'), { code: 'NOT_PUBLIC' }), [])
      return options.all ? settled(null, addresses) : settled(null, first.address, first.family)
    })

function send(
  url: URL,
  { method, headers = {}, body }: Question,
  lookup: ReturnType<typeof publicOnly> | undefined,
): Promise<Answer> {
  const signal = AbortSignal.timeout(patienceMilliseconds)
  const request = url.protocol === 'https:' ? requestSecurely : requestPlainly
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method,
        headers: { accept: '*/*', ...headers, ...(body !== undefined && lengthOf(body)) },
        signal,
        ...(lookup && { lookup }),
      },
      (response) => {
        const parts: Buffer[] = []
        let bytes = 0
        response.on('data', (part: Buffer) => {
          bytes += part.length
          if (bytes > mostBytes) asked.destroy(new MeetingUnreachable('too long an answer'))
          else parts.push(part)
        })
        response.once('error', reject)
        response.once('end', () => {
          const status = response.statusCode ?? 0
          if (status >= 300 && status < 400) return reject(new MeetingUnreachable('a redirect'))
          const text = Buffer.concat(parts).toString('utf8')
          return resolve({ status, headers: headersFrom(response.headers), text })
        })
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })
}

const lengthOf = (body: string) => ({ 'content-length': String(Buffer.byteLength(body)) })

const headersFrom = (sent: NodeJS.Dict<string | string[]>): Headers =>
  new Headers(
    Object.entries(sent).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')] satisfies [string, string]],
    ),
  )
