import type { EnrollText } from './enroll.ts'

/** Enrolling, in German. */
export const enrollDe: EnrollText = {
  title: 'Anmelden',
  forSeminar: (title) => `Anmeldung: ${title}`,
  howItGoes:
    'Nach dem Absenden bekommen Sie eine E-Mail mit einem Knopf zum Bestätigen. Bis dahin halten wir Ihren Platz frei, höchstens 24 Stunden.',
  fullNow: 'Das Seminar ist zurzeit voll. Mit diesem Formular kommen Sie auf die Warteliste.',
  firstName: 'Vorname',
  lastName: 'Nachname',
  lastNameHint: 'Sie haben nur einen Namen? Dann bleibt dieses Feld leer.',
  email: 'E-Mail-Adresse',
  emailHint: 'Dorthin schicken wir Bestätigung, Zugangslink und Bescheinigung.',
  association: 'Verein',
  associationHint:
    'Steht Ihr Verein nicht in der Liste, wählen Sie „Ein anderer Verein“ und schreiben ihn darunter.',
  choose: 'Bitte wählen',
  other: 'Ein anderer Verein oder keiner',
  otherName: 'Name des anderen Vereins (wenn nicht in der Liste)',
  otherHint: 'Gehören Sie zu keinem Verein, schreiben Sie „keiner“.',
  language: 'Sprache für E-Mails und Bescheinigung',
  languageHint: 'Das Seminar selbst findet in der Sprache statt, die in der Beschreibung steht.',
  languages: { de: 'Deutsch', tr: 'Türkisch', en: 'Englisch' },
  note: 'Mitteilung (freiwillig)',
  noteHint: 'Zum Beispiel: Sie brauchen Gebärdensprache, größere Schrift oder Hilfe mit der Technik.',
  consentBefore: 'Ich habe den ',
  consentLink: 'Datenschutzhinweis',
  consentAfter:
    ' gelesen und willige ausdrücklich ein, dass meine Angaben für dieses Seminar verarbeitet werden, auch wenn sie etwas über meinen Glauben verraten können. Ich kann das jederzeit widerrufen.',
  consentShort: 'Einwilligung',
  send: 'Verbindlich anmelden',
  sendWaiting: 'Auf die Warteliste setzen',
  back: 'Zurück zum Seminar',
  wrongTitle: 'Bitte sehen Sie noch einmal nach',
  wrongPrefix: 'Fehler: ',
  trouble: {
    'first-name-missing': 'Bitte schreiben Sie Ihren Vornamen.',
    'name-unreadable': 'Der Name enthält Zeichen, die nicht zu lesen sind. Bitte tippen Sie ihn neu.',
    'name-long': 'Bitte kürzen Sie den Namen auf höchstens 120 Zeichen.',
    'email-missing': 'Bitte schreiben Sie Ihre E-Mail-Adresse.',
    'email-wrong': 'Diese Adresse kann keine E-Mail empfangen. Richtig wäre zum Beispiel: name@beispiel.de',
    'association-missing': 'Bitte wählen Sie Ihren Verein.',
    'other-missing': 'Bitte schreiben Sie den Namen Ihres Vereins, oder „keiner“.',
    'association-unreadable': 'Der Name des Vereins enthält Zeichen, die nicht zu lesen sind.',
    'association-long': 'Bitte kürzen Sie den Namen des Vereins auf höchstens 120 Zeichen.',
    'language-wrong': 'Bitte wählen Sie eine Sprache aus der Liste.',
    'note-long': 'Bitte kürzen Sie die Mitteilung auf höchstens 500 Zeichen.',
    'note-unreadable': 'Die Mitteilung enthält Zeichen, die nicht zu lesen sind.',
    'consent-missing': 'Ohne Ihre Einwilligung können wir Sie nicht anmelden. Bitte setzen Sie das Häkchen.',
  },
  stale:
    'Das Formular war zu lange offen. Ihre Angaben sind noch da, es wurde nichts gespeichert. Bitte senden Sie es noch einmal.',
  unsure: {
    title: 'Wir wissen noch nicht, ob es geklappt hat',
    text: 'Sehen Sie in Ihre E-Mails, oder senden Sie das Formular noch einmal: Doppelt angemeldet werden Sie nicht.',
  },
  busy: {
    title: 'Gerade geht es nicht',
    text: 'Zu viele melden sich auf einmal an, oder bei uns ist etwas gestört. Es wurde nichts gespeichert. Ihre Angaben stehen noch da: Bitte senden Sie sie in einer Minute noch einmal.',
  },
  refused: {
    unavailable: {
      title: 'Hier kann man sich nicht anmelden',
      text: 'Das Seminar fällt aus oder ist schon abgeschlossen.',
    },
    'not-yet': {
      title: 'Die Anmeldung ist noch nicht offen',
      text: 'Wann sie öffnet, steht auf der Seite des Seminars.',
    },
    over: {
      title: 'Die Anmeldung ist geschlossen',
      text: 'Für dieses Seminar nehmen wir keine Anmeldungen mehr an. Ihre Angaben wurden nicht gespeichert.',
    },
    'too-many-mails': {
      title: 'An diese Adresse ging heute schon zu viel Post',
      text: 'Damit niemand mit E-Mails überhäuft wird, warten wir bis morgen. Sehen Sie in Ihr Postfach, auch in den Spam-Ordner: Vielleicht ist die Bestätigung schon da.',
    },
  },
  done: {
    title: 'Bitte sehen Sie jetzt in Ihre E-Mails',
    seat: (until) =>
      `Ein Platz wird bis ${until} für Sie freigehalten. Öffnen Sie die E-Mail und bestätigen Sie mit dem Knopf darin. Erst dann sind Sie angemeldet.`,
    waiting: (place) => `Das Seminar ist voll. Die Warteliste reicht jetzt bis Platz ${place}.`,
    ownPlace: (until) => `Ihr eigener Platz steht in der E-Mail. Bitte bestätigen Sie ihn bis ${until}.`,
    mailTo: (address) => `Die E-Mail geht an ${address}.`,
    noMail:
      'Keine E-Mail nach zehn Minuten? Sehen Sie im Spam-Ordner nach, oder füllen Sie das Formular noch einmal aus: Vielleicht war die Adresse vertippt. Doppelt angemeldet werden Sie nicht.',
    rule: 'Wird ein Platz frei, rückt die nächste Person in der Reihenfolge der Anmeldung von selbst nach.',
  },
}
