import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses'
import { hour, type Instant, later, minute } from '../kernel/time.ts'
import { log } from './log.ts'

/** The provider raises it now and then; a question that failed is asked again sooner. */
const goodFor = 5 * minute
const asksAgainAfter = minute
/** What was read before counts on for so long, however often asking fails. */
const oldestAnswer = 24 * hour
/** A question that takes longer is not worth a mail's time. */
const patience = 2_000

/**
 * How many mails a second SES takes of this account (GetSendQuota, MaxSendRate), remembered for some minutes in each
 * Lambda. Undefined where it was never told; a question that fails keeps nobody from sending.
 */
export function openSendRate(
  client: Pick<SESClient, 'send'>,
  now: () => Instant,
): () => Promise<number | undefined> {
  let rate: number | undefined
  let readAt: Instant | undefined
  let asksAt: Instant | undefined
  return async () => {
    if (asksAt && now() < asksAt && now() >= later(asksAt, -goodFor)) return rate
    try {
      const { MaxSendRate } = await client.send(new GetSendQuotaCommand({}), {
        abortSignal: AbortSignal.timeout(patience),
      })
      rate = MaxSendRate
      readAt = now()
      asksAt = later(now(), goodFor)
    } catch (fault) {
      log.fault(fault, { part: 'sending rate' })
      if (readAt && now() > later(readAt, oldestAnswer)) rate = undefined
      asksAt = later(now(), asksAgainAfter)
    }
    return rate
  }
}
