import type { Language } from '../../functions/kernel/language.ts'

const de = {
  mine: {
    title: 'Kalender-Abo',
    text: 'Mit einem Abo stehen die Termine aller Ihrer Seminare in Ihrem Kalender. Wenn sich ein Termin ändert, ändert er sich dort von selbst.',
    make: 'Abo-Link erstellen',
    manage: 'Abo-Links ansehen oder beenden',
  },
  page: {
    title: 'Kalender-Abo',
    ready:
      'Ihr Abo-Link ist da. Tragen Sie ihn jetzt in Ihren Kalender ein. Später können wir ihn nicht noch einmal zeigen, aber Sie können jederzeit einen neuen erstellen.',
    secret:
      'Wer diesen Link kennt, sieht, zu welchen Seminaren Sie angemeldet sind. Geben Sie ihn nicht weiter.',
    links: 'Ihre Abo-Links',
    none: 'Sie haben zurzeit keinen Abo-Link.',
    madeAt: (when: string) => `erstellt am ${when} Uhr`,
    most: 'Fünf Abo-Links gelten zugleich. Beim sechsten endet der älteste.',
    endText:
      'Wenn Sie die Links beenden, bekommt kein Kalender mehr Ihre Termine darüber. Ihre Anmeldungen bleiben.',
    end: 'Alle Abo-Links beenden',
    ended: 'Alle Abo-Links sind beendet.',
    stale: 'Dieser Abo-Link wurde schon beendet. Sie können einen neuen erstellen.',
    back: 'Zurück zu meiner Anmeldung',
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
    make: 'Abonelik bağlantısı oluştur',
    manage: 'Abonelik bağlantılarını gör veya sonlandır',
  },
  page: {
    title: 'Takvim aboneliği',
    ready:
      'Abonelik bağlantınız hazır. Şimdi takviminize ekleyiniz. Daha sonra aynı bağlantıyı yeniden gösteremeyiz, ancak her zaman yeni bir bağlantı oluşturabilirsiniz.',
    secret: 'Bu bağlantıyı bilen kişi hangi seminerlere kayıtlı olduğunuzu görür. Kimseyle paylaşmayınız.',
    links: 'Abonelik bağlantılarınız',
    none: 'Şu anda abonelik bağlantınız yok.',
    madeAt: (when) => `oluşturulma: ${when}`,
    most: 'Aynı anda beş abonelik bağlantısı geçerlidir. Altıncısı oluşturulunca en eskisi sona erer.',
    endText:
      'Bağlantıları sonlandırırsanız hiçbir takvim tarihlerinizi artık bu yolla alamaz. Kayıtlarınız olduğu gibi kalır.',
    end: 'Tüm abonelik bağlantılarını sonlandır',
    ended: 'Tüm abonelik bağlantıları sona erdi.',
    stale: 'Bu abonelik bağlantısı daha önce sonlandırıldı. Yeni bir bağlantı oluşturabilirsiniz.',
    back: 'Kaydıma dön',
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
    make: 'Make a subscription link',
    manage: 'See or end subscription links',
  },
  page: {
    title: 'Calendar subscription',
    ready:
      'Your subscription link is ready. Add it to your calendar now. We cannot show it again later, but you can make a new one at any time.',
    secret: 'Whoever knows this link sees which seminars you are enrolled in. Do not pass it on.',
    links: 'Your subscription links',
    none: 'You have no subscription link at the moment.',
    madeAt: (when) => `made on ${when}`,
    most: 'Five subscription links are good at the same time. The sixth ends the oldest.',
    endText: 'If you end the links, no calendar gets your dates through them anymore. Your enrollments stay.',
    end: 'End all subscription links',
    ended: 'All subscription links have ended.',
    stale: 'This subscription link was ended before. You can make a new one.',
    back: 'Back to my enrollment',
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
