import type { Language } from '../../../functions/kernel/language.ts'

/** Somebody who takes part in the demonstration; none of them exists. */
export type DemoPerson = { firstName: string; lastName: string; language: Language }

const names: readonly [string, string, Language][] = [
  ['Ayşe', 'Çelik', 'de'],
  ['Hüseyin', 'Yıldırım', 'tr'],
  ['Gülşen', 'Öztürk', 'de'],
  ['Jörg', 'Müller', 'de'],
  ['İpek', 'Çağlayan', 'tr'],
  ['Bahar', 'Şahin', 'de'],
  ['Ali Haydar', 'Koç', 'tr'],
  ['Sinem', 'Ateş', 'de'],
  ['Rojda', 'Bêkes', 'de'],
  ['Emma', 'O’Brien', 'en'],
  ['Mahmut', 'Güneş', 'tr'],
  ['Songül', 'Kılıç', 'de'],
  ['Deniz', 'Aydın', 'de'],
  ['Kemal', 'Ünal', 'tr'],
  ['Sabine', 'Groß-Lüdemann', 'de'],
  ['Elif', 'Işık', 'de'],
  ['Cemal', 'Doğan', 'tr'],
  ['Nurcan', 'Erdoğmuş', 'de'],
  ['Yusuf', 'Polat', 'de'],
  ['Fidan', 'Karataş', 'tr'],
  ['Berîvan', 'Xezal', 'de'],
  ['Thomas', 'Wiśniewski', 'de'],
  ['Zülfü', 'Gürbüz', 'tr'],
  ['Sevgi', 'Taş', 'de'],
]

/** Twenty-four people of all kinds of names. */
export const demoPeople: readonly DemoPerson[] = names.map(([firstName, lastName, language]) => ({
  firstName,
  lastName,
  language,
}))

const ascii: Record<string, string> = {
  ı: 'i',
  ş: 's',
  ğ: 'g',
  ç: 'c',
  ö: 'o',
  ü: 'u',
  ê: 'e',
  î: 'i',
  ß: 'ss',
  ś: 's',
}

/** Their address, in a domain that no mail can ever reach (RFC 2606). */
export const addressOf = ({ firstName, lastName }: DemoPerson): string =>
  `${firstName}.${lastName}`
    .toLocaleLowerCase('en')
    .normalize('NFC')
    .replace(/[^a-z.-]/g, (letter) => ascii[letter] ?? '')
    .concat('@mail.example')
