import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TableName } from '../../functions/kernel/table.ts'
import type { FunctionEntry } from '../../infra/manifest.ts'

/** A door before the database that lets through what a function may do, and notes what it tried beyond that. */
export type RightsGate = { endpoint: string; refused: string[]; close(): void }

type Keyed = { pk?: { S?: string } }
type Body = {
  TableName?: string
  IndexName?: string
  Key?: Keyed
  Item?: Keyed
  ExpressionAttributeValues?: Record<string, { S?: string }>
  RequestItems?: Record<string, { Keys: Keyed[] }>
  TransactItems?: Record<string, Body>[]
}
/** One thing that a request wants: the action as IAM names it, on which table, under which key. */
type Wish = { action: string; table: string; index: string; key: string }

const reading = ['GetItem', 'BatchGetItem', 'Query', 'ConditionCheckItem']
const writing = ['PutItem', 'UpdateItem', 'DeleteItem']

/**
 * Plays IAM for the rights of the manifest, which local engines do not know: without it a function that lacks a right
 * would run everywhere but in AWS.
 */
export async function openRightsGate(
  { tables }: Pick<FunctionEntry, 'tables'>,
  database: { endpoint: string; names: Record<TableName, string> },
): Promise<RightsGate> {
  const refused: string[] = []
  const rightsTo = (table: string) =>
    Object.entries(database.names).flatMap(([name, physical]) =>
      physical === table ? (tables[name as TableName] ?? []) : [],
    )
  const isAllowed = ({ action, table, index, key }: Wish): boolean =>
    rightsTo(table).some(
      ({ may, keys }) =>
        (reading.includes(action) || (may === 'write' && writing.includes(action))) &&
        (index !== '' || !keys || keys.some((start) => key.startsWith(start))),
    )

  const server = createServer(async (request, response) => {
    const body = await bytesOf(request)
    const action = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
    const beyond = wishesOf(action, JSON.parse(body.toString('utf8'))).filter((wish) => !isAllowed(wish))
    if (beyond.length > 0) {
      refused.push(...beyond.map((wish) => `${wish.action} on ${wish.table}${wish.index} under ${wish.key}`))
      const fault = { __type: 'com.amazon.coral.service#AccessDeniedException', message: 'not authorized' }
      return response
        .writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
        .end(JSON.stringify(fault))
    }
    const headers = headersOf(request)
    const answer = await fetch(database.endpoint, { method: 'POST', headers, body: new Uint8Array(body) })
    response
      .writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' })
      .end(Buffer.from(await answer.arrayBuffer()))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What the engine asks for: who signed, when, and what is wanted. */
const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => name === 'authorization' || name === 'content-type' || name.startsWith('x-amz-'))
      .map(([name, value]) => [name, String(value)]),
  )

function wishesOf(action: string, body: Body): Wish[] {
  if (action === 'BatchGetItem')
    return Object.entries(body.RequestItems ?? {}).flatMap(([table, { Keys }]) =>
      Keys.map((key) => ({ action, table, index: '', key: key.pk?.S ?? '' })),
    )
  if (action === 'TransactWriteItems')
    return (body.TransactItems ?? []).flatMap((item) =>
      Object.entries(item).flatMap(([what, inner]) => wishesOf(`${what}Item`, inner)),
    )
  const key = body.Key?.pk?.S ?? body.Item?.pk?.S ?? body.ExpressionAttributeValues?.[':pk']?.S ?? ''
  return [{ action, table: body.TableName ?? '', index: body.IndexName ?? '', key }]
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
