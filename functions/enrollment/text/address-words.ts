import type { Language } from '../../kernel/language.ts'

/** What asks the owner of an address; `old` is empty where there were no links before. */
export type AddressWords = {
  subject: (title: string) => string
  why: (title: string) => string
  please: (deadline: string) => string
  button: string
  old: string
  stranger: string
}

const de: AddressWords = {
  subject: (title) => `Bitte bestätigen Sie Ihre neue Adresse: ${title}`,
  why: (title) =>
    `zu einer Anmeldung für „${title}“ wurde diese E-Mail-Adresse eingetragen, weil E-Mails nicht ankamen oder sich die Adresse geändert hat.`,
  please: (deadline) =>
    `Bitte bestätigen Sie, dass die Adresse Ihnen gehört, spätestens bis ${deadline}. Ihr Platz bleibt bis dahin erhalten. Einladungen und Bescheinigung kommen erst, wenn Sie bestätigt haben.`,
  button: 'Adresse ansehen und bestätigen',
  old: 'Links aus früheren E-Mails gelten nicht mehr. Dieser hier ersetzt sie.',
  stranger:
    'Sie haben sich nicht angemeldet? Dann hat sich jemand vertippt. Sie brauchen nichts zu tun; ohne Ihre Bestätigung schreiben wir Ihnen nichts Persönliches.',
}

const tr: AddressWords = {
  subject: (title) => `Lütfen yeni adresinizi onaylayınız: ${title}`,
  why: (title) =>
    `“${title}” seminerindeki bir kayda bu e-posta adresi yazıldı; çünkü e-postalar ulaşmadı veya adres değişti.`,
  please: (deadline) =>
    `Adresin size ait olduğunu lütfen en geç şu tarihe kadar onaylayınız: ${deadline}. Yeriniz o zamana kadar saklanır. Davetler ve katılım belgesi ancak onayınızdan sonra gönderilir.`,
  button: 'Adresi görüntüle ve onayla',
  old: 'Önceki e-postalardaki bağlantılar artık geçerli değildir. Onların yerine bu bağlantı geçer.',
  stranger:
    'Kayıt olmadınız mı? O hâlde biri adresi yanlış yazmıştır. Bir şey yapmanız gerekmez; onayınız olmadan size kişisel bir şey yazmayız.',
}

const en: AddressWords = {
  subject: (title) => `Please confirm your new address: ${title}`,
  why: (title) =>
    `This e-mail address was noted for an enrollment in “${title}”, because mails did not arrive or the address has changed.`,
  please: (deadline) =>
    `Please confirm that the address is yours, at the latest by ${deadline}. Your place is kept until then. Invites and certificate come only after you have confirmed.`,
  button: 'See and confirm the address',
  old: 'Links from earlier mails no longer work. This one replaces them.',
  stranger:
    'You did not enroll? Then somebody made a typing mistake. You need not do anything; without your confirmation we will not write anything personal to you.',
}

/** The words of the letter to an address that a coordinator has corrected. */
export const addressWords: Record<Language, AddressWords> = { de, tr, en }
