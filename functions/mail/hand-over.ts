import type { Mail } from './mail.ts'

/**
 * What became of handing a mail to the provider. `busy` and `refused` are certain: nothing went out. After `unknown`
 * a copy may be on its way.
 */
export type HandedOver =
  | { outcome: 'accepted'; messageId: string }
  | { outcome: 'refused'; trouble: string }
  | { outcome: 'busy'; trouble: string }
  | { outcome: 'unknown'; trouble: string }

/** The provider of mail, seen from the post office: one attempt, no retries of its own. */
export type HandOver = (mail: Mail) => Promise<HandedOver>
