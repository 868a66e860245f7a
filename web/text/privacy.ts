import type { Language } from '../../functions/kernel/language.ts'
import { privacyDe } from './privacy.de.ts'
import { privacyEn } from './privacy.en.ts'
import { privacyTr } from './privacy.tr.ts'

/** Which wording a participant was shown; stored with the enrollment. A new wording gets a new version. */
export const privacyNoticeVersion = '2026-11-27'

/** What Art. 13 GDPR wants to be said, in the order of reading. */
export const privacySections = [
  'controller',
  'what',
  'why',
  'belief',
  'who',
  'meetings',
  'where',
  'howLong',
  'visit',
  'rights',
  'complaint',
  'must',
  'automatic',
] as const
/** One of its parts. */
type PrivacySection = (typeof privacySections)[number]

/** The whole notice in one language; a part that is missing does not compile. */
export type PrivacyText = {
  title: string
  lead: string
  version: (version: string) => string
  /** Heading and paragraphs; a paragraph that is a list has several entries. */
  sections: Record<PrivacySection, { heading: string; text: readonly (string | readonly string[])[] }>
  contact: (address: string) => string
}

/** The notice in every language. */
export const privacyText: Record<Language, PrivacyText> = { de: privacyDe, tr: privacyTr, en: privacyEn }
