import * as v from 'valibot'
import { instantSchema } from '../../kernel/time.ts'

const word = v.pipe(v.string(), v.minLength(1))

const common = {
  id: word,
  /** As coordinators read it when they choose: `Seminarraum des Verbands`. */
  name: word,
  since: instantSchema,
  /** A removed server stays readable for the sessions that took place there. */
  state: v.picklist(['active', 'removed']),
}

/** The check sums that a BigBlueButton server may ask for (supportedChecksumAlgorithms). */
export const checksumHashes = ['sha256', 'sha384', 'sha512', 'sha1'] as const

/** A meeting server that the association has set up. Its secrets lie elsewhere, under its id. */
export const meetingServerSchema = v.variant('kind', [
  v.object({
    ...common,
    kind: v.literal('bigbluebutton'),
    /** Ends before `/api`: `https://bbb.example.org/bigbluebutton`. Secret: `secret`. */
    address: word,
    hash: v.picklist(checksumHashes),
  }),
  v.object({
    ...common,
    /** A server of one's own with tokens in HS256. Secret: `secret`. */
    kind: v.literal('jitsi'),
    address: word,
    appId: word,
  }),
  v.object({
    ...common,
    /** Jitsi as a service (8x8) with tokens in RS256. Secret: `private-key`, PKCS #8 in PEM. */
    kind: v.literal('jaas'),
    address: word,
    appId: word,
    keyId: word,
  }),
  v.object({
    ...common,
    /**
     * Zoom, through a server-to-server OAuth app of the association's account. Secrets: `client-secret` and, for what
     * Zoom tells by itself, `webhook-secret`.
     */
    kind: v.literal('zoom'),
    accountId: word,
    clientId: word,
    /** Whose meetings they are: the id or mail address of a licensed user. */
    hostUser: word,
    /** Where a practice Zoom of this machine is asked instead of Zoom; no form offers it elsewhere. */
    address: v.optional(word),
  }),
])
export type MeetingServer = v.InferOutput<typeof meetingServerSchema>
export type MeetingServerKind = MeetingServer['kind']
export type ServerOf<Kind extends MeetingServerKind> = Extract<MeetingServer, { kind: Kind }>

/** The name under which a secret of a server lies. */
export const secretName = ({ id }: Pick<MeetingServer, 'id'>, secret: string): string => `${id}/${secret}`
