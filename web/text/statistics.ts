import type {
  ages,
  associationRoles,
  elsewhere,
  genders,
  notStated,
  StatisticsTopic,
} from '../../functions/enrollment/statistics/statistics.ts'
import type { Language } from '../../functions/kernel/language.ts'

type Cell =
  | (typeof genders)[number]
  | (typeof ages)[number]
  | (typeof associationRoles)[number]
  | typeof elsewhere
  | typeof notStated

const topicsDe: Record<StatisticsTopic, string> = {
  gender: 'Geschlecht',
  age: 'Alter',
  region: 'Region',
  role: 'Ihre Rolle im Verein',
}
const cellsDe: Record<Cell, string> = {
  female: 'weiblich',
  male: 'männlich',
  diverse: 'divers',
  'under-18': 'unter 18',
  '18-26': '18 bis 26',
  '27-45': '27 bis 45',
  '46-64': '46 bis 64',
  'over-64': '65 und älter',
  board: 'Vorstand',
  employee: 'angestellt',
  volunteer: 'ehrenamtlich aktiv',
  member: 'Mitglied',
  none: 'keine',
  elsewhere: 'eine andere Region',
  'not-stated': 'keine Angabe',
}

const de = {
  title: 'Vier Fragen für die Statistik',
  invite: {
    text: 'Eine Bitte: Unsere Fördergeber wollen wissen, wen unsere Seminare erreichen. Vier Fragen, freiwillig und ohne Ihren Namen.',
    link: 'Zur Statistik',
  },
  what: 'Wer unsere Seminare bezahlt, möchte Zahlen sehen: wie viele Frauen und Männer, welches Alter, welche Regionen. Deshalb fragen wir hier.',
  apart:
    'Ihre Angaben lassen sich nicht zu Ihnen zurückverfolgen. Sie werden nicht mit Ihrer Anmeldung gespeichert: Wir zählen nur zusammen, und kleine Zahlen unter fünf zeigen wir niemandem. Darum können wir die Angaben später auch nicht ändern oder löschen.',
  voluntary: 'Alles hier ist freiwillig. Ihr Platz hängt nicht davon ab.',
  topics: topicsDe,
  cells: cellsDe,
  choose: 'Bitte wählen Sie eine Antwort aus der Liste.',
  send: 'Absenden',
  back: 'Zum Seminar',
  wrongTitle: 'Bitte sehen Sie noch einmal nach',
  stale: 'Das Formular war zu lange offen. Es wurde nichts gezählt. Bitte senden Sie es noch einmal.',
  unsure: {
    title: 'Wir wissen noch nicht, ob es geklappt hat',
    text: 'Bitte senden Sie das Formular noch einmal. Es zählt trotzdem nur einmal.',
  },
  busy: {
    title: 'Gerade ist zu viel los',
    text: 'Es wurde nichts gezählt. Bitte senden Sie das Formular in einer Minute noch einmal.',
  },
  done: { title: 'Danke!', text: 'Ihre Angaben sind gezählt. Mehr müssen Sie hier nicht tun.' },
  refused: {
    closed: {
      title: 'Die Statistik ist geschlossen',
      text: 'Ausfüllen lässt sie sich, solange man sich anmelden kann und bis das Seminar beginnt.',
    },
    'more-than-people': {
      title: 'Es sind schon genug Bögen da',
      text: 'Für dieses Seminar gibt es schon so viele ausgefüllte Bögen wie Anmeldungen. Dieser wurde nicht gezählt.',
    },
  },
}

const topicsTr: Record<StatisticsTopic, string> = {
  gender: 'Cinsiyet',
  age: 'Yaş',
  region: 'Bölge',
  role: 'Dernekteki göreviniz',
}
const cellsTr: Record<Cell, string> = {
  female: 'kadın',
  male: 'erkek',
  diverse: 'çeşitli (diverse)',
  'under-18': '18 yaş altı',
  '18-26': '18–26',
  '27-45': '27–45',
  '46-64': '46–64',
  'over-64': '65 ve üzeri',
  board: 'yönetim kurulu',
  employee: 'çalışan',
  volunteer: 'gönüllü',
  member: 'üye',
  none: 'yok',
  elsewhere: 'başka bir bölge',
  'not-stated': 'belirtmek istemiyorum',
}

const tr: typeof de = {
  title: 'İstatistik için dört soru',
  invite: {
    text: 'Bir ricamız var: Bizi destekleyenler seminerlerimizin kimlere ulaştığını bilmek istiyor. Dört soru, isteğe bağlı ve adınız olmadan.',
    link: 'İstatistiğe git',
  },
  what: 'Seminerlerimizi finanse edenler sayı görmek ister: kaç kadın, kaç erkek, hangi yaşlar, hangi bölgeler. Bu yüzden soruyoruz.',
  apart:
    'Verdiğiniz bilgiler size kadar izlenemez. Kaydınızla birlikte saklanmaz: Yalnızca toplarız ve beşin altındaki küçük sayıları kimseye göstermeyiz. Bu nedenle bilgileri sonradan değiştiremez veya silemeyiz.',
  voluntary: 'Buradaki her şey isteğe bağlıdır. Yeriniz buna bağlı değildir.',
  topics: topicsTr,
  cells: cellsTr,
  choose: 'Lütfen listeden bir yanıt seçiniz.',
  send: 'Gönder',
  back: 'Seminere git',
  wrongTitle: 'Lütfen bir daha bakınız',
  stale: 'Form çok uzun süre açık kaldı. Hiçbir şey sayılmadı. Lütfen yeniden gönderiniz.',
  unsure: {
    title: 'Olup olmadığını henüz bilmiyoruz',
    text: 'Lütfen formu yeniden gönderiniz. Yine de yalnızca bir kez sayılır.',
  },
  busy: {
    title: 'Şu anda çok yoğunuz',
    text: 'Hiçbir şey sayılmadı. Lütfen formu bir dakika sonra yeniden gönderiniz.',
  },
  done: { title: 'Teşekkürler!', text: 'Bilgileriniz sayıldı. Burada başka bir şey yapmanız gerekmez.' },
  refused: {
    closed: {
      title: 'İstatistik kapalı',
      text: 'Kayıt olunabildiği sürece ve seminer başlayana kadar doldurulabilir.',
    },
    'more-than-people': {
      title: 'Yeterince form var',
      text: 'Bu seminer için kayıt sayısı kadar form zaten dolduruldu. Bu form sayılmadı.',
    },
  },
}

const topicsEn: Record<StatisticsTopic, string> = {
  gender: 'Gender',
  age: 'Age',
  region: 'Region',
  role: 'Your role in the association',
}
const cellsEn: Record<Cell, string> = {
  female: 'female',
  male: 'male',
  diverse: 'diverse',
  'under-18': 'under 18',
  '18-26': '18 to 26',
  '27-45': '27 to 45',
  '46-64': '46 to 64',
  'over-64': '65 and older',
  board: 'board',
  employee: 'employee',
  volunteer: 'volunteer',
  member: 'member',
  none: 'none',
  elsewhere: 'another region',
  'not-stated': 'not stated',
}

const en: typeof de = {
  title: 'Four questions for the statistics',
  invite: {
    text: 'One request: our funders want to know whom our seminars reach. Four questions, voluntary and without your name.',
    link: 'To the statistics',
  },
  what: 'Whoever pays for our seminars wants to see figures: how many women and men, which ages, which regions. That is why we ask.',
  apart:
    'What you say cannot be traced back to you. It is not stored with your enrollment: we only add up, and show nobody small figures below five. That is also why we cannot change or delete it later.',
  voluntary: 'Everything here is voluntary. Your seat does not depend on it.',
  topics: topicsEn,
  cells: cellsEn,
  choose: 'Please choose an answer from the list.',
  send: 'Send',
  back: 'To the seminar',
  wrongTitle: 'Please have another look',
  stale: 'The form was open for too long. Nothing was counted. Please send it once more.',
  unsure: {
    title: 'We do not know yet whether it worked',
    text: 'Please send the form once more. It counts only once all the same.',
  },
  busy: {
    title: 'Too much is going on right now',
    text: 'Nothing was counted. Please send the form once more in a minute.',
  },
  done: { title: 'Thank you!', text: 'Your answers are counted. There is nothing more to do here.' },
  refused: {
    closed: {
      title: 'The statistics are closed',
      text: 'They can be filled in from when enrollment opens until the seminar begins.',
    },
    'more-than-people': {
      title: 'There are enough sheets already',
      text: 'This seminar has as many sheets as enrollments. This one was not counted.',
    },
  },
}

/** The words of the statistics. */
export const statisticsText: Record<Language, typeof de> = { de, tr, en }

/** What a cell is called; a region is called what the associations call it. */
export const cellWords = (cell: string, region: string | undefined, language: Language): string => {
  const words: Record<string, string> = statisticsText[language].cells
  return region ?? words[cell] ?? cell
}
