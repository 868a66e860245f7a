import type { CancelSeminarRefusal } from '../../functions/seminar/cancel-seminar.ts'
import type { CompleteRefusal } from '../../functions/seminar/complete-seminar.ts'
import type { DiscardRefusal } from '../../functions/seminar/discard-draft.ts'
import type { PublishRefusal } from '../../functions/seminar/publish-seminar.ts'
import type { SaveRefusal } from '../../functions/seminar/save-seminar.ts'
import type { FormTrouble } from '../office/form-trouble.ts'

const troubles: Record<FormTrouble, string> = {
  required: 'Bitte ausfüllen.',
  'too-long': 'Das ist zu lang.',
  unreadable: 'Hier stehen Zeichen, die sich nicht drucken lassen.',
  'not-a-date': 'Bitte ein Datum und eine Uhrzeit angeben, die es gibt.',
  'missing-hour':
    'Diese Uhrzeit gibt es an dem Tag nicht: Die Uhr wird in der Nacht um eine Stunde vorgestellt. Bitte eine andere Uhrzeit wählen.',
  'ends-before-start':
    'Das Ende muss nach dem Anfang liegen. Ein Termin darf über Mitternacht gehen, dann aber höchstens 12 Stunden dauern.',
  'not-https': 'Bitte eine ganze Adresse angeben, die mit https:// beginnt.',
  'out-of-range': 'Diese Zahl passt hier nicht.',
  'bad-slug': 'Bitte nur kleine Buchstaben (a–z), Ziffern und Bindestriche.',
  'not-an-address': 'Das ist keine E-Mail-Adresse.',
  'closes-unknown': 'Bitte ausfüllen oder oben einen Termin eintragen.',
  'closes-before-opens': 'Das Ende der Anmeldung muss nach ihrem Beginn liegen.',
  'not-less': 'Diese Zahl muss kleiner sein als die für die volle Bescheinigung.',
  'too-many-minutes': 'So lange hat der Termin nicht gedauert.',
  'too-many-kept': 'Es sind mehr Plätze reserviert, als es Plätze gibt.',
  'after-start': 'Das muss vor dem ersten Termin liegen.',
  'not-breaks': 'Bitte schreiben Sie Pausen so: 10:30–10:45, 12:00–13:00.',
  'break-outside': 'Eine Pause liegt nicht im Termin, oder zwei überschneiden sich.',
  'not-pem': 'Das ist kein Schlüssel im Format PEM. Er beginnt mit -----BEGIN PRIVATE KEY-----',
}
const saveRefusals: Record<SaveRefusal['code'], string> = {
  unknown: 'Dieses Seminar gibt es nicht.',
  'slug-taken': 'Diese Adresse hat schon ein anderes Seminar. Bitte wählen Sie eine andere.',
  'changed-meanwhile':
    'Jemand anderes hat dieses Seminar inzwischen geändert. Es wurde nichts gespeichert. Ihre Eingaben stehen noch hier: Vergleichen Sie bitte in einem zweiten Fenster und speichern Sie dann noch einmal.',
  over: 'Das Seminar ist abgesagt oder abgeschlossen. Es lässt sich nicht mehr ändern.',
  'places-fixed':
    'Reservierte Plätze, der Vorrang für Neue und die Grenze je Verein stehen fest, sobald das Seminar veröffentlicht ist: So wurde es allen zugesagt. Es wurde nichts gespeichert.',
  'no-session': 'Ein veröffentlichtes Seminar braucht mindestens einen Termin.',
  'session-in-use':
    'Dieser Termin muss bleiben: Er hat begonnen, oder die Einladungen sind schon hinausgegangen. Verschieben lässt er sich.',
  'saved-before':
    'Aus diesem Formular ist schon ein Seminar entstanden. Was Sie seitdem geändert haben, ist noch nicht gespeichert: Bitte speichern Sie noch einmal.',
}
const publishRefusals: Record<PublishRefusal['code'], string> = {
  unknown: 'Dieses Seminar gibt es nicht.',
  'not-a-draft': 'Das Seminar ist schon veröffentlicht.',
  'no-session': 'Es fehlt noch ein Termin. Bitte tragen Sie unter „Bearbeiten“ mindestens einen ein.',
  begun: 'Der erste Termin liegt in der Vergangenheit. Bitte ändern Sie ihn unter „Bearbeiten“.',
  'changed-meanwhile': 'Jemand anderes hat das Seminar gerade geändert. Bitte versuchen Sie es noch einmal.',
}
const cancelRefusals: Record<CancelSeminarRefusal['code'], string> = {
  unknown: 'Dieses Seminar gibt es nicht.',
  'not-published': 'Absagen lässt sich nur ein veröffentlichtes Seminar.',
  'changed-meanwhile': 'Jemand anderes hat das Seminar gerade geändert. Bitte versuchen Sie es noch einmal.',
}
const discardRefusals: Record<DiscardRefusal['code'], string> = {
  unknown: 'Dieses Seminar gibt es nicht.',
  'not-a-draft': 'Löschen lässt sich nur ein Entwurf. Ein veröffentlichtes Seminar können Sie absagen.',
  'changed-meanwhile': 'Jemand anderes hat das Seminar gerade geändert. Bitte versuchen Sie es noch einmal.',
}
const completeRefusals: Record<CompleteRefusal['code'], string> = {
  unknown: 'Dieses Seminar gibt es nicht.',
  'not-published': 'Abschließen lässt sich nur ein veröffentlichtes Seminar.',
  'still-running': 'Der letzte Termin ist noch nicht vorbei.',
  'changed-meanwhile': 'Jemand anderes hat das Seminar gerade geändert. Bitte versuchen Sie es noch einmal.',
}

/** The words of a seminar's form, its overview and its attendance list, in German. */
export const officeSeminarDe = {
  troubles,
  form: {
    newTitle: 'Neues Seminar',
    editTitle: 'Seminar bearbeiten',
    saveHint: 'Zuerst wird ein Entwurf gespeichert. Niemand sieht ihn, bis Sie ihn veröffentlichen.',
    about: 'Worum geht es?',
    title: 'Titel',
    description: 'Beschreibung',
    contents: 'Inhalte',
    contentsHint: 'Ein Inhalt pro Zeile. Sie stehen auf der Teilnahmebescheinigung.',
    otherLanguage: { de: 'Deutsch', tr: 'Türkischer Text', en: 'Englischer Text' },
    languageNames: { de: 'Deutsch', tr: 'Türkisch', en: 'Englisch' },
    otherLanguageHint: 'Freiwillig. Was leer bleibt, erscheint auf Deutsch.',
    slug: 'Adresse der Seite',
    slugHint: 'Leer lassen: Sie entsteht aus dem Titel.',
    trainer: 'Referent/in',
    trainerHint: 'Genau wie im Team eingetragen, dann sieht die Person ihr Seminar im Büro.',
    phase: 'Förderphase',
    noPhase: 'keine Förderung',
    sessions: 'Termine',
    zone: 'Uhrzeiten in',
    zoneHint: 'Gilt für alle Uhrzeiten dieses Seminars.',
    sessionsHint:
      'Eine Zeile ohne Datum zählt nicht: Zum Entfernen das Datum leeren. Liegt das Ende vor dem Beginn, ist der nächste Tag gemeint (höchstens 12 Stunden).',
    session: (n: number) => `Termin ${n}`,
    date: 'Datum',
    start: 'Beginn',
    end: 'Ende',
    place: 'Wo?',
    places: { room: 'Online, im eigenen Raum', link: 'Online, mit eigenem Link', onsite: 'Vor Ort' },
    where: 'Link oder Anschrift',
    whereHint: 'Beim eigenen Raum leer lassen.',
    moreDates: 'Mehr Termine',
    enrollment: 'Anmeldung',
    capacity: 'Plätze',
    opensDate: 'Anmeldung ab: Datum',
    opensTime: 'Anmeldung ab: Uhrzeit',
    closesDate: 'Anmeldung bis: Datum',
    closesTime: 'Anmeldung bis: Uhrzeit',
    windowHint: 'Leer lassen: ab sofort und bis zum ersten Termin.',
    access: 'Wer kann sich anmelden?',
    accessHint:
      'Ein Seminar nur für Eingeladene steht nicht im Programm. Einladen können Sie, sobald es veröffentlicht ist.',
    accessOpen: 'Alle',
    accessInvited: 'Nur wer eingeladen ist',
    remindsInvited: 'Nach wie vielen Tagen an eine Einladung erinnern?',
    remindsInvitedHint: 'Höchstens zweimal. 0 heißt: nicht von selbst.',
    certificate: 'Teilnahmebescheinigung',
    threshold: 'Volle Bescheinigung ab wie viel Prozent der Zeit?',
    reducedThreshold: 'Verkürzte Bescheinigung ab wie viel Prozent?',
    reducedThresholdHint:
      'Auf dem Blatt stehen dann die besuchten Einheiten und ein Hinweis. 0 heißt: keine.',
    completesAfterHours: 'Wie viele Stunden nach dem letzten Termin wird von selbst abgeschlossen?',
  },
  saveRefusals,
  publishRefusals,
  cancelRefusals,
  completeRefusals,
  discardRefusals,
  inviteRefusals: {
    unknown: 'Diesen Termin gibt es nicht.',
    over: 'Der Termin ist vorbei.',
    'changed-meanwhile':
      'Jemand anderes hat das Seminar gerade geändert. Bitte versuchen Sie es noch einmal.',
  },
  overview: {
    publicPage: 'Seite im Programm',
    edit: 'Bearbeiten',
    nextStep: 'Nächster Schritt',
    waitForEnrollments: 'Die Anmeldung läuft. Gerade ist nichts zu tun.',
    sendInvitesFirst: 'In weniger als 48 Stunden geht es los. Senden Sie jetzt die Einladungen.',
    decideFirst: (n: number) =>
      n === 1
        ? '1 Person hat sich beworben und wartet auf Ihre Entscheidung.'
        : `${n} Personen haben sich beworben und warten auf Ihre Entscheidung.`,
    toApplications: 'Zu den Bewerbungen',
    toInvites: 'Zu den Einladungen',
    opensLater: (when: string) => `Die Anmeldung beginnt: ${when}. Gerade ist nichts zu tun.`,
    enrollmentOver: 'Die Anmeldung ist beendet. Gerade ist nichts zu tun.',
    sessionOver: (date: string) =>
      `Der Termin vom ${date} ist vorbei. Prüfen Sie die Anwesenheit, und bestätigen Sie die Liste.`,
    sessionBegun: 'Ein Termin hat begonnen. Prüfen Sie danach die Anwesenheit.',
    draftNoSession: 'Tragen Sie zuerst einen Termin ein.',
    readyToPublish: 'Der Entwurf ist fertig? Dann veröffentlichen Sie ihn.',
    readyToComplete: 'Alle Termine sind vorbei. Prüfen Sie die Anwesenheit und schließen Sie dann ab.',
    attendanceMissing:
      'Alle Termine sind vorbei, aber bei einem Termin ist niemand eingetragen. Prüfen Sie zuerst die Anwesenheit.',
    isOver: 'Hier ist nichts mehr zu tun.',
    isHeldBack: 'Das Seminar ist abgeschlossen. Die Bescheinigungen sind angehalten, bis Sie sie freigeben.',
    isCompleted: (threshold: number) =>
      `Das Seminar ist abgeschlossen. Die Anwesenheit lässt sich noch ändern: Wer jetzt ${threshold} % erreicht, bekommt die Bescheinigung per Mail.`,
    publish: 'Veröffentlichen …',
    publishExplained: 'Das Seminar erscheint im Programm, und man kann sich anmelden.',
    publishNow: 'Ja, jetzt veröffentlichen',
    cancel: 'Seminar absagen …',
    cancelExplained: (people: number) =>
      `${people === 1 ? '1 Person bekommt' : `${people} Personen bekommen`} eine Absage per E-Mail. Das lässt sich nicht zurücknehmen.`,
    cancelNow: 'Ja, Seminar absagen',
    complete: 'Seminar abschließen …',
    completeExplained: ({ full, reduced, people }: Record<'full' | 'reduced' | 'people', number>) =>
      `${full + reduced} von ${people} bekommen eine Teilnahmebescheinigung per E-Mail${reduced > 0 ? `, davon ${reduced} eine verkürzte` : ''}. Das lässt sich nicht zurücknehmen.`,
    completeNow: 'Ja, jetzt abschließen',
    completesItself: (when: string) => `Sonst geschieht es von selbst: ${when}`,
    discard: 'Entwurf löschen …',
    discardExplained: 'Niemand hat den Entwurf gesehen. Löschen lässt sich nicht zurücknehmen.',
    discardNow: 'Ja, Entwurf löschen',
    state: 'Stand',
    seats: 'Plätze',
    waiting: 'Warteliste',
    unconfirmed: 'Noch nicht bestätigt',
    trainer: 'Referent/in',
    phase: 'Förderphase',
    window: 'Anmeldung',
    zone: 'Uhrzeiten in',
    applied: 'Warten auf Ihre Entscheidung',
    owedLabel: 'Weniger Plätze',
    owed: (seats: number) =>
      seats === 1
        ? '1 Person mehr, als es jetzt Plätze gibt, hat schon einen Platz. Niemand verliert ihn: Der nächste frei werdende Platz wird nicht weitergegeben.'
        : `${seats} Personen mehr, als es jetzt Plätze gibt, haben schon einen Platz. Niemand verliert ihn: Die nächsten ${seats} frei werdenden Plätze werden nicht weitergegeben.`,
    sessions: 'Termine',
    attendance: 'Anwesenheit',
    attendanceOf: (when: string) => `Anwesenheit ${when}`,
    invites: 'Einladungen',
    invitesGo: 'Gehen an',
    invitesQueued: 'Unterwegs',
    invitesSent: 'Gesendet',
    invitesFailed: 'Gescheitert',
    sendInvites: (n: number) => (n === 1 ? '1 Einladung jetzt senden' : `${n} Einladungen jetzt senden`),
    invitesByClock: (when: string) => `Von selbst gehen sie am ${when} hinaus.`,
    invitesDone: 'Alle sind eingeladen.',
    people: 'Anmeldungen',
    expected: 'Wer kommt',
    noneExpected: 'Noch hat niemand einen bestätigten Platz.',
    email: 'E-Mail-Adresse',
    note: 'Nachricht',
    number: 'Nr.',
    name: 'Name',
    association: 'Verein',
    noAssociation: 'keiner',
    since: 'Angemeldet',
    seat: 'Platz',
    seatHead: 'Platz',
    erased: 'gelöscht',
    waitingAt: (place: number) => `Warteliste, Stelle ${place}`,
    standings: {
      seat: 'Platz',
      offered: 'Platz angeboten',
      waiting: 'wartet',
      applied: 'wartet auf Entscheidung',
    },
    enrollmentStates: {
      held: 'noch nicht bestätigt',
      confirmed: 'bestätigt',
      cancelled: 'abgemeldet',
      expired: 'nicht bestätigt, verfallen',
      lapsed: 'Angebot nicht angenommen',
      declined: 'abgelehnt',
      erased: 'auf Wunsch gelöscht',
    },
    minutes: 'Minuten',
    certificate: 'Bescheinigung',
    certificateHeld: (letters: string) => `wartet auf Sie: ${letters} lässt sich nicht sicher drucken`,
    noPeople: 'Noch hat sich niemand angemeldet.',
  },
  attendance: {
    title: 'Anwesenheit',
    explained: 'Minuten, die der Raum gemeldet hat, stehen schon da. Ändern Sie nur, was nicht stimmt.',
    planned: (minutes: number) => `Der Termin dauert ${minutes} Minuten.`,
    name: 'Name',
    joined: 'Gekommen',
    left: 'Gegangen',
    stillThere: 'noch da oder ohne Abmeldung weg',
    source: 'Woher',
    clicked: 'wollte kommen',
    minutes: 'Minuten',
    minutesOf: (name: string) => `Minuten von ${name}`,
    saveAll: 'Alles speichern',
    nobody: 'Noch hat niemand einen bestätigten Platz.',
    summary: (came: number, people: number) => `${came} von ${people} waren da.`,
    notYet: 'Der Termin hat noch nicht begonnen.',
    closed: 'Das Seminar findet nicht statt. Minuten lassen sich nicht eintragen.',
    completed: (threshold: number) =>
      `Das Seminar ist abgeschlossen. Sie können die Minuten noch ändern: Wer jetzt ${threshold} % erreicht, bekommt die Bescheinigung per Mail. Wer schon eine hat, behält sie.`,
    pages: 'Seiten der Liste',
    page: (n: number) => `Seite ${n}`,
    pageByPage: 'Speichern Sie jede Seite für sich.',
  },
}

export type OfficeSeminarText = typeof officeSeminarDe
