/** A part of a name that stands on a line of its own, because its script runs its own way. */
export type NamePart = { script: 'western' | 'arabic'; words: string }

const arabicLetter = /\p{Script=Arabic}/u
/** A word in Arabic script with nothing in it that would turn its direction: no figures, no brackets. */
const arabicWord = /^[\p{Script=Arabic}\p{Script=Inherited}\u200C'’.-]+$/u
const figure = /\p{N}/u

const isArabic = (word: string): boolean => arabicLetter.test(word)

/**
 * A name as it is set: as one line, or, where somebody gave it in two scripts, the part that runs to the right above
 * the part that runs to the left.
 */
export function partsOfName(name: string): NamePart[] {
  const words = name.split(' ').filter((word) => word !== '')
  const western = words.filter((word) => !isArabic(word)).join(' ')
  const arabic = words.filter(isArabic).join(' ')
  const parts: NamePart[] = [
    { script: 'western', words: western },
    { script: 'arabic', words: arabic },
  ]
  return parts.filter((part) => part.words !== '')
}

/**
 * The letters of a name that nobody can set without knowing the person: two directions in one word, scripts that take
 * turns more than once, figures between letters that run to the left.
 */
export function unsettableInName(name: string): string[] {
  const words = name.split(' ').filter((word) => word !== '')
  const turns = words.filter((word, i) => i > 0 && isArabic(word) !== isArabic(words[i - 1] ?? '')).length
  const odd = words.filter(
    (word) => isArabic(word) && (turns > 1 || figure.test(word) || !arabicWord.test(word)),
  )
  return [...new Set(odd.flatMap((word) => [...word]))]
}
