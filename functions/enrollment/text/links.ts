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
  feed: {
    subject: 'Ihr Abo-Link für den Kalender',
    text: 'hier ist Ihr Abo-Link. Auf der Seite hinter dem Knopf tragen Sie ihn in Ihren Kalender ein. Dort können Sie ihn auch wieder beenden.',
    button: 'In den Kalender eintragen',
    shows:
      'Der Link zeigt die Termine aller Seminare, zu denen Sie mit dieser E-Mail-Adresse angemeldet sind. Geben Sie ihn deshalb nicht weiter.',
    notYou:
      'Sie haben nichts angefordert? Dann kennt vielleicht jemand anderes den Link zu einer Ihrer Anmeldungen. Diesen Abo-Link haben nur Sie bekommen. Einen neuen Link zu Ihrer Anmeldung schicken wir Ihnen, wenn Sie ihn auf der Seite Ihrer Anmeldung anfordern.',
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
  feed: {
    subject: 'Takviminiz için abonelik bağlantınız',
    text: 'Abonelik bağlantınız aşağıdadır. Düğmeyle açılan sayfada bağlantıyı takviminize ekleyebilirsiniz. Aynı sayfada sonlandırabilirsiniz de.',
    button: 'Takvime ekle',
    shows:
      'Bu bağlantı, bu e-posta adresiyle kayıtlı olduğunuz tüm seminerlerin tarihlerini gösterir. Bu yüzden kimseyle paylaşmayınız.',
    notYou:
      'Bunu siz istemediniz mi? O hâlde kayıtlarınızdan birinin bağlantısını belki başka biri biliyor. Bu abonelik bağlantısı yalnızca size gönderildi. Kaydınızın sayfasından isterseniz kaydınız için yeni bir bağlantı göndeririz.',
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
  feed: {
    subject: 'Your subscription link for the calendar',
    text: 'Here is your subscription link. On the page behind the button you add it to your calendar. You can also end it there.',
    button: 'Add to my calendar',
    shows:
      'The link shows the dates of all seminars in which you are enrolled with this e-mail address. So do not pass it on.',
    notYou:
      'You did not ask for this? Then somebody else may know the link to one of your enrollments. This subscription link was sent to you alone. If you ask for it on the page of your enrollment, we send you a new link to your enrollment.',
  },
}

/** The words of the letters that bring links. */
export const linkWords: Record<Language, typeof de> = { de, tr, en }
