import { fileURLToPath } from 'node:url'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { getRequestListener } from '@hono/node-server'
import { now } from '../../functions/aws/clock.ts'
import { rememberedHouseKey } from '../../functions/aws/house-key.ts'
import { openTable } from '../../functions/aws/table.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { functions } from '../manifest.ts'
import { openClock, restoreClock } from './clock.ts'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import {
  createTables,
  type Engine,
  localCredentials,
  localRegion,
  localTableNames,
  startDatabase,
} from './database.ts'
import { layOutFiles, setEnvironment, signingKeyId, verifiedDomain } from './environment.ts'
import { startFaultProxy } from './faults.ts'
import { isEmpty, storePeople } from './first-entries.ts'
import { gateway } from './gateway.ts'
import { keys } from './keys.ts'
import { lambdaRunner, loadHandlers } from './lambda.ts'
import { openMailStore } from './mail-store.ts'
import { mailbox } from './mailbox.ts'
import { minuteEvent } from './minute-event.ts'
import { openPort } from './open-port.ts'
import { openIdDoor } from './openid.tsx'
import { type PartName, type PartSwitch, portSwitch, switched } from './part-mode.ts'
import { askParts } from './parts.ts'
import { openCallbacks } from './room-callbacks.ts'
import { openPresence } from './room-presence.ts'
import { startStream } from './stream.ts'
import { workbench } from './workbench.tsx'

export type SystemOptions = {
  ports: { public: number; workbench: number; openid: number }
  /** Where everything lies that must survive a restart. */
  dataFolder: string
  engine: Engine
  /** The tables vanish with the process. */
  inMemory: boolean
  /** Called when nobody has entered anything yet. */
  fill?: (table: Table, now: Instant) => Promise<void>
}

export type System = {
  publicOrigin: string
  workbenchOrigin: string
  openidOrigin: string
  stop(): Promise<void>
}

const projectFolder = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Raises the whole system on this machine. The functions read their environment when they are imported, so there can
 * be one system per process.
 */
export async function raiseSystem(options: SystemOptions): Promise<System> {
  const data = openDataFolder(options.dataFolder)
  const stops: (() => Promise<void> | void)[] = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    const system = await raiseParts(options, data, (end) => stops.push(end))
    return { ...system, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

type AtTheEnd = (end: () => Promise<void> | void) => void

async function openDoors({ ports }: SystemOptions, atTheEnd: AtTheEnd) {
  const open = async (wish: Parameters<typeof openPort>[0]) => {
    const door = await openPort(wish)
    atTheEnd(door.stop)
    return door
  }
  return {
    public: await open({ port: ports.public, name: 'the pages', variable: 'PORT' }),
    workbench: await open({ port: ports.workbench, name: 'the workbench', variable: 'WORKBENCH_PORT' }),
    openid: await open({ port: ports.openid, name: 'the sign-in', variable: 'OPENID_PORT' }),
    mail: await open({ port: 0, name: 'the mailbox' }),
    keys: await open({ port: 0, name: 'the key store' }),
  }
}

async function raiseDatabase({ engine, inMemory }: SystemOptions, data: DataFolder, atTheEnd: AtTheEnd) {
  const database = await startDatabase({ engine, file: inMemory ? null : data.database })
  atTheEnd(database.stop)
  const proxy = await startFaultProxy({ target: database.endpoint })
  atTheEnd(proxy.stop)
  const access = { endpoint: database.endpoint, region: localRegion, credentials: localCredentials }
  const client = new DynamoDBClient(access)
  await createTables(client)
  // The workbench sees the tables even when they are broken for the functions.
  return {
    proxy,
    client,
    streams: new DynamoDBStreamsClient(access),
    table: openTable(client, localTableNames),
  }
}

async function raiseParts(
  options: SystemOptions,
  data: DataFolder,
  atTheEnd: AtTheEnd,
): Promise<Omit<System, 'stop'>> {
  restoreClock(data.clock)
  const doors = await openDoors(options, atTheEnd)
  const { proxy, client, streams, table } = await raiseDatabase(options, data, atTheEnd)
  const origins = {
    public: doors.public.origin,
    workbench: doors.workbench.origin,
    openid: doors.openid.origin,
  }
  const numeric = (port: number) => `http://127.0.0.1:${port}`
  layOutFiles(projectFolder, data.files, functions)
  setEnvironment({
    publicOrigin: origins.public,
    workbenchOrigin: origins.workbench,
    openidOrigin: origins.openid,
    filesFolder: data.files,
    endpoints: { dynamodb: proxy.endpoint, ses: numeric(doors.mail.port), kms: numeric(doors.keys.port) },
  })
  await storePeople(table, now())
  if (options.fill && (await isEmpty(table))) await options.fill(table, now())

  const invoke = lambdaRunner(functions, await loadHandlers(projectFolder, functions))
  const switches: Record<PartName, PartSwitch> = {
    mail: portSwitch(doors.mail),
    meeting: { mode: 'ok' },
    openid: { mode: 'ok' },
    database: proxy,
  }
  doors.keys.answer(keys(data.signingKey, signingKeyId))
  const store = openMailStore(data.mails)
  const post = mailbox({
    store,
    verified: verifiedDomain,
    partSwitch: switches.mail,
    tell: (event) => invoke('delivery', event),
  })
  doors.mail.answer(post.listener)
  doors.public.answer(gateway(functions, invoke))

  const roomKey = rememberedHouseKey(table, 'room')
  const callbacks = openCallbacks({
    file: data.roomNotices,
    address: `${origins.public}/attendance/room`,
    key: roomKey,
  })
  atTheEnd(callbacks.stop)
  const presence = openPresence(data.rooms, callbacks.add)

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

  const clock = openClock({
    file: data.clock,
    table,
    timed: presence,
    runMinute: async () => {
      for (const { name, everyMinute } of functions) if (everyMinute) await invoke(name, minuteEvent(now()))
    },
    quiet: async () => {
      await callbacks.idle()
      await stream.idle()
      await post.idle()
      // What became of a mail is written into the outbox too.
      await stream.idle()
    },
  })
  clock.start()
  atTheEnd(clock.stop)

  doors.openid.answer(
    switched(
      switches.openid,
      openIdDoor({
        issuer: origins.openid,
        publicOrigin: origins.public,
        workbenchOrigin: origins.workbench,
        file: data.openid,
      }),
    ),
  )
  const parts = () => askParts({ origins, table, switches })
  const bench = workbench({ origins, store, clock, switches, parts, table, presence, roomKey })
  doors.workbench.answer(getRequestListener(bench.fetch))
  return { publicOrigin: origins.public, workbenchOrigin: origins.workbench, openidOrigin: origins.openid }
}
