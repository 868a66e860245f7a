import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { TableBusy, UnsureCommit } from '../../functions/kernel/table.ts'
import { doorHeaders } from './door-headers.ts'
import { answer } from './door-page.tsx'
import { formBytes } from './read-form.ts'
import { requestIdOf } from './request-id.ts'

/** Writes down a fault that nobody expected, with the id by which the reader can name it. */
export type NoteFault = (fault: unknown, requestId: string) => void

/** What every door stands on. */
export type DoorWorld = { origin: string; noteFault: NoteFault }

/**
 * A door with everything that doors share: strict headers, forms from the public origin only, no body larger than a
 * form (or what `mostBytes` allows there), and a plain page in the reader's language for whatever goes wrong.
 */
export function openDoor(
  world: DoorWorld,
  setting: { personal: boolean; mostBytes?: (path: string) => number },
): Hono {
  const door = new Hono()
  door.use(doorHeaders({ origin: world.origin, personal: setting.personal }))
  door.use(csrf({ origin: world.origin }))
  const { mostBytes = () => formBytes } = setting
  door.use((c, next) =>
    bodyLimit({ maxSize: mostBytes(c.req.path), onError: () => answer(c, 'too-large') })(c, next),
  )
  door.notFound((c) => answer(c, 'not-found'))
  door.onError((fault, c) => answerFault(world, fault, c))
  return door
}

/** Several doors behind one address, as one function serves them. */
export function combineDoors(world: DoorWorld, doors: readonly Hono[]): Hono {
  const house = openDoor(world, { personal: false })
  for (const door of doors) house.route('/', door)
  return house
}

function answerFault(world: DoorWorld, fault: Error, c: Context): Response | Promise<Response> {
  if (fault instanceof HTTPException && fault.status === 403) return answer(c, 'forbidden')
  if (fault instanceof HTTPException && fault.status < 500) return answer(c, 'unreadable')
  const requestId = requestIdOf(c)
  world.noteFault(fault, requestId)
  if (fault instanceof TableBusy) return answer(c, 'busy')
  if (fault instanceof UnsureCommit) return answer(c, 'unsure')
  return answer(c, 'fault', requestId)
}
