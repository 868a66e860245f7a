import type { Language } from '../../functions/kernel/language.ts'

const de = {
  /** In the form. */
  everySession: 'Nur wer in jedem Termin mindestens die halbe Zeit da war, bekommt eine Bescheinigung',
  everySessionHint: 'Ohne Häkchen zählt nur die Zeit im ganzen Seminar.',
  /** On the public page, after the thresholds. */
  rules: { everySession: 'in jedem Termin mindestens die halbe Zeit' },
  besides: 'Außerdem nötig:',
  /** Where the thresholds alone do not decide. */
  more: 'Dazu müssen die weiteren Bedingungen des Seminars erfüllt sein.',
  missed: (numbers: string) => `War nicht lange genug in Termin ${numbers}.`,
}

const tr: typeof de = {
  everySession: 'Belgeyi yalnızca her oturumda sürenin en az yarısında bulunanlar alır',
  everySessionHint: 'İşaretlenmezse yalnızca seminerin tamamındaki süre sayılır.',
  rules: { everySession: 'her oturumda sürenin en az yarısında bulunmak' },
  besides: 'Ayrıca gerekli:',
  more: 'Ayrıca seminerin diğer koşulları da yerine gelmiş olmalıdır.',
  missed: (numbers) => `Şu oturumda yeterince bulunmadı: ${numbers}.`,
}

const en: typeof de = {
  everySession: 'Only who was there for at least half of each session gets a certificate',
  everySessionHint: 'Without the tick, only the time in the whole seminar counts.',
  rules: { everySession: 'at least half of each session' },
  besides: 'Also needed:',
  more: 'The other conditions of the seminar must be met as well.',
  missed: (numbers) => `Was not there long enough in session ${numbers}.`,
}

/** What a certificate needs besides the minutes. */
export const conditionsText: Record<Language, typeof de> = { de, tr, en }
