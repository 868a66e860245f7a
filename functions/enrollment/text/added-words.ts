import type { Language } from '../../kernel/language.ts'
import type { AddressWords } from './address-words.ts'

const de: AddressWords = {
  subject: (title) => `Bitte bestätigen Sie Ihre Adresse: ${title}`,
  why: (title) => `unser Büro hat eingetragen, dass Sie bei „${title}“ dabei waren, ohne angemeldet zu sein.`,
  please: (deadline) =>
    `Bitte bestätigen Sie bis ${deadline}, dass diese Adresse Ihnen gehört. Auf Ihrer Seite sehen Sie auch, was wir über Sie gespeichert haben. Danach bekommen Sie Ihre Teilnahmebescheinigung, wenn Sie lange genug dabei waren.`,
  button: 'Ansehen und bestätigen',
  old: '',
  stranger:
    'Sie waren nicht dabei? Dann hat sich jemand vertippt. Sie brauchen nichts zu tun; ohne Ihre Bestätigung schreiben wir Ihnen nichts Persönliches.',
}

const tr: AddressWords = {
  subject: (title) => `Lütfen adresinizi onaylayınız: ${title}`,
  why: (title) => `Büromuz, kayıt olmadan “${title}” seminerine katıldığınızı yazdı.`,
  please: (deadline) =>
    `Bu adresin size ait olduğunu lütfen şu tarihe kadar onaylayınız: ${deadline}. Sayfanızda hakkınızda neyi sakladığımızı da görürsünüz. Yeterince uzun katıldıysanız ardından katılım belgeniz gelir.`,
  button: 'Görüntüle ve onayla',
  old: '',
  stranger:
    'Katılmadınız mı? O hâlde biri adresi yanlış yazmıştır. Bir şey yapmanız gerekmez; onayınız olmadan size kişisel bir şey yazmayız.',
}

const en: AddressWords = {
  subject: (title) => `Please confirm your address: ${title}`,
  why: (title) => `Our office has noted that you took part in “${title}” without being enrolled.`,
  please: (deadline) =>
    `Please confirm by ${deadline} that this address is yours. On your page you also see what we have stored about you. After that you get your certificate of attendance, if you were there long enough.`,
  button: 'See and confirm',
  old: '',
  stranger:
    'You were not there? Then somebody made a typing mistake. You need not do anything; without your confirmation we will not write anything personal to you.',
}

/** The words of the letter to an address that the office has entered for somebody who was there. */
export const addedWords: Record<Language, AddressWords> = { de, tr, en }
