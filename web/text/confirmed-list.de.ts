import type { ListRefusal } from '../../functions/attendance/list/confirm-list.ts'
import type { ListEntry, Signatory } from '../../functions/attendance/list/confirmed-list.ts'

/** What must be said around a list that two people confirm. */
export type ConfirmedListText = {
  title: string
  states: Record<'open' | 'confirmed' | 'locked' | 'correcting', string>
  kinds: Record<ListEntry['kind'], string>
  signers: Record<NonNullable<Signatory['as']>, string>
  stale: string
  confirm: string
  counterConfirm: string
  withdraw: string
  confirmMeans: string
  counterMeans: string
  waitsForTrainer: string
  inPlaceFrom: (when: string) => string
  needsSecond: string
  needsNewConfirmation: string
  history: string
  when: string
  who: string
  what: string
  people: string
  counts: (came: number, missed: number) => string
  reason: string
  changed: (name: string, before: number, after: number) => string
  intact: string
  broken: (number: number) => string
  lastHash: string
  correct: string
  correctExplained: string
  correctPerson: string
  correctMinutes: string
  correctReason: string
  propose: string
  cameLater: (minutes: number) => string
  erased: string
  toList: string
  /** On the first page: a list waits for the first name, or for the second. */
  waits: Record<'first' | 'second', (title: string, date: string) => string>
  lockedNotice: string
  head: {
    funder: string
    project: string
    seminar: string
    date: string
    duration: string
    trainer: string
    format: string
  }
  length: (minutes: number, units: string) => string
  formats: Record<'online' | 'onsite', string>
  columns: Record<
    'number' | 'lastName' | 'firstName' | 'association' | 'place' | 'minutes' | 'units' | 'presence',
    string
  >
  was: string
  wasNot: string
  insteadOf: (minutes: number) => string
  print: string
  unsigned: string
  refusals: Record<ListRefusal['code'], string>
}

/** German. */
export const confirmedListDe: ConfirmedListText = {
  title: 'Teilnahmeliste',
  states: {
    open: 'Die Liste ist noch nicht bestätigt.',
    confirmed: 'Die Liste ist einmal bestätigt. Eine zweite Person muss sie gegenbestätigen.',
    locked: 'Die Liste ist von zwei Personen bestätigt und abgeschlossen. Nur diese Minuten zählen.',
    correcting:
      'Die Liste ist abgeschlossen. Eine Berichtigung wartet auf eine zweite Person; bis dahin zählen die bisherigen Minuten.',
  },
  kinds: {
    confirmed: 'Bestätigt',
    'counter-confirmed': 'Gegenbestätigt',
    corrected: 'Berichtigung vorgeschlagen',
    withdrawn: 'Zurückgenommen',
  },
  signers: {
    trainer: 'Referent/in dieses Seminars',
    'in-place': 'anstelle der Referentin oder des Referenten',
  },
  stale: 'Die Minuten haben sich seit der Bestätigung geändert. Bitte neu bestätigen.',
  confirm: 'Liste bestätigen',
  counterConfirm: 'Gegenbestätigen',
  withdraw: 'Zurücknehmen',
  confirmMeans:
    'Bitte prüfen Sie zuerst alle Minuten und speichern Sie Änderungen. Mit der Bestätigung sagen Sie: So war es, auch bei denen, die nicht gekommen sind.',
  counterMeans: 'Danach ist die Liste abgeschlossen: Nur die gezeigten Minuten zählen.',
  waitsForTrainer: 'Zuerst bestätigt die Referentin oder der Referent nach der eigenen Anmeldung hier.',
  inPlaceFrom: (when) =>
    `Wenn das nicht geschieht: ab ${when} können auch Sie bestätigen, anstelle der Referentin oder des Referenten.`,
  needsSecond: 'Sie haben bestätigt. Jetzt muss eine andere Person gegenbestätigen.',
  needsNewConfirmation: 'Die erste Person muss neu bestätigen, bevor jemand gegenbestätigt.',
  history: 'Einträge',
  when: 'Wann',
  who: 'Wer',
  what: 'Was',
  people: 'Personen',
  counts: (came, missed) => `Da waren: ${came}. Nicht gekommen: ${missed}.`,
  reason: 'Grund',
  changed: (name, before, after) => `${name}: ${before} → ${after} Minuten`,
  intact: 'Die Kette der Einträge ist vollständig.',
  broken: (number) => `Eintrag ${number} passt nicht zu dem davor. Bitte melden Sie das der Technik.`,
  lastHash: 'Prüfsumme des letzten Eintrags',
  correct: 'Minuten berichtigen',
  correctExplained:
    'Die bestätigte Liste bleibt stehen. Ihre Berichtigung kommt als neuer Eintrag dazu und zählt, sobald eine zweite Person sie gegenbestätigt.',
  correctPerson: 'Person',
  correctMinutes: 'Richtige Minuten',
  correctReason: 'Grund der Berichtigung (ohne Namen, nichts zur Gesundheit: der Grund bleibt immer stehen)',
  propose: 'Berichtigung vorschlagen',
  cameLater: (minutes) => `(später bekannt: ${minutes}, zählt nicht)`,
  erased: '(gelöschte Person)',
  toList: 'Bestätigte Liste ansehen',
  waits: {
    first: (title, date) => `Teilnahmeliste noch nicht bestätigt: ${title}, ${date}`,
    second: (title, date) => `Teilnahmeliste wartet auf Ihre Gegenbestätigung: ${title}, ${date}`,
  },
  lockedNotice:
    'Zwei Personen haben die Liste bestätigt. Minuten lassen sich hier nicht mehr ändern; auf der bestätigten Liste können Sie eine Berichtigung vorschlagen.',
  head: {
    funder: 'Förderung',
    project: 'Projekt',
    seminar: 'Veranstaltung',
    date: 'Termin',
    duration: 'Dauer',
    trainer: 'Referent/in',
    format: 'Form',
  },
  length: (minutes, units) => `${minutes} Minuten ohne Pausen, ${units} Unterrichtseinheiten`,
  formats: { online: 'online', onsite: 'vor Ort' },
  columns: {
    number: 'Nr.',
    lastName: 'Nachname',
    firstName: 'Vorname',
    association: 'Verein',
    place: 'Ort',
    minutes: 'Minuten',
    units: 'UE',
    presence: 'Anwesend',
  },
  was: 'ja',
  wasNot: 'nicht gekommen',
  insteadOf: (minutes) => `(bisher ${minutes})`,
  print: 'Zum Drucken nutzen Sie die Druckfunktion Ihres Browsers (Strg + P).',
  unsigned: 'Nicht bestätigt',
  refusals: {
    unknown: 'Diesen Eintrag gibt es nicht.',
    cancelled: 'Das Seminar findet nicht statt.',
    'not-over': 'Der Termin ist noch nicht zu Ende.',
    empty: 'Auf der Liste steht niemand.',
    'trainers-turn': 'Zuerst bestätigt die Referentin oder der Referent.',
    'changed-meanwhile': 'Inzwischen hat sich etwas geändert. Bitte sehen Sie die Liste noch einmal an.',
    'same-person': 'Gegenbestätigen muss eine andere Person.',
    locked: 'Die Liste ist schon abgeschlossen.',
    'nothing-pending': 'Es wartet nichts auf eine zweite Person.',
    'anothers-pending':
      'Jemand anders hat die Liste schon berichtigt. Bestätigen Sie zuerst diese Berichtigung, oder lassen Sie sie zurücknehmen.',
    unchanged: 'Diese Minuten stehen schon so auf der Liste.',
    'not-yours': 'Das kann nur zurücknehmen, wer es eingetragen hat, oder die Koordination.',
    broken: 'Die Kette der Einträge ist beschädigt. Bitte melden Sie das der Technik.',
  },
}
