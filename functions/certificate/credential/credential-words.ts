import type { Language } from '../../kernel/language.ts'

type CredentialWords = {
  name: (title: string) => string
  /** What the seminar was, where nobody wrote down its contents. */
  description: (title: string) => string
  /** What one must do for it. */
  criteria: (dates: string, minutes: string) => string
  /** What the person did. */
  narrative: (attended: string, planned: string) => string
}

/** What a credential says in words, in the language of the certificate. */
export const credentialWords: Record<Language, CredentialWords> = {
  de: {
    name: (title) => `Teilnahmebescheinigung: ${title}`,
    description: (title) => `Seminar „${title}“`,
    criteria: (dates, minutes) =>
      `Teilnahme am Seminar (${dates}; geplant waren ${minutes} Minuten). Die Anwesenheit wurde in jedem Termin festgehalten.`,
    narrative: (attended, planned) => `War ${attended} von ${planned} Minuten dabei.`,
  },
  tr: {
    name: (title) => `Katılım belgesi: ${title}`,
    description: (title) => `“${title}” semineri`,
    criteria: (dates, minutes) =>
      `Seminere katılım (${dates}; planlanan süre ${minutes} dakika). Her oturumda yoklama tutulmuştur.`,
    narrative: (attended, planned) => `Planlanan ${planned} dakikanın ${attended} dakikasına katılmıştır.`,
  },
  en: {
    name: (title) => `Certificate of attendance: ${title}`,
    description: (title) => `Seminar “${title}”`,
    criteria: (dates, minutes) =>
      `Attendance at the seminar (${dates}; ${minutes} minutes were planned). Attendance was recorded in each session.`,
    narrative: (attended, planned) => `Attended ${attended} of ${planned} minutes.`,
  },
}
