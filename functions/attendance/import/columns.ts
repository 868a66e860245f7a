/** What a column of a list can say. */
export const columnRoles = [
  'name',
  'lastName',
  'email',
  'from',
  'to',
  'duration',
  'action',
  'at',
  'waiting',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Which column says what; a role without a column is absent. */
export type Mapping = Partial<Record<ColumnRole, number>>

/** Headings of the meeting programs and of tables people make, in German, Turkish and English; the first that fits. */
const headings: [ColumnRole, RegExp][] = [
  ['waiting', /warteraum|waiting room|bekleme/],
  ['email', /e-?mail|e-?posta|adresse$|address$/],
  ['action', /action|aktion|eylem|işlem/],
  ['at', /time ?stamp|zeitstempel|zaman damgası/],
  ['duration', /dauer|duration|süre|minuten|minutes|dakika/],
  [
    'to',
    /verlass|leave|left|ayrıl|austritt|ausgang|gegangen|endzeit|end ?time|bitiş|^bis\b|^ende$|^end$|çıkış/,
  ],
  [
    'from',
    /beitritt|join|katıl(?:ma|ım|ış)|gekommen|startzeit|start ?time|başlangıç|^von\b|^beginn$|^start$|giriş|eintritt/,
  ],
  ['lastName', /nachname|familienname|last ?name|surname|soyad|soyisim/],
  ['name', /name|^ad\b|^ad[ıi]\b|isim|teilnehmer|participant|katılımcı/],
]

const plain = (heading: string): string =>
  heading.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('tr').replaceAll('ı', 'i')

const fits = (pattern: RegExp, heading: string): boolean =>
  new RegExp(pattern.source.replaceAll('ı', 'i'), 'u').test(heading)

/** What the headings of a table say by themselves; the first column of each role counts. */
export function mappingFor(cells: readonly string[]): Mapping {
  const mapping: Mapping = {}
  for (const [i, cell] of cells.entries()) {
    const role = roleOf(plain(cell))
    if (role && mapping[role] === undefined) mapping[role] = i
  }
  return mapping
}

/** "Ad Soyad" is a whole name, not a last one. */
function roleOf(heading: string): ColumnRole | undefined {
  if (heading.length > 80 || heading === '') return undefined
  if (/^ad[ i]*(?:ve )?soyad|^full name|^vollständiger name/.test(heading)) return 'name'
  return headings.find(([, pattern]) => fits(pattern, heading))?.[0]
}

/** How much a mapping tells: 0 where it is no list of attendance at all, most where it says from when until when. */
export function worthOf(mapping: Mapping): number {
  if (mapping.name === undefined && mapping.email === undefined) return 0
  if (mapping.action !== undefined && mapping.at !== undefined) return 3
  if (mapping.from !== undefined && mapping.to !== undefined) return 3
  if (mapping.from !== undefined) return 2
  return mapping.duration !== undefined ? 1 : 0
}
