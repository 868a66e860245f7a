import type { SeminarState } from '../../functions/seminar/seminar.ts'
import type { Role } from '../../functions/staff/staff.ts'

const states: Record<SeminarState, string> = {
  draft: 'Entwurf',
  published: 'Veröffentlicht',
  cancelled: 'Abgesagt',
  completed: 'Abgeschlossen',
}
const roles: Record<Role, string> = {
  administrator: 'Verwaltung',
  coordinator: 'Koordination',
  trainer: 'Referent/in',
}

/** The words around every page of the office, in German: navigation, signing in, the first page. */
export const officeDe = {
  nav: {
    seminars: 'Seminare',
    programme: 'Stammdaten',
    people: 'Team',
    mails: 'E-Mails',
    audit: 'Protokoll',
  },
  signedInAs: (name: string, role: string) => `${name} (${role})`,
  signOut: 'Abmelden',
  states,
  roles,
  save: 'Speichern',
  nothing: 'Noch nichts.',
  errorsTitle: 'Bitte prüfen Sie diese Angaben',
  changedMeanwhile:
    'Jemand anderes hat das inzwischen geändert. Ihre Eingaben stehen noch hier. Öffnen Sie die Seite in einem zweiten Fenster, vergleichen Sie, und speichern Sie dann noch einmal.',
  notFound: {
    title: 'Seite nicht gefunden',
    text: 'Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt.',
    action: 'Zur Übersicht',
  },
  refusedTitle: 'Das ging nicht',
  signIn: {
    signedOutTitle: 'Sie sind abgemeldet',
    signedOutText: 'Hier sind Sie abgemeldet. Bis bald!',
    sharedText:
      'Benutzen noch andere diesen Computer? Dann melden Sie sich bitte auch beim Anmeldedienst ab.',
    everywhere: 'Überall abmelden',
    neededTitle: 'Bitte melden Sie sich an',
    neededText:
      'Ihre Anmeldung ist abgelaufen. Es wurde nichts gespeichert. Melden Sie sich in einem zweiten Fenster an. Laden Sie danach diese Seite neu: Dann wird Ihre Eingabe noch einmal gesendet.',
    again: 'Anmelden',
    noAccessTitle: 'Sie haben noch keinen Zugang',
    noAccessText:
      'Ihre E-Mail-Adresse ist hier nicht eingetragen. Bitte fragen Sie Ihre Verwaltung: Sie kann Sie einladen.',
    unverifiedText:
      'Ihre E-Mail-Adresse ist noch nicht bestätigt. Bestätigen Sie sie bei Ihrem Anmeldedienst oder fragen Sie Ihre Verwaltung.',
    notBegunTitle: 'Bitte melden Sie sich noch einmal an',
    notBegunText: 'Diese Anmeldung ist abgelaufen oder wurde schon benutzt.',
    providerTitle: 'Die Anmeldung hat nicht geklappt',
    providerText: 'Der Anmeldedienst hat nicht geantwortet. Bitte versuchen Sie es gleich noch einmal.',
    declinedText: 'Der Anmeldedienst hat Sie nicht angemeldet. Bitte versuchen Sie es noch einmal.',
  },
  dashboard: {
    title: 'Seminare',
    newSeminar: 'Neues Seminar',
    attention: 'Das braucht Sie',
    allWell: 'Alles in Ordnung. Gerade braucht Sie nichts.',
    mailsLate: (n: number) => (n === 1 ? '1 E-Mail ist verspätet.' : `${n} E-Mails sind verspätet.`),
    mailsFailed: (n: number) =>
      n === 1 ? '1 E-Mail konnte nicht zugestellt werden.' : `${n} E-Mails konnten nicht zugestellt werden.`,
    notInvited: (title: string, when: string) => `Noch nicht eingeladen: ${title}, ${when}`,
    undecided: (n: number, title: string) =>
      n === 1 ? `1 Bewerbung wartet auf Sie: ${title}` : `${n} Bewerbungen warten auf Sie: ${title}`,
    notCompleted: (title: string) => `Vorbei, aber nicht abgeschlossen: ${title}`,
    next: 'Nächste Termine',
    noNext: 'In nächster Zeit gibt es keine Termine.',
    when: 'Wann',
    seminar: 'Seminar',
    state: 'Stand',
    seats: 'Plätze',
    seatsOf: (taken: number, capacity: number) => `${taken} von ${capacity}`,
    waiting: 'Warteliste',
    unconfirmed: 'Unbestätigt',
    firstDate: 'Erster Termin',
    noDate: 'noch kein Termin',
    none: 'Noch kein Seminar.',
    ownNone: 'Noch ist kein Seminar mit Ihrem Namen eingetragen.',
  },
  done: {
    admitted: 'Die Ausgewählten sind zugelassen und bekommen eine E-Mail.',
    declined: 'Den Ausgewählten ist abgesagt; sie bekommen eine E-Mail.',
    saved: 'Gespeichert.',
    attendanceLate: 'Gespeichert. Wer jetzt genug Minuten hat, bekommt die Bescheinigung per Mail.',
    listConfirmed:
      'Ihr Name steht unter der Liste. Eine zweite Person sieht jetzt auf ihrer Startseite, dass sie gegenbestätigen soll.',
    listLocked: 'Zwei Personen haben die Liste bestätigt. Sie ist abgeschlossen.',
    listWithdrawn: 'Zurückgenommen.',
    listCorrected:
      'Ihre Berichtigung ist eingetragen. Sie zählt, sobald eine zweite Person sie gegenbestätigt.',
    certificateRevoked: 'Zurückgezogen. Die Person bekommt eine Mail.',
    certificateRenewed: 'Eine neue Bescheinigung ist bestellt. Sie geht gleich per Mail hinaus.',
    certificateAgain: 'Die Bescheinigung geht gleich noch einmal hinaus.',
    addedByHand: 'Nachgetragen. Die Person bekommt eine Mail und bestätigt ihre Adresse.',
    heldBack: 'Angehalten. Es geht keine Bescheinigung hinaus, bis Sie sie freigeben.',
    wordsGiven:
      'Gespeichert. Nach dem Abschluss gehen fällige Bescheinigungen in den nächsten Minuten hinaus.',
    released: 'Freigegeben. Was fällig ist, geht in den nächsten Minuten hinaus.',
    imported: 'Die Liste ist übernommen. Die Minuten zählen jetzt.',
    importing: 'Die Liste wird übernommen. Die Minuten zählen, sobald alle Zeilen gespeichert sind.',
    importTakenBack: 'Die Liste ist zurückgenommen. Ihre Minuten zählen nicht mehr.',
    importDiscarded: 'Verworfen. Die Datei ist gelöscht.',
    published: 'Das Seminar ist veröffentlicht. Ab jetzt steht es im Programm.',
    cancelled: 'Das Seminar ist abgesagt. Alle Angemeldeten bekommen eine E-Mail.',
    completed:
      'Das Seminar ist abgeschlossen. Die Teilnahmebescheinigungen gehen von selbst per E-Mail hinaus.',
    invited: 'Die Einladungen gehen jetzt hinaus.',
    removed: 'Entfernt.',
    staffInvited: 'Eingetragen. Bitte sagen Sie der Person, dass sie sich jetzt anmelden kann.',
    discarded: 'Der Entwurf ist gelöscht.',
    testSent: 'Die Mail ist unterwegs an Ihre Adresse.',
    lettersSent: 'Die Mails gehen jetzt hinaus.',
    toCoordination: 'Ihre Nachricht geht jetzt an die Koordination.',
    sessionMoved: 'Der Termin ist geändert. Die Angemeldeten bekommen jetzt eine E-Mail.',
    sessionAdded: 'Der Termin ist dazugekommen. Die Angemeldeten bekommen jetzt eine E-Mail.',
    sessionCancelled: 'Der Termin ist abgesagt. Die Angemeldeten bekommen jetzt eine E-Mail.',
    mailAgain: 'Die E-Mail geht noch einmal hinaus.',
    addressCorrected:
      'Die Adresse ist berichtigt. Die neue bekommt eine E-Mail mit der Bitte, sie zu bestätigen.',
    sendingPaused: 'Der Versand ist angehalten. Alles wartet.',
    sendingResumed: 'Der Versand geht weiter. In spätestens einer Minute gehen die ersten E-Mails hinaus.',
  },
}

export type OfficeText = typeof officeDe
