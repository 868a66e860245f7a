import type { Grade } from '../../functions/certificate/entitlement.ts'
import type { Doubt } from '../../functions/certificate/preview.ts'
import type { Language } from '../../functions/kernel/language.ts'

type Words = {
  link: string
  title: string
  lead: (full: number, reduced: number) => string
  figures: Record<Grade | 'doubtful', string>
  person: string
  minutes: string
  share: string
  certificate: string
  why: string
  grades: Record<Grade, string>
  doubts: Record<Doubt, string>
  openLists: string
  openList: (date: string) => string
  nobody: string
  holdBack: string
  holdBackMeans: string
  heldSince: (when: string, by: string) => string
  release: string
  ofPlanned: (minutes: number, planned: number) => string
}

/** The page that says who would get which certificate, and why. */
export const certificatePreviewText: Record<Language, Words> = {
  de: {
    link: 'Wer bekommt welche Bescheinigung?',
    title: 'Wer bekommt welche Bescheinigung?',
    lead: (full, reduced) =>
      reduced > 0
        ? `So steht es gerade. Voll ab ${full} % der Zeit, verkürzt ab ${reduced} %.`
        : `So steht es gerade. Eine Bescheinigung gibt es ab ${full} % der Zeit.`,
    figures: { full: 'volle', reduced: 'verkürzte', none: 'keine', doubtful: 'bitte ansehen' },
    person: 'Person',
    minutes: 'Minuten',
    share: 'Anteil',
    certificate: 'Bescheinigung',
    why: 'Bitte ansehen',
    grades: { full: 'voll', reduced: 'verkürzt', none: 'keine' },
    doubts: {
      close: 'Wenige Minuten entscheiden.',
      'open-end': 'Niemand weiß, wann die Person gegangen ist.',
      'without-times': 'Die Liste nennt nur die Dauer.',
      twice: 'Zwei Geräte waren gleichzeitig im Raum.',
      'odd-name': 'Der Name sieht ungewöhnlich aus. So würde er gedruckt.',
    },
    openLists: 'Diese Teilnahmelisten sind noch nicht von zwei Personen bestätigt:',
    openList: (date) => `Liste vom ${date}`,
    nobody: 'Niemand hat einen bestätigten Platz.',
    holdBack: 'Bescheinigungen anhalten',
    holdBackMeans:
      'Dann geht keine hinaus, auch wenn das Seminar von selbst abgeschlossen wird. Sie geben sie frei, wenn alles stimmt.',
    heldSince: (when, by) => `Die Bescheinigungen sind angehalten, seit ${when}, von ${by}.`,
    release: 'Bescheinigungen freigeben',
    ofPlanned: (minutes, planned) => `${minutes} von ${planned}`,
  },
  tr: {
    link: 'Kim hangi belgeyi alıyor?',
    title: 'Kim hangi belgeyi alıyor?',
    lead: (full, reduced) =>
      reduced > 0
        ? `Şu andaki durum budur. Sürenin en az %${full}’i için tam, en az %${reduced}’i için kısaltılmış belge verilir.`
        : `Şu andaki durum budur. Belge sürenin en az %${full}’i için verilir.`,
    figures: { full: 'tam', reduced: 'kısaltılmış', none: 'yok', doubtful: 'lütfen bakın' },
    person: 'Kişi',
    minutes: 'Dakika',
    share: 'Oran',
    certificate: 'Belge',
    why: 'Lütfen bakın',
    grades: { full: 'tam', reduced: 'kısaltılmış', none: 'yok' },
    doubts: {
      close: 'Sonucu birkaç dakika belirliyor.',
      'open-end': 'Kişinin ne zaman ayrıldığı bilinmiyor.',
      'without-times': 'Listede yalnızca süre yazıyor.',
      twice: 'Odada aynı anda iki cihaz vardı.',
      'odd-name': 'Ad alışılmadık görünüyor. Belgeye böyle yazılır.',
    },
    openLists: 'Bu katılım listelerini henüz iki kişi onaylamadı:',
    openList: (date) => `${date} tarihli liste`,
    nobody: 'Onaylı yeri olan kimse yok.',
    holdBack: 'Belgeleri durdur',
    holdBackMeans:
      'O zaman seminer kendiliğinden tamamlansa bile hiçbir belge gönderilmez. Her şey doğru olunca serbest bırakırsınız.',
    heldSince: (when, by) => `Belgeler durduruldu: ${when}, ${by}.`,
    release: 'Belgeleri serbest bırak',
    ofPlanned: (minutes, planned) => `${planned} dakikadan ${minutes}`,
  },
  en: {
    link: 'Who gets which certificate?',
    title: 'Who gets which certificate?',
    lead: (full, reduced) =>
      reduced > 0
        ? `This is how it stands. Full from ${full}% of the time, reduced from ${reduced}%.`
        : `This is how it stands. There is a certificate from ${full}% of the time.`,
    figures: { full: 'full', reduced: 'reduced', none: 'none', doubtful: 'please look' },
    person: 'Person',
    minutes: 'Minutes',
    share: 'Share',
    certificate: 'Certificate',
    why: 'Please look',
    grades: { full: 'full', reduced: 'reduced', none: 'none' },
    doubts: {
      close: 'A few minutes decide.',
      'open-end': 'Nobody knows when the person left.',
      'without-times': 'The list says only how long.',
      twice: 'Two devices were in the room at once.',
      'odd-name': 'The name looks unusual. It would be printed like this.',
    },
    openLists: 'Two people have not confirmed these attendance lists yet:',
    openList: (date) => `List of ${date}`,
    nobody: 'Nobody has a confirmed seat.',
    holdBack: 'Hold the certificates back',
    holdBackMeans:
      'Then none goes out, also when the seminar is completed by itself. You release them when everything is right.',
    heldSince: (when, by) => `The certificates are held back since ${when}, by ${by}.`,
    release: 'Release the certificates',
    ofPlanned: (minutes, planned) => `${minutes} of ${planned}`,
  },
}
