/** What a log line may carry: ids, codes and numbers. Never names, addresses, paths or tokens. */
export type LogFacts = Record<string, string | number | boolean | undefined>

const write = (level: 'info' | 'warn' | 'error', message: string, facts: LogFacts) =>
  console[level](JSON.stringify({ level, message, ...facts }))

export const log = {
  info: (message: string, facts: LogFacts = {}) => write('info', message, facts),
  warn: (message: string, facts: LogFacts = {}) => write('warn', message, facts),
  /** A fault: its name, its message without quoted values, where it was thrown. */
  fault: (fault: unknown, facts: LogFacts = {}) => {
    const error = fault instanceof Error ? fault : new Error(String(fault))
    const where = error.stack
      ?.split('\n')
      .slice(1, 6)
      .map((line) => line.trim())
      .join(' < ')
    write('error', 'fault', { ...facts, name: error.name, reason: redact(error.message), where })
  },
}

/** Messages of libraries may quote what people typed; addresses and long words are the ones that identify. */
const redact = (text: string): string =>
  text
    .replace(/[^\s"'<>]+@[^\s"'<>]+/g, '[address]')
    .replace(/[A-Za-z0-9_-]{22,}/g, '[word]')
    .slice(0, 400)
