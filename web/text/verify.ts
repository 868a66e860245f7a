import type { Language } from '../../functions/kernel/language.ts'

const de = {
  title: 'Bescheinigung prüfen',
  lead: 'Jede Teilnahmebescheinigung trägt unten eine Nummer. Geben Sie sie hier ein, und wir sagen Ihnen, ob sie echt ist.',
  number: 'Nummer der Bescheinigung',
  hint: 'Zum Beispiel 2026-7K3M-9QXW-P4TR. Groß- und Kleinschreibung ist gleich.',
  check: 'Prüfen',
  standing: {
    valid: 'Diese Bescheinigung ist echt',
    replaced: 'Diese Bescheinigung wurde ersetzt',
    revoked: 'Diese Bescheinigung gilt nicht mehr',
  },
  validMore: 'Wir haben sie ausgestellt. Vergleichen Sie bitte, ob alles so auf dem Papier steht:',
  noLonger: {
    replaced: (date: string) =>
      `Wir haben sie ausgestellt und am ${date} durch eine neue ersetzt. Es gilt nur noch die neue. Bitte lassen Sie sich diese zeigen. Auf der alten stand:`,
    revoked: (date: string) =>
      `Wir haben sie ausgestellt und am ${date} zurückgezogen. Bitte verlassen Sie sich nicht darauf. Darauf stand:`,
  },
  invalid: 'Diese Nummer kennen wir nicht',
  invalidMore:
    'Zu dieser Nummer gibt es keine gültige Bescheinigung. Bitte sehen Sie nach, ob sie richtig abgetippt ist.',
  again: 'Andere Nummer prüfen',
  rows: {
    number: 'Nummer',
    register: 'Register',
    name: 'Name',
    title: 'Seminar',
    sessions: 'Termine',
    scope: 'Umfang',
    attended: 'Teilgenommen',
    contents: 'Inhalte',
    trainer: 'Referent/in',
    organisation: 'Veranstalter',
    support: 'Förderung',
    signer: 'Unterzeichnet von',
    issued: 'Ausgestellt am',
  },
  units: (minutes: string, units: string) =>
    `${minutes} Minuten, ${units} Unterrichtseinheiten zu 45 Minuten`,
  online: 'online',
  onsite: 'vor Ort',
}

const tr: typeof de = {
  title: 'Belge doğrulama',
  lead: 'Her katılım belgesinin altında bir numara vardır. Numarayı buraya yazınız, belgenin gerçek olup olmadığını söyleyelim.',
  number: 'Belge numarası',
  hint: 'Örneğin 2026-7K3M-9QXW-P4TR. Büyük ve küçük harf fark etmez.',
  check: 'Doğrula',
  standing: {
    valid: 'Bu belge gerçektir',
    replaced: 'Bu belgenin yerine yenisi verildi',
    revoked: 'Bu belge artık geçerli değil',
  },
  validMore: 'Belgeyi biz düzenledik. Lütfen kâğıtta yazanlarla karşılaştırınız:',
  noLonger: {
    replaced: (date) =>
      `Belgeyi biz düzenledik ve ${date} tarihinde yerine yenisini verdik. Artık yalnızca yenisi geçerlidir. Lütfen yeni belgeyi isteyiniz. Eskisinin üzerinde şunlar yazıyordu:`,
    revoked: (date) =>
      `Belgeyi biz düzenledik ve ${date} tarihinde geri çektik. Lütfen ona güvenmeyin. Üzerinde şunlar yazıyordu:`,
  },
  invalid: 'Bu numarayı tanımıyoruz',
  invalidMore: 'Bu numarayla geçerli bir belge yok. Lütfen numaranın doğru yazıldığını kontrol ediniz.',
  again: 'Başka bir numara doğrula',
  rows: {
    number: 'Numara',
    register: 'Kayıt',
    name: 'Ad soyad',
    title: 'Seminer',
    sessions: 'Tarihler',
    scope: 'Süre',
    attended: 'Katılım',
    contents: 'İçerik',
    trainer: 'Eğitmen',
    organisation: 'Düzenleyen',
    support: 'Destek',
    signer: 'İmzalayan',
    issued: 'Düzenlenme tarihi',
  },
  units: (minutes, units) => `${minutes} dakika, 45 dakikalık ${units} ders saati`,
  online: 'çevrim içi',
  onsite: 'yüz yüze',
}

const en: typeof de = {
  title: 'Verify a certificate',
  lead: 'Each certificate of attendance has a number at its foot. Type it here, and we tell you whether it is genuine.',
  number: 'Number of the certificate',
  hint: 'For example 2026-7K3M-9QXW-P4TR. Upper and lower case are the same.',
  check: 'Verify',
  standing: {
    valid: 'This certificate is genuine',
    replaced: 'This certificate has been replaced',
    revoked: 'This certificate no longer holds',
  },
  validMore: 'We issued it. Please compare whether the paper says the same:',
  noLonger: {
    replaced: (date) =>
      `We issued it, and replaced it with a new one on ${date}. Only the new one holds. Please ask to see that one. The old one said:`,
    revoked: (date) => `We issued it and revoked it on ${date}. Please do not rely on it. It said:`,
  },
  invalid: 'We do not know this number',
  invalidMore: 'There is no valid certificate with this number. Please check that it was typed correctly.',
  again: 'Verify another number',
  rows: {
    number: 'Number',
    register: 'Register',
    name: 'Name',
    title: 'Seminar',
    sessions: 'Sessions',
    scope: 'Length',
    attended: 'Attended',
    contents: 'Contents',
    trainer: 'Trainer',
    organisation: 'Organizer',
    support: 'Support',
    signer: 'Signed by',
    issued: 'Issued on',
  },
  units: (minutes, units) => `${minutes} minutes, ${units} teaching units of 45 minutes`,
  online: 'online',
  onsite: 'on site',
}

/** The words of verifying. */
export const verifyText: Record<Language, typeof de> = { de, tr, en }
