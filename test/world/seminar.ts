import type { Instant } from '../../functions/kernel/time.ts'
import { usualRules } from '../../functions/seminar/letter-rules.ts'
import { plainPlaces } from '../../functions/seminar/places.ts'
import type { Seminar, Session } from '../../functions/seminar/seminar.ts'

/** A session on a Tuesday evening in the house's own room. */
export const aSession = (overrides: Partial<Session> = {}): Session => ({
  id: 'ses_first',
  start: '2026-03-24T17:00:00.000Z' as Instant,
  end: '2026-03-24T19:00:00.000Z' as Instant,
  place: { kind: 'room' },
  invitedAt: null,
  ...overrides,
})

/** A published seminar of two evenings, one before and one after the clocks change, with 12 seats. */
export const aSeminar = (overrides: Partial<Seminar> = {}): Seminar => ({
  id: 'sem_funding',
  slug: 'foerdermittel',
  state: 'published',
  title: {
    de: 'Fördermittel finden und beantragen',
    tr: 'Fon bulma ve başvuru',
    en: 'Finding and applying for grants',
  },
  description: {
    de: 'Zwei Abende für Vorstände und alle, die Anträge schreiben.',
    tr: 'Yönetim kurulları ve başvuru yazan herkes için iki akşam.',
    en: 'Two evenings for boards and everybody who writes applications.',
  },
  contents: {
    de: 'Förderlandschaft\nAntrag und Finanzplan\nVerwendungsnachweis',
    tr: 'Fon kaynakları\nBaşvuru ve bütçe planı\nHibe kullanım raporu',
    en: 'Who funds what\nApplication and budget\nProof of use',
  },
  trainer: 'Zeynep Aydın',
  phaseId: '',
  zone: 'Europe/Berlin',
  sessions: [
    aSession(),
    aSession({
      id: 'ses_second',
      start: '2026-03-31T16:00:00.000Z' as Instant,
      end: '2026-03-31T18:00:00.000Z' as Instant,
    }),
  ],
  capacity: 12,
  places: plainPlaces,
  opens: '2026-02-01T08:00:00.000Z' as Instant,
  closes: '2026-03-24T11:00:00.000Z' as Instant,
  threshold: 80,
  reducedThreshold: 0,
  everySession: false,
  trainersWord: false,
  completesAfterHours: 48,
  completedAt: null,
  movedAt: null,
  releasedAt: null,
  allottedAt: null,
  access: 'open',
  remindsInvitedAfterDays: 7,
  cancelledSessions: [],
  letters: usualRules,
  calendarInvitations: false,
  ...overrides,
})
