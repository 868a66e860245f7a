import type { HandedOver } from '../mail/hand-over.ts'
import { neverLeft } from './unsent.ts'

type ProviderFault = { name?: string; $metadata?: { httpStatusCode?: number } }

/** Sorts the mail provider's errors: refused for good, certainly not taken now, or nobody knows whether it went out. */
export function judgeMailFault(fault: unknown): HandedOver {
  const { name = '', $metadata } = fault as ProviderFault
  const status = $metadata?.httpStatusCode ?? 0
  if (name === 'MessageRejected' || name === 'InvalidParameterValue')
    return { outcome: 'refused', trouble: 'refused' }
  if (neverLeft(fault)) return { outcome: 'busy', trouble: 'unreachable' }
  if (/Throttl|TooManyRequests|RequestLimitExceeded/.test(name) || status === 429)
    return { outcome: 'busy', trouble: 'throttled' }
  // "I cannot serve you now" comes before the mail is taken; other errors of the provider may come after.
  if (name === 'ServiceUnavailable' || status === 503) return { outcome: 'busy', trouble: 'unavailable' }
  if (/Paused/.test(name)) return { outcome: 'busy', trouble: 'paused' }
  // Wrong rights, an unverified address, no such configuration: likely to pass once somebody has mended it.
  if (status >= 400 && status < 500) return { outcome: 'busy', trouble: 'not-allowed' }
  return { outcome: 'unknown', trouble: 'no-answer' }
}
