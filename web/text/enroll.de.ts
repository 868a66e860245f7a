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
  sessions: 'Zu welchen Terminen kommen Sie?',
  sessionsHint: 'Sie können auch nur einzelne Termine wählen. Die Bescheinigung nennt dann diese.',
  applyNow:
    'Bei diesem Seminar entscheidet die Koordination, wer einen Platz bekommt. Nach dem Absenden bekommen Sie eine E-Mail mit einem Knopf zum Bestätigen, und später die Entscheidung.',
  listFirst:
    'Nach dem Absenden bekommen Sie eine E-Mail mit einem Knopf zum Bestätigen. Zuerst kommen alle auf die Warteliste. Wann und an wen die Plätze vergeben werden, lesen Sie unter „So werden die Plätze vergeben“.',
  sendApplication: 'Bewerbung absenden',
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
    'session-missing': 'Bitte wählen Sie mindestens einen Termin.',
    'note-long': 'Bitte kürzen Sie die Mitteilung auf höchstens 500 Zeichen.',
    'note-unreadable': 'Die Mitteilung enthält Zeichen, die nicht zu lesen sind.',
    'consent-missing': 'Ohne Ihre Einwilligung können wir Sie nicht anmelden. Bitte setzen Sie das Häkchen.',
  },
  stale:
    'Das Formular war zu lange offen. Ihre Angaben sind noch da, es wurde nichts gespeichert. Bitte senden Sie es noch einmal.',
  quick:
    'Das ging sehr schnell. Zum Schutz vor Programmen, die Formulare ausfüllen, nehmen wir es erst nach zwei Sekunden an. Ihre Angaben sind noch da: Bitte senden Sie es noch einmal.',
  crowded: {
    title: 'Von Ihrem Anschluss kommen gerade sehr viele Anmeldungen',
    text: 'Ihre Angaben stehen noch da. Bitte senden Sie das Formular in einer Stunde noch einmal, oder über einen anderen Internetzugang: Doppelt angemeldet werden Sie nicht.',
  },
  leaveEmpty: 'Bitte lassen Sie dieses Feld leer',
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
    full: {
      title: 'Gerade ist alles voll',
      text: 'Es ist weder ein Platz noch ein Wartelistenplatz frei. Es wurde nichts gespeichert. Sagt jemand ab, kann sich das ändern: Schauen Sie später wieder vorbei.',
    },
    'association-full': {
      title: 'Aus diesem Verein sind schon alle Plätze vergeben',
      text: 'Damit viele Vereine dabei sein können, gibt es bei diesem Seminar eine Grenze je Verein. Sie ist erreicht. Es wurde nichts gespeichert. Vielleicht sind Sie selbst schon angemeldet: Sehen Sie in Ihre E-Mails.',
    },
    'too-many-mails': {
      title: 'An diese Adresse ging heute schon zu viel Post',
      text: 'Damit niemand mit E-Mails überhäuft wird, warten wir bis morgen. Sehen Sie in Ihr Postfach, auch in den Spam-Ordner: Vielleicht ist die Bestätigung schon da.',
    },
    'invitation-used': {
      title: 'Diese Einladung ist schon benutzt',
      text: 'Sind Sie schon angemeldet? Dann steht der Link zu Ihrer Seite in der E-Mail, die Sie nach der Anmeldung bekommen haben. Sonst fragen Sie bitte die Person, die Sie eingeladen hat.',
    },
    'invitation-closed': {
      title: 'Diese Einladung gilt gerade nicht',
      text: 'Sie ist abgelaufen oder wurde geschlossen. Bitte fragen Sie die Person, die Sie eingeladen hat.',
    },
  },
  invitedOnly: {
    title: 'Dieses Seminar ist für eingeladene Personen',
    lead: 'Schön, dass Sie da sind. Zu diesem Seminar kann man sich nur mit einer Einladung anmelden.',
    invited:
      'Sie sind eingeladen? Dann öffnen Sie bitte den Link aus Ihrer Einladung noch einmal, und zwar vollständig: Manchmal schneiden E-Mail-Programme das Ende ab.',
    enrolled:
      'Sie sind schon angemeldet? Dann finden Sie alles auf Ihrer Seite. Der Link dorthin steht in jeder E-Mail zu Ihrer Anmeldung.',
  },
  done: {
    title: 'Bitte sehen Sie jetzt in Ihre E-Mails',
    seat: (until) =>
      `Ein Platz wird bis ${until} für Sie freigehalten. Öffnen Sie die E-Mail und bestätigen Sie mit dem Knopf darin. Erst dann sind Sie angemeldet.`,
    waiting: (place) => `Das Seminar ist voll. Die Warteliste reicht jetzt bis Platz ${place}.`,
    onTheList: 'Sie kommen auf die Warteliste.',
    applied: (until) =>
      `Ihre Bewerbung ist da. Bitte bestätigen Sie bis ${until} Ihre Adresse mit dem Knopf in der E-Mail. Dann sieht die Koordination sie sich an.`,
    ownPlace: (until) => `Ihr eigener Platz steht in der E-Mail. Bitte bestätigen Sie ihn bis ${until}.`,
    mailTo: (address) => `Die E-Mail geht an ${address}.`,
    noMail:
      'Keine E-Mail nach zehn Minuten? Sehen Sie im Spam-Ordner nach, oder füllen Sie das Formular noch einmal aus: Vielleicht war die Adresse vertippt. Doppelt angemeldet werden Sie nicht.',
  },
}
