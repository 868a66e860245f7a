import type { Texts } from '../../../functions/kernel/language.ts'
import type { Reservation } from '../../../functions/seminar/places.ts'
import type { SessionPlace } from '../../../functions/seminar/seminar.ts'
import { practiceId } from '../meeting-servers/practice-records.ts'

/** A seminar of the demonstration; days are counted from today, times are Europe/Berlin. */
export type DemoSeminar = {
  slug: string
  state: 'draft' | 'published' | 'cancelled' | 'completed'
  title: Texts
  description: Texts
  contents: Texts
  trainer: string
  funded: boolean
  capacity: number
  /** How its seats are given, where that is not the usual way. */
  places?: DemoPlaces
  /** How many of the people are enrolled, in their order; those beyond the capacity wait. */
  people: { from: number; count: number; unconfirmed?: number }
  sessions: { day: number; from: string; to: string; place: SessionPlace }[]
  /** Enrollment window, in days from today. */
  opens: number
  closes: number
}

type DemoPlaces = {
  /** Hours for which the next person may think about a free seat, and how many may wait for one. */
  offer?: { hours: number; waitingSize: number }
  /** Seats kept for associations until a day, counted from today. */
  kept?: { untilDay: number; seats: Reservation[] }
}

const room: SessionPlace = { kind: 'room' }
const bigbluebutton: SessionPlace = {
  kind: 'server',
  server: practiceId.bigbluebutton,
  waitingRoom: false,
}
const link: SessionPlace = { kind: 'link', url: 'https://meet.example.org/vereine-staerken' }
const onsite = (address: string): SessionPlace => ({ kind: 'onsite', address })

/** Eight seminars in all states that a seminar can be in. */
export const demoSeminars: readonly DemoSeminar[] = [
  {
    slug: 'foerdermittel-finden',
    state: 'published',
    title: {
      de: 'Fördermittel finden und beantragen',
      tr: 'Fon kaynaklarını bulma ve başvuru',
      en: 'Finding and applying for grants',
    },
    description: {
      de: 'Ein Abend für alle, die zum ersten Mal einen Antrag schreiben. Wir lesen zusammen eine Ausschreibung, schreiben einen Finanzplan und sehen uns an, woran Anträge scheitern.\n\nSprache: Deutsch.',
      tr: 'İlk kez başvuru yazacak herkes için bir akşam. Birlikte bir çağrı metni okuyor, bütçe planı hazırlıyor ve başvuruların neden reddedildiğine bakıyoruz.\n\nDil: Almanca.',
      en: 'An evening for everybody who writes an application for the first time. We read a call together, write a budget, and look at why applications fail.\n\nLanguage: German.',
    },
    contents: {
      de: 'Wer fördert was?\nAusschreibungen lesen\nKosten- und Finanzierungsplan\nHäufige Fehler',
      tr: 'Kim neyi destekler?\nÇağrı metnini okumak\nMaliyet ve finansman planı\nSık yapılan hatalar',
      en: 'Who funds what?\nReading a call\nBudget and financing plan\nCommon mistakes',
    },
    trainer: 'Dr. Ruth Lenz',
    funded: true,
    capacity: 20,
    people: { from: 0, count: 7, unconfirmed: 1 },
    sessions: [{ day: 2, from: '18:00', to: '20:15', place: room }],
    opens: -14,
    closes: 2,
  },
  {
    slug: 'datenschutz-im-verein',
    state: 'published',
    title: {
      de: 'Datenschutz im Verein: das Nötige, verständlich',
      tr: 'Dernekte veri koruma: gerekli olan, anlaşılır biçimde',
      en: 'Data protection in associations: what is needed, in plain words',
    },
    description: {
      de: 'Mitgliederliste, Fotos, Newsletter: Was dürfen wir, was nicht? Mit Vorlagen, die Sie am nächsten Tag benutzen können.\n\nSprache: Deutsch.',
      tr: 'Üye listesi, fotoğraflar, bülten: Neye iznimiz var, neye yok? Ertesi gün kullanabileceğiniz örneklerle.\n\nDil: Almanca.',
      en: 'Member lists, photos, newsletters: what may we do? With templates that you can use the next day.\n\nLanguage: German.',
    },
    contents: {
      de: 'Verzeichnis der Verarbeitungen\nEinwilligung und Fotos\nAuskunft und Löschung',
      tr: 'Veri işleme envanteri\nAçık rıza ve fotoğraflar\nBilgi verme ve silme',
      en: 'Records of processing\nConsent and photos\nAccess and erasure',
    },
    trainer: 'Meryem Aksoy',
    funded: true,
    capacity: 12,
    places: { offer: { hours: 24, waitingSize: 5 } },
    people: { from: 4, count: 16, unconfirmed: 1 },
    sessions: [
      { day: 6, from: '18:30', to: '20:00', place: room },
      { day: 13, from: '18:30', to: '20:00', place: room },
    ],
    opens: -30,
    closes: 5,
  },
  {
    slug: 'kassenfuehrung-gruppenberatung',
    state: 'published',
    title: {
      de: 'Gruppenberatung: Kassenführung und Belege',
      tr: 'Grup danışmanlığı: kasa ve belgeler',
      en: 'Group consultation: bookkeeping and receipts',
    },
    description: {
      de: 'Für Kassiererinnen und Kassierer: Wir gehen Ihre Fragen der Reihe nach durch, vom Kassenbuch bis zum Verwendungsnachweis.\n\nSprache: Deutsch und Türkisch.',
      tr: 'Saymanlar için: Kasa defterinden hibe kullanım raporuna kadar sorularınızı sırayla ele alıyoruz.\n\nDil: Almanca ve Türkçe.',
      en: 'For treasurers: we go through your questions one by one, from the cash book to the proof of use.\n\nLanguage: German and Turkish.',
    },
    contents: {
      de: 'Kassenbuch\nBelege sammeln und aufbewahren\nVerwendungsnachweis',
      tr: 'Kasa defteri\nBelgeleri toplama ve saklama\nHibe kullanım raporu',
      en: 'Cash book\nCollecting and keeping receipts\nProof of use',
    },
    trainer: 'Hasan Doğan',
    funded: true,
    capacity: 6,
    people: { from: 10, count: 9 },
    sessions: [{ day: 9, from: '17:00', to: '18:30', place: link }],
    opens: -20,
    closes: 8,
  },
  {
    slug: 'oeffentlichkeitsarbeit',
    state: 'published',
    title: {
      de: 'Öffentlichkeitsarbeit mit kleinem Budget',
      tr: 'Az bütçeyle halkla ilişkiler',
      en: 'Public relations on a small budget',
    },
    description: {
      de: 'Zwei Abende: eine Pressemitteilung, die gelesen wird, und ein Plan für ein halbes Jahr. Die Anmeldung ist geschlossen, der zweite Abend kommt noch.\n\nSprache: Deutsch.',
      tr: 'İki akşam: okunan bir basın bülteni ve altı aylık bir plan. Kayıtlar kapandı, ikinci akşam henüz olmadı.\n\nDil: Almanca.',
      en: 'Two evenings: a press release that is read, and a plan for half a year. Enrollment is over, the second evening is still to come.\n\nLanguage: German.',
    },
    contents: {
      de: 'Botschaft und Zielgruppe\nPressemitteilung\nRedaktionsplan',
      tr: 'Mesaj ve hedef kitle\nBasın bülteni\nYayın planı',
      en: 'Message and audience\nPress release\nEditorial plan',
    },
    trainer: 'Dr. Ruth Lenz',
    funded: true,
    capacity: 15,
    people: { from: 2, count: 9 },
    sessions: [
      { day: -5, from: '18:00', to: '19:30', place: room },
      { day: 4, from: '18:00', to: '19:30', place: bigbluebutton },
    ],
    opens: -45,
    closes: -6,
  },
  {
    slug: 'interreligioeser-dialog',
    state: 'published',
    title: {
      de: 'Interreligiöser Dialog vor Ort',
      tr: 'Yerelde dinler arası diyalog',
      en: 'Interfaith dialogue in your town',
    },
    description: {
      de: 'Ein Tag in Präsenz: Wie laden wir Nachbargemeinden ein, und worüber reden wir dann? Die Anmeldung öffnet bald.\n\nSprache: Deutsch.',
      tr: 'Yüz yüze bir gün: Komşu cemaatleri nasıl davet ederiz ve ne konuşuruz? Kayıtlar yakında açılıyor.\n\nDil: Almanca.',
      en: 'A day on site: how do we invite neighboring communities, and what do we talk about? Enrollment opens soon.\n\nLanguage: German.',
    },
    contents: {
      de: 'Anlässe und Formate\nGesprächsregeln\nEin Jahr planen',
      tr: 'Fırsatlar ve biçimler\nKonuşma kuralları\nBir yılı planlamak',
      en: 'Occasions and formats\nRules for talking\nPlanning a year',
    },
    trainer: 'Pastorin Katrin Behrens, Dede Ali Kaya',
    funded: true,
    capacity: 30,
    places: { kept: { untilDay: 28, seats: [{ associationId: 'org_bielefeld000', seats: 8 }] } },
    people: { from: 0, count: 0 },
    sessions: [
      {
        day: 40,
        from: '10:00',
        to: '16:00',
        place: onsite('Haus der Vielfalt, Beispielplatz 1, 33602 Bielefeld'),
      },
    ],
    opens: 7,
    closes: 38,
  },
  {
    slug: 'vereinsmanagement',
    state: 'completed',
    title: {
      de: 'Vereinsmanagement: Vorstand werden, Vorstand bleiben',
      tr: 'Dernek yönetimi: yönetici olmak, yönetici kalmak',
      en: 'Running an association: joining the board, staying on it',
    },
    description: {
      de: 'Aufgaben, Haftung, Übergabe: zwei Abende für neue und erfahrene Vorstände.\n\nSprache: Deutsch.',
      tr: 'Görevler, sorumluluk, devir: yeni ve deneyimli yöneticiler için iki akşam.\n\nDil: Almanca.',
      en: 'Duties, liability, handing over: two evenings for new and experienced boards.\n\nLanguage: German.',
    },
    contents: {
      de: 'Aufgaben und Haftung des Vorstands\nMitgliederversammlung\nÜbergabe an die Nächsten',
      tr: 'Yönetim kurulunun görevleri ve sorumluluğu\nGenel kurul\nGörevi devretmek',
      en: 'Duties and liability of the board\nGeneral meeting\nHanding over',
    },
    trainer: 'Meryem Aksoy',
    funded: true,
    capacity: 12,
    people: { from: 0, count: 8 },
    sessions: [
      { day: -21, from: '18:00', to: '20:00', place: room },
      { day: -14, from: '18:00', to: '20:00', place: room },
    ],
    opens: -60,
    closes: -22,
  },
  {
    slug: 'geschlechtergerechtigkeit',
    state: 'draft',
    title: {
      de: 'Geschlechtergerechtigkeit im Vorstand',
      tr: 'Yönetim kurulunda toplumsal cinsiyet eşitliği',
      en: 'Gender equality on the board',
    },
    description: {
      de: 'Noch ein Entwurf: Wie kommen mehr Frauen in den Vorstand, und wie bleiben sie?\n\nSprache: Deutsch.',
      tr: 'Henüz taslak: Yönetime daha çok kadın nasıl girer ve nasıl kalır?\n\nDil: Almanca.',
      en: 'Still a draft: how do more women join the board, and how do they stay?\n\nLanguage: German.',
    },
    contents: {
      de: 'Zahlen\nHürden\nEin Plan',
      tr: 'Sayılar\nEngeller\nBir plan',
      en: 'Figures\nHurdles\nA plan',
    },
    trainer: '',
    funded: true,
    capacity: 16,
    people: { from: 0, count: 0 },
    sessions: [{ day: 50, from: '18:00', to: '20:00', place: room }],
    opens: 10,
    closes: 48,
  },
  {
    slug: 'kommunalwahl-verstehen',
    state: 'cancelled',
    title: {
      de: 'Politische Bildung: Kommunalwahl verstehen',
      tr: 'Siyasal eğitim: yerel seçimi anlamak',
      en: 'Civic education: understanding local elections',
    },
    description: {
      de: 'Wer entscheidet was in der Stadt? Dieser Abend fällt aus, weil der Referent erkrankt ist.\n\nSprache: Deutsch.',
      tr: 'Kentte neye kim karar verir? Eğitmen hastalandığı için bu akşam yapılmıyor.\n\nDil: Almanca.',
      en: 'Who decides what in town? This evening does not take place because the trainer is ill.\n\nLanguage: German.',
    },
    contents: {
      de: 'Rat und Verwaltung\nWählen und mitreden',
      tr: 'Meclis ve yönetim\nSeçmek ve söz almak',
      en: 'Council and administration\nVoting and having a say',
    },
    trainer: 'Murat Esen',
    funded: false,
    capacity: 25,
    people: { from: 14, count: 5 },
    sessions: [{ day: 4, from: '19:00', to: '20:30', place: link }],
    opens: -20,
    closes: 3,
  },
]
