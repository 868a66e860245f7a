/**
 * Whether a text that people type can be read and printed: no control characters, no marks that turn the direction
 * of what follows (Trojan source), no half surrogates, no non-characters. Everything people are really called passes.
 */
export const isReadable = (text: string): boolean => text.isWellFormed() && !unreadable.test(text)

const unreadable =
  /[\p{Cc}\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\p{Co}]|[\ufdd0-\ufdef\ufff9-\uffff]|\p{Noncharacter_Code_Point}/u

/** A text of several lines as one, for the rule above: there line breaks and tabs are no fault. */
export const withoutBreaks = (text: string): string => text.replaceAll(/[\n\t]/g, ' ')

/** Whether anything is left to see once spaces and zero-width characters are taken away. */
export const isVisible = (text: string): boolean => /[^\s\p{Cf}\p{Mn}\u115f\u1160\u3164\uffa0]/u.test(text)

/** One form for one name (NFC), one space between words. */
export const tidyName = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ')
