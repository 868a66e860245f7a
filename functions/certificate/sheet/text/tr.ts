import type { SheetWords } from './de.ts'

export const tr: SheetWords = {
  heading: 'Katılım Belgesi',
  beforeName: 'Sayın',
  beforeTitle: 'aşağıdaki seminere katılmıştır:',
  dates: (count) => (count === 1 ? 'Tarih' : 'Tarihler'),
  format: 'Katılım biçimi',
  formats: { online: 'çevrim içi', onsite: 'yüz yüze', both: 'çevrim içi ve yüz yüze' },
  extent: 'Süre',
  planned: (minutes, units) => `${minutes} dakika · ${units} ders saati (45 dakikalık)`,
  attended: 'Katılım süresi',
  partly: (minutes, ofMinutes, units, ofUnits) =>
    `${minutes} / ${ofMinutes} dakika · ${units} / ${ofUnits} ders saati`,
  partlyNote: 'Not: Katılım, seminerin yalnızca bir bölümünü kapsar.',
  contents: 'İçerik',
  trainer: 'Eğitmen',
  funding: 'Destek',
  placeAndDate: 'Yer ve tarih',
  date: 'Tarih',
  number: 'Numara',
  register: (year, serial) => `Kayıt ${year}/${serial}`,
  verify: 'Bu belgenin gerçek olup olmadığını şu sayfa gösterir:',
  code: (address) => `QR kodu. Bu belgenin doğrulama sayfasını açar: ${address}`,
  link: (address) => `Bu belgenin doğrulama sayfası: ${address}`,
  logo: (name) => `Logo: ${name}`,
  signature: (name) => `İmza: ${name}`,
  page: (page, of) => `Sayfa ${page} / ${of}`,
}
