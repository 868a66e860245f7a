import type { Language } from '../../functions/kernel/language.ts'
import type { FileRefusal } from '../../functions/message/attached-file.ts'
import type { MailFate } from '../../functions/message/count-message.ts'
import type { Group } from '../../functions/message/message.ts'
import type { SendMessageRefusal } from '../../functions/message/send-message.ts'

const groups: Record<Exclude<Group, 'came' | 'missed'>, string> = {
  all: 'Alle Angemeldeten',
  seat: 'Wer einen Platz hat',
  confirmed: 'Wer die Adresse bestätigt hat',
  unconfirmed: 'Wer die Adresse noch nicht bestätigt hat',
  waiting: 'Warteliste',
  applied: 'Wer sich beworben hat und noch keine Entscheidung hat',
  cancelled: 'Wer abgemeldet ist, auch durch Absage des Seminars',
  reached: 'Wer genug Minuten für die Bescheinigung hat',
  'not-reached': 'Wer nicht genug Minuten für die Bescheinigung hat',
  picked: 'Einzelne Personen',
}
const fates: Record<MailFate, string> = {
  waiting: 'unterwegs',
  arrived: 'gesendet',
  failed: 'nicht angekommen',
  'left-out': 'nicht gesendet',
}
const files: Record<FileRefusal['code'], (name: string) => string> = {
  empty: (name) => `„${name}“ ist leer.`,
  type: (name) =>
    `„${name}“ lässt sich nicht anhängen. Möglich sind PDF, Bilder (PNG, JPG, GIF, WebP), Office-Dateien (DOCX, XLSX, PPTX, ODT, ODS, ODP), Kalender (ICS) und Text (TXT).`,
  content: (name) =>
    `„${name}“ enthält nicht, was der Name sagt. Bitte speichern Sie die Datei noch einmal, am besten als PDF.`,
  macros: (name) =>
    `„${name}“ enthält ein Programm (Makros). Bitte speichern Sie die Datei ohne Makros oder als PDF.`,
}
const refusals: Record<SendMessageRefusal['code'], string> = {
  'draft-gone': 'Dieser Entwurf ist älter als einen Tag. Er wurde gelöscht. Es wurde nichts gesendet.',
  'files-gone': 'Ein Anhang ist nicht mehr da. Bitte wählen Sie ihn noch einmal. Es wurde nichts gesendet.',
  'changed-meanwhile': 'Die Nachricht wurde inzwischen geändert. Hier steht sie, wie sie jetzt ist.',
  'people-changed':
    'Die Gruppe hat sich inzwischen geändert. Hier steht sie, wie sie jetzt ist. Bitte prüfen Sie noch einmal.',
  nobody: 'In dieser Gruppe ist niemand, dem wir schreiben können.',
  'too-many': 'Das sind mehr als 5.000 Personen. Bitte wählen Sie eine kleinere Gruppe.',
}
const inLanguage: Record<Language, string> = { de: 'auf Deutsch', tr: 'auf Türkisch', en: 'auf Englisch' }

/** The words of writing to the people of a seminar, in German. */
export const messagesDe = {
  title: 'Nachrichten',
  toPage: 'Nachricht an Teilnehmende',
  explained: 'Schreiben Sie hier an die Menschen in diesem Seminar. Jede Person bekommt eine eigene E-Mail.',
  sent: 'Bisher gesendet',
  none: 'Noch wurde keine Nachricht gesendet.',
  forgotten: 'Nach 100 Tagen werden Nachrichten und Anhänge gelöscht.',
  subject: 'Betreff',
  when: 'Wann',
  by: 'Von',
  to: 'An',
  count: { waiting: 'Unterwegs', arrived: 'Gesendet', failed: 'Nicht angekommen', leftOut: 'Ausgelassen' },
  showCount: 'Stand zeigen',
  write: 'Neue Nachricht',
  change: 'Nachricht ändern',
  audience: 'An wen?',
  groups,
  came: (when: string) => `Wer da war am ${when}`,
  missed: (when: string) => `Wer einen Platz hatte und nicht da war am ${when}`,
  people: (n: number) => (n === 1 ? '1 Person' : `${n} Personen`),
  pick: 'Personen auswählen',
  pickHint: 'Das gilt nur, wenn Sie oben „Einzelne Personen“ wählen.',
  languages: 'Text',
  languagesHint:
    'Schreiben Sie in einer Sprache oder in mehreren. Wer eine andere Sprache gewählt hat, bekommt den deutschen Text; gibt es keinen, den englischen, sonst den türkischen.',
  greetingHint: 'Die Anrede mit Namen setzen wir davor, den Namen des Seminars darunter.',
  inLanguage,
  subjectIn: (language: string) => `Betreff ${language}`,
  textIn: (language: string) => `Text ${language}`,
  files: 'Anhänge',
  filesHint: 'Höchstens 5 Dateien, zusammen 2 MB: PDF, Bilder, Office-Dateien, Kalender, Text.',
  keptFiles: 'Schon angehängt',
  keptHint: 'Nehmen Sie das Häkchen weg, um eine Datei nicht zu senden.',
  withButton: 'Mit Knopf zur eigenen Anmeldung',
  withButtonHint: 'Dort kann jede Person ihre Anmeldung ansehen, ändern und sich abmelden.',
  check: 'Prüfen …',
  checkHint: 'Es wird noch nichts gesendet. Zuerst sehen Sie, wer was bekommt.',
  troubles: {
    audience: 'Bitte wählen Sie, an wen die Nachricht geht.',
    nobodyPicked: 'Bitte wählen Sie mindestens eine Person.',
    noText: 'Bitte schreiben Sie Betreff und Text in mindestens einer Sprache.',
    tooManyFiles: (name: string) => `„${name}“ ist nicht angehängt: Mehr als 5 Dateien gehen nicht.`,
    tooLarge: (name: string) =>
      `„${name}“ ist nicht angehängt: Zusammen wären es mehr als 2 MB. Verkleinern Sie die Datei oder lassen Sie etwas weg.`,
    files,
  },
  gone: 'Diesen Entwurf gibt es nicht mehr. Entwürfe löschen wir nach einem Tag.',
  checked: {
    title: 'Nachricht prüfen',
    nothingYet: 'Bis jetzt wurde nichts gesendet.',
    whoGetsWhat: 'Wer bekommt was',
    language: 'Text',
    recipients: 'Personen',
    others: 'davon mit anderer Sprache',
    preview: (language: string) => `So liest man sie ${language}`,
    name: '[Name]',
    button: (label: string) => `Knopf: ${label}`,
    noFiles: 'Keine Anhänge.',
    leftOut: 'Wer nichts bekommt',
    everybody: 'Niemand wird ausgelassen.',
    erased: (n: number) =>
      n === 1
        ? 'Von 1 Person haben wir keine Adresse mehr: nie bestätigt, oder Daten gelöscht.'
        : `Von ${n} Personen haben wir keine Adresse mehr: nie bestätigt, oder Daten gelöscht.`,
    gone: (n: number) =>
      n === 1 ? '1 Person ist nicht mehr angemeldet.' : `${n} Personen sind nicht mehr angemeldet.`,
    unproven: (n: number) =>
      n === 1
        ? '1 Person hatte ihre Adresse nie bestätigt. Die Adresse kann fremd sein.'
        : `${n} Personen hatten ihre Adresse nie bestätigt. Die Adressen können fremd sein.`,
    unconfirmed: (n: number) =>
      `${n === 1 ? '1 Adresse ist' : `${n} Adressen sind`} noch nicht bestätigt. Dort steht kein Name in der Anrede. Hat eine solche Adresse heute schon mehrere E-Mails bekommen, kommt diese erst morgen.`,
    send: (n: number) => (n === 1 ? 'An 1 Person senden' : `An ${n} Personen senden`),
    test: 'Probe an mich senden',
    testHint: (address: string) =>
      `Die Probe geht nur an ${address}, einmal in jeder Sprache. Der Knopf führt dort zur Startseite.`,
    back: 'Zurück und ändern',
  },
  one: {
    title: (subject: string) => `Nachricht: ${subject}`,
    running: 'Die Nachricht geht gerade hinaus. Das kann einige Minuten dauern.',
    reload: 'Stand neu laden',
    sentTo: (audience: string, n: number) => `${audience} (${n === 1 ? '1 Person' : `${n} Personen`})`,
    people: 'Personen',
    person: 'Person',
    state: 'Stand',
    leftOut:
      'Ausgelassen ist, wer sich inzwischen abgemeldet hat oder seine Daten löschen ließ, bevor die E-Mail hinausging.',
    text: 'Text',
    erased: 'gelöscht',
  },
  fates,
  refusals,
  done: {
    sent: 'Die Nachricht geht jetzt hinaus.',
    tested: 'Die Probe ist unterwegs zu Ihnen. An andere wurde nichts gesendet.',
  },
}

export type MessagesText = typeof messagesDe
