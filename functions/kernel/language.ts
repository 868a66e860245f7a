import * as v from 'valibot'

/** The languages that every page, mail and certificate speaks; German first, as it is the house language. */
export const languages = ['de', 'tr', 'en'] as const
export type Language = (typeof languages)[number]

/** A text in every language of the house; an empty one falls back to German. */
export type Texts = Record<Language, string>

/** The country whose way of writing dates and numbers each language follows; English is American throughout. */
export const localeOf: Record<Language, string> = { de: 'de-DE', tr: 'tr-TR', en: 'en-US' }

export const languageSchema = v.picklist(languages)
export const textsSchema = v.object({ de: v.string(), tr: v.string(), en: v.string() })

/** The text for this reader, or the German one where nobody wrote a translation. */
export const textIn = (texts: Texts, language: Language): string => texts[language] || texts.de

export const isLanguage = (word: string | undefined | null): word is Language =>
  languages.some((language) => language === word)

/**
 * The best language for a browser's `Accept-Language` (RFC 9110, 12.5.4): the highest weight that the house
 * speaks, German otherwise.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return {
        language: tag.trim().split('-')[0],
        weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0,
      }
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wishes.map((wish) => wish.language).find(isLanguage) ?? 'de'
}
