import type { Word } from '../../functions/certificate/trainers-word.table.ts'
import type { Language } from '../../functions/kernel/language.ts'

type Words = {
  link: string
  title: string
  lead: string
  afterwards: string
  allTitle: string
  all: (people: number) => string
  allMeans: string
  nobodyWaits: string
  word: string
  wordOn: (name: string) => string
  words: Record<Word, string>
  /** On the preview: why there is no certificate yet, or none. */
  why: Record<Exclude<Word, 'yes'>, string>
  waits: string
  waiting: (people: number) => string
  /** On the first page of the office. */
  waitingIn: (title: string, people: number) => string
  reached: string
}

/** The page on which somebody says who shall get a certificate, and what other pages say of it. */
export const trainersWordText: Record<Language, Words> = {
  de: {
    link: 'Ja oder Nein zu den Bescheinigungen',
    title: 'Ja oder Nein zu den Bescheinigungen',
    lead: 'In diesem Seminar gibt es eine Bescheinigung erst, wenn Referent/in oder Koordination Ja gesagt hat. Wer noch kein Ja hat, wartet.',
    afterwards: 'Wer schon eine Bescheinigung hat, behält sie auch bei einem Nein.',
    allTitle: 'Ja zu allen, die lange genug da waren',
    all: (people) => (people === 1 ? 'Ja zu 1 Person' : `Ja zu ${people} Personen`),
    allMeans: 'Ein Nein bleibt ein Nein. Gemeint sind nur die, zu denen noch nichts gesagt ist.',
    nobodyWaits: 'Niemand, der lange genug da war, wartet noch auf ein Ja.',
    word: 'Ja oder Nein',
    wordOn: (name) => `Bescheinigung für ${name}`,
    words: { open: 'noch offen', yes: 'Ja', no: 'Nein' },
    why: { open: 'Das Ja der Referentin oder des Referenten fehlt noch.', no: 'Es wurde Nein gesagt.' },
    waits: 'wartet',
    waiting: (people) =>
      people === 1
        ? '1 Person war lange genug da und wartet noch auf ein Ja zu ihrer Bescheinigung.'
        : `${people} Personen waren lange genug da und warten noch auf ein Ja zu ihrer Bescheinigung.`,
    waitingIn: (title, people) =>
      people === 1
        ? `1 Person wartet auf ein Ja zur Bescheinigung: ${title}`
        : `${people} Personen warten auf ein Ja zur Bescheinigung: ${title}`,
    reached: 'Nach der Zeit',
  },
  tr: {
    link: 'Belgelere evet veya hayır',
    title: 'Belgelere evet veya hayır',
    lead: 'Bu seminerde belge ancak eğitmen veya koordinasyon evet dedikten sonra verilir. Henüz evet denmeyenler bekler.',
    afterwards: 'Belgesini almış olanlar, hayır dense de belgelerini korur.',
    allTitle: 'Yeterince katılan herkese evet',
    all: (people) => `${people} kişiye evet`,
    allMeans: 'Hayır denenler değişmez. Yalnızca henüz karar verilmeyenler içindir.',
    nobodyWaits: 'Yeterince katılıp evet bekleyen kimse yok.',
    word: 'Evet veya hayır',
    wordOn: (name) => `${name} için belge`,
    words: { open: 'henüz açık', yes: 'Evet', no: 'Hayır' },
    why: { open: 'Eğitmen henüz evet demedi.', no: 'Hayır dendi.' },
    waits: 'bekliyor',
    waiting: (people) => `Yeterince katılan ${people} kişi, belgesi için evet denmesini bekliyor.`,
    waitingIn: (title, people) => `Belgesi için evet bekleyen ${people} kişi var: ${title}`,
    reached: 'Süreye göre',
  },
  en: {
    link: 'Yes or no to the certificates',
    title: 'Yes or no to the certificates',
    lead: 'In this seminar there is a certificate only once the trainer or a coordinator has said yes. Who has no yes yet waits.',
    afterwards: 'Who has a certificate already keeps it, also after a no.',
    allTitle: 'Yes to all who were there long enough',
    all: (people) => (people === 1 ? 'Yes to 1 person' : `Yes to ${people} people`),
    allMeans: 'A no stays a no. It is only for those of whom nothing was said yet.',
    nobodyWaits: 'Nobody who was there long enough waits for a yes any more.',
    word: 'Yes or no',
    wordOn: (name) => `Certificate for ${name}`,
    words: { open: 'still open', yes: 'Yes', no: 'No' },
    why: { open: 'The trainer has not said yes yet.', no: 'The answer was no.' },
    waits: 'waits',
    waiting: (people) =>
      people === 1
        ? '1 person was there long enough and still waits for a yes to their certificate.'
        : `${people} people were there long enough and still wait for a yes to their certificates.`,
    waitingIn: (title, people) =>
      people === 1
        ? `1 person waits for a yes to their certificate: ${title}`
        : `${people} people wait for a yes to their certificates: ${title}`,
    reached: 'By the time',
  },
}
