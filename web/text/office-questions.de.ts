import type { QuestionsRefusal } from '../../functions/seminar/edit-questions.ts'
import type { QuestionKind } from '../../functions/seminar/questions.ts'

const kinds: Record<QuestionKind, string> = {
  'short-text': 'Kurzer Text (eine Zeile)',
  'long-text': 'Langer Text (mehrere Zeilen)',
  'one-of': 'Eine Antwort zur Auswahl',
  'several-of': 'Mehrere Antworten zur Auswahl',
  'yes-no': 'Ja oder Nein',
  number: 'Zahl',
  date: 'Datum',
}
const refusals: Record<QuestionsRefusal['code'], string> = {
  unknown: 'Dieses Seminar gibt es nicht.',
  'unknown-question': 'Diese Frage gibt es nicht mehr.',
  over: 'Das Seminar ist abgesagt oder abgeschlossen. Seine Fragen lassen sich nicht mehr ändern.',
  'changed-meanwhile':
    'Jemand anderes hat die Fragen inzwischen geändert. Es wurde nichts gespeichert. Bitte sehen Sie nach, und versuchen Sie es dann noch einmal.',
  'too-many': 'Mehr als zwölf Fragen gehen nicht.',
  'has-answers':
    'Diese Frage hat schon Antworten. Sie können sie umformulieren, aber nicht ihre Art oder ihren Schutz ändern.',
}

/** The words of a seminar's questions and their answers in the office, in German. */
export const officeQuestionsDe = {
  kinds,
  refusals,
  list: {
    title: 'Fragen im Anmeldeformular',
    lead: 'Name, E-Mail-Adresse, Verein und Sprache fragt das Formular immer. Fragen Sie hier nur, was Sie für dieses Seminar wirklich brauchen, höchstens zwölf Fragen.',
    none: 'Noch keine eigenen Fragen.',
    add: 'Neue Frage',
    edit: 'Ändern',
    up: 'Nach oben',
    down: 'Nach unten',
    required: 'Pflichtfrage',
    voluntary: 'Freiwillig',
    sensitive: 'Besonders geschützt',
    answered: (n: number) => (n === 0 ? 'Noch keine Antwort' : n === 1 ? '1 Antwort' : `${n} Antworten`),
    remove: 'Entfernen',
    removeText: (n: number): string =>
      n === 0
        ? 'Die Frage verschwindet aus dem Formular.'
        : 'Die Frage verschwindet aus dem Formular, und alle Antworten darauf werden gelöscht. Das lässt sich nicht zurücknehmen.',
    removeNow: 'Ja, mit allen Antworten entfernen',
    preview: 'Vorschau: So sieht es im Formular aus',
  },
  form: {
    newTitle: 'Neue Frage',
    editTitle: 'Frage ändern',
    kind: 'Art der Antwort',
    kindHint: 'Sobald es Antworten gibt, bleibt die Art, wie sie ist.',
    required: 'Pflichtfrage: Ohne Antwort keine Anmeldung',
    sensitive: 'Besonders geschützt (Art. 9 DSGVO)',
    sensitiveHint:
      'Für Angaben zu Gesundheit, Behinderung oder Glauben, zum Beispiel Unterstützungsbedarf. Die Antworten liegen getrennt, jedes Öffnen steht im Protokoll, und sie werden gleich nach dem letzten Termin gelöscht. Solche Fragen sind immer freiwillig.',
    wording: { de: 'Frage auf Deutsch', tr: 'Frage auf Türkisch', en: 'Frage auf Englisch' },
    purpose: { de: 'Wofür (auf Deutsch)', tr: 'Wofür (auf Türkisch)', en: 'Wofür (auf Englisch)' },
    purposeHint: 'Steht bei der Frage. Zum Beispiel: damit wir genug Essen bestellen.',
    otherHint: 'Was leer bleibt, erscheint auf Deutsch.',
    keptDays: 'Antworten löschen nach so vielen Tagen',
    keptDaysHint: 'Gezählt ab dem letzten Termin. Bei besonders geschützten Fragen immer 0.',
    choices: 'Antworten zur Auswahl',
    choicesHint: 'Nur für Fragen mit Auswahl. Eine Antwort fällt weg, wenn ihre Felder leer sind.',
    choice: (n: number, language: string) => `Antwort ${n}, ${language}`,
    languages: { de: 'Deutsch', tr: 'Türkisch', en: 'Englisch' },
    more: 'Mehr Antworten',
    tooFewChoices: 'Bitte schreiben Sie mindestens zwei Antworten zur Auswahl.',
    choiceTwice: 'Diese Antwort steht schon in der Liste.',
    sensitiveRequired: 'Eine besonders geschützte Frage muss freiwillig sein.',
  },
  answers: {
    title: 'Antworten',
    link: 'Fragen bearbeiten',
    choice: 'Antwort',
    count: 'Anzahl',
    noAnswer: 'ohne Antwort',
    goneChoice: '(steht nicht mehr zur Wahl)',
    name: 'Name',
    perPerson: 'Antworten je Person',
    none: 'Noch hat niemand geantwortet.',
    yes: 'Ja',
    no: 'Nein',
    sensitiveTitle: 'Besonders geschützte Antworten',
    sensitiveLink: 'Zu den besonders geschützten Antworten',
    sensitiveText:
      'Hier stehen zum Beispiel Angaben zu Gesundheit oder Behinderung. Öffnen Sie sie nur, wenn Sie sie für die Vorbereitung brauchen. Wer sie wann geöffnet hat, steht danach im Protokoll. Gleich nach dem letzten Termin werden sie gelöscht.',
    show: 'Antworten öffnen',
    noted: 'Dass Sie diese Seite geöffnet haben, steht jetzt im Protokoll.',
  },
  statistics: {
    title: 'Statistik',
    sheets: (n: number) => (n === 1 ? '1 Bogen ausgefüllt.' : `${n} Bögen ausgefüllt.`),
    later:
      'Die Zahlen erscheinen, wenn das Seminar begonnen hat. Vorher ließe sich an jeder neuen Anmeldung ablesen, wer was angegeben hat.',
    tooFew: 'Es sind zu wenige Bögen, um Zahlen zu zeigen, ohne etwas über Einzelne zu verraten.',
    rule: 'Zahlen von 1 bis 4 zeigen wir nicht, und so viele andere, dass sie sich nicht ausrechnen lassen.',
    hidden: 'nicht gezeigt',
    count: 'Anzahl',
    total: (n: number) => `Bögen insgesamt: ${n}`,
  },
}

export type OfficeQuestionsText = typeof officeQuestionsDe
