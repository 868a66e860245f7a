/** The words of the letters about a place in a seminar. */
export const de = {
  greeting: 'Guten Tag,',
  greetingByName: (name: string) => `Guten Tag ${name},`,
  rows: { seminar: 'Seminar', session: 'Termin', place: 'Ort', trainer: 'Referent/in' },
  online: 'online',
  confirm: {
    subject: (title: string) => `Bitte bestätigen: ${title}`,
    why: (title: string) => `mit dieser Adresse wurde eine Anmeldung zu „${title}“ abgeschickt.`,
    seat: (until: string) => `Ein Platz ist bis ${until} für Sie reserviert. Bitte bestätigen Sie bis dahin.`,
    waiting: (position: number, until: string) =>
      `Das Seminar ist voll. Sie stehen auf der Warteliste, auf Position ${position} oder weiter vorn. Wird ein Platz frei, rücken Sie von selbst nach. Bitte bestätigen Sie bis ${until}, sonst verfällt Ihr Eintrag.`,
    button: 'Anmeldung ansehen und bestätigen',
    stranger: 'Sie haben sich nicht angemeldet? Dann tun Sie nichts. Der Eintrag wird von selbst gelöscht.',
  },
  already: {
    subject: (title: string) => `Sie sind schon angemeldet: ${title}`,
    why: (title: string) =>
      `mit dieser Adresse wurde noch einmal eine Anmeldung zu „${title}“ abgeschickt. Sie haben schon einen Eintrag; es ist kein zweiter entstanden.`,
    seat: 'Sie haben einen Platz.',
    waiting: (position: number) =>
      `Sie stehen auf der Warteliste, auf Position ${position} oder weiter vorn.`,
    unconfirmed: (until: string) =>
      `Ihre Adresse ist noch nicht bestätigt. Bitte bestätigen Sie bis ${until}.`,
    button: 'Meine Anmeldung ansehen',
  },
  confirmed: {
    subject: (title: string) => `Angemeldet: ${title}`,
    seat: (title: string) => `Ihre Anmeldung zu „${title}“ ist bestätigt. Sie haben einen Platz.`,
    calendar: 'Die Termine liegen als Kalenderdatei bei.',
    link: 'Den Zugangslink für die Online-Termine schicken wir Ihnen 24 Stunden vor Beginn.',
    button: 'Meine Anmeldung',
    cannotCome:
      'Sie können doch nicht kommen? Auf Ihrer Seite können Sie sich abmelden. Ihr Platz geht dann an die nächste Person.',
  },
  confirmedWaiting: {
    subject: (title: string) => `Auf der Warteliste: ${title}`,
    text: (title: string, position: number) =>
      `Ihre Adresse ist bestätigt. Sie stehen auf der Warteliste für „${title}“, auf Position ${position} oder weiter vorn.`,
    rule: 'Plätze gehen in der Reihenfolge der Anmeldung weiter. Wird einer frei, rücken Sie von selbst nach und wir schreiben Ihnen.',
  },
  promoted: {
    subject: (title: string) => `Sie haben einen Platz: ${title}`,
    text: (title: string) =>
      `ein Platz ist frei geworden. Sie sind von der Warteliste nachgerückt und haben jetzt einen Platz in „${title}“.`,
    unconfirmedSubject: (title: string) => `Ein Platz ist frei, bitte bestätigen: ${title}`,
    unconfirmed: (until: string) =>
      `Bitte bestätigen Sie noch Ihre Adresse bis ${until}, sonst geht der Platz weiter.`,
  },
  cancelled: {
    subject: (title: string) => `Abgemeldet: ${title}`,
    text: (title: string) =>
      `Sie sind von „${title}“ abgemeldet. Die beiliegende Kalenderdatei streicht die Termine.`,
    again: 'Sie möchten doch teilnehmen? Dann melden Sie sich einfach neu an.',
    button: 'Zum Seminar',
  },
  moved: {
    subject: (title: string) => `Termin geändert: ${title}`,
    text: (title: string) => `bei „${title}“ hat sich etwas geändert. So ist es jetzt:`,
    calendar:
      'Die beiliegende Kalenderdatei bringt Ihren Kalender auf den neuen Stand. Ihr Zugangslink bleibt gültig.',
    cannotCome: 'Passt Ihnen der neue Termin nicht? Auf Ihrer Seite können Sie sich abmelden.',
  },
  seminarCancelled: {
    subject: (title: string) => `Fällt aus: ${title}`,
    text: (title: string) =>
      `das Seminar „${title}“ fällt leider aus. Sie müssen nichts tun. Die beiliegende Kalenderdatei streicht die Termine.`,
    more: 'Andere Angebote finden Sie in unserem Programm.',
    button: 'Zum Programm',
  },
}
export type EnrollmentWords = typeof de
