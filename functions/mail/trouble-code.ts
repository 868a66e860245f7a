/**
 * What may be wrong with a mail, in the house's own words: the provider's are sorted into these where they arrive
 * (`aws/mail-fault.ts`, `delivery-message.ts`), so that the office has a sentence for every one of them.
 *
 * throttled, unavailable, unreachable, paused, not-allowed: the provider does not take it now · not-ready: we could
 * not write it down for the provider · file-gone: an attachment is not there any more · no-answer: nobody knows whether it went out · refused: by the provider, for
 * good · bounced, complained: the reader's side said so, some of them with why
 */
export const troubleCodes = [
  'throttled',
  'unavailable',
  'unreachable',
  'paused',
  'not-allowed',
  'not-ready',
  'file-gone',
  'no-answer',
  'refused',
  'bounced',
  'bounced-unknown',
  'bounced-suppressed',
  'bounced-full',
  'bounced-too-large',
  'complained',
  'complained-abuse',
] as const
export type TroubleCode = (typeof troubleCodes)[number]

/**
 * Why a mail is still on its way, though the provider has it: the reader's side does not take it yet · its mailbox is
 * full · it cannot be reached · it does not trust us yet. The provider tries on for some hours.
 */
export const delayCodes = ['delayed', 'delayed-full', 'delayed-unreachable', 'delayed-distrusted'] as const
export type DelayCode = (typeof delayCodes)[number]
