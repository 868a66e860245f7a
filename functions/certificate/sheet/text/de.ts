/** The words on the sheet; figures arrive as they are printed. */
export type SheetWords = {
  heading: string
  beforeName: string
  beforeTitle: string
  dates: (count: number) => string
  format: string
  formats: { online: string; onsite: string; both: string }
  extent: string
  /** `240 Minuten · 5,3 UE (Unterrichtseinheiten zu 45 Minuten)` */
  planned: (minutes: string, units: string) => string
  attended: string
  /** `200 von 240 Minuten · 4,4 von 5,3 UE` */
  partly: (minutes: string, ofMinutes: string, units: string, ofUnits: string) => string
  partlyNote: string
  contents: string
  trainer: string
  funding: string
  placeAndDate: string
  date: string
  number: string
  /** `Register 2026/14` */
  register: (year: string, serial: string) => string
  verify: string
  code: (address: string) => string
  link: (address: string) => string
  logo: (name: string) => string
  signature: (name: string) => string
  page: (page: number, of: number) => string
}

export const de: SheetWords = {
  heading: 'Teilnahmebescheinigung',
  beforeName: 'Hiermit wird bescheinigt, dass',
  beforeTitle: 'an folgendem Seminar teilgenommen hat:',
  dates: (count) => (count === 1 ? 'Termin' : 'Termine'),
  format: 'Format',
  formats: { online: 'online', onsite: 'vor Ort', both: 'online und vor Ort' },
  extent: 'Umfang',
  planned: (minutes, units) => `${minutes} Minuten · ${units} UE (Unterrichtseinheiten zu 45 Minuten)`,
  attended: 'Teilgenommen',
  partly: (minutes, ofMinutes, units, ofUnits) =>
    `${minutes} von ${ofMinutes} Minuten · ${units} von ${ofUnits} UE`,
  partlyNote: 'Hinweis: Die Teilnahme umfasst nur einen Teil des Seminars.',
  contents: 'Inhalte',
  trainer: 'Referent/in',
  funding: 'Förderung',
  placeAndDate: 'Ort und Datum',
  date: 'Datum',
  number: 'Nummer',
  register: (year, serial) => `Register ${year}/${serial}`,
  verify: 'Ob diese Bescheinigung echt ist, zeigt diese Seite:',
  code: (address) => `QR-Code. Er führt zur Prüfseite dieser Bescheinigung: ${address}`,
  link: (address) => `Prüfseite dieser Bescheinigung: ${address}`,
  logo: (name) => `Logo: ${name}`,
  signature: (name) => `Unterschrift: ${name}`,
  page: (page, of) => `Seite ${page} von ${of}`,
}
