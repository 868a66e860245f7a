import type { RequestListener } from 'node:http'
import type { FaultMode } from './faults.ts'

/** The parts that the workbench can disturb. */
export const partNames = ['mail', 'meeting', 'openid', 'database'] as const
export type PartName = (typeof partNames)[number]

/** One part's switch: works, broken, slow, or turning away because of too much. */
export type PartSwitch = { mode: FaultMode }

/** How long a slow part takes before it begins. */
const slowMilliseconds = 2_000

/** Waits as long as a slow part takes. */
export const dawdle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, slowMilliseconds))

/** Puts a switch in front of a part that speaks plain HTTP. */
export const switched =
  (part: PartSwitch, listener: RequestListener): RequestListener =>
  async (request, response) => {
    const refuse = (status: number, message: string) =>
      void response.writeHead(status, { 'content-type': 'text/plain' }).end(`${message}\n`)
    if (part.mode === 'down') return refuse(503, 'down')
    if (part.mode === 'throttle') return refuse(429, 'too many requests')
    if (part.mode === 'slow') await dawdle()
    listener(request, response)
  }

/** The switch of a part that is gone altogether when it is down: nobody listens at its port. */
export function portSwitch(port: { breakOff(): void; mend(): void }): PartSwitch {
  let mode: FaultMode = 'ok'
  return {
    get mode() {
      return mode
    },
    set mode(next) {
      if (next === 'down' && mode !== 'down') port.breakOff()
      if (next !== 'down') port.mend()
      mode = next
    },
  }
}
