import type { RejectedRow } from '../../functions/enrollment/invitation/address-list.ts'
import type { RemindRefusal } from '../../functions/enrollment/invitation/ask-for-letters.ts'
import type {
  ChangeInvitationRefusal,
  MakeLinkRefusal,
} from '../../functions/enrollment/invitation/change-invitation.ts'
import type { InviteRefusal } from '../../functions/enrollment/invitation/invite-people.ts'

type Refusals = (InviteRefusal | RemindRefusal | ChangeInvitationRefusal | MakeLinkRefusal)['code']

const rejects: Record<RejectedRow['why'], string> = {
  'no-address': 'keine Adresse gefunden',
  'bad-address': 'an diese Adresse lässt sich nichts senden',
}
const refusals: Record<Refusals, string> = {
  unknown: 'Das gibt es nicht mehr.',
  'not-published': 'Bitte veröffentlichen Sie das Seminar zuerst. Dann können Sie einladen.',
  over: 'Die Anmeldung zu diesem Seminar ist beendet. Es gehen keine Einladungen mehr hinaus.',
  'too-many': 'Das sind mehr als 500 Adressen. Bitte teilen Sie die Liste auf.',
  nobody: 'Hier ist niemand, dem zu schreiben wäre.',
  'in-use': 'Mit dieser Einladung ist schon jemand angemeldet. Sie lässt sich nicht mehr zurückziehen.',
  'changed-meanwhile': 'Das hat sich gerade geändert. Bitte versuchen Sie es noch einmal.',
}

/** The words of inviting people into a seminar, in German. */
export const invitationsDe = {
  title: 'Einladungen ins Seminar',
  open: 'Dieses Seminar ist für alle offen. Sie können trotzdem einladen und sehen dann, wer der Einladung gefolgt ist.',
  closed: 'Nur eingeladene Personen können sich anmelden.',
  toPage: 'Personen einladen',
  byAddress: 'Adressen einladen',
  byAddressHint: 'Jede Person bekommt eine E-Mail mit einem eigenen Link. Er gilt für eine Anmeldung.',
  addresses: 'E-Mail-Adressen',
  addressesHint: 'Eine pro Zeile, oder mit Komma getrennt. Auch „Ayşe Demir <ayse@verein.de>“ geht.',
  file: 'Oder eine Liste als CSV-Datei',
  fileHint: 'Höchstens 500 Zeilen. In Excel: „Speichern unter“, Dateityp CSV.',
  language: 'Sprache der E-Mail',
  check: 'Liste prüfen',
  checkHint: 'Es wird noch nichts gesendet.',
  troubles: {
    empty: 'Bitte geben Sie mindestens eine Adresse an oder wählen Sie eine Datei.',
    'too-many-rows': 'Das sind mehr als 500 Zeilen. Bitte teilen Sie die Liste auf.',
    unreadable:
      'Diese Datei ist kein Text. Bitte speichern Sie die Tabelle als CSV-Datei und wählen Sie sie noch einmal.',
  },
  checked: {
    title: 'So haben wir die Liste verstanden',
    nothingYet: 'Bis jetzt wurde nichts gesendet.',
    fresh: 'Werden eingeladen',
    invited: 'Schon eingeladen',
    enrolled: 'Schon angemeldet',
    doubles: 'Doppelt in der Liste',
    rejects: 'Nicht verstanden',
    leftOut: 'Diese Zeilen lassen wir aus',
    row: 'Zeile',
    text: 'Was dort steht',
    why: 'Warum',
    double: 'steht doppelt in der Liste',
    invitedWhy: 'ist schon eingeladen',
    enrolledWhy: 'ist schon angemeldet',
    send: (n: number) => (n === 1 ? 'Ja, 1 Person jetzt einladen' : `Ja, ${n} Personen jetzt einladen`),
    nobody: 'In dieser Liste ist niemand, der noch eine Einladung braucht.',
    change: 'Liste ändern',
  },
  byLink: 'Einen Link zum Weitergeben',
  byLinkHint: 'Wer den Link hat, kann sich anmelden, bis die Zahl erreicht oder das Datum vorbei ist.',
  linkName: 'Für wen ist der Link?',
  linkNameHint: 'Nur für Sie, zum Beispiel „Vorstand Hagen“.',
  limit: 'Für wie viele Personen?',
  until: 'Gültig bis einschließlich',
  untilHint: 'Leer lassen: bis die Anmeldung endet.',
  makeLink: 'Link machen',
  link: {
    title: 'Ihr Einladungslink',
    copy: 'Kopieren Sie den Link und geben Sie ihn weiter. Aus Sicherheitsgründen steht er später nicht in der Liste; Sie können sich dort aber einen neuen zeigen lassen.',
    label: 'Link',
  },
  list: 'Eingeladene Personen',
  links: 'Links',
  none: 'Noch ist niemand eingeladen.',
  figures: { invited: 'Eingeladen', reminded: 'Erinnert', used: 'Angemeldet' },
  address: 'Adresse',
  invitedAt: 'Eingeladen',
  remindedAt: 'Erinnert',
  usedAt: 'Benutzt',
  soon: 'geht gleich hinaus',
  notYet: '–',
  givenBack: 'zurückgegeben',
  action: 'Aktion',
  withdraw: 'Zurückziehen …',
  withdrawExplained: (address: string) =>
    `Der Link in der E-Mail an ${address} gilt dann nicht mehr, und wir löschen die Adresse.`,
  withdrawNow: 'Ja, zurückziehen',
  name: 'Link für',
  uses: 'Benutzt',
  usesOf: (used: number, limit: number) => `${used} von ${limit}`,
  validUntil: 'Gültig bis',
  state: 'Stand',
  states: { open: 'offen', closed: 'geschlossen', full: 'ausgeschöpft', over: 'abgelaufen' },
  close: 'Schließen',
  reopen: 'Wieder öffnen',
  showAgain: 'Link zeigen',
  remind: (n: number) => (n === 1 ? '1 Person jetzt erinnern' : `${n} Personen jetzt erinnern`),
  remindHint:
    'Erinnert wird, wer die Einladung noch nicht benutzt hat: höchstens zweimal, und nie am selben Tag wie die letzte E-Mail.',
  remindsItself: (days: number) =>
    days === 1
      ? 'Von selbst erinnern wir nach einem Tag, höchstens zweimal.'
      : `Von selbst erinnern wir nach ${days} Tagen, höchstens zweimal.`,
  remindsNot: 'Von selbst wird nicht erinnert. Das können Sie unter „Bearbeiten“ ändern.',
  forgotten: (n: number) =>
    n === 1
      ? '1 Einladung wurde gelöscht, weil das Seminar vorbei ist.'
      : `${n} Einladungen wurden gelöscht, weil das Seminar vorbei ist.`,
  rejectReasons: rejects,
  refusals,
  done: {
    invited: 'Die Einladungen gehen jetzt hinaus.',
    reminded: 'Die Erinnerungen gehen jetzt hinaus.',
    withdrawn: 'Die Einladung ist zurückgezogen, die Adresse gelöscht.',
    closed: 'Der Link ist geschlossen.',
    reopened: 'Der Link ist wieder offen.',
  },
}

export type InvitationsText = typeof invitationsDe
