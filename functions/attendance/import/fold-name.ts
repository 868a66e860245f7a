const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' }
/** Letters that are no plain letter with a mark. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
}

/** Without case and marks: İ, I, ı and i are one letter, ş is s. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßıøæœłđð]/g, (letter) => plainLetters[letter] ?? letter)

const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean)

/** Müller is written muller or mueller; a word without umlauts has one form. */
const formsOfWord = (word: string): string[] =>
  [...new Set([word, word.replace(/[äöü]/g, (letter) => umlauts[letter] ?? letter)].map(plain))].filter(
    Boolean,
  )

/** Nobody's name has more words with umlauts; of longer ones the forms would become too many. */
const mostWords = 6

/**
 * How a name may be written by keyboards of different countries, its words in the order of the alphabet, so that
 * "Müller, Jörg" is Jörg Müller. Müller is Mueller and Muller, and these two are not each other; Gülşen Müller is also
 * Gulsen Mueller, word by word. Two names may be the same person's where they share a form.
 */
export function foldedForms(name: string): string[] {
  const words = wordsIn(name.normalize('NFC').toLowerCase()).map(formsOfWord)
  const chosen = words.length > mostWords ? words.map((forms) => forms.slice(0, 1)) : words
  const combined = chosen.reduce<string[][]>(
    (begun, forms) => begun.flatMap((some) => forms.map((form) => [...some, form])),
    [[]],
  )
  return [...new Set(combined.map((some) => some.sort().join(' ')))].filter(Boolean)
}

/** A name as it is compared when nothing is folded: case, spaces and the way letters are stored do not matter. */
export const exactForm = (name: string): string =>
  name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('tr')

/** The folded words of a name, to find who it may be. */
export const foldedWords = (name: string): string[] => [
  ...new Set(foldedForms(name).flatMap((form) => form.split(' '))),
]

const roleWords =
  /\b(?:gast|guest|misafir|konuk|host|co-host|organisator|organizer|unverified|external|extern|ich|me|ben)\b|nicht (?:überprüft|verifiziert)|doğrulanmamış|doğrulanmadı/iu
const device = '(?:iphone|ipad|handy|galaxy|samsung|huawei|xiaomi|redmi|pixel|macbook|laptop|tablet|phone)'
const deviceBefore = new RegExp(`^${device}[^,]*?\\s(?:von|of|vom)\\s+`, 'iu')
const deviceAfter = new RegExp(`(?:['’](?:s|in|ın|un|ün|nin|nın|nun|nün))?\\s+${device}\\S*$`, 'iu')

/**
 * The names that a meeting's list may mean by one entry: "İpek Ç. (İpek Çağlayan)" may be either, "(Gast)" and
 * "iPhone von" are no names.
 */
export function namesMeant(entry: string): string[] {
  const inner = [...entry.matchAll(/\(([^()]*)\)/g)].map(([, words = '']) => words)
  const outer = entry.replace(/\([^()]*\)/g, ' ')
  return [
    ...new Set(
      [outer, ...inner.filter((words) => !roleWords.test(words))]
        .map((name) =>
          name.replace(/\s+/gu, ' ').trim().replace(deviceBefore, '').replace(deviceAfter, '').trim(),
        )
        .filter(Boolean),
    ),
  ]
}
