import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** A request on its way to the database: the how-manyth, and what it is. */
export type GateRequest = { number: number; command: string; input: Record<string, unknown> }

/**
 * What happens to a request. `lost`: it never arrives · `answer-lost`: it happens, the answer does not arrive ·
 * `meanwhile`: it happens, the answer is lost, and before anything else this is done · an error: it is turned away with it
 */
export type Mishap = 'lost' | 'answer-lost' | { meanwhile: () => Promise<unknown> } | Error

export type Plan = (request: GateRequest) => Mishap | undefined

/** The error of a connection that breaks. */
const broken = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })

/** An error as the SDK makes it from an answer of the database. */
export const databaseError = (name: string, httpStatusCode: number): Error =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } })

/**
 * Stands in every request of a client, inside the SDK's own retries, and numbers them from 1. The plan says what
 * goes wrong; `requests` tells what came by.
 */
export function openGate(client: DynamoDBClient, plan: Plan) {
  const requests: GateRequest[] = []
  type Next = (given: { input: object; request: unknown }) => Promise<{ output: never; response: unknown }>
  const gate = (next: Next, context: { commandName?: string }) => async (given: Parameters<Next>[0]) => {
    const command = (context.commandName ?? '').replace('Command', '')
    const request = { number: requests.length + 1, command, input: given.input as GateRequest['input'] }
    requests.push(request)
    const mishap = plan(request)
    if (mishap instanceof Error) throw mishap
    if (mishap === 'lost') throw broken()
    if (mishap === undefined) return next(given)
    // A refusal is an answer too, and gets lost like one.
    await next(given).catch(() => undefined)
    if (mishap !== 'answer-lost') await mishap.meanwhile()
    throw broken()
  }
  // The last step before the wire: whatever retries stand outside of it meet the gate again.
  client.middlewareStack.add(gate as never, { step: 'finalizeRequest', priority: 'low', name: 'gate' })
  return { requests }
}

/** Makes each attempt a stranger to the database, as it is ten minutes after the first. */
export function forgetTokens(client: DynamoDBClient): void {
  type Next = (given: { input: object }) => Promise<never>
  const strip = (next: Next) => (given: Parameters<Next>[0]) =>
    next({ ...given, input: { ...given.input, ClientRequestToken: crypto.randomUUID() } })
  client.middlewareStack.add(strip as never, { step: 'initialize', name: 'forget-tokens' })
}
