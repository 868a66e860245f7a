import type { Language } from '../kernel/language.ts'
import { webAddress } from '../kernel/web-address.ts'

/** Who writes: the association, and where its imprint and privacy notice stand. */
export type LetterSender = {
  name: string
  street: string
  city: string
  email: string
  imprintHref: string
  privacyHref: string
}

/** What stands under every letter. */
export const footWords: Record<Language, { imprint: string; privacy: string; contact: string }> = {
  de: { imprint: 'Impressum', privacy: 'Datenschutzhinweis', contact: 'Fragen? Schreiben Sie uns:' },
  tr: { imprint: 'Künye', privacy: 'Aydınlatma metni', contact: 'Sorularınız için bize yazın:' },
  en: { imprint: 'Imprint', privacy: 'Privacy notice', contact: 'Questions? Write to us:' },
}

/** Words with plain line breaks and without the control characters that no reader shows. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')

/** A text is cut into paragraphs at its empty lines. */
export const paragraphs = (text: string): string[] =>
  clean(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

/** Name and address of the sender, without what is not known yet. */
export const addressParts = ({ name, street, city }: LetterSender): string[] =>
  [name, street, city].map(clean).filter((part) => part !== '')

/** Imprint and privacy notice, as far as their addresses can be links. */
export const footLinks = (language: Language, sender: LetterSender): { label: string; href: string }[] =>
  [
    { label: footWords[language].imprint, href: webAddress(sender.imprintHref) },
    { label: footWords[language].privacy, href: webAddress(sender.privacyHref) },
  ].flatMap(({ label, href }) => (href === undefined ? [] : [{ label, href }]))
