import type { CorrectRefusal } from '../../functions/enrollment/correct-address.ts'
import type { AgainRefusal } from '../../functions/enrollment/send-again.ts'
import type { MailState } from '../../functions/mail/mail.ts'
import type { Happening } from '../../functions/mail/mail-history.ts'
import type { DelayCode } from '../../functions/mail/trouble-code.ts'

/** How a mail stands: its state, or that the provider is still trying. */
export type MailStanding = MailState | 'delayed'

const standings: Record<MailStanding, string> = {
  queued: 'wartet',
  sending: 'geht gerade hinaus',
  sent: 'verschickt',
  delayed: 'verzögert',
  unknown: 'ungewiss',
  failed: 'nicht verschickt',
  delivered: 'angekommen',
  bounced: 'zurückgekommen',
  complained: 'unerwünscht',
  outdated: 'nicht mehr nötig',
}
const happenings: Record<Happening, string> = {
  sent: 'verschickt',
  delayed: 'verzögert',
  failed: 'aufgegeben',
  delivered: 'angekommen',
  bounced: 'zurückgekommen',
  complained: 'als unerwünscht gemeldet',
}
const delays: Record<DelayCode, string> = {
  delayed: 'Der Maildienst der Person nimmt sie noch nicht an. Es wird weiter versucht.',
  'delayed-full': 'Das Postfach der Person ist voll. Es wird weiter versucht.',
  'delayed-unreachable': 'Der Maildienst der Person ist nicht zu erreichen. Es wird weiter versucht.',
  'delayed-distrusted': 'Der Maildienst der Person traut uns noch nicht. Es wird weiter versucht.',
}
const againRefusals: Record<AgainRefusal['code'], string> = {
  unknown: 'Diese E-Mail gibt es nicht mehr.',
  'on-its-way': 'Diese E-Mail ist noch auf dem Weg. Sie geht von selbst hinaus.',
  unwanted: 'Die Person hat diese E-Mail als unerwünscht gemeldet. Bitte rufen Sie sie an.',
  outdated: 'Diese E-Mail hat ihren Zweck verloren: Ihre Zeit ist vorbei, oder eine neuere sagt mehr.',
  'moved-since': 'Seit dieser E-Mail haben sich Termine geändert. Schicken Sie bitte die neuere noch einmal.',
  'not-enrolled': 'Die Person ist nicht mehr angemeldet.',
  unconfirmed: 'Die Adresse ist noch nicht bestätigt. Danach können Sie diese E-Mail noch einmal senden.',
  'too-many-mails':
    'Diese Adresse ist nicht bestätigt und hat heute schon drei E-Mails bekommen. Bitte versuchen Sie es morgen wieder.',
}
const correctRefusals: Record<CorrectRefusal['code'], string> = {
  unknown: 'Diese Anmeldung gibt es nicht.',
  gone: 'Dieser Platz besteht nicht mehr. Bitten Sie die Person, sich neu anzumelden.',
  over: 'Das Seminar ist vorbei. Die Adresse bleibt, wie sie ist.',
  same: 'Das ist die Adresse, die schon eingetragen ist.',
  enrolled: 'Mit dieser Adresse ist in diesem Seminar schon jemand angemeldet.',
  'too-many-mails': 'An diese Adresse gingen heute schon drei E-Mails. Bitte versuchen Sie es morgen wieder.',
}

/** The words of the mail log, of sending again, of addresses, and of how fast mails go out, in German. */
export const mailLogDe = {
  /** Causes that the office's list of troubles has no words for. */
  causes: {
    offered: 'Angebot eines Platzes',
    accepted: 'Bestätigung des angenommenen Platzes',
    lapsed: 'Nachricht über ein abgelaufenes Angebot',
    admitted: 'Zulassung',
    declined: 'Absage an eine Bewerbung',
    moved: 'Nachricht über geänderte Termine',
    'certificate-revoked': 'Bescheinigung zurückgezogen',
    'new-link': 'Neuer Link',
    'new-room': 'Zugang zum neuen Raum',
    overview: 'Link zur Übersicht',
    'data-code': 'Code für die eigenen Daten',
    'address-corrected': 'Bitte um Bestätigung der neuen Adresse',
    'added-by-hand': 'Bitte um Bestätigung nach dem Nachtragen',
  } as Record<string, string>,
  standings,
  happenings,
  delays,
  queued: 'bereitgelegt',
  happened: (what: string, when: string) => `${what}: ${when}`,
  log: {
    title: 'E-Mails des Seminars',
    link: 'E-Mails dieses Seminars',
    explained:
      'Alle E-Mails an die Menschen dieses Seminars, die neuesten zuerst. Nach 90 Tagen werden sie vergessen.',
    filter: 'Welche E-Mails?',
    filters: { all: 'Alle', way: 'Auf dem Weg', arrived: 'Angekommen', trouble: 'Schwierigkeiten' },
    list: 'E-Mails',
    who: 'An wen',
    what: 'Was',
    state: 'Stand',
    history: 'Was geschah',
    why: 'Warum',
    none: 'Hier ist keine E-Mail dabei.',
    noneYet: 'In den zuletzt durchgesehenen E-Mails war keine dabei. Weiter zurück kann noch etwas sein.',
    older: 'Ältere E-Mails',
    newest: 'Zu den neuesten',
    nobody: 'gelöschte Person',
  },
  person: {
    title: (name: string) => `E-Mails an ${name}`,
    head: 'E-Mails',
    link: 'E-Mails',
    linkOf: (name: string) => `E-Mails an ${name}`,
    toPerson: 'Zu den E-Mails der Person',
    address: 'E-Mail-Adresse',
    unconfirmed: (address: string) => `${address} (noch nicht bestätigt)`,
    none: 'Noch keine E-Mail.',
    show: 'Text der E-Mail',
    hiddenLink: (label: string) => `[${label}: persönlicher Link, hier verborgen]`,
    attached: (names: string) => `Im Anhang: ${names}`,
    to: 'An',
    againOf: (what: string) => `Noch einmal senden: ${what}`,
  },
  address: {
    title: 'Adresse berichtigen',
    link: 'Adresse berichtigen …',
    explained:
      'Der Platz bleibt. An die neue Adresse geht eine E-Mail mit der Bitte, sie zu bestätigen. Alle bisherigen Links der Person gelten dann nicht mehr.',
    kept: 'Wer schon bestätigt hatte, behält den Platz, bis das Seminar vorbei ist. Alle anderen haben 24 Stunden Zeit zu bestätigen.',
    afterwards:
      'Einladungen und andere E-Mails, die nicht ankamen, können Sie noch einmal senden, sobald die Adresse bestätigt ist.',
    now: 'Bisher eingetragen',
    email: 'Neue E-Mail-Adresse',
    save: 'Adresse berichtigen',
  },
  undelivered: {
    title: (n: number) => (n === 1 ? '1 E-Mail ist nicht angekommen' : `${n} E-Mails sind nicht angekommen`),
    explained: 'Öffnen Sie eine Person, um die Adresse zu berichtigen oder die E-Mail noch einmal zu senden.',
    personMails: (name: string, n: number) => (n === 1 ? name : `${name} (${n} E-Mails)`),
    others: 'Alle E-Mails mit Schwierigkeiten',
  },
  sending: {
    title: 'Versand',
    waitingMore: (n: number) => `Mindestens ${n} E-Mails sind noch nicht hinausgegangen.`,
    pace: (n: number) =>
      n === 1
        ? 'Das Haus verschickt höchstens eine E-Mail in der Sekunde, wie es der Versanddienst erlaubt.'
        : `Das Haus verschickt höchstens ${n} E-Mails in der Sekunde, wie es der Versanddienst erlaubt.`,
    outBy: (time: string) => `Voraussichtlich sind sie gegen ${time} Uhr alle hinausgegangen.`,
    outByOrLater: (time: string) => `Das dauert voraussichtlich länger als bis ${time} Uhr.`,
    watch: 'Diese Seite von selbst auffrischen',
    watching: 'Die Seite frischt sich alle 20 Sekunden auf, solange noch E-Mails warten.',
    stopWatching: 'Nicht mehr auffrischen',
    pause: 'Versand anhalten …',
    pauseExplained:
      'Dann geht keine E-Mail mehr hinaus: keine Bestätigung, keine Einladung, keine Erinnerung. Alle warten, bis Sie den Versand wieder aufnehmen. Anmelden kann man sich weiter. Erinnerungen, deren Zeit in der Pause vorbeigeht, entfallen.',
    pauseNow: 'Ja, Versand jetzt anhalten',
    pausedTitle: 'Der Versand von E-Mails ist angehalten',
    pausedSince: (when: string) =>
      `Seit ${when} geht keine E-Mail hinaus. Alle warten; anmelden kann man sich weiter.`,
    toMails: 'Zum Versand',
    resume: 'Versand wieder aufnehmen',
    refusals: {
      'changed-meanwhile': 'Jemand anderes hat das gerade geändert. Bitte sehen Sie noch einmal nach.',
    },
  },
  againRefusals,
  correctRefusals,
}

export type MailLogText = typeof mailLogDe
