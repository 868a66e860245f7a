import type { Certificate } from '../../functions/certificate/certificate.ts'
import type { Instant } from '../../functions/kernel/time.ts'

/** What was given to somebody who was there both evenings, in German. */
export const aCertificate = (overrides: Partial<Certificate> = {}): Certificate => ({
  number: '2026-7K3M-9QXW-P4TR',
  seminarId: 'sem_funding',
  enrollmentId: 'enr_sukru',
  language: 'de',
  firstName: 'Şükrü',
  lastName: 'İğdeoğlu',
  title: 'Fördermittel finden und beantragen',
  sessions: [
    {
      start: '2026-03-24T17:00:00.000Z' as Instant,
      end: '2026-03-24T19:00:00.000Z' as Instant,
      online: true,
    },
    {
      start: '2026-03-31T16:00:00.000Z' as Instant,
      end: '2026-03-31T18:00:00.000Z' as Instant,
      online: true,
    },
  ],
  zone: 'Europe/Berlin',
  plannedMinutes: 240,
  attendedMinutes: 240,
  contents: ['Förderlandschaft', 'Antrag und Finanzplan', 'Verwendungsnachweis'],
  trainer: 'Zeynep Aydın',
  organisation: { name: 'Bund der Gemeinden e. V.', street: 'Alte Gasse 3', city: '50667 Köln' },
  acknowledgement: 'Gefördert durch die Musterstiftung aus Mitteln des Landes Nordrhein-Westfalen.',
  funder: 'Musterstiftung',
  signer: 'Hêlîn Demir',
  signerFunction: 'Vorsitzende',
  issuedAt: '2026-04-02T08:00:00.000Z' as Instant,
  signature: 'unsigned',
  ...overrides,
})
