import type { Language } from '../../functions/kernel/language.ts'

const de = {
  skip: 'Zum Inhalt springen',
  languages: 'Sprache',
  area: { public: 'Bereiche', office: 'Bereiche der Koordination' },
  legal: 'Über dieses Haus',
  catalog: 'Alle Seminare',
  my: 'Meine Anmeldungen',
  verify: 'Bescheinigung prüfen',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
}

const tr: typeof de = {
  skip: 'İçeriğe geç',
  languages: 'Dil',
  area: { public: 'Bölümler', office: 'Koordinasyon bölümleri' },
  legal: 'Bu site hakkında',
  catalog: 'Tüm seminerler',
  my: 'Kayıtlarım',
  verify: 'Belge doğrulama',
  imprint: 'Künye',
  privacy: 'Kişisel verilerin korunması',
}

const en: typeof de = {
  skip: 'Skip to content',
  languages: 'Language',
  area: { public: 'Sections', office: 'Office sections' },
  legal: 'About this house',
  catalog: 'All seminars',
  my: 'My enrollments',
  verify: 'Verify a certificate',
  imprint: 'Imprint',
  privacy: 'Privacy',
}

/** The words around every page. */
export const layoutText: Record<Language, typeof de> = { de, tr, en }
