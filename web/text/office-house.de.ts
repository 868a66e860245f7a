import type { TroubleCode } from '../../functions/mail/trouble-code.ts'
import type { AuditedDeed } from '../../functions/staff/audit.ts'
import type { InviteStaffRefusal } from '../../functions/staff/invite-staff.ts'
import type { RemoveStaffRefusal } from '../../functions/staff/remove-staff.ts'

const inviteRefusals: Record<InviteStaffRefusal['code'], string> = {
  'already-here': 'Diese Adresse ist schon eingetragen.',
}
const removeRefusals: Record<RemoveStaffRefusal['code'], string> = {
  unknown: 'Diese Person ist nicht eingetragen.',
  yourself: 'Sich selbst können Sie nicht entfernen. Bitten Sie jemand anderen aus der Verwaltung.',
  'changed-meanwhile': 'Jemand anderes hat das gerade geändert. Bitte versuchen Sie es noch einmal.',
}
const deeds: Record<AuditedDeed, string> = {
  'create-seminar': 'Seminar angelegt',
  'edit-seminar': 'Seminar geändert',
  'publish-seminar': 'Seminar veröffentlicht',
  'cancel-seminar': 'Seminar abgesagt',
  'complete-seminar': 'Seminar abgeschlossen',
  'send-invites': 'Einladungen gesendet',
  'write-attendance': 'Anwesenheit geändert',
  'set-organisation': 'Organisation geändert',
  'save-phase': 'Förderphase gespeichert',
  'save-association': 'Verein gespeichert',
  'remove-association': 'Verein entfernt',
  'invite-staff': 'Person ins Team geholt',
  'remove-staff': 'Person aus dem Team entfernt',
  'become-first-administrator': 'Erste Verwaltung angemeldet',
  'discard-draft': 'Entwurf gelöscht',
}

/** By the cause that a stage gives its mail; `mail/` knows no seminar, so the list is open. */
const mailCauses: Record<string, string> = {
  confirm: 'Bitte um Bestätigung',
  already: 'Auskunft über eine Anmeldung',
  confirmed: 'Anmeldebestätigung',
  promoted: 'Nachricht über einen freien Platz',
  cancelled: 'Abmeldung',
  'seminar-cancelled': 'Absage des Seminars',
  invite: 'Einladung zum Termin',
  reminder: 'Erinnerung',
  certificate: 'Teilnahmebescheinigung',
}
const mailTroubles: Record<TroubleCode, string> = {
  throttled: 'Der Versanddienst nahm gerade nicht so viele E-Mails an.',
  unavailable: 'Der Versanddienst war nicht bereit.',
  unreachable: 'Der Versanddienst war nicht zu erreichen.',
  paused: 'Der Versanddienst hat unseren Versand angehalten.',
  'not-allowed': 'Der Versanddienst hat uns nicht senden lassen. Bitte lassen Sie die Einstellungen prüfen.',
  'not-ready': 'Die E-Mail konnte nicht geschrieben werden. Bitte lassen Sie das prüfen.',
  'no-answer': 'Wir wissen nicht, ob die E-Mail angekommen ist.',
  refused: 'Der Versanddienst hat die E-Mail abgelehnt.',
  bounced: 'Die E-Mail kam zurück.',
  'bounced-unknown': 'Die E-Mail kam zurück: Diese Adresse gibt es nicht.',
  'bounced-suppressed': 'Die E-Mail ging nicht hinaus: An diese Adresse kam schon früher nichts an.',
  'bounced-full': 'Die E-Mail kam zurück: Das Postfach ist voll.',
  'bounced-too-large': 'Die E-Mail kam zurück: Sie war zu groß.',
  complained: 'Die Person wollte diese E-Mail nicht.',
  'complained-abuse': 'Die Person hat die E-Mail als Spam gemeldet.',
}

/** The words of basic data, team, mails and log, in German. */
export const officeHouseDe = {
  programme: {
    title: 'Stammdaten',
    organisation: 'Organisation',
    organisationHint: 'Das steht im Impressum, in E-Mails und auf Teilnahmebescheinigungen.',
    name: 'Name',
    street: 'Straße und Hausnummer',
    city: 'Postleitzahl und Ort',
    email: 'E-Mail-Adresse',
    phone: 'Telefon',
    representedBy: 'Vertreten durch',
    register: 'Registergericht und Nummer',
    signer: 'Wer unterschreibt Bescheinigungen?',
    signerFunction: { de: 'Funktion (Deutsch)', tr: 'Funktion (Türkisch)', en: 'Funktion (Englisch)' },
    privacyContact: 'Kontakt für Datenschutz',
    phases: 'Förderphasen',
    newPhase: 'Neue Förderphase',
    editPhase: 'Förderphase bearbeiten',
    noPhases: 'Noch keine Förderphase.',
    funder: 'Fördergeber',
    phaseTitle: 'Titel des Projekts',
    grantNumber: 'Förderkennzeichen',
    from: 'Erster Tag',
    until: 'Letzter Tag',
    acknowledgement: {
      de: 'Förderhinweis (Deutsch)',
      tr: 'Förderhinweis (Türkisch)',
      en: 'Förderhinweis (Englisch)',
    },
    acknowledgementHint: 'Dieser Satz steht auf Seiten, E-Mails und Bescheinigungen.',
    endsBeforeStart: 'Der letzte Tag muss nach dem ersten liegen.',
    associations: 'Mitgliedsvereine',
    newAssociation: 'Neuer Verein',
    editAssociation: 'Verein bearbeiten',
    noAssociations: 'Noch kein Verein.',
    associationName: 'Name des Vereins',
    place: 'Ort',
    region: 'Region',
    edit: 'Bearbeiten',
    editNamed: (name: string) => `${name} bearbeiten`,
    remove: 'Verein entfernen …',
    removeExplained:
      'Der Verein steht dann nicht mehr zur Auswahl. Bisherige Anmeldungen bleiben, wie sie sind.',
    removeNow: 'Ja, Verein entfernen',
  },
  people: {
    title: 'Team',
    list: 'Wer hier arbeitet',
    name: 'Name',
    email: 'E-Mail-Adresse',
    role: 'Rolle',
    since: 'Seit',
    action: 'Zugang',
    invite: 'Jemanden ins Team holen',
    inviteHint: 'Die Person meldet sich danach mit genau dieser Adresse an. Es geht keine E-Mail hinaus.',
    addByHand:
      'Damit die Anmeldung gelingt, muss die Adresse auch beim Anmeldedienst eingetragen werden: Bitten Sie darum, wer das System betreibt (Anleitung: „In AWS“).',
    nameHint: 'Bei Referent/innen genau so, wie der Name im Seminar steht.',
    roleHint:
      'Verwaltung: alles. Koordination: Seminare. Referent/in: nur eigene Seminare und deren Anwesenheit.',
    inviteNow: 'Eintragen',
    remove: 'Entfernen …',
    removeExplained: (name: string) => `${name} verliert den Zugang sofort.`,
    removeNow: 'Ja, entfernen',
    yourself: 'das sind Sie',
  },
  inviteRefusals,
  removeRefusals,
  mails: {
    title: 'E-Mails',
    late: 'Verspätet',
    failed: 'Nicht zugestellt',
    allWell: 'Alle E-Mails sind hinausgegangen.',
    waitingNow: (n: number) =>
      n === 1 ? '1 E-Mail ist noch nicht hinausgegangen.' : `${n} E-Mails sind noch nicht hinausgegangen.`,
    lateExplained: 'Verspätete E-Mails werden von selbst noch einmal versucht.',
    failedExplained: 'Fragen Sie bei der Person nach, ob die Adresse stimmt.',
    list: 'Schwierigkeiten',
    since: 'Seit',
    cause: 'Worum es geht',
    seminar: 'Seminar',
    trouble: 'Was los ist',
    number: 'Kennung',
    causes: mailCauses,
    troubles: mailTroubles,
  },
  audit: {
    title: 'Protokoll',
    explained: 'Wer im Büro was getan hat, in diesem und im letzten Monat. Höchstens 100 Einträge.',
    list: 'Einträge',
    when: 'Wann',
    who: 'Wer',
    what: 'Was',
    where: 'Wobei',
  },
  deeds,
}

export type OfficeHouseText = typeof officeHouseDe
