import type { Language } from '../../functions/kernel/language.ts'

const de = {
  heading: 'Für Programme',
  lead: 'Dieselbe Bescheinigung als digitaler Nachweis (Open Badges 3.0). Programme prüfen ihn, ohne diese Seite zu fragen.',
  json: 'Nachweis herunterladen (JSON)',
  jwt: 'Nachweis herunterladen (JWT)',
  wallet: 'Für die digitale Brieftasche (Open Badges)',
}

const tr: typeof de = {
  heading: 'Programlar için',
  lead: 'Aynı belgenin dijital hali (Open Badges 3.0). Programlar onu bu sayfaya sormadan doğrular.',
  json: 'Dijital belgeyi indir (JSON)',
  jwt: 'Dijital belgeyi indir (JWT)',
  wallet: 'Dijital cüzdan için (Open Badges)',
}

const en: typeof de = {
  heading: 'For machines',
  lead: 'The same certificate as a digital credential (Open Badges 3.0). Programs verify it without asking this page.',
  json: 'Download the credential (JSON)',
  jwt: 'Download the credential (JWT)',
  wallet: 'For a digital wallet (Open Badges)',
}

/** Words around credentials, on the page where certificates are verified and on the personal one. */
export const credentialText: Record<Language, typeof de> = { de, tr, en }
