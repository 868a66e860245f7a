import type { Language } from '../../functions/kernel/language.ts'

const de = {
  title: (seminar: string) => `Mehrere anmelden: ${seminar}`,
  howItGoes:
    'Hier melden Sie bis zu zehn Personen aus Ihrem Verein an, immer zu allen Terminen. Jede Person bekommt eine eigene E-Mail und bestätigt selbst. Bis dahin halten wir die Plätze frei, höchstens 24 Stunden.',
  forOne: 'Nur eine Person anmelden',
  people: 'Wen melden Sie an?',
  peopleHint:
    'Kommen Sie selbst mit? Dann füllen Sie auch für sich eine Zeile aus. Jede Person braucht eine eigene E-Mail-Adresse. Hat jemand nur einen Namen, bleibt der Nachname leer. Leere Zeilen zählen nicht.',
  person: (row: number) => `Person ${row}`,
  language: 'Sprache der E-Mails',
  more: 'Mehr Personen',
  togetherShort: 'Wenn die Plätze nicht reichen',
  together: 'Was, wenn die Plätze nicht für alle reichen?',
  allOrNone: 'Nur zusammen: Plätze für alle, oder alle warten.',
  asMany:
    'So viele wie möglich: Wir geben alle Plätze, die frei sind. Die anderen kommen auf die Warteliste, in der Reihenfolge der Zeilen.',
  consentBefore:
    'Alle diese Personen wissen davon und sind einverstanden, dass ich ihre Angaben hier eintrage, auch wenn sie etwas über ihren Glauben verraten können. Den ',
  consentLink: 'Datenschutzhinweis',
  consentAfter: ' habe ich gelesen.',
  send: 'Gruppe anmelden',
  trouble: {
    'first-name-missing': 'Bitte schreiben Sie den Vornamen.',
    'email-missing': 'Bitte schreiben Sie die E-Mail-Adresse. Jede Person braucht eine eigene.',
    'too-few':
      'Eine Gruppe hat mindestens zwei Personen. Für eine Person nehmen Sie bitte das einfache Formular, der Link steht oben.',
    'email-twice': 'Diese Adresse steht schon weiter oben. Jede Person braucht eine eigene.',
    'together-missing': 'Bitte wählen Sie, was dann geschehen soll.',
    'consent-missing':
      'Ohne das Einverständnis dieser Personen können wir sie nicht anmelden. Bitte setzen Sie das Häkchen.',
  },
  refused: {
    full: {
      title: 'Für so viele ist gerade kein Platz',
      text: 'Plätze und Warteliste reichen nicht für alle aus Ihrer Gruppe. Es wurde nichts gespeichert. Ihre Angaben stehen noch da: Vielleicht geht es mit weniger Personen, mit „So viele wie möglich“, oder später.',
    },
    'association-full': {
      title: 'So viele aus einem Verein können nicht teilnehmen',
      text: 'Damit viele Vereine dabei sein können, gibt es bei diesem Seminar eine Grenze je Verein. Mit Ihrer Gruppe wäre sie überschritten. Es wurde nichts gespeichert. Ihre Angaben stehen noch da: Vielleicht geht es mit weniger Personen.',
    },
    'too-many-mails': {
      title: 'An eine dieser Adressen ging heute schon zu viel Post',
      text: 'Damit niemand mit E-Mails überhäuft wird, warten wir bis morgen. Es wurde niemand angemeldet. Fragen Sie in Ihrer Gruppe, wer schon E-Mails von uns bekommen hat.',
    },
    'same-address': {
      title: 'Eine Adresse steht zweimal da',
      text: 'Jede Person braucht eine eigene E-Mail-Adresse. Es wurde nichts gespeichert.',
    },
  },
  noGroups: {
    title: 'Hier meldet sich jede Person einzeln an',
    text: 'Bei diesem Seminar kann man keine Gruppe anmelden. Bitte geben Sie den Link zum Formular weiter.',
    button: 'Eine Person anmelden',
  },
  done: {
    title: 'Jetzt bestätigt jede Person selbst',
    seats: (count: number, until: string) =>
      count === 1
        ? `Ein Platz wird bis ${until} für Ihre Gruppe freigehalten.`
        : `${count} Plätze werden bis ${until} für Ihre Gruppe freigehalten.`,
    waiting: (count: number) =>
      count === 1
        ? 'Eine Person kommt auf die Warteliste. Wie es dort weitergeht, steht in ihrer E-Mail.'
        : `${count} Personen kommen auf die Warteliste. Wie es dort weitergeht, steht in ihren E-Mails.`,
    waitTogether: (count: number) =>
      `Für alle zusammen reichen die Plätze gerade nicht. Alle ${count} Personen warten gemeinsam.`,
    applied: (count: number) =>
      count === 1
        ? 'Eine Bewerbung ist da. Die Koordination entscheidet, wer einen Platz bekommt.'
        : `${count} Bewerbungen sind da. Die Koordination entscheidet, wer einen Platz bekommt.`,
    confirm: (until: string) =>
      `Jede Person bekommt eine eigene E-Mail und bestätigt bis ${until} mit dem Knopf darin. Wer nicht bestätigt, ist nicht angemeldet.`,
    questions:
      'Zu diesem Seminar gehören noch einige Fragen. Jede Person beantwortet sie auf ihrer eigenen Seite; der Link steht in ihrer E-Mail.',
    noMail:
      'Sagen Sie bitte allen Bescheid, dass sie in ihr Postfach sehen, auch in den Spam-Ordner. War eine Adresse vertippt, gehen Sie zurück, ändern sie und senden das Formular noch einmal: Niemand wird doppelt angemeldet.',
  },
}

/** Every sentence of enrolling a group; a language that lacks one does not compile. */
type GroupText = typeof de

const tr: GroupText = {
  title: (seminar) => `Birkaç kişiyi kaydet: ${seminar}`,
  howItGoes:
    'Burada derneğinizden en fazla on kişiyi kaydedebilirsiniz, her zaman bütün oturumlar için. Her kişiye ayrı bir e-posta gelir ve herkes kendisi onaylar. O zamana kadar yerleri en fazla 24 saat tutuyoruz.',
  forOne: 'Yalnızca bir kişiyi kaydet',
  people: 'Kimleri kaydediyorsunuz?',
  peopleHint:
    'Siz de katılıyor musunuz? O zaman kendiniz için de bir satır doldurunuz. Her kişinin kendi e-posta adresi olmalıdır. Tek adı olanların soyadı boş kalır. Boş satırlar sayılmaz.',
  person: (row) => `${row}. kişi`,
  language: 'E-postaların dili',
  more: 'Daha fazla kişi',
  togetherShort: 'Yerler yetmezse',
  together: 'Yerler herkese yetmezse ne olsun?',
  allOrNone: 'Yalnızca birlikte: ya herkese yer ya da herkes bekler.',
  asMany:
    'Olabildiğince çok kişi: Boş olan bütün yerleri veririz. Diğerleri, satırların sırasıyla bekleme listesine alınır.',
  consentBefore:
    'Bu kişilerin hepsinin haberi var; inançlarını ortaya koyabilecek olsa bile bilgilerini buraya yazmama rıza gösteriyorlar. ',
  consentLink: 'Aydınlatma metnini',
  consentAfter: ' okudum.',
  send: 'Grubu kaydet',
  trouble: {
    'first-name-missing': 'Lütfen adı yazınız.',
    'email-missing': 'Lütfen e-posta adresini yazınız. Her kişinin kendi adresi olmalıdır.',
    'too-few':
      'Bir grup en az iki kişidir. Tek kişi için lütfen kısa formu kullanınız; bağlantısı yukarıdadır.',
    'email-twice': 'Bu adres yukarıda zaten yazılı. Her kişinin kendi adresi olmalıdır.',
    'together-missing': 'Lütfen o durumda ne olacağını seçiniz.',
    'consent-missing': 'Bu kişilerin rızası olmadan onları kaydedemeyiz. Lütfen kutuyu işaretleyiniz.',
  },
  refused: {
    full: {
      title: 'Şu anda bu kadar kişi için yer yok',
      text: 'Yerler ve bekleme listesi grubunuzdaki herkese yetmiyor. Hiçbir şey kaydedilmedi. Yazdıklarınız duruyor: Belki daha az kişiyle, “Olabildiğince çok kişi” seçeneğiyle ya da daha sonra olur.',
    },
    'association-full': {
      title: 'Bir dernekten bu kadar kişi katılamıyor',
      text: 'Birçok dernek katılabilsin diye bu seminerde dernek başına bir sınır var. Grubunuzla bu sınır aşılırdı. Hiçbir şey kaydedilmedi. Yazdıklarınız duruyor: Belki daha az kişiyle olur.',
    },
    'too-many-mails': {
      title: 'Bu adreslerden birine bugün çok fazla e-posta gönderildi',
      text: 'Kimse e-postaya boğulmasın diye yarına kadar bekliyoruz. Kimse kaydedilmedi. Grubunuzda kimin bizden e-posta aldığını sorunuz.',
    },
    'same-address': {
      title: 'Bir adres iki kez yazılmış',
      text: 'Her kişinin kendi e-posta adresi olmalıdır. Hiçbir şey kaydedilmedi.',
    },
  },
  noGroups: {
    title: 'Burada herkes tek tek kaydolur',
    text: 'Bu seminere grup kaydı yapılamıyor. Lütfen formun bağlantısını diğerlerine iletiniz.',
    button: 'Bir kişiyi kaydet',
  },
  done: {
    title: 'Şimdi herkes kendisi onaylar',
    seats: (count, until) => `Grubunuz için ${until} saatine kadar ${count} yer tutuluyor.`,
    waiting: (count) =>
      `${count} kişi bekleme listesine alınıyor. Sonrasının nasıl olacağı e-postalarında yazılıdır.`,
    waitTogether: (count) =>
      `Yerler şu anda herkese birden yetmiyor. ${count} kişinin hepsi birlikte bekliyor.`,
    applied: (count) => `${count} başvuru ulaştı. Kimlerin katılacağına koordinasyon karar verir.`,
    confirm: (until) =>
      `Her kişiye ayrı bir e-posta gelir ve her kişi ${until} saatine kadar içindeki düğmeyle onaylar. Onaylamayan kayıtlı değildir.`,
    questions:
      'Bu seminerin birkaç sorusu daha var. Herkes bunları kendi sayfasında yanıtlar; bağlantısı kendi e-postasındadır.',
    noMail:
      'Lütfen herkese haber veriniz: Gelen kutularına ve istenmeyen e-posta klasörüne baksınlar. Bir adres yanlış yazıldıysa geri dönüp düzeltiniz ve formu yeniden gönderiniz: Kimse iki kez kaydedilmez.',
  },
}

const en: GroupText = {
  title: (seminar) => `Enroll several people: ${seminar}`,
  howItGoes:
    'Here you enroll up to ten people of your association, always in all sessions. Each person gets a mail of their own and confirms for themself. Until then we hold the seats, for 24 hours at most.',
  forOne: 'Enroll one person only',
  people: 'Whom do you enroll?',
  peopleHint:
    'Do you come along? Then fill in a row for yourself, too. Each person needs an e-mail address of their own. Where somebody has only one name, the last name stays empty. Empty rows do not count.',
  person: (row) => `Person ${row}`,
  language: 'Language of mails',
  more: 'More people',
  togetherShort: 'If there are not enough seats',
  together: 'What if there are not enough seats for all?',
  allOrNone: 'Only together: seats for all, or all wait.',
  asMany:
    'As many as possible: we give all the seats that are free. The others go onto the waiting list, in the order of the rows.',
  consentBefore:
    'All these people know of this and agree that I enter their details here, even where they may reveal their belief. I have read the ',
  consentLink: 'privacy notice',
  consentAfter: '.',
  send: 'Enroll the group',
  trouble: {
    'first-name-missing': 'Please write the first name.',
    'email-missing': 'Please write the e-mail address. Each person needs one of their own.',
    'too-few':
      'A group has at least two people. For one person please take the plain form; the link is above.',
    'email-twice': 'This address stands further up already. Each person needs one of their own.',
    'together-missing': 'Please choose what should happen then.',
    'consent-missing': 'Without the consent of these people we cannot enroll them. Please tick the box.',
  },
  refused: {
    full: {
      title: 'There is no room for so many at the moment',
      text: 'Seats and waiting list are not enough for all of your group. Nothing was stored. What you typed is still here: perhaps it works with fewer people, with “As many as possible”, or later.',
    },
    'association-full': {
      title: 'So many of one association cannot take part',
      text: 'So that many associations can be there, this seminar has a limit per association. Your group would go beyond it. Nothing was stored. What you typed is still here: perhaps it works with fewer people.',
    },
    'too-many-mails': {
      title: 'Too much mail has gone to one of these addresses today',
      text: 'So that nobody is flooded with mail, we wait until tomorrow. Nobody was enrolled. Ask in your group who has had mails from us already.',
    },
    'same-address': {
      title: 'One address stands there twice',
      text: 'Each person needs an e-mail address of their own. Nothing was stored.',
    },
  },
  noGroups: {
    title: 'Here everybody enrolls one by one',
    text: 'It is not possible to enroll a group in this seminar. Please pass on the link to the form.',
    button: 'Enroll one person',
  },
  done: {
    title: 'Now each person confirms for themself',
    seats: (count, until) =>
      count === 1
        ? `One seat is held for your group until ${until}.`
        : `${count} seats are held for your group until ${until}.`,
    waiting: (count) =>
      count === 1
        ? 'One person goes onto the waiting list. Their mail says what comes next.'
        : `${count} people go onto the waiting list. Their mails say what comes next.`,
    waitTogether: (count) =>
      `There are not enough seats for all together at the moment. All ${count} people wait together.`,
    applied: (count) =>
      count === 1
        ? 'We have one application. The coordinators decide who gets a seat.'
        : `We have ${count} applications. The coordinators decide who gets a seat.`,
    confirm: (until) =>
      `Each person gets a mail of their own and confirms by ${until} with the button in it. Whoever does not confirm is not enrolled.`,
    questions:
      'There are some more questions to this seminar. Each person answers them on their own page; the link is in their mail.',
    noMail:
      'Please tell everybody to look in their inbox, and in the spam folder, too. If an address had a typo, go back, mend it and send the form again: nobody is enrolled twice.',
  },
}

/** The words of enrolling a group. */
export const groupText: Record<Language, GroupText> = { de, tr, en }
