import type { Language } from '../../functions/kernel/language.ts'

const de = {
  title: (title: string) => `Zum Online-Termin: ${title}`,
  session: 'Ihr Termin',
  early: (when: string) => `Die Tür öffnet: ${when}.`,
  opensIn: 'Die Tür öffnet in',
  reload:
    'Lassen Sie diese Seite einfach offen: Der Knopf erscheint von selbst. Ohne JavaScript laden Sie die Seite bitte neu.',
  refresh: 'Seite neu laden',
  open: 'Die Tür ist offen. Mit dem Knopf kommen Sie direkt in den Raum.',
  enter: 'Jetzt teilnehmen',
  startsIn: 'Beginn in',
  running: 'Der Termin läuft.',
  over: 'Dieser Termin ist vorbei.',
  cancelled: 'Dieser Termin fällt aus.',
  cancelledMore: 'Die übrigen Termine stehen auf Ihrer persönlichen Seite.',
  overMore:
    'Ihre Anwesenheit rechnen wir aus den Zeiten im Raum aus. Weitere Termine stehen auf Ihrer persönlichen Seite.',
  seminarOver: 'Dieses Seminar findet nicht mehr statt.',
  'no-seat': 'Sie haben für dieses Seminar zurzeit keinen Platz.',
  noSeatMore:
    'Vielleicht haben Sie sich abgemeldet, noch nicht bestätigt, oder Sie stehen auf der Warteliste. Wenn ein Platz frei wird, schreiben wir Ihnen.',
  onsite: 'Dieser Termin findet vor Ort statt.',
  address: 'Adresse',
  'meeting-down': 'Der Raum antwortet gerade nicht.',
  meetingDownMore: 'Bitte versuchen Sie es in einer Minute noch einmal. Wir wissen davon.',
  tips: 'Damit es gut klappt',
  tipList: [
    'Am besten mit Kopfhörern und an einem ruhigen Ort.',
    'Der Browser fragt nach Mikrofon und Kamera. Beides dürfen Sie auch aus lassen.',
    'Verbindung weg? Kommen Sie über diese Seite einfach zurück, Ihre Minuten werden zusammengezählt.',
  ],
  units: {
    d: ['Tag', 'Tage'],
    h: ['Stunde', 'Stunden'],
    m: ['Minute', 'Minuten'],
    s: ['Sekunde', 'Sekunden'],
  },
}

const tr: typeof de = {
  title: (title) => `Çevrim içi oturuma katıl: ${title}`,
  session: 'Oturumunuz',
  early: (when) => `Kapının açılacağı saat: ${when}.`,
  opensIn: 'Kapının açılmasına kalan süre',
  reload:
    'Bu sayfayı açık bırakmanız yeterli: düğme kendiliğinden görünür. JavaScript kapalıysa lütfen sayfayı yenileyiniz.',
  refresh: 'Sayfayı yenile',
  open: 'Kapı açık. Düğmeyle doğrudan odaya girersiniz.',
  enter: 'Şimdi katıl',
  startsIn: 'Başlamasına kalan süre',
  running: 'Oturum devam ediyor.',
  over: 'Bu oturum bitti.',
  cancelled: 'Bu oturum yapılmıyor.',
  cancelledMore: 'Diğer oturumları kişisel sayfanızda görebilirsiniz.',
  overMore:
    'Katılımınızı odada kaldığınız süreden hesaplıyoruz. Diğer oturumlar kişisel sayfanızda yazılıdır.',
  seminarOver: 'Bu seminer artık yapılmıyor.',
  'no-seat': 'Bu seminerde şu anda yeriniz yok.',
  noSeatMore:
    'Kaydınızı iptal etmiş, henüz onaylamamış veya bekleme listesinde olabilirsiniz. Yer açılınca size yazarız.',
  onsite: 'Bu oturum yüz yüze yapılıyor.',
  address: 'Adres',
  'meeting-down': 'Oda şu anda yanıt vermiyor.',
  meetingDownMore: 'Lütfen bir dakika sonra yeniden deneyiniz. Durumdan haberimiz var.',
  tips: 'Sorunsuz katılım için',
  tipList: [
    'Kulaklık ve sessiz bir ortam en iyisidir.',
    'Tarayıcı mikrofon ve kamera için izin ister. İkisini de kapalı bırakabilirsiniz.',
    'Bağlantı koparsa bu sayfadan yeniden giriniz, dakikalarınız toplanır.',
  ],
  units: { d: ['gün', 'gün'], h: ['saat', 'saat'], m: ['dakika', 'dakika'], s: ['saniye', 'saniye'] },
}

const en: typeof de = {
  title: (title) => `Join the online session: ${title}`,
  session: 'Your session',
  early: (when) => `The door opens at ${when}.`,
  opensIn: 'The door opens in',
  reload:
    'Just leave this page open: the button appears by itself. Without JavaScript, please reload the page.',
  refresh: 'Reload the page',
  open: 'The door is open. The button leads you straight into the room.',
  enter: 'Join now',
  startsIn: 'Starts in',
  running: 'The session is running.',
  over: 'This session is over.',
  cancelled: 'This session was canceled.',
  cancelledMore: 'The other sessions are on your personal page.',
  overMore:
    'We work out your attendance from the times in the room. Further sessions are on your personal page.',
  seminarOver: 'This seminar no longer takes place.',
  'no-seat': 'You do not have a seat in this seminar at the moment.',
  noSeatMore:
    'Perhaps you canceled, have not confirmed yet, or are on the waiting list. When a seat becomes free, we write to you.',
  onsite: 'This session takes place on site.',
  address: 'Address',
  'meeting-down': 'The room is not answering right now.',
  meetingDownMore: 'Please try again in a minute. We know about it.',
  tips: 'So that it works well',
  tipList: [
    'Best with headphones and in a quiet place.',
    'The browser asks for microphone and camera. You may leave both off.',
    'Connection lost? Simply come back through this page, your minutes are added up.',
  ],
  units: { d: ['day', 'days'], h: ['hour', 'hours'], m: ['minute', 'minutes'], s: ['second', 'seconds'] },
}

/** The words of the page in front of the digital room. */
export const joinText: Record<Language, typeof de> = { de, tr, en }
