import type { Language } from '../../functions/kernel/language.ts'

const de = {
  mine: {
    title: 'Kalender-Abo',
    text: 'Mit einem Abo stehen die Termine aller Ihrer Seminare in Ihrem Kalender. Wenn sich ein Termin ändert, ändert er sich dort von selbst.',
    byMail: 'Der Link zeigt alle Ihre Seminare. Deshalb schicken wir ihn nur an Ihre E-Mail-Adresse.',
    make: 'Abo-Link per E-Mail schicken',
    manage: 'Abo-Links ansehen oder beenden',
  },
  page: {
    title: 'Kalender-Abo',
    secret:
      'Wer diesen Link kennt, sieht, zu welchen Seminaren Sie angemeldet sind. Geben Sie ihn nicht weiter.',
    links: 'Ihre Abo-Links',
    none: 'Sie haben zurzeit keinen Abo-Link.',
    madeAt: (when: string) => `erstellt am ${when} Uhr`,
    most: 'Fünf Abo-Links gelten zugleich. Beim sechsten endet der älteste.',
    endText:
      'Wenn Sie die Links beenden, bekommt kein Kalender mehr Ihre Termine darüber. Ihre Anmeldungen bleiben.',
    end: 'Alle Abo-Links beenden',
    news: {
      sent: 'Wir haben den Abo-Link an Ihre E-Mail-Adresse geschickt. Er kommt in wenigen Minuten an. Sehen Sie auch im Spam-Ordner nach.',
      ended: 'Alle Abo-Links sind beendet.',
      stale:
        'Der Abo-Link, den Sie auf dieser Seite angefordert haben, wurde schon beendet. Sie können einen neuen anfordern.',
      'too-many-mails':
        'An Ihre Adresse ging heute schon zu viel Post. Es wurde kein Abo-Link erstellt. Bitte versuchen Sie es morgen noch einmal.',
    },
    back: 'Zurück zu meiner Anmeldung',
  },
  add: {
    title: 'Kalender-Abo einrichten',
    endTitle: 'Abo beenden',
    endThis: 'Diesen Abo-Link beenden',
    endedTitle: 'Der Abo-Link gilt nicht mehr',
    ended:
      'Kein Kalender bekommt darüber noch Ihre Termine. Haben Sie alle Abo-Links beendet, gilt auch keiner der anderen mehr. Ihre Anmeldungen bleiben.',
    again: 'Einen neuen Abo-Link können Sie auf der Seite Ihrer Anmeldung anfordern.',
  },
  ways: {
    open: 'Im Kalender öffnen',
    address: 'Oder kopieren Sie diese Adresse in Ihren Kalender:',
    howTo: 'So tragen Sie das Abo ein',
    steps: {
      'Google Kalender':
        'Öffnen Sie am Computer calendar.google.com. Klicken Sie links bei „Weitere Kalender“ auf das Pluszeichen, dann auf „Per URL“. Fügen Sie die Adresse ein und klicken Sie auf „Kalender hinzufügen“.',
      'Apple (iPhone, iPad, Mac)': 'Tippen Sie hier auf „Im Kalender öffnen“ und dann auf „Abonnieren“.',
      Outlook:
        'Öffnen Sie im Kalender „Kalender hinzufügen“ und dann „Aus dem Internet abonnieren“. Fügen Sie die Adresse ein und klicken Sie auf „Importieren“.',
    },
    slow: 'Ihr Kalender entscheidet, wie oft er nachsieht. Bei Google kann es einen Tag dauern. Was sich an Ihren Terminen ändert, schreiben wir Ihnen immer auch per E-Mail.',
  },
  catalog: {
    title: 'Alle Termine im Kalender',
    text: 'Abonnieren Sie unser Programm: Neue und geänderte Termine kommen dann von selbst in Ihren Kalender.',
    slow: 'Ihr Kalender entscheidet, wie oft er nachsieht. Bei Google kann es einen Tag dauern.',
  },
  renewEnds: 'Auch alle Abo-Links für Ihren Kalender enden dann.',
  data: 'Abo-Links für den Kalender',
}

/** The words for subscribing to a calendar. */
export type CalendarFeedText = Omit<typeof de, 'ways'> & {
  ways: Omit<typeof de.ways, 'steps'> & { steps: Record<string, string> }
}

const tr: CalendarFeedText = {
  mine: {
    title: 'Takvim aboneliği',
    text: 'Abonelikle tüm seminerlerinizin tarihleri takviminizde görünür. Bir tarih değişirse takviminizde de kendiliğinden değişir.',
    byMail:
      'Bağlantı tüm seminerlerinizi gösterir. Bu yüzden onu yalnızca sizin e-posta adresinize göndeririz.',
    make: 'Abonelik bağlantısını e-postayla gönder',
    manage: 'Abonelik bağlantılarını gör veya sonlandır',
  },
  page: {
    title: 'Takvim aboneliği',
    secret: 'Bu bağlantıyı bilen kişi hangi seminerlere kayıtlı olduğunuzu görür. Kimseyle paylaşmayınız.',
    links: 'Abonelik bağlantılarınız',
    none: 'Şu anda abonelik bağlantınız yok.',
    madeAt: (when) => `oluşturulma: ${when}`,
    most: 'Aynı anda beş abonelik bağlantısı geçerlidir. Altıncısı oluşturulunca en eskisi sona erer.',
    endText:
      'Bağlantıları sonlandırırsanız hiçbir takvim tarihlerinizi artık bu yolla alamaz. Kayıtlarınız olduğu gibi kalır.',
    end: 'Tüm abonelik bağlantılarını sonlandır',
    news: {
      sent: 'Abonelik bağlantısını e-posta adresinize gönderdik. Birkaç dakika içinde gelir. Lütfen spam klasörüne de bakınız.',
      ended: 'Tüm abonelik bağlantıları sona erdi.',
      stale:
        'Bu sayfada istediğiniz abonelik bağlantısı daha önce sonlandırıldı. Yeni bir bağlantı isteyebilirsiniz.',
      'too-many-mails':
        'Adresinize bugün zaten çok fazla e-posta gönderildi. Abonelik bağlantısı oluşturulmadı. Lütfen yarın yeniden deneyiniz.',
    },
    back: 'Kaydıma dön',
  },
  add: {
    title: 'Takvim aboneliğini kurma',
    endTitle: 'Aboneliği sonlandırma',
    endThis: 'Bu abonelik bağlantısını sonlandır',
    endedTitle: 'Abonelik bağlantısı artık geçerli değil',
    ended:
      'Hiçbir takvim tarihlerinizi artık bu bağlantıyla alamaz. Tüm abonelik bağlantılarını sonlandırdıysanız diğerleri de artık geçerli değildir. Kayıtlarınız olduğu gibi kalır.',
    again: 'Yeni bir abonelik bağlantısını kaydınızın sayfasında isteyebilirsiniz.',
  },
  ways: {
    open: 'Takvimde aç',
    address: 'Ya da bu adresi kopyalayıp takviminize ekleyiniz:',
    howTo: 'Aboneliği takviminize böyle ekleyebilirsiniz',
    steps: {
      'Google Takvim':
        'Bilgisayarda calendar.google.com adresini açınız. Solda “Diğer takvimler” yanındaki artı işaretine, ardından “URL ile” seçeneğine tıklayınız. Adresi yapıştırıp “Takvim ekle” düğmesine basınız.',
      'Apple (iPhone, iPad, Mac)': 'Burada “Takvimde aç” düğmesine, ardından “Abone ol” düğmesine dokununuz.',
      Outlook:
        'Takvimde “Takvim ekle”, ardından “Web’den abone ol” seçeneğini açınız. Adresi yapıştırıp “İçeri aktar” düğmesine basınız.',
    },
    slow: 'Ne sıklıkta güncelleneceğine takviminiz karar verir. Google’da bu bir gün sürebilir. Tarihlerinizdeki değişiklikleri size her zaman e-postayla da yazarız.',
  },
  catalog: {
    title: 'Tüm tarihler takviminizde',
    text: 'Programımıza abone olunuz: Yeni ve değişen tarihler takviminize kendiliğinden gelir.',
    slow: 'Ne sıklıkta güncelleneceğine takviminiz karar verir. Google’da bu bir gün sürebilir.',
  },
  renewEnds: 'Takviminiz için olan tüm abonelik bağlantıları da sona erer.',
  data: 'Takvim abonelik bağlantıları',
}

const en: CalendarFeedText = {
  mine: {
    title: 'Calendar subscription',
    text: 'With a subscription, the dates of all your seminars are in your calendar. When a date changes, it changes there by itself.',
    byMail: 'The link shows all your seminars. So we send it to your e-mail address only.',
    make: 'Send a subscription link by e-mail',
    manage: 'See or end subscription links',
  },
  page: {
    title: 'Calendar subscription',
    secret: 'Whoever knows this link sees which seminars you are enrolled in. Do not pass it on.',
    links: 'Your subscription links',
    none: 'You have no subscription link at the moment.',
    madeAt: (when) => `made on ${when}`,
    most: 'Five subscription links are good at the same time. The sixth ends the oldest.',
    endText: 'If you end the links, no calendar gets your dates through them anymore. Your enrollments stay.',
    end: 'End all subscription links',
    news: {
      sent: 'We have sent the subscription link to your e-mail address. It arrives in a few minutes. Look in the spam folder, too.',
      ended: 'All subscription links have ended.',
      stale:
        'The subscription link that you asked for on this page was ended before. You can ask for a new one.',
      'too-many-mails':
        'Too much mail has gone to your address today already. No subscription link was made. Please try again tomorrow.',
    },
    back: 'Back to my enrollment',
  },
  add: {
    title: 'Set up the calendar subscription',
    endTitle: 'End the subscription',
    endThis: 'End this subscription link',
    endedTitle: 'The subscription link is no longer valid',
    ended:
      'No calendar gets your dates through it anymore. If you ended all subscription links, none of the others is valid either. Your enrollments stay.',
    again: 'You can ask for a new subscription link on the page of your enrollment.',
  },
  ways: {
    open: 'Open in calendar',
    address: 'Or copy this address into your calendar:',
    howTo: 'How to add the subscription',
    steps: {
      'Google Calendar':
        'On a computer, open calendar.google.com. On the left, click the plus sign at “Other calendars” and then “From URL”. Paste the address and click “Add calendar”.',
      'Apple (iPhone, iPad, Mac)': 'Tap “Open in calendar” here and then “Subscribe”.',
      Outlook:
        'In the calendar, open “Add calendar” and then “Subscribe from web”. Paste the address and click “Import”.',
    },
    slow: 'Your calendar decides how often it looks. With Google it can take a day. Whatever changes in your dates, we always write to you by e-mail as well.',
  },
  catalog: {
    title: 'All dates in your calendar',
    text: 'Subscribe to our program: new and changed dates then come into your calendar by themselves.',
    slow: 'Your calendar decides how often it looks. With Google it can take a day.',
  },
  renewEnds: 'All subscription links for your calendar end as well.',
  data: 'Subscription links for the calendar',
}

/** The words in every language. */
export const calendarFeedText: Record<Language, CalendarFeedText> = { de, tr, en }
