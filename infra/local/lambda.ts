import { randomUUID } from 'node:crypto'
import type { FunctionEntry, FunctionName } from '../manifest.ts'

/** A function's own door, as the manifest's file exports it. */
export type Handler = (event: unknown, context: object) => unknown

/** Imports the file of a function by its path in the manifest. */
export type LoadFunction = (entry: string) => Promise<{ handler?: Handler }>

/** Calls a function of the manifest the way Lambda does, and answers what it returned. */
export type Invoke = (name: FunctionName, event: unknown) => Promise<unknown>

/** The function did not finish in the time the manifest gives it. */
export class FunctionTimedOut extends Error {
  override name = 'FunctionTimedOut'
}

/** An event or an answer is larger than Lambda carries. */
export class PayloadTooLarge extends Error {
  override name = 'PayloadTooLarge'
  readonly what: 'event' | 'answer'
  constructor(what: 'event' | 'answer') {
    super(`the ${what} is larger than 6 MB`)
    this.what = what
  }
}

/** What Lambda carries at most in one direction of a synchronous call. */
const mostBytes = 6 * 1024 * 1024

/** Imports every handler file once, at start, so that the first click waits for nothing. */
export async function loadHandlers(
  load: LoadFunction,
  entries: readonly FunctionEntry[],
): Promise<Map<FunctionName, Handler>> {
  const loaded = await Promise.all(
    entries.map(async ({ name, entry }): Promise<[FunctionName, Handler]> => {
      const module = await load(entry)
      if (typeof module.handler !== 'function') throw new Error(`${entry} exports no handler`)
      return [name, module.handler]
    }),
  )
  return new Map(loaded)
}

/** Runs handlers in this process: events and answers travel as JSON, and time runs out, as in Lambda. */
export function lambdaRunner(
  entries: readonly FunctionEntry[],
  handlers: ReadonlyMap<FunctionName, Handler>,
): Invoke {
  return async (name, event) => {
    const entry = entries.find((candidate) => candidate.name === name)
    const handler = handlers.get(name)
    if (!entry || !handler) throw new Error(`no function ${name}`)
    const deadline = Date.now() + entry.timeoutSeconds * 1000
    const answer = await within(
      entry,
      Promise.resolve(handler(travel(event, 'event'), context(entry, deadline))),
    )
    return answer === undefined ? null : travel(answer, 'answer')
  }
}

function travel(value: unknown, what: 'event' | 'answer'): unknown {
  const text = JSON.stringify(value) ?? 'null'
  if (Buffer.byteLength(text) > mostBytes) throw new PayloadTooLarge(what)
  return JSON.parse(text)
}

async function within<T>({ name, timeoutSeconds }: FunctionEntry, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const bell = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new FunctionTimedOut(`${name} timed out after ${timeoutSeconds} seconds`)),
      timeoutSeconds * 1000,
    )
  })
  return Promise.race([work, bell]).finally(() => clearTimeout(timer))
}

const context = ({ name, memoryMegabytes }: FunctionEntry, deadline: number): object => ({
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:eu-central-1:000000000000:function:${name}`,
  memoryLimitInMB: String(memoryMegabytes),
  awsRequestId: randomUUID(),
  logGroupName: `/aws/lambda/${name}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
})
