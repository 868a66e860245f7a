import type { Mail } from './mail.ts'
import type { TroubleCode } from './trouble-code.ts'

/**
 * What became of handing a mail to the provider. `busy` and `refused` are certain: nothing went out. After `unknown`
 * a copy may be on its way.
 */
export type HandedOver =
  | { outcome: 'accepted'; messageId: string }
  | { outcome: 'refused'; trouble: TroubleCode }
  | { outcome: 'busy'; trouble: TroubleCode }
  | { outcome: 'unknown'; trouble: TroubleCode }

/** The provider of mail, seen from the post office: one attempt, no retries of its own. */
export type HandOver = (mail: Mail) => Promise<HandedOver>
