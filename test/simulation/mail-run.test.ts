import { expect, test } from 'vitest'
import { playInvites } from './mail-run.ts'

test('invites to three hundred people go out at the pace that the provider takes, each once', async () => {
  const run = await playInvites({ people: 300, perSecond: 14 })
  expect(run).toMatchObject({ people: 300, once: 300, lost: 0, doubled: 0 })
  // A provider that is never asked too fast has nothing to turn away but what falls into two of its seconds at once.
  expect(run.throttled).toBeLessThan(30)
  // Twelve a second is what our own share of fourteen allows; a minute more is what the clock may need to see the rest.
  expect(run.seconds).toBeLessThan(300 / 12 + 60)
  expect(run.seconds).toBeGreaterThan(300 / 14)
})
