import { type Language, textIn } from '../kernel/language.ts'
import type { Programme } from '../programme/programme.table.ts'
import type { Seminar } from '../seminar/seminar.ts'
import type { CertificateContent } from './certificate.ts'

/** A sheet has letters, no pictures: an emoji in a title is left out rather than holding everybody's certificate. */
export const withoutPictures = (words: string): string =>
  words
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** How a certificate issued now looks, and what of it stands there in German too; nothing where nobody has chosen. */
export function lookOf(
  { certificateLook, organisation, phases }: Programme,
  seminar: Seminar,
  language: Language,
): Pick<CertificateContent, 'look' | 'german'> {
  if (!certificateLook) return {}
  if (!certificateLook.bilingual || language === 'de') return { look: certificateLook }
  const phase = phases.find(({ id }) => id === seminar.phaseId)
  return {
    look: certificateLook,
    german: {
      title: withoutPictures(textIn(seminar.title, 'de')),
      contents: textIn(seminar.contents, 'de')
        .split('\n')
        .map(withoutPictures)
        .filter((row) => row !== ''),
      acknowledgement: phase ? textIn(phase.acknowledgement, 'de') : '',
      signerFunction: textIn(organisation.signerFunction, 'de'),
    },
  }
}
