import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldedForms } from '../../../functions/attendance/import/fold-name.ts'
import type { ListedRow } from '../../../functions/attendance/import/listed.ts'
import { listedIn, matchPeople, nobodyOfOurs } from '../../../functions/attendance/import/match-people.ts'

const people = [
  ['ipek', 'İpek', 'Çağlayan-Müller', 'ipek@example.de'],
  ['jorg', 'Jörg', 'Müller', 'joerg@example.de'],
  ['ayse', 'Ayşe', 'Yıldız', 'ayse@example.de'],
  ['strauss', 'Käthe', 'Strauß', 'kaethe@example.de'],
  ['ali1', 'Ali', 'Demir', 'ali.1@example.de'],
  ['ali2', 'Ali', 'Demir', 'ali.2@example.de'],
  ['isik', 'Işık', '', 'isik@example.de'],
  ['gulsen', 'Gülşen', 'Köhler', 'gulsen@example.de'],
].map(([id = '', firstName = '', lastName = '', email = '']) => ({ id, firstName, lastName, email }))

const row = (row: number, name: string, email = '', identity = ''): ListedRow => ({
  row,
  name,
  email,
  identity,
  minutes: 10,
})

const match = (rows: ListedRow[], decided: Record<string, string> = {}) => {
  const listed = listedIn(rows)
  const byKey = new Map(
    listed.flatMap(({ key, name }) => (decided[name] ? [[key, decided[name]] as const] : [])),
  )
  return matchPeople(listed, people, byKey).map((one) =>
    one.is === 'found'
      ? `${one.person} ${one.by}`
      : one.is === 'open'
        ? `? ${one.maybe.sort().join(' ')}`.trim()
        : 'nobody',
  )
}

describe('who is meant', () => {
  test.each([
    ['somebody else’s name', 'IPEK@example.de', 'ipek email'],
    ['İpek Çağlayan-Müller', '', 'ipek name'],
    ['İpek Ç. (İpek Çağlayan-Müller)', '', 'ipek name'],
    ['Ipek Caglayan Mueller', '', 'ipek folded'],
    ['CAGLAYAN-MULLER, IPEK', '', 'ipek folded'],
    ['Müller, Jörg', '', 'jorg name'],
    ['joerg mueller', '', 'jorg folded'],
    ['Jorg Muller (Gast)', '', 'jorg folded'],
    ['Müller Jörg (Unverified)', '', 'jorg folded'],
    ['iPhone von Ayşe Yıldız', '', 'ayse name'],
    ['Ayse Yildiz’s iPad', '', 'ayse folded'],
    ['iPhone von Ayşe', '', '? ayse'],
    ['Kaethe Strauss', '', 'strauss folded'],
    ['ISIK', '', 'isik folded'],
    ['KOEHLER, Gulsen (Gast)', '', 'gulsen folded'],
    ['Guelsen Kohler', '', 'gulsen folded'],
    ['Ali Demir', '', '? ali1 ali2'],
    ['Ali Demir', 'ali.2@example.de', 'ali2 email'],
    ['Jörg', '', '? jorg'],
    ['Unbekannt', '', '?'],
    ['', 'strange@example.de', '?'],
    ['🎧', '', '?'],
  ])('%s %s: %s', (name, email, expected) => {
    expect(match([row(1, name, email)])).toEqual([expected])
  })

  test('their own link decides, before anything else', () => {
    expect(match([row(1, 'Ali Demir', '', 'ali1')])).toEqual(['ali1 link'])
  })

  test('what a person decided counts most; an enrollment that is gone decides nothing', () => {
    expect(match([row(1, 'Jörg Müller')], { 'Jörg Müller': 'ipek' })).toEqual(['ipek hand'])
    expect(match([row(1, 'Jörg Müller')], { 'Jörg Müller': nobodyOfOurs })).toEqual(['nobody'])
    expect(match([row(1, 'Jörg Müller')], { 'Jörg Müller': 'gone' })).toEqual(['jorg name'])
  })

  test('two of the list with one name and two addresses are not guessed', () => {
    const both = [row(1, 'Jörg Müller', 'one@example.org'), row(2, 'Jörg Müller', 'two@example.org')]
    expect(match(both)).toEqual(['? jorg', '? jorg'])
    expect(match(both.slice(0, 1))).toEqual(['jorg name'])
  })
})

const word = fc.stringMatching(/^[a-zäöüßşğıçİŞĞÇÖÜÄ]{1,8}$/)
const name = fc.array(word, { minLength: 1, maxLength: 3 })

test('a name and how keyboards without its letters write it share a form, in any order of its words', () => {
  const plain = (text: string) =>
    text.replace(
      /[ışğçİŞĞÇ]/g,
      (letter) => ({ ı: 'i', ş: 's', ğ: 'g', ç: 'c', İ: 'I', Ş: 'S', Ğ: 'G', Ç: 'C' })[letter] ?? letter,
    )
  const german = (text: string) =>
    text
      .toLowerCase()
      .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
  const short = (text: string) =>
    text.toLowerCase().replace(/[äöüß]/g, (letter) => ({ ä: 'a', ö: 'o', ü: 'u', ß: 'ss' })[letter] ?? letter)
  fc.assert(
    fc.property(name, (words) => {
      const forms = foldedForms(words.join(' '))
      const turned = [...words].reverse().join(', ')
      const mixed = [...words].map((each, i) => (i % 2 ? german : short)(plain(each))).join(' ')
      for (const way of [...[plain, german, short].map((write) => write(plain(turned))), mixed])
        expect(foldedForms(way).filter((form) => forms.includes(form))).not.toEqual([])
      expect(foldedForms(words.join(' ').toUpperCase())).toBeDefined()
    }),
  )
})

test('who is found does not depend on the order of the rows', () => {
  const rows = [
    row(1, 'Jorg Muller'),
    row(2, 'Ali Demir'),
    row(3, 'Müller, Jörg', 'private@example.org'),
    row(4, 'x', 'ayse@example.de'),
    row(5, 'Jörg Müller', 'other@example.org'),
  ]
  const found = (some: ListedRow[]) =>
    Object.fromEntries(
      matchPeople(listedIn(some), people, new Map()).map((one) => [
        one.listed.key,
        one.is === 'found' ? one.person : one.is,
      ]),
    )
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(found(shuffled)).toEqual(found(rows))
    }),
  )
})
