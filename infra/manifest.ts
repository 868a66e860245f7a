/**
 * The one list of what runs: functions, their routes, tables, triggers and rights. `infra/local` and the CDK stack
 * are two readings of it, so that they cannot drift apart.
 */
import type { TableName } from '../functions/kernel/table.ts'

/** Rights to a table: `read` gets, queries and lists; `write` also puts, updates and removes. */
type TableRights = Partial<Record<TableName, readonly Right[]>>
type Right = {
  may: 'read' | 'write'
  /** Only keys that begin so (DynamoDB leading keys); everything where absent. */
  keys?: readonly string[]
}

export type FunctionName =
  | 'web'
  | 'enrollment'
  | 'session'
  | 'attendance'
  | 'certificate'
  | 'privacy'
  | 'office'
  | 'send'
  | 'delivery'
  | 'clock'

export type FunctionEntry = {
  name: FunctionName
  /** The file that exports `handler`. */
  entry: string
  purpose: string
  /** API Gateway routes, `GET /seminars/{slug}`; the more exact one wins. */
  routes: readonly string[]
  tables: TableRights
  /** Runs every minute. */
  everyMinute?: true
  /** Gets from the outbox's stream what of this kind is due the moment it is written. */
  outboxStream?: { kind: 'mail' | 'work'; batchSize: number }
  /** Gets the mail provider's delivery events. */
  mailEvents?: true
  /** May hand mails to the provider. */
  sendsMail?: true
  /** May sign with the house's newest keys, or only read the public halves of all. */
  signingKey?: 'sign' | 'verify'
  /** May open the secrets of the meeting servers, or also set them. */
  meetingSecrets?: 'read' | 'write'
  /** Signs people in. */
  signsIn?: true
  /** Files of the project that it reads while running; they lie side by side in the folder FILES_FOLDER. */
  files?: readonly string[]
  /** Longer than one deed of the table is ever tried (`aws/table-patience.ts`), so that people get an answer. */
  timeoutSeconds: number
  memoryMegabytes: number
}

/**
 * What certificates are drawn with. Noto has ş ğ ı İ ê î û, which many fonts lack; Amiri draws each Arabic letter in
 * one piece, so that a name can be searched; the profile explains the colors.
 */
const sheetMaterial: readonly string[] = [
  'node_modules/@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  'node_modules/@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf',
  'node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'node_modules/@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf',
  'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc',
]

const look: readonly Right[] = [{ may: 'read' }]
const change: readonly Right[] = [{ may: 'write' }]
/** The keys with which the house seals forms and rooms; made by whoever needs one first. */
const houseKeys: readonly Right[] = [{ may: 'write', keys: ['key#'] }]
/** The meeting servers that the association has set up, without their secrets. */
const meetingServers: readonly Right[] = [{ may: 'read', keys: ['meeting#servers'] }]
/** How it stands with them: whoever finds one down says so. */
const meetingHealth: readonly Right[] = [{ may: 'write', keys: ['meeting#health'] }]

export const functions: readonly FunctionEntry[] = [
  {
    name: 'web',
    entry: 'web/web.lambda.ts',
    purpose: 'Shows public pages; can only read public facts.',
    routes: [
      'GET /',
      'GET /seminars/{slug}',
      'GET /calendar.ics',
      'GET /imprint',
      'GET /privacy',
      'GET /check',
      'GET /check/sample',
      'GET /health',
      'GET /assets/{file}',
      'GET /favicon.ico',
      'GET /robots.txt',
      // Whatever is nobody else's: people who mistype an address get a page, not the gateway's own words.
      'GET /{path+}',
    ],
    tables: { catalog: look },
    files: [
      'web/style.css',
      'web/countdown.js',
      'web/check.js',
      'web/verify-file.js',
      'web/collect.js',
      'web/icon.svg',
    ],
    timeoutSeconds: 15,
    memoryMegabytes: 512,
  },
  {
    name: 'enrollment',
    entry: 'functions/enrollment/enrollment.lambda.ts',
    purpose: 'Enrolls people and serves their personal page.',
    routes: [
      'GET /seminars/{slug}/enroll',
      'POST /seminars/{slug}/enroll',
      'GET /seminars/{slug}/enroll/group',
      'POST /seminars/{slug}/enroll/group',
      'GET /my/{token}',
      'POST /my/{token}/confirm',
      'POST /my/{token}/cancel',
      'POST /my/{token}/accept',
      'POST /my/{token}/code/{sessionId}',
      'GET /my/{token}/calendar.ics',
      'GET /my/{token}/questions',
      'POST /my/{token}/questions',
      'GET /seminars/{slug}/statistics',
      'POST /seminars/{slug}/statistics',
      'GET /my/{token}/change',
      'POST /my/{token}/change',
      'GET /my/{token}/name',
      'POST /my/{token}/name',
      'GET /my/{token}/renew',
      'POST /my/{token}/renew',
      'GET /my/{token}/more',
      'POST /seminars/{slug}/enroll/filled',
      'GET /my',
      'POST /my',
      'GET /my/all/{token}',
      'POST /my/all/{token}/open',
      'GET /my/{token}/feed',
      'POST /my/{token}/feed',
      'POST /my/{token}/feed/end',
      'GET /calendar/{feed}',
      'GET /calendar/{feed}/add',
      'POST /calendar/{feed}/end',
    ],
    tables: {
      catalog: [{ may: 'read' }, { may: 'write', keys: ['line#'] }],
      people: change,
      outbox: change,
      office: houseKeys,
      sensitive: change,
    },
    timeoutSeconds: 15,
    memoryMegabytes: 512,
  },
  {
    name: 'session',
    entry: 'functions/session/session.lambda.ts',
    purpose: 'Opens the door of the digital session to those who have the link.',
    routes: ['GET /join/{token}', 'POST /join/{token}', 'POST /my/{token}/join/{sessionId}'],
    tables: {
      catalog: look,
      people: change,
      office: [...houseKeys, ...meetingServers, ...meetingHealth],
    },
    meetingSecrets: 'read',
    timeoutSeconds: 15,
    memoryMegabytes: 512,
  },
  {
    name: 'attendance',
    entry: 'functions/attendance/attendance.lambda.ts',
    purpose: 'Notes who came and went, as the meeting server tells it.',
    routes: [
      'POST /attendance/room',
      'GET /attendance/bigbluebutton/{key}/ended',
      'POST /attendance/bigbluebutton/{key}/analytics',
      'POST /attendance/zoom/{server}',
    ],
    tables: {
      catalog: look,
      people: change,
      // When a meeting has ended, the server is asked at once who is still inside.
      outbox: change,
      office: [...houseKeys, ...meetingServers],
    },
    meetingSecrets: 'read',
    timeoutSeconds: 15,
    memoryMegabytes: 256,
  },
  {
    name: 'certificate',
    entry: 'functions/certificate/certificate.lambda.ts',
    purpose: 'Verifies certificates, prints them again, and hands out credentials and what verifies those.',
    routes: [
      'GET /verify',
      'GET /verify/{number}',
      'GET /my/{token}/certificate.pdf',
      'GET /verify/{number}/credential.json',
      'GET /verify/{number}/credential.jwt',
      'GET /.well-known/did.json',
      'GET /.well-known/jwks.json',
      'GET /keys/{kid}',
      'GET /status/{list}',
    ],
    tables: {
      catalog: look,
      people: look,
      // All it ever writes: how often a network has asked, and the key that makes networks unrecognizable.
      outbox: [{ may: 'write', keys: ['lookup#'] }],
      office: [{ may: 'write', keys: ['key#lookup'] }],
    },
    signingKey: 'verify',
    files: sheetMaterial,
    timeoutSeconds: 20,
    memoryMegabytes: 1024,
  },
  {
    name: 'privacy',
    entry: 'functions/privacy/privacy.lambda.ts',
    purpose: 'Shows, hands out and erases what is stored on a person, to who holds their mailbox.',
    routes: [
      'GET /my/{token}/data',
      'POST /my/{token}/data',
      'POST /my/{token}/data/code',
      'POST /my/{token}/data/file',
      'POST /my/{token}/data/erase',
    ],
    tables: {
      // A place that is given back passes its seat on.
      catalog: [{ may: 'read' }, { may: 'write', keys: ['line#'] }],
      people: change,
      outbox: change,
      office: houseKeys,
      sensitive: change,
    },
    timeoutSeconds: 20,
    memoryMegabytes: 512,
  },
  {
    name: 'office',
    entry: 'web/office/office.lambda.ts',
    purpose: 'The coordinators’ pages: seminars, invites, attendance, completion, settings.',
    routes: ['GET /office', 'GET /office/{path+}', 'POST /office/{path+}'],
    tables: {
      catalog: change,
      people: change,
      outbox: change,
      office: change,
      // It shows them, and deletes those of whom it declines.
      sensitive: change,
    },
    signsIn: true,
    // It shows how certificates would look.
    files: sheetMaterial,
    meetingSecrets: 'write',
    timeoutSeconds: 20,
    memoryMegabytes: 512,
  },
  {
    name: 'send',
    entry: 'functions/mail/send.lambda.ts',
    purpose: 'Hands mails to the provider as soon as they are in the outbox.',
    routes: [],
    tables: { outbox: change, catalog: look },
    // Each may wait for the provider for 18 seconds, and all must end before the function does.
    outboxStream: { kind: 'mail', batchSize: 3 },
    sendsMail: true,
    timeoutSeconds: 60,
    memoryMegabytes: 512,
  },
  {
    name: 'delivery',
    entry: 'functions/mail/delivery.lambda.ts',
    purpose: 'Notes what became of a mail.',
    routes: [],
    tables: { outbox: change },
    mailEvents: true,
    timeoutSeconds: 30,
    memoryMegabytes: 256,
  },
  {
    name: 'clock',
    entry: 'functions/clock/clock.lambda.ts',
    purpose:
      'Every minute does what has fallen due: sweeps, invites, reminders, completion, certificates, mails again.',
    routes: [],
    tables: {
      catalog: change,
      people: change,
      outbox: change,
      sensitive: change,
      // It closes rooms and asks who is inside.
      office: [...houseKeys, ...meetingServers, ...meetingHealth],
    },
    meetingSecrets: 'read',
    everyMinute: true,
    outboxStream: { kind: 'work', batchSize: 1 },
    sendsMail: true,
    signingKey: 'sign',
    files: sheetMaterial,
    timeoutSeconds: 300,
    memoryMegabytes: 1024,
  },
]

/** How a table lies in DynamoDB; both engines make it from this. */
export type TableEntry = {
  name: TableName
  /** An index of what falls due, by shard and due time. */
  dueIndex: boolean
  /** A stream of new images. */
  stream: boolean
  /** Attribute by which DynamoDB forgets items (epoch seconds). */
  expires: boolean
  /** Whether what was deleted can be brought back for some weeks (point-in-time recovery). */
  restorable: boolean
}

export const tables: readonly TableEntry[] = [
  { name: 'catalog', dueIndex: false, stream: false, expires: false, restorable: true },
  { name: 'people', dueIndex: false, stream: false, expires: false, restorable: true },
  { name: 'outbox', dueIndex: true, stream: true, expires: true, restorable: true },
  { name: 'office', dueIndex: false, stream: false, expires: true, restorable: true },
  // What people say about their health is gone when it is deleted: no copy of it waits anywhere.
  { name: 'sensitive', dueIndex: false, stream: false, expires: false, restorable: false },
]

/** Names of the environment in which a function finds its tables. */
export const tableEnvironment: Record<TableName, string> = {
  catalog: 'CATALOG_TABLE',
  people: 'PEOPLE_TABLE',
  outbox: 'OUTBOX_TABLE',
  office: 'OFFICE_TABLE',
  sensitive: 'SENSITIVE_TABLE',
}
