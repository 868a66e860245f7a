import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { getRequestListener } from '@hono/node-server'
import { now } from '../../functions/aws/clock.ts'
import { rememberedHouseKey } from '../../functions/aws/house-key.ts'
import { openTable } from '../../functions/aws/table.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { functions } from '../manifest.ts'
import { openClock, restoreClock, together } from './clock.ts'
import { type DataFolder, emptyDataFolder } from './data-folder.ts'
import {
  createTables,
  type Engine,
  localCredentials,
  localRegion,
  localTableNames,
  startDatabase,
} from './database.ts'
import { layOutFiles, localKeyIds, secretsPath, setEnvironment, verifiedDomain } from './environment.ts'
import { startFaultProxy } from './faults.ts'
import { isEmpty, storePeople } from './first-entries.ts'
import { gateway } from './gateway.ts'
import { keys } from './keys.ts'
import { type Invoke, type LoadFunction, lambdaRunner, loadHandlers } from './lambda.ts'
import { openMailStore } from './mail-store.ts'
import { type Mailbox, mailbox } from './mailbox.ts'
import { practiceParameters, storePracticeServers } from './meeting-servers/practice-records.ts'
import { openPracticeServers, type PracticeServers } from './meeting-servers/practice-servers.ts'
import { minuteEvent } from './minute-event.ts'
import { type OpenPort, openPort } from './open-port.ts'
import { openIdDoor } from './openid.tsx'
import { layDownSecrets, parameters } from './parameters.ts'
import { type PartName, type PartSwitch, portSwitch, switched } from './part-mode.ts'
import { askParts } from './parts.ts'
import { openCallbacks, type RoomCallbacks } from './room-callbacks.ts'
import { openPresence } from './room-presence.ts'
import { type Stream, startStream } from './stream.ts'
import { workbench } from './workbench.tsx'

export type SystemOptions = {
  ports: { public: number; workbench: number; openid: number }
  /** Where everything lies that must survive a restart. */
  data: DataFolder
  /** Throws away what earlier starts have kept, as soon as it is certain that this one can run. */
  fresh: boolean
  engine: Engine
  /** The tables vanish with the process. */
  inMemory: boolean
  /** From where the manifest's paths count. */
  projectFolder: string
  /** Imports a function by its path in the manifest. */
  load: LoadFunction
  /** Called when nobody has entered anything yet. */
  fill?: (table: Table, now: Instant) => Promise<void>
}

export type System = {
  publicOrigin: string
  workbenchOrigin: string
  openidOrigin: string
  stop(): Promise<void>
}

/**
 * Raises the whole system on this machine. The functions read their environment when they are imported, so there can
 * be one system per process.
 */
export async function raiseSystem(options: SystemOptions): Promise<System> {
  const stops: (() => Promise<void> | void)[] = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    const system = await raiseParts({ options, data: options.data, atTheEnd: (end) => stops.push(end) })
    return { ...system, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

type AtTheEnd = (end: () => Promise<void> | void) => void
type Raising = { options: SystemOptions; data: DataFolder; atTheEnd: AtTheEnd }

async function raiseParts(raising: Raising): Promise<Omit<System, 'stop'>> {
  const { options, data, atTheEnd } = raising
  const doors = await openDoors(raising)
  if (options.fresh) emptyDataFolder(data)
  restoreClock(data.clock)
  const origins = {
    public: doors.public.origin,
    workbench: doors.workbench.origin,
    openid: doors.openid.origin,
  }
  const database = await raiseDatabase(raising)
  const { table } = database
  layOutFiles(options.projectFolder, data.files, functions)
  setEnvironment({ origins, filesFolder: data.files, endpoints: endpointsOf(doors, database) })
  await storePeople(table, now())
  await storePracticeServers(table, { workbench: origins.workbench, now: now() })
  layDownSecrets(data.secrets, practiceParameters(secretsPath))
  if (options.fill && (await isEmpty(table))) await options.fill(table, now())
  const invoke = lambdaRunner(functions, await loadHandlers(options.load, functions))
  const switches: Record<PartName, PartSwitch> = {
    mail: portSwitch(doors.mail),
    meeting: { mode: 'ok' },
    openid: { mode: 'ok' },
    database: database.proxy,
  }
  const store = openMailStore(data.mails)
  const tell = (event: object) => invoke('delivery', event)
  const post = mailbox({ store, verified: verifiedDomain, partSwitch: switches.mail, tell })
  doors.keys.answer(
    keys({
      [localKeyIds.certificates]: { file: data.signingKey, spec: 'ECC_NIST_P256' },
      [localKeyIds.credentials]: { file: data.credentialKey, spec: 'ECC_NIST_EDWARDS25519' },
    }),
  )
  doors.parameters.answer(parameters(data.secrets))
  doors.mail.answer(post.listener)
  doors.public.answer(gateway(functions, invoke))
  const rooms = raiseRooms(raising, { table, origins, partSwitch: switches.meeting })
  const stream = await raiseStream(raising, database, invoke)
  const clock = openClock({
    file: data.clock,
    table,
    timed: together([rooms.presence, ...rooms.servers.timed]),
    runMinute: () => runEveryMinute(invoke),
    quiet: () => untilQuiet({ rooms, stream, post }),
  })
  clock.start()
  atTheEnd(clock.stop)
  const signIn = openIdDoor({ issuer: origins.openid, publicOrigin: origins.public, file: data.openid })
  doors.openid.answer(switched(switches.openid, signIn))
  const parts = () => askParts({ origins, table, switches })
  const bench = workbench({ origins, store, clock, switches, parts, table, ...rooms })
  doors.workbench.answer(getRequestListener(bench.fetch))
  return { publicOrigin: origins.public, workbenchOrigin: origins.workbench, openidOrigin: origins.openid }
}

type Doors = Record<'public' | 'workbench' | 'openid' | 'mail' | 'keys' | 'parameters', OpenPort>

async function openDoors({ options: { ports }, atTheEnd }: Raising): Promise<Doors> {
  const open = async (port: number, name: string, variable?: string): Promise<OpenPort> => {
    const door = await openPort({ port, name, ...(variable && { variable }) })
    atTheEnd(door.stop)
    return door
  }
  return {
    public: await open(ports.public, 'the pages', 'PORT'),
    workbench: await open(ports.workbench, 'the workbench', 'WORKBENCH_PORT'),
    openid: await open(ports.openid, 'the sign-in', 'OPENID_PORT'),
    mail: await open(0, 'the mailbox'),
    keys: await open(0, 'the key store'),
    parameters: await open(0, 'the secrets'),
  }
}

type RaisedDatabase = Awaited<ReturnType<typeof raiseDatabase>>

/** The functions reach the tables through a proxy that can break; the workbench sees them even then. */
async function raiseDatabase({ options: { engine, inMemory }, data, atTheEnd }: Raising) {
  const database = await startDatabase({ engine, file: inMemory ? null : data.database })
  atTheEnd(database.stop)
  const proxy = await startFaultProxy({ target: database.endpoint })
  atTheEnd(proxy.stop)
  const access = { endpoint: database.endpoint, region: localRegion, credentials: localCredentials }
  const client = new DynamoDBClient(access)
  const streams = new DynamoDBStreamsClient(access)
  atTheEnd(() => {
    client.destroy()
    streams.destroy()
  })
  await createTables(client)
  return { proxy, client, streams, table: openTable(client, localTableNames) }
}

const endpointsOf = (doors: Doors, { proxy }: RaisedDatabase) => ({
  dynamodb: proxy.endpoint,
  ses: `http://127.0.0.1:${doors.mail.port}`,
  kms: `http://127.0.0.1:${doors.keys.port}`,
  ssm: `http://127.0.0.1:${doors.parameters.port}`,
})

type Surroundings = { table: Table; origins: { public: string; workbench: string }; partSwitch: PartSwitch }

/** Where sessions take place on this machine: the practice room, and the practice servers. */
function raiseRooms({ data, atTheEnd }: Raising, { table, origins, partSwitch }: Surroundings) {
  const roomKey = rememberedHouseKey(table, 'room')
  const callbacks = openCallbacks({
    file: data.roomNotices,
    address: `${origins.public}/attendance/room`,
    key: roomKey,
  })
  atTheEnd(callbacks.stop)
  const servers = openPracticeServers({ origins, partSwitch, now })
  atTheEnd(servers.stop)
  return { roomKey, callbacks, servers, presence: openPresence(data.rooms, callbacks.add) }
}

async function raiseStream(
  { options, data, atTheEnd }: Raising,
  { client, streams }: RaisedDatabase,
  invoke: Invoke,
): Promise<Stream> {
  const stream = await startStream({
    streams,
    database: client,
    tableName: localTableNames.outbox,
    from: options.inMemory ? 'TRIM_HORIZON' : { file: data.stream },
    consumers: functions.flatMap(({ name, outboxStream }) =>
      outboxStream ? [{ name, ...outboxStream, handle: (event: unknown) => invoke(name, event) }] : [],
    ),
  })
  atTheEnd(stream.stop)
  return stream
}

async function runEveryMinute(invoke: Invoke): Promise<void> {
  for (const { name, everyMinute } of functions) if (everyMinute) await invoke(name, minuteEvent(now()))
}

async function untilQuiet(parts: {
  rooms: { callbacks: RoomCallbacks; servers: PracticeServers }
  stream: Stream
  post: Mailbox
}): Promise<void> {
  await parts.rooms.callbacks.idle()
  await parts.rooms.servers.idle()
  await parts.stream.idle()
  await parts.post.idle()
  // What became of a mail is written into the outbox too.
  await parts.stream.idle()
}
