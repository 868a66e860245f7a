import type { Language } from '../../functions/kernel/language.ts'

const de = {
  waitingSize: 'Plätze auf der Warteliste',
  waitingSizeHint: 'Leer lassen: beliebig viele. 0: keine Warteliste.',
  groups: 'Gruppen erlauben',
  groupsHint: 'Eine Person kann bis zu zehn aus ihrem Verein anmelden. Alle bestätigen selbst.',
  special: 'Besondere Regeln für die Plätze',
  promotion: 'Wenn ein Platz frei wird',
  promotions: {
    'at-once': 'rückt die nächste Person sofort nach',
    offer: 'wird er der nächsten Person angeboten',
  },
  offerHours: 'Wie viele Stunden gilt ein Angebot?',
  offerHoursHint: 'Kurz vor dem Beginn gilt es von selbst kürzer.',
  approval: 'Die Koordination lässt jede Person zu',
  approvalHint: 'Plätze gehen dann nur an Menschen, die Sie hier im Büro zulassen.',
  singleSessions: 'Einzelne Termine können gewählt werden',
  singleSessionsHint:
    'Einladungen, Kalender und Bescheinigung richten sich nach der Wahl. Ein Platz zählt immer ganz.',
  mostPerAssociation: 'Höchstens so viele aus einem Verein',
  emptyMeansNone: 'Leer lassen: keine Grenze. Nach dem Veröffentlichen lässt sich nur die Zahl ändern.',
  newcomersHint:
    'Vorrang für Neue: Bis zu diesem Tag kommen alle auf die Warteliste. Dann bekommen zuerst die einen Platz, die noch nie dabei waren. Leer lassen: wer zuerst kommt, hat den Platz.',
  newcomersDate: 'Plätze werden vergeben am',
  newcomersTime: 'Uhrzeit (Vergabe)',
  kept: 'Reservierte Plätze',
  keptHint: 'So viele Plätze bleiben bis zu diesem Tag für einen Verein frei. Danach stehen sie allen offen.',
  keptDate: 'Reserviert bis',
  keptTime: 'Uhrzeit (Reservierung)',
  keptFor: (association: string) => `Plätze für ${association}`,
  fixed:
    'Vorrang für Neue und reservierte Plätze stehen fest, seit das Seminar veröffentlicht ist: So wurde es allen zugesagt.',
  applications: 'Bewerbungen',
  applicationsHint:
    'Wer zugelassen wird, bekommt in diesem Augenblick den nächsten Platz, oder einen auf der Warteliste. Alle bekommen eine E-Mail in ihrer Sprache.',
  applicationsUnconfirmed: (n: number) =>
    n === 1
      ? '1 weitere Person hat ihre Adresse noch nicht bestätigt und erscheint danach hier.'
      : `${n} weitere Personen haben ihre Adresse noch nicht bestätigt und erscheinen danach hier.`,
  pick: (name: string) => `${name} auswählen`,
  message: 'Ihre Worte dazu (freiwillig)',
  messageHint: 'Stehen in der E-Mail an alle, die Sie ausgewählt haben, so wie Sie sie schreiben.',
  admit: 'Ausgewählte zulassen',
  decline: 'Ausgewählten absagen',
  nobodyPicked: 'Bitte wählen Sie mindestens eine Person aus.',
  undecided: (n: number) =>
    n === 1
      ? 'Bei 1 Person ging es nicht: Sie hat sich gerade abgemeldet, oder jemand anderes hat schon entschieden.'
      : `Bei ${n} Personen ging es nicht: Sie haben sich gerade abgemeldet, oder jemand anderes hat schon entschieden.`,
}

const tr: typeof de = {
  waitingSize: 'Bekleme listesindeki yer sayısı',
  waitingSizeHint: 'Boş bırakılırsa sınırsız. 0: bekleme listesi yok.',
  groups: 'Gruplara izin ver',
  groupsHint: 'Bir kişi derneğinden on kişiye kadar kaydedebilir. Herkes kendisi onaylar.',
  special: 'Yerler için özel kurallar',
  promotion: 'Bir yer açıldığında',
  promotions: {
    'at-once': 'sıradaki kişi hemen alınır',
    offer: 'sıradaki kişiye önerilir',
  },
  offerHours: 'Bir öneri kaç saat geçerli?',
  offerHoursHint: 'Başlangıca az kala kendiliğinden kısalır.',
  approval: 'Herkesi koordinasyon kabul eder',
  approvalHint: 'Yerler yalnızca burada, büroda kabul ettiğiniz kişilere verilir.',
  singleSessions: 'Tek tek oturumlar seçilebilir',
  singleSessionsHint:
    'Davetler, takvim ve katılım belgesi seçime göre düzenlenir. Bir yer her zaman tam sayılır.',
  mostPerAssociation: 'Bir dernekten en fazla',
  emptyMeansNone: 'Boş bırakılırsa sınır yoktur. Yayımdan sonra yalnızca sayı değiştirilebilir.',
  newcomersHint:
    'Yeni katılanlara öncelik: Bu güne kadar herkes bekleme listesine alınır. Sonra önce hiç katılmamış olanlara yer verilir. Boş bırakılırsa ilk gelen yeri alır.',
  newcomersDate: 'Yerlerin verileceği gün',
  newcomersTime: 'Saat (yerler)',
  kept: 'Ayrılmış yerler',
  keptHint: 'Bu kadar yer bu güne kadar bir dernek için boş tutulur. Sonra herkese açılır.',
  keptDate: 'Ayrılma bitişi',
  keptTime: 'Saat (ayrılma)',
  keptFor: (association) => `${association} için yer`,
  fixed:
    'Yeni katılanlara öncelik ve ayrılmış yerler, seminer yayımlandığından beri sabittir: Herkese böyle söylendi.',
  applications: 'Başvurular',
  applicationsHint:
    'Kabul edilen kişi o anda sıradaki yeri ya da bekleme listesinde bir yer alır. Herkese kendi dilinde e-posta gider.',
  applicationsUnconfirmed: (n) => `${n} kişi daha adresini onaylamadı; onaylayınca burada görünür.`,
  pick: (name) => `${name} kişisini seç`,
  message: 'Buna ekleyeceğiniz sözler (isteğe bağlı)',
  messageHint: 'Seçtiğiniz herkese giden e-postada, yazdığınız gibi yer alır.',
  admit: 'Seçilenleri kabul et',
  decline: 'Seçilenleri reddet',
  nobodyPicked: 'Lütfen en az bir kişi seçiniz.',
  undecided: (n) => `${n} kişide olmadı: Kaydını az önce iptal etti ya da başka biri zaten karar verdi.`,
}

const en: typeof de = {
  waitingSize: 'Places on the waiting list',
  waitingSizeHint: 'Leave empty: any number. 0: no waiting list.',
  groups: 'Allow groups',
  groupsHint: 'One person can enroll up to ten of their association. Each confirms for themself.',
  special: 'Special rules for the seats',
  promotion: 'When a seat becomes free',
  promotions: {
    'at-once': 'the next person moves up at once',
    offer: 'it is offered to the next person',
  },
  offerHours: 'For how many hours does an offer hold?',
  offerHoursHint: 'Shortly before the start it holds for less.',
  approval: 'Coordinators admit each person',
  approvalHint: 'Seats then only go to people whom you admit here in the office.',
  singleSessions: 'Single sessions can be chosen',
  singleSessionsHint: 'Invites, calendar and certificate follow the choice. A seat always counts as a whole.',
  mostPerAssociation: 'At most so many of one association',
  emptyMeansNone: 'Leave empty: no limit. Once published, only the number can be changed.',
  newcomersHint:
    'Newcomers first: until this day everybody goes onto the waiting list. Then seats go first to people who have never taken part. Leave empty: first come, first served.',
  newcomersDate: 'Seats are given on',
  newcomersTime: 'Time (seats are given)',
  kept: 'Reserved seats',
  keptHint: 'So many seats stay free for an association until this day. Then they are open to everybody.',
  keptDate: 'Reserved until',
  keptTime: 'Time (reserved until)',
  keptFor: (association) => `Seats for ${association}`,
  fixed:
    'Priority for newcomers and reserved seats are fixed since the seminar was published: this is what everybody was told.',
  applications: 'Applications',
  applicationsHint:
    'Whoever is admitted gets the next seat at that moment, or a place on the waiting list. Everybody gets a mail in their language.',
  applicationsUnconfirmed: (n) =>
    n === 1
      ? '1 more person has not confirmed their address yet and appears here after that.'
      : `${n} more people have not confirmed their address yet and appear here after that.`,
  pick: (name) => `Select ${name}`,
  message: 'Your words to it (optional)',
  messageHint: 'They stand in the mail to everybody you selected, as you write them.',
  admit: 'Admit selected',
  decline: 'Decline selected',
  nobodyPicked: 'Please select at least one person.',
  undecided: (n) =>
    n === 1
      ? 'It did not work for 1 person: they have just canceled, or somebody else has decided already.'
      : `It did not work for ${n} people: they have just canceled, or somebody else has decided already.`,
}

/** The words of the office about how seats are given. */
export const officePlacesText: Record<Language, typeof de> = { de, tr, en }
