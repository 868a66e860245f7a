import type { Language } from '../../functions/kernel/language.ts'

const de = {
  /** In the form. */
  everySession: 'Nur wer in jedem Termin mindestens die halbe Zeit da war, bekommt eine Bescheinigung',
  everySessionHint: 'Ohne Häkchen zählt nur die Zeit im ganzen Seminar.',
  trainersWord: 'Erst wenn Referent/in oder Koordination zu jeder Person Ja gesagt hat',
  trainersWordHint: 'Wer noch kein Ja hat, wartet. Ein Knopf sagt Ja zu allen, die lange genug da waren.',
  /** On the public page, after the thresholds. */
  rules: {
    everySession: 'in jedem Termin mindestens die halbe Zeit',
    trainersWord: 'das Ja der Referentin, des Referenten oder der Koordination',
  },
  besides: 'Außerdem nötig:',
  /** Where the thresholds alone do not decide. */
  more: 'Dazu müssen die weiteren Bedingungen des Seminars erfüllt sein.',
  missed: (numbers: string) => `War nicht lange genug in Termin ${numbers}.`,
}

const tr: typeof de = {
  everySession: 'Belgeyi yalnızca her oturumda sürenin en az yarısında bulunanlar alır',
  everySessionHint: 'İşaretlenmezse yalnızca seminerin tamamındaki süre sayılır.',
  trainersWord: 'Belge ancak eğitmen veya koordinasyon her kişi için evet dedikten sonra verilir',
  trainersWordHint: 'Henüz evet denmeyenler bekler. Yeterince katılan herkese tek düğmeyle evet denebilir.',
  rules: {
    everySession: 'her oturumda sürenin en az yarısında bulunmak',
    trainersWord: 'eğitmenin veya koordinasyonun onayı',
  },
  besides: 'Ayrıca gerekli:',
  more: 'Ayrıca seminerin diğer koşulları da yerine gelmiş olmalıdır.',
  missed: (numbers) => `Şu oturumda yeterince bulunmadı: ${numbers}.`,
}

const en: typeof de = {
  everySession: 'Only who was there for at least half of each session gets a certificate',
  everySessionHint: 'Without the tick, only the time in the whole seminar counts.',
  trainersWord: 'Only once the trainer or a coordinator has said yes to each person',
  trainersWordHint: 'Who has no yes yet waits. One button says yes to everybody who was there long enough.',
  rules: {
    everySession: 'at least half of each session',
    trainersWord: 'the yes of the trainer or the coordinators',
  },
  besides: 'Also needed:',
  more: 'The other conditions of the seminar must be met as well.',
  missed: (numbers) => `Was not there long enough in session ${numbers}.`,
}

/** What a certificate needs besides the minutes. */
export const conditionsText: Record<Language, typeof de> = { de, tr, en }
