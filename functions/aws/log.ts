/** What a log line may carry: ids, codes and numbers. Never names, addresses, paths or tokens. */
type LogFacts = Record<string, string | number | boolean | undefined>

const write = (level: 'info' | 'warn' | 'error', message: string, facts: object) =>
  console[level](JSON.stringify({ level, message, ...facts }))

export const log = {
  info: (message: string, facts: LogFacts = {}) => write('info', message, facts),
  warn: (message: string, facts: LogFacts = {}) => write('warn', message, facts),
  /** A fault: its name, its message without quoted values, where it was thrown, and the faults behind it. */
  fault: (fault: unknown, facts: LogFacts = {}) => {
    const causes = causesOf(fault).map(describe)
    write('error', 'fault', { ...facts, ...describe(fault), ...(causes.length > 0 && { causes }) })
  },
}

/** More causes than that tell nobody more. */
const mostCauses = 5

/** The faults behind a fault, the nearest first: what it was caused by, and what it bundles. */
function causesOf(fault: unknown): unknown[] {
  const found: unknown[] = []
  const open = behind(fault)
  // A fault may be its own cause; none is told twice.
  for (let next = open.shift(); next !== undefined && found.length < mostCauses; next = open.shift()) {
    if (next === fault || found.includes(next)) continue
    found.push(next)
    open.push(...behind(next))
  }
  return found
}

const behind = (fault: unknown): unknown[] => {
  if (!(fault instanceof Error)) return []
  const bundled: unknown[] = fault instanceof AggregateError ? fault.errors : []
  return [fault.cause, ...bundled].filter((cause) => cause !== undefined && cause !== null)
}

function describe(fault: unknown): { name: string; reason: string; where: string | undefined } {
  const error = fault instanceof Error ? fault : new Error(textOf(fault))
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim())
    .join(' < ')
  return { name: error.name, reason: redact(error.message), where }
}

/** Whatever was thrown, as words; an object without words of its own must not become a second fault. */
const textOf = (thrown: unknown): string =>
  typeof thrown === 'object' ? Object.prototype.toString.call(thrown) : String(thrown)

/** Messages of libraries may quote what people typed; addresses and long words are the ones that identify. */
const redact = (text: string): string =>
  text
    .replace(/[^\s"'<>]+@[^\s"'<>]+/g, '[address]')
    .replace(/[A-Za-z0-9_-]{22,}/g, '[word]')
    .slice(0, 400)
