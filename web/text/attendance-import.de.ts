import type { ImportState } from '../../functions/attendance/import/attendance-import.ts'
import type { ColumnRole } from '../../functions/attendance/import/columns.ts'
import type { ImportRefusal } from '../../functions/attendance/import/confirm-import.ts'
import type { ListFormat, RejectReason } from '../../functions/attendance/import/listed.ts'
import type { FoundBy } from '../../functions/attendance/import/match-people.ts'
import type { ListTrouble } from '../../functions/attendance/import/read-list.ts'
import type { TakeBackRefusal } from '../../functions/attendance/import/take-back-import.ts'

/** Whatever can stand in the way of a list. */
export type ImportTrouble = (ImportRefusal | ListTrouble | TakeBackRefusal)['code']

const troubles: Record<ImportTrouble, string> = {
  unknown: 'Diese Liste oder diesen Termin gibt es nicht.',
  'not-begun': 'Der Termin hat noch nicht begonnen.',
  cancelled: 'Dieses Seminar findet nicht statt.',
  locked: 'Die Teilnahmeliste ist von zwei Personen bestätigt. Ändern Sie sie dort mit einer Korrektur.',
  unreadable:
    'Diese Datei lässt sich nicht lesen. Nehmen Sie die CSV-Datei. Eine Excel-Tabelle speichern Sie bitte zuerst als CSV.',
  empty: 'In dieser Datei stehen keine Personen.',
  'too-many': 'Diese Datei ist zu lang. Es gehen höchstens 5.000 Zeilen.',
  gone: 'Diese Liste ist nicht mehr da. Sie wird nach 24 Stunden gelöscht. Bitte laden Sie die Datei noch einmal hoch.',
  'changed-meanwhile': 'Inzwischen hat sich etwas geändert. Bitte sehen Sie sich die Liste noch einmal an.',
  'already-imported':
    'Genau diese Datei ist schon übernommen. Wenn Sie etwas ändern möchten, nehmen Sie die Liste zuerst zurück.',
  nobody: 'Auf dieser Liste ist bisher niemand aus dem Seminar. Wählen Sie unten, wer wer ist.',
  storing: 'Diese Liste wird gerade noch übernommen. Bitte warten Sie kurz.',
}

const reasons: Record<RejectReason, string> = {
  nobody: 'Es steht kein Name da.',
  'bad-time': 'Die Uhrzeit ist nicht zu lesen.',
  'bad-duration': 'Die Dauer ist nicht zu lesen.',
  'no-time': 'Es steht keine Zeit da.',
  'leave-before-join': 'Die Person ist gegangen, bevor sie kam.',
  'leave-without-join': 'Die Person ist gegangen, ohne zu kommen.',
  'waiting-room': 'Die Person war nur im Warteraum.',
  'another-day': 'Das war an einem anderen Tag.',
}

const formats: Record<ListFormat, string> = {
  zoom: 'Zoom',
  teams: 'Microsoft Teams',
  bigbluebutton: 'BigBlueButton',
  table: 'eigene Tabelle',
}

const foundBy: Record<FoundBy, string> = {
  link: 'am eigenen Link',
  email: 'an der E-Mail-Adresse',
  name: 'am Namen',
  folded: 'am Namen, anders geschrieben',
  hand: 'von Hand gewählt',
}

const columns: Record<ColumnRole, string> = {
  name: 'Name oder Vorname',
  lastName: 'Nachname, wenn er allein steht',
  email: 'E-Mail-Adresse',
  from: 'Gekommen um',
  to: 'Gegangen um',
  duration: 'Dauer (Minuten)',
  action: 'Was geschah (gekommen, gegangen)',
  at: 'Wann es geschah',
  waiting: 'Im Warteraum (ja, nein)',
}

const states: Record<ImportState, string> = {
  storing: 'wird übernommen',
  stored: 'zählt',
  withdrawn: 'zurückgenommen, zählt nicht',
  locked: 'zählt nicht: Die Teilnahmeliste war schon bestätigt.',
}

/** The words around lists of attendance from files, in German. */
export const attendanceImportDe = {
  troubles,
  reasons,
  formats,
  foundBy,
  columns,
  states,
  link: 'Liste aus einer Datei übernehmen',
  title: 'Anwesenheit aus einer Datei',
  back: 'Anwesenheit',
  lead: 'Laden Sie die Datei hoch, die Ihr Meeting-Programm nach dem Termin anbietet. Sie sehen zuerst, was darin steht. Bis Sie bestätigen, ändert sich nichts.',
  file: 'Datei mit der Anwesenheit',
  fileHint:
    'CSV von Zoom oder Teams, JSON von BigBlueButton, oder eine eigene Tabelle als CSV. Höchstens 1 MB und 5.000 Zeilen.',
  noFile: 'Bitte wählen Sie eine Datei.',
  look: 'Datei ansehen',
  kept: 'Die Datei wird gelöscht, sobald Sie bestätigen oder verwerfen, spätestens nach 24 Stunden. Von Personen, die nicht zum Seminar gehören, bleibt kein Name.',
  lists: 'Übernommene Listen',
  noLists: 'Bisher wurde keine Liste übernommen.',
  when: 'Wann',
  from: 'Woher',
  people: 'Personen',
  state: 'Stand',
  doings: 'Aktion',
  progress: (written: number, all: number) => `${written} von ${all} Zeilen sind gespeichert`,
  reload: 'Stand neu laden',
  takeBack: 'Zurücknehmen',
  columnsTitle: 'Was steht in welcher Spalte?',
  columnsLead:
    'Bitte prüfen Sie die Auswahl. Nötig sind ein Name oder eine E-Mail-Adresse, und dazu „Gekommen um“ oder die Dauer. Bei der nächsten Tabelle dieser Art weiß das System es schon.',
  noColumn: 'steht nicht in der Datei',
  column: (number: number, heading: string) => `Spalte ${number}: ${heading}`,
  notEnough:
    'Das reicht noch nicht. Wählen Sie einen Namen oder eine E-Mail-Adresse, und dazu „Gekommen um“ oder die Dauer.',
  columnTwice: 'Diese Spalte ist schon vergeben.',
  firstRows: 'Die ersten Zeilen der Datei',
  goOn: 'Weiter',
  checkTitle: 'Das steht in der Datei',
  nothingYet: (until: string) =>
    `Noch ist nichts übernommen. Bitte sehen Sie sich alles an und bestätigen Sie dann. Die Datei bleibt bis ${until}.`,
  figures: {
    people: 'Personen mit Minuten',
    open: 'noch niemandem zugeordnet',
    rejected: 'Zeilen, die nicht zählen',
    rows: 'gelesene Zeilen',
  },
  recognized: (format: string) => `Erkannt: ${format}.`,
  changeColumns: 'Spalten ändern',
  peopleTitle: 'Wer bekommt wie viele Minuten?',
  nobodyFound: 'Bisher wurde niemand aus dem Seminar erkannt.',
  person: 'Person',
  listedAs: 'In der Datei',
  rows: 'Zeilen',
  before: 'Minuten bisher',
  after: 'Minuten dann',
  found: 'Erkannt',
  handStays: 'Die Minuten von Hand bleiben.',
  withoutTimes: 'Ohne Uhrzeiten: Nur die Dauer ist bekannt.',
  openEnd: 'Ohne Ende: Gezählt wird bis zum Ende des Termins.',
  openTitle: 'Wer ist das?',
  openLead:
    'Diese Einträge wurden niemandem sicher zugeordnet. Wählen Sie die Person, oder „niemand von uns“. Was offen bleibt, wird nicht übernommen. Ihre Auswahl gilt auch für die nächste Liste dieses Seminars.',
  openMore: (more: number) => `Noch ${more} weitere. Sie erscheinen, wenn Sie die Auswahl speichern.`,
  decidedTitle: 'Von Hand gewählt',
  choose: 'offen lassen',
  nobody: 'niemand von uns',
  nameless: 'ohne Namen',
  inRows: (rows: string) => `Zeile ${rows}`,
  perhaps: (names: readonly string[]) => `vielleicht ${names.join(' oder ')}`,
  saveChoices: 'Auswahl speichern',
  rejectsTitle: 'Zeilen, die nicht zählen',
  row: 'Zeile',
  why: 'Warum nicht',
  more: (more: number) => `und ${more} weitere`,
  confirm: (people: number) =>
    people === 1 ? 'Für 1 Person übernehmen' : `Für ${people} Personen übernehmen`,
  discard: 'Verwerfen und Datei löschen',
}
/** The words around lists of attendance from files. */
export type AttendanceImportText = typeof attendanceImportDe
