import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLanguage, languages, preferredLanguage, textIn } from '../../functions/kernel/language.ts'

test.each([
  [undefined, 'de'],
  ['', 'de'],
  ['*', 'de'],
  ['fr', 'de'],
  ['tr', 'tr'],
  ['tr-TR', 'tr'],
  ['TR', 'tr'],
  ['en-US,en;q=0.9,de;q=0.8', 'en'],
  ['fr-FR, fr;q=0.9, en;q=0.8, tr;q=0.7', 'en'],
  ['de;q=0.7, tr', 'tr'],
  ['de;q=0.7,tr;q=0.71', 'tr'],
  ['tr;q=0.5, en;q=0.5', 'tr'],
  ['tr;q=0, en;q=0.1', 'en'],
  ['tr;q=0', 'de'],
  ['tr;level=1;q=0.2, en;q=0.3', 'en'],
  ['tr ; q=0.2 , en ; q=0.3', 'en'],
  ['tr;q=viel, en;q=0.1', 'en'],
  ['ku, tr;q=0.9', 'tr'],
  [';;;,,,;q=', 'de'],
  ['english', 'de'],
  ['constructor, tr;q=0.1', 'tr'],
])('%s → %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

test('whatever a browser sends, the house answers in one of its languages', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (header) => isLanguage(preferredLanguage(header))))
})

test('a text that nobody translated is read in German', () => {
  const texts = { de: 'Bericht', tr: '', en: 'Report' }
  expect(languages.map((language) => textIn(texts, language))).toEqual(['Bericht', 'Bericht', 'Report'])
})

test('only the three are languages of the house', () => {
  expect(['de', 'tr', 'en', 'fr', 'DE', '', undefined, null, 'toString'].filter(isLanguage)).toEqual([
    'de',
    'tr',
    'en',
  ])
})
