import { describe, expect, test } from 'vitest'
import { judgeMailFault } from '../../functions/aws/mail-fault.ts'

const answered = (name: string, httpStatusCode: number) =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } })
const network = (code: string, syscall?: string) =>
  Object.assign(new Error(code), { code, ...(syscall && { syscall }) })
const timeOut = (message: string) => Object.assign(new Error(message), { name: 'TimeoutError' })
const allOf = (...errors: Error[]) => Object.assign(new AggregateError(errors, ''), { code: 'ETIMEDOUT' })

const noConnection =
  '@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of 3000 ms.'
const noAnswer =
  '@smithy/node-http-handler - [ERROR] a request has exceeded the configured 15000 ms requestTimeout.'

describe('what the provider’s faults say about the mail', () => {
  test.each([
    ['content refused', answered('MessageRejected', 400), 'refused', 'refused'],
    ['address refused', answered('InvalidParameterValue', 400), 'refused', 'refused'],
  ])('never: %s', (_, fault, outcome, trouble) => {
    expect(judgeMailFault(fault)).toEqual({ outcome, trouble })
  })

  test.each([
    ['too fast', answered('Throttling', 400), 'throttled'],
    ['too fast, newer name', answered('TooManyRequestsException', 429), 'throttled'],
    ['not ready', answered('ServiceUnavailable', 503), 'unavailable'],
    ['not ready, without a name', answered('Error', 503), 'unavailable'],
    ['account paused', answered('AccountSendingPausedException', 400), 'paused'],
    ['configuration paused', answered('ConfigurationSetSendingPausedException', 400), 'paused'],
    ['no rights', answered('AccessDenied', 403), 'not-allowed'],
    ['no such configuration', answered('ConfigurationSetDoesNotExist', 400), 'not-allowed'],
    ['connection refused', network('ECONNREFUSED'), 'unreachable'],
    ['name unknown', network('ENOTFOUND'), 'unreachable'],
    ['names not answering', network('EAI_AGAIN'), 'unreachable'],
    ['host unreachable', network('EHOSTUNREACH'), 'unreachable'],
    ['network unreachable', network('ENETUNREACH'), 'unreachable'],
    ['connecting took too long', timeOut(noConnection), 'unreachable'],
    ['the system gave up connecting', network('ETIMEDOUT', 'connect'), 'unreachable'],
    ['every address refused', allOf(network('ECONNREFUSED'), network('ETIMEDOUT', 'connect')), 'unreachable'],
  ])('not now, and certainly not out: %s', (_, fault, trouble) => {
    expect(judgeMailFault(fault)).toEqual({ outcome: 'busy', trouble })
  })

  test.each([
    ['a fault inside the provider', answered('InternalFailure', 500)],
    ['a gateway before it', answered('Error', 502)],
    ['a gateway that waited', answered('Error', 504)],
    ['no answer in time', timeOut(noAnswer)],
    ['the connection broke', network('ECONNRESET')],
    ['the connection broke while writing', network('EPIPE', 'write')],
    ['the connection went silent', network('ETIMEDOUT', 'read')],
    ['one of several steps was a write', allOf(network('ECONNREFUSED'), network('EPIPE', 'write'))],
    ['an empty bundle', allOf()],
    ['an answer that cannot be read', new SyntaxError('not XML')],
    ['something that is no error', 'gone'],
  ])('nobody knows: %s', (_, fault) => {
    expect(judgeMailFault(fault)).toEqual({ outcome: 'unknown', trouble: 'no-answer' })
  })
})
