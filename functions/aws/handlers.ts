import middy from '@middy/core'
import type { Context, DynamoDBRecord, DynamoDBStreamEvent, SNSEvent } from 'aws-lambda'
import type { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import { log } from './log.ts'

/** Logs a fault once, with the request's id, and lets Lambda see it: the gateway then answers a bare 500. */
const noteFaults = {
  onError: ({ error, context }: { error: Error | null; context: Context }) =>
    log.fault(error, { requestId: context.awsRequestId, function: context.functionName }),
}

/** How doors write down what nobody expected. */
export const noteFault = (fault: unknown, requestId: string): void => log.fault(fault, { requestId })

/** A door behind API Gateway. */
export const httpHandler = (door: Hono) => middy(handle(door)).use(noteFaults)

/** Something that runs by the clock. */
export const scheduleHandler = (run: () => Promise<void>) =>
  middy(async () => {
    await run()
  }).use(noteFaults)

/** What Lambda retries of a batch: from the first record that could not be done, so that order is kept. */
type BatchAnswer = { batchItemFailures: { itemIdentifier: string }[] }

/** Takes new items of a table's stream one by one; stops at the first that fails and asks for it again. */
export const streamHandler = (take: (record: DynamoDBRecord) => Promise<void>) =>
  middy(async (event: DynamoDBStreamEvent, context: Context): Promise<BatchAnswer> => {
    for (const record of event.Records) {
      try {
        await take(record)
      } catch (fault) {
        log.fault(fault, { requestId: context.awsRequestId, function: context.functionName })
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
      }
    }
    return { batchItemFailures: [] }
  }).use(noteFaults)

/** Takes messages of a topic one by one. */
export const topicHandler = (take: (message: string) => Promise<void>) =>
  middy(async (event: SNSEvent) => {
    for (const record of event.Records) await take(record.Sns.Message)
  }).use(noteFaults)
