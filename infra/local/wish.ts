import { parseArgs } from 'node:util'
import type { Engine } from './database.ts'
import type { SystemOptions } from './system.ts'

/** What whoever cannot be understood is told. */
export const usage = `npm start -- [--fresh] [--empty] [--in-memory] [--database dynamodb-local]
  --fresh      begin anew: throw away what earlier starts have kept
  --empty      without the demonstration
  --in-memory  keep nothing
  --database dynamodb-local   Amazon's own engine instead of the embedded one; needs Java 17
Ports: PORT (3000), WORKBENCH_PORT (3001), OPENID_PORT (3002), each from 1 to 65535, or 0 for a free one
Data:  DATA_FOLDER (.lernhaus)`

type Ports = SystemOptions['ports']
/** How somebody wants the house on this machine. */
export type Wish = { fresh: boolean; empty: boolean; inMemory: boolean; engine: Engine; ports: Ports }

/** What the command line and the environment ask for; undefined where it cannot be understood. */
export function readWish(): Wish | undefined {
  try {
    const { values } = parseArgs({
      options: {
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        'in-memory': { type: 'boolean', default: false },
        database: { type: 'string', default: 'embedded' },
      },
    })
    const { fresh, empty, 'in-memory': inMemory, database: engine } = values
    const ports = readPorts()
    return ports && (engine === 'embedded' || engine === 'dynamodb-local')
      ? { fresh, empty, inMemory, engine, ports }
      : undefined
  } catch {
    return undefined
  }
}

/** Undefined where one of them is no port; a door elsewhere than asked for would only be found by luck. */
function readPorts(): Ports | undefined {
  const read = (name: string, usual: number): number => {
    const text = process.env[name] || String(usual)
    return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : Number.NaN
  }
  const ports = {
    public: read('PORT', 3000),
    workbench: read('WORKBENCH_PORT', 3001),
    openid: read('OPENID_PORT', 3002),
  }
  return Object.values(ports).some(Number.isNaN) ? undefined : ports
}
