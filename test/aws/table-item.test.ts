import { describe, expect, test } from 'vitest'
import { itemFrom, type Put, storedFrom } from '../../functions/aws/table-item.ts'
import type { Instant } from '../../functions/kernel/time.ts'

const at = '2026-03-02T09:00:00.000Z' as Instant
const put = (due?: string): Put => ({
  do: 'create',
  table: 'outbox',
  pk: 'work#sweep#sem_1#',
  sk: 'work',
  kind: 'work',
  facts: { task: 'sweep' },
  ...(due && { due: due as Instant }),
})

describe('what the stream of the outbox brings to a function', () => {
  test.each([
    ['due before it is written', '2026-03-02T08:59:59.999Z', 'now'],
    ['due as it is written', '2026-03-02T09:00:00.000Z', 'now'],
    ['due a moment later', '2026-03-02T09:00:00.001Z', undefined],
    ['a sweep that comes again', '2026-03-02T09:02:00.000Z', undefined],
    ['done for good', undefined, undefined],
  ])('%s', (_, due, falls) => {
    const item = itemFrom(put(due), { version: 'v', at })
    expect(item.falls?.S).toBe(falls)
    expect(storedFrom('outbox', item)).toEqual({
      table: 'outbox',
      pk: 'work#sweep#sem_1#',
      sk: 'work',
      kind: 'work',
      version: 'v',
      facts: { task: 'sweep' },
      ...(due && { due }),
    })
  })
})
