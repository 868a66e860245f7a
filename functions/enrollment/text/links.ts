import type { Language } from '../../kernel/language.ts'

const de = {
  newLink: {
    subject: (title: string) => `Ihr neuer Link: ${title}`,
    text: (title: string) => `hier ist ein neuer Link zu Ihrer Seite für „${title}“.`,
    button: 'Meine Anmeldung',
  },
  newLinks: {
    subject: 'Ihre neuen Links',
    text: 'hier sind neue Links zu Ihren Anmeldungen.',
    button: (title: string) => `Meine Anmeldung: ${title}`,
  },
  old: 'Alle älteren Links gelten nicht mehr, auch die Zugangslinks aus früheren E-Mails.',
  join: 'Zu den Online-Terminen kommen Sie trotzdem: Kurz vor Beginn steht auf Ihrer Seite der Knopf in den Raum.',
  notYou: 'Sie haben nichts angefordert? Dann ist nichts passiert: Die neuen Links kennen nur Sie.',
  overview: {
    subject: 'Alle Ihre Seminare auf einer Seite',
    text: 'hier ist der Link zu Ihrer Übersicht: Anmeldungen, Minuten und Unterrichtseinheiten, Bescheinigungen.',
    good: 'Der Link gilt 24 Stunden. Geben Sie ihn nicht weiter.',
    button: 'Meine Übersicht',
    notYou: 'Sie haben nichts angefordert? Dann tun Sie nichts. Der Link verfällt von selbst.',
  },
}

const tr: typeof de = {
  newLink: {
    subject: (title) => `Yeni bağlantınız: ${title}`,
    text: (title) => `“${title}” semineri için sayfanızın yeni bağlantısı aşağıdadır.`,
    button: 'Kaydım',
  },
  newLinks: {
    subject: 'Yeni bağlantılarınız',
    text: 'Kayıtlarınızın yeni bağlantıları aşağıdadır.',
    button: (title) => `Kaydım: ${title}`,
  },
  old: 'Daha eski bağlantıların hiçbiri artık geçerli değildir; önceki e-postalardaki katılım bağlantıları da buna dahildir.',
  join: 'Çevrim içi oturumlara yine de katılabilirsiniz: Başlamasına kısa süre kala sayfanızda odaya giriş düğmesi görünür.',
  notYou: 'Bunu siz istemediniz mi? O hâlde bir şey olmadı: Yeni bağlantıları yalnızca siz biliyorsunuz.',
  overview: {
    subject: 'Tüm seminerleriniz tek sayfada',
    text: 'Genel görünümünüzün bağlantısı aşağıdadır: kayıtlar, dakikalar ve ders saatleri, belgeler.',
    good: 'Bağlantı 24 saat geçerlidir. Kimseyle paylaşmayınız.',
    button: 'Genel görünümüm',
    notYou:
      'Bunu siz istemediniz mi? O hâlde bir şey yapmanız gerekmez. Bağlantının süresi kendiliğinden dolar.',
  },
}

const en: typeof de = {
  newLink: {
    subject: (title) => `Your new link: ${title}`,
    text: (title) => `Here is a new link to your page for “${title}”.`,
    button: 'My enrollment',
  },
  newLinks: {
    subject: 'Your new links',
    text: 'Here are new links to your enrollments.',
    button: (title) => `My enrollment: ${title}`,
  },
  old: 'All older links are no longer valid, nor are the join links of earlier mails.',
  join: 'You still get into the online sessions: shortly before the start, the button into the room is on your page.',
  notYou: 'You did not ask for this? Then nothing has happened: only you know the new links.',
  overview: {
    subject: 'All your seminars on one page',
    text: 'Here is the link to your overview: enrollments, minutes and teaching units, certificates.',
    good: 'The link is good for 24 hours. Do not pass it on.',
    button: 'My overview',
    notYou: 'You did not ask for this? Then do nothing. The link expires automatically.',
  },
}

/** The words of the letters that bring links. */
export const linkWords: Record<Language, typeof de> = { de, tr, en }
