/** Codes of the machine's network that say: there was no connection over which anything could have gone. */
const noConnection = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
/** Steps before a connection stands; whatever fails in them has sent nothing. */
const beforeConnection = new Set(['connect', 'getaddrinfo'])

/** Whether a request certainly never left this machine, so that it may be sent again without a doubt. */
export function neverLeft(fault: unknown): boolean {
  const { name, message, code, syscall, errors } = fault as Partial<Error> & {
    code?: string
    syscall?: string
    errors?: unknown[]
  }
  if (noConnection.has(code ?? '') || beforeConnection.has(syscall ?? '')) return true
  // All addresses of a host were tried, each with an error of its own.
  if (errors?.length) return errors.every(neverLeft)
  // The SDK calls both waits TimeoutError: for the connection, and for the answer.
  return name === 'TimeoutError' && /did not establish a connection/.test(message ?? '')
}
