import type { Language } from '../../functions/kernel/language.ts'

const de = {
  title: 'Impressum',
  law: 'Angaben nach § 5 DDG',
  house: 'Anbieter',
  represented: 'Vertreten durch',
  register: 'Registereintrag',
  contact: 'Kontakt',
  phone: 'Telefon',
  email: 'E-Mail',
  responsible: 'Verantwortlich für den Inhalt (§ 18 Abs. 2 MStV)',
  missing:
    'Die Angaben zum Anbieter sind noch nicht eingetragen. Sie werden im Büro unter „Stammdaten“ ausgefüllt.',
}

const tr: typeof de = {
  title: 'Künye',
  law: 'Alman Dijital Hizmetler Yasası (DDG) madde 5 uyarınca bilgiler',
  house: 'Hizmet sağlayıcı',
  represented: 'Temsil eden',
  register: 'Sicil kaydı',
  contact: 'İletişim',
  phone: 'Telefon',
  email: 'E-posta',
  responsible: 'İçerikten sorumlu (MStV madde 18, fıkra 2)',
  missing:
    'Hizmet sağlayıcı bilgileri henüz girilmedi. Bilgiler ofisteki “Temel bilgiler” bölümünde doldurulur.',
}

const en: typeof de = {
  title: 'Imprint',
  law: 'Information under section 5 DDG (German Digital Services Act)',
  house: 'Provider',
  represented: 'Represented by',
  register: 'Register entry',
  contact: 'Contact',
  phone: 'Phone',
  email: 'E-mail',
  responsible: 'Responsible for the content (section 18 (2) MStV)',
  missing:
    'The provider’s details have not been entered yet. They are filled in under “Basic data” in the office.',
}

/** The words of the imprint. */
export const imprintText: Record<Language, typeof de> = { de, tr, en }
