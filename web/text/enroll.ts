import type { Language } from '../../functions/kernel/language.ts'
import type { EnrollTrouble } from '../public/enroll-form.ts'

type EnrollText = {
  title: string
  forSeminar: (title: string) => string
  howItGoes: string
  fullNow: string
  firstName: string
  lastName: string
  lastNameHint: string
  email: string
  emailHint: string
  association: string
  associationHint: string
  choose: string
  other: string
  otherName: string
  otherHint: string
  language: string
  languageHint: string
  languages: Record<Language, string>
  note: string
  noteHint: string
  consentBefore: string
  consentLink: string
  consentAfter: string
  consentShort: string
  send: string
  sendWaiting: string
  back: string
  wrongTitle: string
  wrongPrefix: string
  trouble: Record<EnrollTrouble, string>
  stale: string
  unsure: { title: string; text: string }
  busy: { title: string; text: string }
  refused: Record<'unavailable' | 'not-yet' | 'over' | 'too-many-mails', { title: string; text: string }>
  done: {
    title: string
    seat: (until: string) => string
    fullTitle: string
    waiting: (place: number) => string
    ownPlace: (until: string) => string
    mailTo: (address: string) => string
    noMail: string
    rule: string
  }
}

const de: EnrollText = {
  title: 'Anmelden',
  forSeminar: (title) => `Anmeldung: ${title}`,
  howItGoes:
    'Nach dem Absenden bekommen Sie eine E-Mail mit einem Knopf zum Bestätigen. So lange halten wir Ihren Platz 24 Stunden frei.',
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
    'note-long': 'Bitte kürzen Sie die Mitteilung auf höchstens 500 Zeichen.',
    'note-unreadable': 'Die Mitteilung enthält Zeichen, die nicht zu lesen sind.',
    'consent-missing': 'Ohne Ihre Einwilligung können wir Sie nicht anmelden. Bitte setzen Sie das Häkchen.',
  },
  stale:
    'Das Formular war zu lange offen. Ihre Angaben sind noch da, es wurde nichts gespeichert. Bitte senden Sie es noch einmal.',
  unsure: {
    title: 'Wir wissen noch nicht, ob es geklappt hat',
    text: 'Sehen Sie in Ihre E-Mails, oder senden Sie das Formular noch einmal: Doppelt angemeldet werden Sie nicht.',
  },
  busy: {
    title: 'Gerade melden sich zu viele auf einmal an',
    text: 'Es wurde nichts gespeichert. Ihre Angaben stehen noch da: Bitte senden Sie sie in einer Minute noch einmal.',
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
    'too-many-mails': {
      title: 'An diese Adresse ging heute schon zu viel Post',
      text: 'Damit niemand mit E-Mails überhäuft wird, warten wir bis morgen. Sehen Sie in Ihr Postfach, auch in den Spam-Ordner: Vielleicht ist die Bestätigung schon da.',
    },
  },
  done: {
    title: 'Bitte sehen Sie jetzt in Ihre E-Mails',
    seat: (until) =>
      `Ein Platz wird bis ${until} für Sie freigehalten. Öffnen Sie die E-Mail und bestätigen Sie mit dem Knopf darin. Erst dann sind Sie angemeldet.`,
    fullTitle: 'Das Seminar ist voll: Sie stehen auf der Warteliste, sobald Sie bestätigen',
    waiting: (place) => `Das Seminar ist voll. Die Warteliste reicht jetzt bis Platz ${place}.`,
    ownPlace: (until) => `Ihr eigener Platz steht in der E-Mail. Bitte bestätigen Sie ihn bis ${until}.`,
    mailTo: (address) => `Die E-Mail geht an ${address}.`,
    noMail:
      'Keine E-Mail nach zehn Minuten? Sehen Sie im Spam-Ordner nach, oder füllen Sie das Formular noch einmal aus: Vielleicht war die Adresse vertippt. Doppelt angemeldet werden Sie nicht.',
    rule: 'Wird ein Platz frei, rückt die nächste Person in der Reihenfolge der Anmeldung von selbst nach.',
  },
}

const tr: EnrollText = {
  title: 'Kayıt',
  forSeminar: (title) => `Kayıt: ${title}`,
  howItGoes:
    'Formu gönderdikten sonra size onay düğmesi olan bir e-posta gelir. O zamana kadar yerinizi 24 saat boyunca tutuyoruz.',
  fullNow: 'Seminer şu anda dolu. Bu formla bekleme listesine yazılırsınız.',
  firstName: 'Ad',
  lastName: 'Soyad',
  lastNameHint: 'Tek adınız varsa bu alanı boş bırakınız.',
  email: 'E-posta adresi',
  emailHint: 'Onayı, katılım bağlantısını ve belgeyi bu adrese göndeririz.',
  association: 'Dernek',
  associationHint: 'Derneğiniz listede yoksa “Başka bir dernek” seçeneğini seçip adını aşağıya yazınız.',
  choose: 'Lütfen seçiniz',
  other: 'Başka bir dernek veya hiçbiri',
  otherName: 'Diğer derneğin adı (listede yoksa)',
  otherHint: 'Bir derneğe üye değilseniz “yok” yazınız.',
  language: 'E-posta ve belge dili',
  languageHint: 'Seminerin kendisi, açıklamada belirtilen dilde yapılır.',
  languages: { de: 'Almanca', tr: 'Türkçe', en: 'İngilizce' },
  note: 'Not (isteğe bağlı)',
  noteHint: 'Örneğin: işaret diline, daha büyük yazıya veya teknik yardıma ihtiyacınız var.',
  consentBefore: '',
  consentLink: 'Aydınlatma metnini',
  consentAfter:
    ' okudum ve bilgilerimin, inancımı ortaya koyabilecek olsa bile, bu seminer için işlenmesine açık rıza veriyorum. Rızamı istediğim zaman geri alabilirim.',
  consentShort: 'Açık rıza',
  send: 'Kaydımı gönder',
  sendWaiting: 'Bekleme listesine yazıl',
  back: 'Seminere dön',
  wrongTitle: 'Lütfen bir kez daha kontrol ediniz',
  wrongPrefix: 'Hata: ',
  trouble: {
    'first-name-missing': 'Lütfen adınızı yazınız.',
    'name-unreadable': 'Adda okunamayan karakterler var. Lütfen yeniden yazınız.',
    'name-long': 'Lütfen adı en fazla 120 karaktere kısaltınız.',
    'email-missing': 'Lütfen e-posta adresinizi yazınız.',
    'email-wrong': 'Bu adrese e-posta gönderilemez. Doğru örnek: ad@ornek.org',
    'association-missing': 'Lütfen derneğinizi seçiniz.',
    'other-missing': 'Lütfen derneğinizin adını veya “yok” yazınız.',
    'association-unreadable': 'Derneğin adında okunamayan karakterler var.',
    'association-long': 'Lütfen derneğin adını en fazla 120 karaktere kısaltınız.',
    'language-wrong': 'Lütfen listeden bir dil seçiniz.',
    'note-long': 'Lütfen notu en fazla 500 karaktere kısaltınız.',
    'note-unreadable': 'Notta okunamayan karakterler var.',
    'consent-missing': 'Rızanız olmadan sizi kaydedemeyiz. Lütfen kutuyu işaretleyiniz.',
  },
  stale:
    'Form çok uzun süre açık kaldı. Bilgileriniz duruyor, hiçbir şey kaydedilmedi. Lütfen yeniden gönderiniz.',
  unsure: {
    title: 'Kaydın yapılıp yapılmadığını henüz bilmiyoruz',
    text: 'E-postalarınıza bakınız ya da formu yeniden gönderiniz: iki kez kaydedilmezsiniz.',
  },
  busy: {
    title: 'Şu anda çok fazla kişi kayıt oluyor',
    text: 'Hiçbir şey kaydedilmedi. Bilgileriniz duruyor: lütfen bir dakika sonra yeniden gönderiniz.',
  },
  refused: {
    unavailable: {
      title: 'Bu seminere kayıt yapılamıyor',
      text: 'Seminer iptal edildi ya da tamamlandı.',
    },
    'not-yet': { title: 'Kayıt henüz açılmadı', text: 'Ne zaman açılacağı seminer sayfasında yazılıdır.' },
    over: {
      title: 'Kayıt kapandı',
      text: 'Bu seminer için artık kayıt almıyoruz. Bilgileriniz kaydedilmedi.',
    },
    'too-many-mails': {
      title: 'Bu adrese bugün çok fazla e-posta gönderildi',
      text: 'Kimse e-postaya boğulmasın diye yarına kadar bekliyoruz. Gelen kutunuza ve istenmeyen e-posta klasörüne bakınız: onay e-postası gelmiş olabilir.',
    },
  },
  done: {
    title: 'Lütfen şimdi e-postalarınıza bakınız',
    seat: (until) =>
      `Sizin için ${until} saatine kadar bir yer tutuluyor. E-postayı açıp içindeki düğmeyle onaylayınız. Kaydınız ancak o zaman tamamlanır.`,
    fullTitle: 'Seminer dolu: onayladığınızda bekleme listesindesiniz',
    waiting: (place) => `Seminer dolu. Bekleme listesi şu anda ${place}. sıraya kadar uzanıyor.`,
    ownPlace: (until) => `Kendi sıranız e-postada yazılıdır. Lütfen ${until} saatine kadar onaylayınız.`,
    mailTo: (address) => `E-posta şu adrese gönderiliyor: ${address}`,
    noMail:
      'On dakika sonra e-posta gelmediyse istenmeyen e-posta klasörüne bakınız ya da formu yeniden doldurunuz: adres yanlış yazılmış olabilir. İki kez kaydedilmezsiniz.',
    rule: 'Yer açılınca kayıt sırasına göre sıradaki kişi kendiliğinden listeye alınır.',
  },
}

const en: EnrollText = {
  title: 'Enroll',
  forSeminar: (title) => `Enroll: ${title}`,
  howItGoes:
    'After you send the form you get a mail with a button to confirm. Until then we hold your seat for 24 hours.',
  fullNow: 'The seminar is full at the moment. With this form you join the waiting list.',
  firstName: 'First name',
  lastName: 'Last name',
  lastNameHint: 'You have only one name? Then leave this field empty.',
  email: 'E-mail address',
  emailHint: 'We send the confirmation, the join link and the certificate there.',
  association: 'Association',
  associationHint: 'If your association is not in the list, choose “Another association” and write it below.',
  choose: 'Please choose',
  other: 'Another association, or none',
  otherName: 'Name of the other association (if not in the list)',
  otherHint: 'If you belong to no association, write “none”.',
  language: 'Language of mails and certificate',
  languageHint: 'The seminar itself is held in the language named in its description.',
  languages: { de: 'German', tr: 'Turkish', en: 'English' },
  note: 'Note (optional)',
  noteHint: 'For example: you need sign language, larger print or help with the technology.',
  consentBefore: 'I have read the ',
  consentLink: 'privacy notice',
  consentAfter:
    ' and explicitly consent to my details being processed for this seminar, even where they may reveal my belief. I can withdraw this at any time.',
  consentShort: 'Consent',
  send: 'Enroll',
  sendWaiting: 'Join the waiting list',
  back: 'Back to the seminar',
  wrongTitle: 'Please have another look',
  wrongPrefix: 'Error: ',
  trouble: {
    'first-name-missing': 'Please write your first name.',
    'name-unreadable': 'The name contains characters that cannot be read. Please type it again.',
    'name-long': 'Please shorten the name to at most 120 characters.',
    'email-missing': 'Please write your e-mail address.',
    'email-wrong': 'This address cannot receive mail. A correct one looks like: name@example.org',
    'association-missing': 'Please choose your association.',
    'other-missing': 'Please write the name of your association, or “none”.',
    'association-unreadable': 'The name of the association contains characters that cannot be read.',
    'association-long': 'Please shorten the name of the association to at most 120 characters.',
    'language-wrong': 'Please choose a language from the list.',
    'note-long': 'Please shorten the note to at most 500 characters.',
    'note-unreadable': 'The note contains characters that cannot be read.',
    'consent-missing': 'Without your consent we cannot enroll you. Please tick the box.',
  },
  stale:
    'The form was open for too long. Your details are still here, nothing was stored. Please send it again.',
  unsure: {
    title: 'We do not know yet whether it worked',
    text: 'Look in your mail, or send the form again: you will not be enrolled twice.',
  },
  busy: {
    title: 'Too many people are enrolling at once',
    text: 'Nothing was stored. Your details are still here: please send them again in a minute.',
  },
  refused: {
    unavailable: {
      title: 'It is not possible to enroll here',
      text: 'The seminar is cancelled or already completed.',
    },
    'not-yet': { title: 'Enrollment is not open yet', text: 'The seminar’s page says when it opens.' },
    over: {
      title: 'Enrollment is over',
      text: 'We no longer accept enrollments for this seminar. Your details were not stored.',
    },
    'too-many-mails': {
      title: 'Too much mail has gone to this address today',
      text: 'So that nobody is flooded with mail, we wait until tomorrow. Look in your inbox and in the spam folder: the confirmation may already be there.',
    },
  },
  done: {
    title: 'Please look in your mail now',
    seat: (until) =>
      `A seat is held for you until ${until}. Open the mail and confirm with the button in it. Only then are you enrolled.`,
    fullTitle: 'The seminar is full: you are on the waiting list once you confirm',
    waiting: (place) => `The seminar is full. The waiting list now reaches to place ${place}.`,
    ownPlace: (until) => `Your own place is in the mail. Please confirm it until ${until}.`,
    mailTo: (address) => `The mail goes to ${address}.`,
    noMail:
      'No mail after ten minutes? Look in the spam folder, or fill in the form again: perhaps the address had a typo. You will not be enrolled twice.',
    rule: 'When a seat becomes free, the next person in the order of enrollment moves up automatically.',
  },
}

/** The words of enrolling. */
export const enrollText: Record<Language, EnrollText> = { de, tr, en }
