import type { Context } from 'hono'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { headersOfCheck } from '../parts/door-headers.ts'
import { settingOf } from '../parts/setting.ts'
import { CheckPage } from './check-page.tsx'

/** Shows the page on which people try out their technology: the only one that may ask for camera and microphone. */
export async function showCheck(c: Context, { table }: { table: ReadingTable }): Promise<Response> {
  const named = await organisationShelf.read(table, null)
  for (const [name, value] of Object.entries(headersOfCheck)) c.header(name, value)
  return c.html(<CheckPage setting={settingOf(c, named?.facts ?? unnamedOrganisation)} />)
}

/** Hands out 100 kB that no proxy makes smaller, so that the way here can be measured. */
export function serveSample(c: Context): Response {
  c.header('content-type', 'application/octet-stream')
  c.header('cache-control', 'no-store')
  return c.body(sample)
}

/** Looks random, so that packing it gains nothing, and is always the same (a linear congruential generator). */
const sample = Uint8Array.from(
  (function* () {
    let state = 1
    for (let i = 0; i < 100_000; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      yield state >>> 24
    }
  })(),
)
