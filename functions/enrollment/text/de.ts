/** The place in the queue, as far as it is decided: numbers further up that are given back only make it better. */
const onTheList = (position: number): string => {
  if (position === 0) return 'Sie stehen auf der Warteliste.'
  if (position === 1) return 'Sie stehen auf der Warteliste und sind als Nächste oder Nächster an der Reihe.'
  return `Sie stehen auf der Warteliste, auf Position ${position} oder weiter vorn.`
}

/** Where coordinators admit each person, the line is in the order in which they did. */
const inOrder = (admitted: boolean): string =>
  `in der Reihenfolge der ${admitted ? 'Zulassung' : 'Anmeldung'}`

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
      `${onTheList(position)} Bitte bestätigen Sie bis ${until}, sonst verfällt Ihr Eintrag.`,
    applied: (until: string) =>
      `Die Koordination entscheidet, wer einen Platz bekommt. Bitte bestätigen Sie bis ${until} Ihre Adresse, sonst verfällt Ihre Bewerbung.`,
    button: 'Anmeldung ansehen und bestätigen',
    stranger: 'Sie haben sich nicht angemeldet? Dann tun Sie nichts. Der Eintrag wird von selbst gelöscht.',
    /** Somebody else gave the data, so the person is told where they come from. */
    whyGroup: (title: string) =>
      `jemand hat Sie in einer Gruppe zu „${title}“ angemeldet und dafür Ihren Namen und diese Adresse eingetragen. Ob Sie teilnehmen, entscheiden Sie selbst. Wenn Sie bestätigen, willigen Sie ausdrücklich ein, dass Ihre Angaben für dieses Seminar verarbeitet werden, auch wenn sie etwas über Ihren Glauben verraten können.`,
    strangerGroup:
      'Sie möchten nicht teilnehmen, oder Sie kennen die Gruppe nicht? Dann tun Sie nichts. Alles, was über Sie eingetragen wurde, wird von selbst gelöscht.',
  },
  already: {
    subject: (title: string) => `Sie sind schon angemeldet: ${title}`,
    why: (title: string) =>
      `mit dieser Adresse wurde noch einmal eine Anmeldung zu „${title}“ abgeschickt. Sie haben schon einen Eintrag; es ist kein zweiter entstanden.`,
    seat: 'Sie haben einen Platz.',
    waiting: onTheList,
    applied: 'Ihre Bewerbung liegt der Koordination vor.',
    offered: (until: string) => `Ihnen ist ein Platz angeboten. Bitte nehmen Sie ihn bis ${until} an.`,
    unconfirmed: (until: string) =>
      `Ihre Adresse ist noch nicht bestätigt. Bitte bestätigen Sie bis ${until}.`,
    button: 'Meine Anmeldung ansehen',
  },
  confirmed: {
    subject: (title: string) => `Angemeldet: ${title}`,
    seat: (title: string) => `Ihre Anmeldung zu „${title}“ ist bestätigt. Sie haben einen Platz.`,
    calendar: 'Die Termine liegen für Ihren Kalender bei.',
    link: 'Den Zugangslink für die Online-Termine schicken wir Ihnen rechtzeitig vor Beginn.',
    button: 'Meine Anmeldung',
    cannotCome:
      'Sie können doch nicht kommen? Auf Ihrer Seite können Sie sich abmelden. Ihr Platz geht dann an die nächste Person.',
  },
  confirmedWaiting: {
    subject: (title: string) => `Auf der Warteliste: ${title}`,
    text: (position: number) => `Ihre Adresse ist bestätigt. ${onTheList(position)}`,
  },
  rule: {
    atOnce: (admitted: boolean) =>
      `Wird ein Platz frei, bekommt ihn die nächste Person ${inOrder(admitted)}, von selbst. Wir schreiben Ihnen dann sofort.`,
    offer: (hours: number, admitted: boolean) =>
      `Wird ein Platz frei, bieten wir ihn der nächsten Person ${inOrder(admitted)} an. Sie hat ${hours === 1 ? 'eine Stunde' : `${hours} Stunden`} Zeit zum Annehmen, kurz vor dem Beginn weniger; dann ist die übernächste an der Reihe.`,
    newcomers: (when: string) =>
      `Die Plätze werden am ${when} vergeben: zuerst an Menschen, die noch nie bei uns waren, dann an alle anderen, jeweils in der Reihenfolge der Anmeldung. Bis dahin stehen alle auf der Warteliste.`,
    together:
      'Ihre Gruppe bekommt Plätze, sobald für alle gleichzeitig welche frei sind. Einzelne freie Plätze gehen bis dahin an andere.',
    approval: 'Die Koordination sieht jede Anmeldung an und entscheidet, wer einen Platz bekommt.',
    kept: (seats: number, all: number, association: string, until: string) =>
      `${seats} von ${all} Plätzen ${seats === 1 ? 'ist' : 'sind'} für ${association} reserviert${until ? `, bis ${until}. Danach ${seats === 1 ? 'steht er' : 'stehen sie'} allen offen` : ''}.`,
    mostPerAssociation: (people: number) =>
      `Aus einem Verein ${people === 1 ? 'kann nur eine Person' : `können höchstens ${people} Personen`} teilnehmen, damit viele Vereine dabei sind.`,
    waitingSize: (size: number) =>
      size === 0
        ? 'Es gibt keine Warteliste.'
        : `Die Warteliste hat ${size === 1 ? 'nur einen Platz' : `höchstens ${size} Plätze`}.`,
  },
  confirmedApplication: {
    subject: (title: string) => `Bewerbung ist da: ${title}`,
    text: (title: string) =>
      `Ihre Adresse ist bestätigt. Die Koordination sieht sich alle Bewerbungen für „${title}“ an und schreibt Ihnen dann.`,
  },
  offered: {
    subject: (title: string) => `Ein Platz für Sie, bitte annehmen: ${title}`,
    text: (title: string, until: string) =>
      `in „${title}“ ist ein Platz frei geworden, und Sie sind an der Reihe. Bitte nehmen Sie ihn bis ${until} an. Danach bieten wir ihn der nächsten Person an.`,
    button: 'Platz ansehen und annehmen',
    decline:
      'Sie möchten den Platz nicht? Dann lehnen Sie ihn auf derselben Seite ab. So kommt er schneller weiter.',
  },
  lapsed: {
    subject: (title: string) => `Platz nicht angenommen: ${title}`,
    text: (title: string) =>
      `der Platz in „${title}“, den wir Ihnen angeboten haben, wurde nicht rechtzeitig angenommen. Er geht an die nächste Person.`,
  },
  admitted: {
    subject: (title: string) => `Zugelassen: ${title}`,
    seat: (title: string) => `Sie sind zu „${title}“ zugelassen und haben einen Platz.`,
    waiting: (title: string, position: number) =>
      `Sie sind zu „${title}“ zugelassen. Zurzeit ist kein Platz frei. ${onTheList(position)}`,
    message: (words: string) => `Die Koordination schreibt Ihnen dazu: ${words}`,
  },
  declined: {
    subject: (title: string) => `Leider kein Platz: ${title}`,
    text: (title: string) => `für „${title}“ können wir Ihnen leider keinen Platz geben.`,
    button: 'Andere Seminare ansehen',
  },
  promoted: {
    subject: (title: string) => `Sie haben einen Platz: ${title}`,
    text: (title: string) =>
      `gute Nachricht: Sie standen auf der Warteliste und haben jetzt einen Platz in „${title}“.`,
    unconfirmedSubject: (title: string) => `Ein Platz ist frei, bitte bestätigen: ${title}`,
    unconfirmed: (until: string) =>
      `Bitte bestätigen Sie noch Ihre Adresse bis ${until}, sonst geht der Platz weiter.`,
  },
  cancelled: {
    subject: (title: string) => `Abgemeldet: ${title}`,
    text: (title: string) =>
      `Sie sind von „${title}“ abgemeldet. Falls die Termine in Ihrem Kalender stehen: Der Anhang streicht sie dort.`,
    again: 'Sie möchten doch teilnehmen? Dann melden Sie sich einfach neu an.',
    button: 'Zum Seminar',
  },
  moved: {
    subject: (title: string) => `Termin geändert: ${title}`,
    subjectCancelled: (title: string) => `Ein Termin fällt aus: ${title}`,
    subjectAdded: (title: string) => `Neuer Termin: ${title}`,
    added: 'Neuer Termin',
    linkStays: 'Ihr Zugangslink bleibt gültig.',
    stillWaiting: 'Sie stehen weiter auf der Warteliste.',
    before: (when: string) => `bisher: ${when}`,
    cancelled: 'Fällt aus',
    nothingLeft:
      'Sie hatten nur diesen Termin gewählt. Auf Ihrer Seite können Sie sich abmelden, oder Sie schreiben uns.',
    text: (title: string) => `bei „${title}“ hat sich etwas geändert. So ist es jetzt:`,
    calendar: 'Der Anhang bringt Ihren Kalender auf den neuen Stand.',
    cannotCome: 'Passt Ihnen der neue Termin nicht? Auf Ihrer Seite können Sie sich abmelden.',
  },
  seminarCancelled: {
    subject: (title: string) => `Fällt aus: ${title}`,
    text: (title: string) =>
      `das Seminar „${title}“ fällt leider aus. Sie müssen nichts tun. Der Anhang streicht die Termine in Ihrem Kalender.`,
    more: 'Andere Angebote finden Sie in unserem Programm.',
    button: 'Zum Programm',
  },
}
export type EnrollmentWords = typeof de
