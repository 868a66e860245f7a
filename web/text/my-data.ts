import type { Language } from '../../functions/kernel/language.ts'

const de = {
  title: 'Meine Daten',
  lead: 'Hier sehen Sie alles, was wir über Sie gespeichert haben. Sie können es herunterladen oder löschen.',
  why: 'Dafür brauchen Sie einen Code. Wir schicken ihn an die E-Mail-Adresse Ihrer Anmeldung. So kann niemand Ihre Daten sehen, der nur den Link kennt.',
  ask: 'Code per E-Mail schicken',
  askAgain: 'Neuen Code schicken',
  sent: (until: string) => `Ein Code ist per E-Mail unterwegs. Er gilt bis ${until} Uhr.`,
  code: 'Code aus der E-Mail',
  codeHint: 'Acht Ziffern. Leerzeichen sind egal.',
  open: 'Meine Daten ansehen',
  back: 'Zurück zu meiner Anmeldung',
  wrongTitle: 'Bitte sehen Sie noch einmal nach',
  wrong: (left: number) =>
    left === 0
      ? 'Der Code stimmt nicht. Fordern Sie bitte einen neuen an.'
      : left === 1
        ? 'Der Code stimmt nicht. Sie haben noch einen Versuch.'
        : `Der Code stimmt nicht. Sie haben noch ${left} Versuche.`,
  refused: {
    'no-code': 'Dieser Code gilt nicht mehr. Fordern Sie bitte einen neuen an.',
    'no-pass': 'Die zehn Minuten sind um. Es wurde nichts gelöscht. Fordern Sie bitte einen neuen Code an.',
    'too-many-codes':
      'Heute gingen schon fünf Codes an diese Adresse. Bitte versuchen Sie es morgen noch einmal.',
    nothing: 'Zu dieser Anmeldung ist nichts mehr gespeichert, das etwas über Sie sagt.',
  },
  stored: 'Das haben wir gespeichert',
  address: 'E-Mail-Adresse',
  name: 'Name',
  association: 'Verein',
  language: 'Sprache',
  note: 'Mitteilung',
  enrolled: 'Angemeldet am',
  confirmed: 'Bestätigt am',
  notice: 'Datenschutzhinweis',
  attendance: (when: string) => `Anwesenheit ${when}`,
  notices: {
    joined: (time: string) => `gekommen ${time}`,
    left: (time: string) => `gegangen ${time}`,
    clicked: (time: string) => `Zugangslink benutzt ${time}`,
    present: (from: string, to: string) => (to === '' ? `da ab ${from}` : `da ${from}–${to}`),
    counted: (minutes: number) => `${minutes} Minuten`,
    'by-hand': (minutes: number) => `${minutes} Minuten (eingetragen)`,
    settled: (minutes: number) => `${minutes} Minuten (bestätigte Liste)`,
  },
  certificate: 'Teilnahmebescheinigung',
  mails: 'E-Mails',
  mailCount: (count: number) => (count === 1 ? '1 E-Mail' : `${count} E-Mails`),
  unproven: 'Diese Anmeldung wurde nie bestätigt. Was eingetragen wurde, zeigen wir deshalb nicht.',
  download: 'Alles herunterladen (JSON-Datei)',
  downloadText:
    'Die Datei enthält alles im Einzelnen, auch die Texte der E-Mails. Andere Programme können sie lesen.',
  erase: 'Alles löschen',
  eraseText: [
    'Wir löschen Ihren Namen, Ihre Adresse, Ihren Verein, Ihre Mitteilung und den Inhalt aller E-Mails, in allen Seminaren.',
    'Von Seminaren, die noch kommen, werden Sie abgemeldet. Alle Links hören auf zu gelten.',
    'Es bleiben Zahlen ohne Namen: dass ein Platz vergeben war, und die Minuten der Anwesenheit. Der Fördergeber verlangt sie.',
    'Das lässt sich nicht zurücknehmen.',
  ],
  keep: 'Meine Teilnahmebescheinigungen sollen prüfbar bleiben',
  keepHint:
    'Mit Häkchen bleiben Ihre Bescheinigungen mit Ihrem Namen gespeichert, damit andere sie prüfen können. Ohne Häkchen werden sie gelöscht; die Prüfung sagt dann, dass es die Nummer nicht gibt. Laden Sie die PDF-Dateien vorher herunter.',
  sure: 'Ja, ich möchte alles löschen',
  sureMissing: 'Bitte setzen Sie das Häkchen, wenn Sie wirklich löschen möchten.',
  eraseNow: 'Jetzt löschen',
  until: (time: string) => `Diese Knöpfe gelten bis ${time} Uhr.`,
  erased: {
    title: 'Ihre Daten sind gelöscht',
    text: (seminars: number) =>
      seminars === 1
        ? 'In einem Seminar steht jetzt nichts mehr, das sagt, wer Sie sind.'
        : `In ${seminars} Seminaren steht jetzt nichts mehr, das sagt, wer Sie sind.`,
    kept: (certificates: number) =>
      certificates === 1
        ? 'Eine Bescheinigung bleibt auf Ihren Wunsch prüfbar.'
        : `${certificates} Bescheinigungen bleiben auf Ihren Wunsch prüfbar.`,
    backup: 'In Sicherungskopien verschwinden die Daten nach höchstens 35 Tagen.',
    noMail: 'Wir schicken darüber keine E-Mail: Wir haben Ihre Adresse nicht mehr.',
  },
}

const tr: typeof de = {
  title: 'Verilerim',
  lead: 'Hakkınızda kaydettiğimiz her şeyi burada görebilir, indirebilir veya silebilirsiniz.',
  why: 'Bunun için bir koda ihtiyacınız var. Kodu, kaydınızdaki e-posta adresine göndeririz. Böylece yalnızca bağlantıyı bilen biri verilerinizi göremez.',
  ask: 'E-postayla kod gönder',
  askAgain: 'Yeni kod gönder',
  sent: (until) => `Kod e-postayla yolda. Geçerlilik süresinin sonu: ${until}.`,
  code: 'E-postadaki kod',
  codeHint: 'Sekiz rakam. Boşluklar önemli değildir.',
  open: 'Verilerimi göster',
  back: 'Kaydıma dön',
  wrongTitle: 'Lütfen bir kez daha bakınız',
  wrong: (left) =>
    left === 0
      ? 'Kod doğru değil. Lütfen yeni bir kod isteyiniz.'
      : `Kod doğru değil. ${left} deneme hakkınız kaldı.`,
  refused: {
    'no-code': 'Bu kod artık geçerli değil. Lütfen yeni bir kod isteyiniz.',
    'no-pass': 'On dakika doldu. Hiçbir şey silinmedi. Lütfen yeni bir kod isteyiniz.',
    'too-many-codes': 'Bu adrese bugün beş kod gönderildi. Lütfen yarın yeniden deneyiniz.',
    nothing: 'Bu kayıtta artık sizin hakkınızda bir bilgi bulunmuyor.',
  },
  stored: 'Kaydettiklerimiz',
  address: 'E-posta adresi',
  name: 'Ad',
  association: 'Dernek',
  language: 'Dil',
  note: 'Not',
  enrolled: 'Kayıt tarihi',
  confirmed: 'Onay tarihi',
  notice: 'Aydınlatma metni',
  attendance: (when) => `Yoklama, ${when}`,
  notices: {
    joined: (time) => `geldi ${time}`,
    left: (time) => `ayrıldı ${time}`,
    clicked: (time) => `katılım bağlantısı kullanıldı ${time}`,
    present: (from, to) => (to === '' ? `${from} itibarıyla orada` : `${from}–${to} orada`),
    counted: (minutes) => `${minutes} dakika`,
    'by-hand': (minutes) => `${minutes} dakika (elle yazıldı)`,
    settled: (minutes) => `${minutes} dakika (onaylı liste)`,
  },
  certificate: 'Katılım belgesi',
  mails: 'E-postalar',
  mailCount: (count) => `${count} e-posta`,
  unproven: 'Bu kayıt hiç onaylanmadı. Bu yüzden forma yazılanları göstermiyoruz.',
  download: 'Hepsini indir (JSON dosyası)',
  downloadText:
    'Dosyada, e-postaların metinleri dahil her şey ayrıntılı olarak bulunur. Başka programlar da okuyabilir.',
  erase: 'Her şeyi sil',
  eraseText: [
    'Tüm seminerlerdeki adınızı, adresinizi, derneğinizi, notunuzu ve bütün e-postaların içeriğini sileriz.',
    'Henüz yapılmamış seminerlerdeki kaydınız iptal edilir. Tüm bağlantılar geçersiz olur.',
    'Geriye adsız sayılar kalır: bir yerin verilmiş olduğu ve katılım dakikaları. Fon sağlayan kurum bunları ister.',
    'Bu geri alınamaz.',
  ],
  keep: 'Katılım belgelerim doğrulanabilir kalsın',
  keepHint:
    'İşaretlerseniz belgeleriniz adınızla birlikte saklanır ve başkaları onları doğrulayabilir. İşaretlemezseniz silinir; doğrulama sayfası bu numaranın bulunmadığını söyler. PDF dosyalarını önceden indiriniz.',
  sure: 'Evet, her şeyi silmek istiyorum',
  sureMissing: 'Gerçekten silmek istiyorsanız lütfen kutuyu işaretleyiniz.',
  eraseNow: 'Şimdi sil',
  until: (time) => `Bu düğmelerin geçerlilik süresinin sonu: ${time}.`,
  erased: {
    title: 'Verileriniz silindi',
    text: (seminars) => `${seminars} seminerin kayıtlarında artık kim olduğunuzu gösteren bir bilgi yok.`,
    kept: (certificates) => `${certificates} belge isteğiniz üzerine doğrulanabilir kaldı.`,
    backup: 'Veriler yedek kopyalardan en geç 35 gün içinde kaybolur.',
    noMail: 'Bununla ilgili e-posta göndermiyoruz: Adresiniz artık bizde yok.',
  },
}

const en: typeof de = {
  title: 'My data',
  lead: 'Here you see everything that we have stored about you. You can download or erase it.',
  why: 'For this you need a code. We send it to the mail address of your enrollment, so that nobody sees your data who only knows the link.',
  ask: 'Send me a code by mail',
  askAgain: 'Send a new code',
  sent: (until) => `A code is on its way by mail. It is good until ${until}.`,
  code: 'Code from the mail',
  codeHint: 'Eight digits. Spaces do not matter.',
  open: 'See my data',
  back: 'Back to my enrollment',
  wrongTitle: 'Please have another look',
  wrong: (left) =>
    left === 0
      ? 'The code is not right. Please ask for a new one.'
      : left === 1
        ? 'The code is not right. You have one more try.'
        : `The code is not right. You have ${left} more tries.`,
  refused: {
    'no-code': 'This code is no longer good. Please ask for a new one.',
    'no-pass': 'The ten minutes are over. Nothing was erased. Please ask for a new code.',
    'too-many-codes': 'Five codes have gone to this address today. Please try again tomorrow.',
    nothing: 'Nothing is stored any more in this enrollment that says anything about you.',
  },
  stored: 'What we have stored',
  address: 'E-mail address',
  name: 'Name',
  association: 'Association',
  language: 'Language',
  note: 'Note',
  enrolled: 'Enrolled on',
  confirmed: 'Confirmed on',
  notice: 'Privacy notice',
  attendance: (when) => `Attendance ${when}`,
  notices: {
    joined: (time) => `came ${time}`,
    left: (time) => `left ${time}`,
    clicked: (time) => `used the join link ${time}`,
    present: (from, to) => (to === '' ? `there from ${from}` : `there ${from}–${to}`),
    counted: (minutes) => `${minutes} minutes`,
    'by-hand': (minutes) => `${minutes} minutes (written down)`,
    settled: (minutes) => `${minutes} minutes (confirmed list)`,
  },
  certificate: 'Certificate of attendance',
  mails: 'Mails',
  mailCount: (count) => (count === 1 ? '1 mail' : `${count} mails`),
  unproven: 'This enrollment was never confirmed. So we do not show what was typed.',
  download: 'Download everything (JSON file)',
  downloadText: 'The file has everything in detail, also the texts of the mails. Other programs can read it.',
  erase: 'Erase everything',
  eraseText: [
    'We erase your name, your address, your association, your note and the content of all mails, in all seminars.',
    'Your enrollments in seminars that are still to come are canceled. All links stop working.',
    'What stays is figures without a name: that a seat was taken, and the minutes of attendance. The funder asks for them.',
    'This cannot be undone.',
  ],
  keep: 'My certificates of attendance shall stay verifiable',
  keepHint:
    'With the tick your certificates stay stored with your name, so that others can verify them. Without it they are erased; verifying then says that there is no such number. Download the PDF files before.',
  sure: 'Yes, I want to erase everything',
  sureMissing: 'Please tick the box if you really want to erase.',
  eraseNow: 'Erase now',
  until: (time) => `These buttons are good until ${time}.`,
  erased: {
    title: 'Your data are erased',
    text: (seminars) =>
      seminars === 1
        ? 'In one seminar there is now nothing left that says who you are.'
        : `In ${seminars} seminars there is now nothing left that says who you are.`,
    kept: (certificates) =>
      certificates === 1
        ? 'One certificate stays verifiable, as you wished.'
        : `${certificates} certificates stay verifiable, as you wished.`,
    backup: 'The data disappear from backup copies after 35 days at most.',
    noMail: 'We send no mail about this: we no longer have your address.',
  },
}

/** The words of "My data". */
export const myDataText: Record<Language, typeof de> = { de, tr, en }
