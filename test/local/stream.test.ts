import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type StreamConsumer, type StreamStart, startStream } from '../../infra/local/stream.ts'
import { engines, openEngine } from '../world/engine.ts'

type Opened = Awaited<ReturnType<typeof openEngine>>

const outbox = (opened: Opened) => opened.names.outbox
const put = (opened: Opened, pk: string, kind: string, note = 'first', falls = 'now') =>
  opened.client.send(
    new PutItemCommand({
      TableName: outbox(opened),
      Item: {
        pk: { S: pk },
        sk: { S: 'x' },
        kind: { S: kind },
        note: { S: note },
        ...(falls && { falls: { S: falls } }),
      },
    }),
  )
const namesIn = (event: DynamoDBStreamEvent) =>
  event.Records.map(({ dynamodb }) => `${dynamodb?.NewImage?.pk?.S} ${dynamodb?.NewImage?.note?.S}`)

const startOn = (opened: Opened, from: StreamStart, ...consumers: StreamConsumer[]) =>
  startStream({
    streams: opened.streams,
    database: opened.client,
    tableName: outbox(opened),
    consumers,
    from,
    retries: 2,
  })

describe.each(engines)('the stream of the outbox on $name', ({ engine, present }) => {
  let opened: Opened
  let running: Awaited<ReturnType<typeof startStream>>[] = []
  const start = async (from: StreamStart, ...consumers: StreamConsumer[]) => {
    const stream = await startOn(opened, from, ...consumers)
    running.push(stream)
    return stream
  }

  beforeAll(async () => {
    if (present) opened = await openEngine(engine)
  })
  afterEach(async () => {
    for (const stream of running) await stream.stop()
    running = []
  })
  afterAll(() => opened?.stop())

  /** Collects what it is given; `fails` says which calls go wrong. */
  function collector(kind: string, batchSize: number, fails: (names: string[]) => unknown = () => undefined) {
    const batches: string[][] = []
    const handled: string[] = []
    const consumer: StreamConsumer = {
      name: `${kind}-function`,
      kind,
      batchSize,
      async handle(event) {
        const names = namesIn(event)
        batches.push(names)
        const answer = fails(names)
        if (answer === 'throw') throw new Error('cannot')
        if (typeof answer !== 'number') handled.push(...names)
        else {
          handled.push(...names.slice(0, answer))
          const itemIdentifier = event.Records[answer]?.dynamodb?.SequenceNumber ?? ''
          return { batchItemFailures: [{ itemIdentifier }] }
        }
        return undefined
      },
    }
    return { consumer, batches, handled }
  }

  test.runIf(present)('hands over new and changed items of the kind, in order, in batches', async () => {
    const mails = collector('mail', 3)
    const stream = await start('LATEST', mails.consumer)
    for (const name of ['a1', 'a2', 'a3', 'a4']) await put(opened, name, 'mail')
    await put(opened, 'a5', 'something else')
    // Due later, or not at all: that is the clock's.
    await put(opened, 'a6', 'mail', 'first', '')
    await put(opened, 'a1', 'mail', 'changed')
    await opened.client.send(
      new DeleteItemCommand({ TableName: outbox(opened), Key: { pk: { S: 'a2' }, sk: { S: 'x' } } }),
    )
    await stream.idle()
    expect(mails.handled).toEqual(['a1 first', 'a2 first', 'a3 first', 'a4 first', 'a1 changed'])
    expect(Math.max(...mails.batches.map((batch) => batch.length))).toBeLessThanOrEqual(3)
  })

  test.runIf(present)(
    'shows records as Lambda does: plain JSON with sequence, source and image',
    async () => {
      const events: DynamoDBStreamEvent[] = []
      const stream = await start('LATEST', {
        name: 'look',
        kind: 'mail',
        batchSize: 10,
        handle: async (event) => void events.push(event),
      })
      await put(opened, 'shape', 'mail')
      await stream.idle()
      const [record] = events[0]?.Records ?? []
      expect(JSON.parse(JSON.stringify(events))).toEqual(events)
      expect(record).toMatchObject({
        eventName: 'INSERT',
        eventSource: 'aws:dynamodb',
        dynamodb: {
          Keys: { pk: { S: 'shape' }, sk: { S: 'x' } },
          NewImage: { kind: { S: 'mail' }, note: { S: 'first' } },
          SequenceNumber: expect.stringMatching(/^\d+$/),
          ApproximateCreationDateTime: expect.any(Number),
        },
      })
      expect(record?.eventSourceARN).toContain(outbox(opened))
    },
  )

  test.runIf(present)('is idle only when what a function wrote was handed over too', async () => {
    const mails = collector('mail', 10)
    const stream = await start('LATEST', mails.consumer, {
      name: 'work',
      kind: 'work',
      batchSize: 1,
      async handle(event) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        for (const name of namesIn(event)) await put(opened, `mail of ${name}`, 'mail')
      },
    })
    for (const name of ['w1', 'w2', 'w3']) await put(opened, name, 'work')
    await stream.idle()
    expect(mails.handled).toHaveLength(3)
  })

  test.runIf(present)(
    'finds a poisoned record by bisecting, puts it aside, and lets the others pass',
    async () => {
      const mails = collector('mail', 10, (names) => (names.includes('p3 first') ? 'throw' : undefined))
      const names = ['p1', 'p2', 'p3', 'p4', 'p5']
      for (const name of names) await put(opened, name, 'mail')
      const stream = await start('TRIM_HORIZON', mails.consumer)
      await stream.idle()
      const ours = mails.handled.filter((name) => name.startsWith('p'))
      expect(ours).toEqual(['p1 first', 'p2 first', 'p4 first', 'p5 first'])
      expect(mails.batches.filter((batch) => batch.join() === 'p3 first')).toHaveLength(3)
      expect(stream.failures()).toMatchObject([
        {
          consumer: 'mail-function',
          reason: 'cannot',
          record: { dynamodb: { NewImage: { pk: { S: 'p3' } } } },
        },
      ])
    },
  )

  test.runIf(present)('goes on from the record that a function names as failed', async () => {
    let failures = 0
    const mails = collector('mail', 10, (names) => {
      const place = names.indexOf('q2 first')
      return place >= 0 && failures++ < 2 ? place : undefined
    })
    for (const name of ['q1', 'q2', 'q3']) await put(opened, name, 'mail')
    const stream = await start('TRIM_HORIZON', mails.consumer)
    await stream.idle()
    expect(mails.handled.filter((name) => name.startsWith('q'))).toEqual(['q1 first', 'q2 first', 'q3 first'])
    expect(stream.failures()).toEqual([])
  })
})

describe.each(engines)('a stream that was stopped on $name', ({ engine, present }) => {
  test.runIf(present)(
    'goes on where it stopped, with a fresh engine on the same file, and leaves nothing out',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lernhaus-stream-'))
      const seen: string[] = []
      const consumer = (work: (names: string[]) => Promise<void>): StreamConsumer => ({
        name: 'send',
        kind: 'mail',
        batchSize: 2,
        handle: (event) => work(namesIn(event)),
      })
      const round = async (round: string, work: (names: string[]) => Promise<void>, mails: string[]) => {
        const opened = await openEngine(engine, join(folder, 'things.db'))
        const stream = await startOn(opened, { file: join(folder, 'stream.json') }, consumer(work))
        for (const mail of mails) await put(opened, mail, 'mail', round)
        return { opened, stream }
      }
      const take = async (names: string[]) => void seen.push(...names)

      const first = await round('one', take, ['a', 'b'])
      await first.stream.idle()
      await first.stream.stop()
      await put(first.opened, 'c', 'mail', 'while stopped')
      await first.opened.stop()
      expect(seen).toEqual(['a one', 'b one'])

      const second = await round('two', () => Promise.reject(new Error('dies')), ['a'])
      await second.stream.stop()
      await second.opened.stop()

      const third = await round('three', take, ['a', 'd'])
      await third.stream.idle()
      await third.stream.stop()
      await third.opened.stop()
      rmSync(folder, { recursive: true })
      expect(seen).toEqual(['a one', 'b one', 'c while stopped', 'a two', 'a three', 'd three'])
    },
  )
})
