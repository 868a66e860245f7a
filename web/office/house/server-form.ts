import type { Instant } from '../../../functions/kernel/time.ts'
import {
  checksumHashes,
  type MeetingServer,
  type MeetingServerKind,
} from '../../../functions/session/meeting/meeting-server.ts'
import { optionalSecrets, secretsOf } from '../../../functions/session/meeting/save-server.ts'
import { openFieldReader, type Troubles, type Values } from '../field-reader.ts'

/** What a form can ask about a server, beside its name and its secrets. */
export type ServerField = 'address' | 'hash' | 'appId' | 'keyId' | 'accountId' | 'clientId' | 'hostUser'

/** What it asks about which kind, in its order. */
export const fieldsOf: Record<MeetingServerKind, readonly ServerField[]> = {
  bigbluebutton: ['address', 'hash'],
  jitsi: ['address', 'appId'],
  jaas: ['appId', 'keyId'],
  zoom: ['accountId', 'clientId', 'hostUser'],
}

/** Where Jitsi as a service is; everybody's is at the same address. */
const jaasAddress = 'https://8x8.vc'

export const longestName = 80
const longestWord = 200
/** A key of 4,096 bits in PEM has about 3,300 characters. */
const longestSecret = 6000

/** The field of a secret. */
export const secretField = (name: string): string => `secret-${name}`

/** The form of a server as it stands; what is secret is not in it. */
export const serverValues = (server: MeetingServer, version: string): Values =>
  new Map(Object.entries({ hash: '', ...server, version }).map(([name, value]) => [name, String(value)]))

type Known = { id: string; since: Instant; before: MeetingServer | undefined }

/** What an administrator typed. It counts only where there are no troubles. */
export type TypedServer = { server: MeetingServer; secrets: Record<string, string>; troubles: Troubles }

/** Reads the form. The secrets of a new server must be typed, those of a known one may stay as they are. */
export function readServerForm(
  kind: MeetingServerKind,
  values: Values,
  { id, since, before }: Known,
): TypedServer {
  const reader = openFieldReader(values)
  const word = (name: string) => reader.text(name, { most: longestWord, required: true })
  const common = {
    id,
    since,
    name: reader.text('name', { most: longestName, required: true }),
    state: 'active' as const,
  }
  const address = () => readAddress(reader, before)
  const secrets = secretsOf[kind].flatMap((name): [string, string][] => {
    const required = !before && !optionalSecrets.includes(name)
    const secret = reader.text(secretField(name), { most: longestSecret, lines: true, required })
    if (name === 'private-key' && secret !== '' && !isPem(secret)) reader.wrong(secretField(name), 'not-pem')
    return secret === '' ? [] : [[name, secret]]
  })
  const serverOf = (): MeetingServer => {
    switch (kind) {
      case 'bigbluebutton':
        return { ...common, kind, address: withoutApi(address()), hash: readHash(reader.typed('hash')) }
      case 'jitsi':
        return { ...common, kind, address: address().replace(/\/+$/, ''), appId: word('appId') }
      case 'jaas':
        return {
          ...common,
          kind,
          address: before?.address ?? jaasAddress,
          appId: word('appId'),
          keyId: word('keyId'),
        }
      case 'zoom':
        return {
          ...common,
          kind,
          accountId: word('accountId'),
          clientId: word('clientId'),
          hostUser: word('hostUser'),
          // Nobody types one; a practice Zoom keeps its own.
          ...(before?.kind === 'zoom' && before.address !== undefined && { address: before.address }),
        }
    }
  }
  return { server: serverOf(), secrets: Object.fromEntries(secrets), troubles: reader.troubles }
}

/** The practice servers of one machine have addresses that nobody may type; whoever leaves them alone may save. */
function readAddress(reader: ReturnType<typeof openFieldReader>, before: MeetingServer | undefined): string {
  const typed = reader.typed('address')
  if (before && typed === before.address) return typed
  const address = reader.link('address')
  if (/[?#]/.test(address)) reader.wrong('address', 'not-https')
  return address
}

/** People copy the address as the server prints it: with a slash at its end, or with `api`. */
const withoutApi = (address: string): string => address.replace(/\/+$/, '').replace(/\/api$/, '')

const readHash = (typed: string) => checksumHashes.find((hash) => hash === typed) ?? 'sha256'

const isPem = (secret: string): boolean =>
  /^-----BEGIN PRIVATE KEY-----\n[\s\S]+-----END PRIVATE KEY-----$/.test(secret)
