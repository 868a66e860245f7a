import type { SESClient } from '@aws-sdk/client-ses'
import { expect, test } from 'vitest'
import { openSendRate } from '../../functions/aws/send-rate.ts'
import { day, type Instant, later, minute } from '../../functions/kernel/time.ts'

/** A provider that answers what the test says, and a clock that the test moves. */
function openProvider() {
  let now = '2026-03-02T09:00:00.000Z' as Instant
  let answer: number | Error = 14
  let asked = 0
  const client = {
    send: async () => {
      asked++
      if (answer instanceof Error) throw answer
      return { MaxSendRate: answer }
    },
  } as unknown as Pick<SESClient, 'send'>
  return {
    rate: openSendRate(client, () => now),
    asked: () => asked,
    be: (next: number | Error) => {
      answer = next
    },
    pass: (milliseconds: number) => {
      now = later(now, milliseconds)
    },
  }
}

test('is asked for once in some minutes, and follows the provider', async () => {
  const { rate, asked, be, pass } = openProvider()
  expect([await rate(), await rate()]).toEqual([14, 14])
  expect(asked()).toBe(1)
  be(50)
  pass(5 * minute - 1)
  expect(await rate()).toBe(14)
  pass(1)
  expect(await rate()).toBe(50)
  expect(asked()).toBe(2)
})

test('a question that fails stops nobody: what was known counts on, and it is asked again in a minute', async () => {
  const { rate, asked, be, pass } = openProvider()
  await rate()
  be(new Error('no answer'))
  pass(5 * minute)
  expect([await rate(), await rate()]).toEqual([14, 14])
  expect(asked()).toBe(2)
  pass(minute)
  be(28)
  expect(await rate()).toBe(28)
  be(new Error('no answer'))
  pass(2 * day)
  expect(await rate()).toBeUndefined()
})

test('what was never told is not made up', async () => {
  const { rate, be } = openProvider()
  be(new Error('no right to ask'))
  expect(await rate()).toBeUndefined()
})

test('a clock that is put back does not keep an old answer for long', async () => {
  const { rate, be, pass } = openProvider()
  await rate()
  be(20)
  pass(-day)
  expect(await rate()).toBe(20)
})
