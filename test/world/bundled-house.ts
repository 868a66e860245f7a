import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Config, readConfig } from '../../functions/aws/config.ts'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { bundleEveryFunctionInto } from '../../infra/bundle.ts'
import { createTables, localTableNames, startDatabase } from '../../infra/local/database.ts'
import { keys } from '../../infra/local/keys.ts'
import { sesAnswer } from '../../infra/local/ses-protocol.ts'
import { type FunctionName, functions } from '../../infra/manifest.ts'
import { lambdaEnvironment } from './lambda-environment.ts'
import { openRightsGate } from './rights-gate.ts'
import { startFunction } from './runtime-api.ts'

/** What a function behind API Gateway answers; workers answer other things. */
export type Answer = {
  statusCode: number
  headers: Record<string, string>
  body: string
  isBase64Encoded: boolean
}

/** All functions as they lie in Lambda, over an engine, a key and a mail provider of this machine. */
export type BundledHouse = {
  config: Config
  database: DynamoDBClient
  table: Table
  /** What the mail provider was handed, as the fields of the real calls. */
  handedOver: URLSearchParams[]
  /** What functions tried without a right to it. */
  refused: string[]
  /** Starts the bundle in a Node of its own, hands it the events one after the other, and ends it. */
  run(name: FunctionName, events: readonly object[], more?: Record<string, string>): Promise<Answer[]>
  close(): Promise<void>
}

/** Bundles every function and answers where each lies. */
function bundleAll(folder: string): (name: FunctionName) => string {
  bundleEveryFunctionInto(folder)
  return (name) => join(folder, name)
}

/**
 * Raises what the bundles stand on, and bundles them first where none are given; each function has only its rights of
 * the manifest.
 */
export async function openBundledHouse(given?: (name: FunctionName) => string): Promise<BundledHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'lernhaus-bundles-'))
  const bundleOf = given ?? bundleAll(folder)
  const engine = await startDatabase({ engine: 'embedded', file: null })
  const handedOver: URLSearchParams[] = []
  const refused: string[] = []
  const keyStore = keys({
    'signing-key': { file: join(folder, 'key.pem'), spec: 'ECC_NIST_P256' },
    'credential-key': { file: join(folder, 'credential-key.pem'), spec: 'ECC_NIST_EDWARDS25519' },
  })
  const kms = await listening(createServer(keyStore))
  const ses = await listening(createServer((request, response) => takeMail(request, response, handedOver)))
  const endpoints = {
    DYNAMODB_ENDPOINT: engine.endpoint,
    KMS_ENDPOINT: addressOf(kms),
    SES_ENDPOINT: addressOf(ses),
  }
  const config = readConfig(lambdaEnvironment(folder, endpoints))
  const database = openDatabase(config)
  await createTables(database)
  return {
    config,
    database,
    table: openTable(database, localTableNames),
    handedOver,
    refused,
    async run(name, events, more = {}) {
      const entry = functions.find((candidate) => candidate.name === name)
      const gate = await openRightsGate(entry ?? { tables: {} }, {
        endpoint: engine.endpoint,
        names: localTableNames,
      })
      const own = { ...endpoints, DYNAMODB_ENDPOINT: gate.endpoint, ...more }
      const running = await startFunction(bundleOf(name), lambdaEnvironment(bundleOf(name), own))
      try {
        const answers: Answer[] = []
        for (const event of events) answers.push((await running.invoke(event)) as Answer)
        return answers
      } finally {
        await running.end()
        gate.close()
        refused.push(...gate.refused.map((what) => `${name}: ${what}`))
      }
    },
    async close() {
      for (const server of [kms, ses]) {
        server.closeAllConnections()
        server.close()
      }
      await engine.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function takeMail(request: IncomingMessage, response: ServerResponse, mails: URLSearchParams[]) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
  response.setHeader('content-type', 'text/xml')
  if (form.get('Action') === 'GetSendQuota')
    return response.end(sesAnswer('GetSendQuota', { MaxSendRate: '50' }))
  mails.push(form)
  response.end(sesAnswer('SendRawEmail', { MessageId: `0107-${mails.length}` }))
}

async function listening(server: Server): Promise<Server> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}
const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
