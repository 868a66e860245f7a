import type { Language } from '../../functions/kernel/language.ts'

const de = {
  details: {
    title: 'Meine Angaben',
    name: 'Name',
    email: 'E-Mail-Adresse',
    association: 'Verein',
    language: 'Sprache der E-Mails',
    note: 'Mitteilung',
    change: 'Angaben ändern',
    changed: 'Gespeichert. So stehen Ihre Angaben jetzt da.',
    emailStays:
      'Die E-Mail-Adresse lässt sich hier nicht ändern, denn der Platz gehört zu ihr. Möchten Sie eine andere, melden Sie sich mit der neuen Adresse an und hier ab.',
    save: 'Speichern',
    back: 'Zurück zu meiner Anmeldung',
    refused: {
      'kept-seat':
        'Ihr Platz ist für diesen Verein frei gehalten. Deshalb lässt sich der Verein hier nicht ändern. Bitte schreiben Sie uns.',
      'association-full':
        'Aus diesem Verein sind schon so viele angemeldet, wie bei diesem Seminar möglich ist. Es wurde nichts geändert.',
    },
    over: 'Diese Angaben lassen sich nicht mehr ändern: Sie sind nicht mehr angemeldet, oder das Seminar ist vorbei.',
  },
  more: {
    title: 'Weiteres',
    seminars: 'Zu einem anderen Seminar anmelden',
    data: 'Meine Daten ansehen, herunterladen oder löschen',
    linkOpen: 'Kennt jemand anderes diesen Link?',
    linkText:
      'Dann schicken wir Ihnen einen neuen per E-Mail. Dieser hier und alle älteren hören sofort auf zu gelten, auch die Zugangslinks zu Online-Terminen. In den Raum kommen Sie dann über den Knopf auf Ihrer Seite.',
    link: 'Neuen Link schicken',
    tooManyMails:
      'An Ihre Adresse ging heute schon zu viel Post. Der alte Link gilt deshalb weiter. Bitte versuchen Sie es morgen noch einmal.',
  },
  seminars: {
    title: 'Zu einem anderen Seminar anmelden',
    text: 'Wählen Sie ein Seminar. Das Formular ist dann mit Ihren Angaben ausgefüllt. Gespeichert wird erst, wenn Sie es absenden.',
    enroll: (title: string) => `Anmelden: ${title}`,
    none: 'Zurzeit ist kein anderes Seminar offen.',
    catalog: 'Zu allen Seminaren',
    filled:
      'Wir haben Ihre Angaben eingetragen. Bitte prüfen Sie sie und setzen Sie das Häkchen. Noch ist nichts gespeichert.',
  },
  find: {
    title: 'Zu meinen Anmeldungen',
    lead: 'Ihre persönliche Seite öffnen Sie mit dem Link aus unseren E-Mails. Haben Sie ihn verloren? Dann schicken wir Ihnen einen neuen.',
    email: 'E-Mail-Adresse',
    emailHint: 'Die Adresse, mit der Sie sich angemeldet haben.',
    wish: 'Was möchten Sie?',
    wishes: {
      links: 'Neue Links zu meinen kommenden Seminaren. Ältere Links gelten dann nicht mehr.',
      overview: 'Alle meine Seminare auf einer Seite, mit Unterrichtseinheiten und Bescheinigungen.',
    },
    send: 'E-Mail schicken',
    missing: 'Bitte schreiben Sie Ihre E-Mail-Adresse.',
    wrong: 'Diese Adresse kann keine E-Mail empfangen. Richtig wäre zum Beispiel: name@beispiel.de',
    wishMissing: 'Bitte wählen Sie eine der beiden Möglichkeiten.',
    wrongTitle: 'Bitte sehen Sie noch einmal nach',
    stale: 'Das Formular war zu lange offen. Bitte senden Sie es noch einmal.',
    doneTitle: 'Bitte sehen Sie jetzt in Ihre E-Mails',
    done: 'Ist diese Adresse bei uns bestätigt, kommt in wenigen Minuten eine E-Mail.',
    doneLimit:
      'Mehr als drei solche E-Mails am Tag schicken wir nicht an eine Adresse. Sehen Sie auch im Spam-Ordner nach.',
    unconfirmed:
      'Ihre Anmeldung ist noch nicht bestätigt? Dann füllen Sie das Anmeldeformular noch einmal aus.',
    renewedTitle: 'Ein neuer Link kommt per E-Mail',
    renewed: 'Galt Ihr Link noch, ist jetzt ein neuer unterwegs. Alle älteren Links gelten nicht mehr.',
    again: 'Keine E-Mail bekommen? Noch einmal anfordern',
  },
  overview: {
    title: 'Meine Seminare',
    greeting: (name: string) => `Guten Tag, ${name}`,
    none: 'Hier steht nichts mehr.',
    good: 'Diese Seite gilt 24 Stunden. Geben Sie ihren Link nicht weiter.',
    coming: 'Kommende Seminare',
    past: 'Vergangene Seminare',
    open: 'Meine Anmeldung öffnen',
    minutes: (minutes: string, units: string) => `${minutes} Minuten dabei (${units} Unterrichtseinheiten)`,
    certificate: (number: string) => `Teilnahmebescheinigung ${number}`,
    pdf: 'Bescheinigung öffnen (PDF)',
    verify: 'Prüfung ansehen',
    years: 'Unterrichtseinheiten je Jahr',
    year: 'Jahr',
    seminars: 'Seminare',
    attended: 'Minuten',
    units: 'Unterrichtseinheiten',
    more: 'Weiteres',
  },
}

const tr: typeof de = {
  details: {
    title: 'Bilgilerim',
    name: 'Ad',
    email: 'E-posta adresi',
    association: 'Dernek',
    language: 'E-postaların dili',
    note: 'Not',
    change: 'Bilgileri değiştir',
    changed: 'Kaydedildi. Bilgileriniz şu anda böyledir.',
    emailStays:
      'E-posta adresi burada değiştirilemez, çünkü yer bu adrese aittir. Başka bir adres istiyorsanız yeni adresle kayıt olunuz ve buradaki kaydı iptal ediniz.',
    save: 'Kaydet',
    back: 'Kaydıma dön',
    refused: {
      'kept-seat':
        'Yeriniz bu dernek için ayrılmıştır. Bu yüzden dernek burada değiştirilemez. Lütfen bize yazınız.',
      'association-full':
        'Bu dernekten, bu seminerde mümkün olan sayıda kişi zaten kayıtlı. Hiçbir şey değiştirilmedi.',
    },
    over: 'Bu bilgiler artık değiştirilemez: Kaydınız geçerli değil ya da seminer bitti.',
  },
  more: {
    title: 'Diğer',
    seminars: 'Başka bir seminere kayıt ol',
    data: 'Verilerimi gör, indir veya sil',
    linkOpen: 'Bu bağlantıyı başka biri biliyor mu?',
    linkText:
      'O hâlde size e-postayla yeni bir bağlantı göndeririz. Bu bağlantı ve daha eskileri hemen geçersiz olur; çevrim içi oturumların katılım bağlantıları da buna dahildir. Odaya sayfanızdaki düğmeyle girersiniz.',
    link: 'Yeni bağlantı gönder',
    tooManyMails:
      'Adresinize bugün çok fazla e-posta gönderildi. Bu yüzden eski bağlantı geçerli kalıyor. Lütfen yarın yeniden deneyiniz.',
  },
  seminars: {
    title: 'Başka bir seminere kayıt',
    text: 'Bir seminer seçiniz. Form bilgilerinizle doldurulmuş olarak açılır. Ancak gönderdiğinizde kaydedilir.',
    enroll: (title) => `Kayıt ol: ${title}`,
    none: 'Şu anda kayda açık başka bir seminer yok.',
    catalog: 'Tüm seminerlere git',
    filled:
      'Bilgilerinizi forma yazdık. Lütfen kontrol ediniz ve kutuyu işaretleyiniz. Henüz hiçbir şey kaydedilmedi.',
  },
  find: {
    title: 'Kayıtlarım',
    lead: 'Kişisel sayfanızı e-postalarımızdaki bağlantıyla açarsınız. Bağlantıyı kaybettiniz mi? Size yenisini göndeririz.',
    email: 'E-posta adresi',
    emailHint: 'Kayıt olurken kullandığınız adres.',
    wish: 'Ne istiyorsunuz?',
    wishes: {
      links: 'Yaklaşan seminerlerimin yeni bağlantıları. Daha eski bağlantılar artık geçerli olmaz.',
      overview: 'Ders saatleri ve belgelerle birlikte tüm seminerlerim tek sayfada.',
    },
    send: 'E-posta gönder',
    missing: 'Lütfen e-posta adresinizi yazınız.',
    wrong: 'Bu adres e-posta alamaz. Doğru bir örnek: ad@ornek.org',
    wishMissing: 'Lütfen iki seçenekten birini seçiniz.',
    wrongTitle: 'Lütfen bir kez daha bakınız',
    stale: 'Form çok uzun süre açık kaldı. Lütfen yeniden gönderiniz.',
    doneTitle: 'Şimdi lütfen e-postalarınıza bakınız',
    done: 'Bu adres bizde onaylanmışsa birkaç dakika içinde bir e-posta gelir.',
    doneLimit: 'Bir adrese günde üçten fazla böyle e-posta göndermeyiz. Lütfen spam klasörüne de bakınız.',
    unconfirmed: 'Kaydınız henüz onaylanmadı mı? O hâlde kayıt formunu yeniden doldurunuz.',
    renewedTitle: 'Yeni bağlantı e-postayla geliyor',
    renewed:
      'Bağlantınız hâlâ geçerliyse yenisi şimdi yolda. Daha eski bağlantıların hiçbiri artık geçerli değil.',
    again: 'E-posta gelmedi mi? Yeniden isteyin',
  },
  overview: {
    title: 'Seminerlerim',
    greeting: (name) => `Merhaba, ${name}`,
    none: 'Burada artık bir şey yok.',
    good: 'Bu sayfa 24 saat geçerlidir. Bağlantısını kimseyle paylaşmayınız.',
    coming: 'Yaklaşan seminerler',
    past: 'Geçmiş seminerler',
    open: 'Kaydımı aç',
    minutes: (minutes, units) => `${minutes} dakika katıldınız (${units} ders saati)`,
    certificate: (number) => `Katılım belgesi ${number}`,
    pdf: 'Belgeyi aç (PDF)',
    verify: 'Doğrulama sayfasını gör',
    years: 'Yıllara göre ders saatleri',
    year: 'Yıl',
    seminars: 'Seminerler',
    attended: 'Dakika',
    units: 'Ders saati',
    more: 'Diğer',
  },
}

const en: typeof de = {
  details: {
    title: 'My details',
    name: 'Name',
    email: 'E-mail address',
    association: 'Association',
    language: 'Language of mails',
    note: 'Note',
    change: 'Change my details',
    changed: 'Saved. This is how your details are now.',
    emailStays:
      'The mail address cannot be changed here, because the place belongs to it. If you would like another one, enroll with the new address and cancel here.',
    save: 'Save',
    back: 'Back to my enrollment',
    refused: {
      'kept-seat':
        'Your seat is kept for this association. So the association cannot be changed here. Please write to us.',
      'association-full':
        'As many people of this association are enrolled as this seminar takes. Nothing was changed.',
    },
    over: 'These details can no longer be changed: you are no longer enrolled, or the seminar is over.',
  },
  more: {
    title: 'More',
    seminars: 'Enroll in another seminar',
    data: 'See, download or erase my data',
    linkOpen: 'Does somebody else know this link?',
    linkText:
      'Then we send you a new one by mail. This one and all older ones stop working at once, also the join links to online sessions. You then get into the room by the button on your page.',
    link: 'Send me a new link',
    tooManyMails:
      'Too much mail has gone to your address today. So the old link stays valid. Please try again tomorrow.',
  },
  seminars: {
    title: 'Enroll in another seminar',
    text: 'Choose a seminar. The form is then filled in with your details. Nothing is stored until you send it.',
    enroll: (title) => `Enroll: ${title}`,
    none: 'No other seminar is open at the moment.',
    catalog: 'To all seminars',
    filled:
      'We have filled in your details. Please check them and tick the box. Nothing has been stored yet.',
  },
  find: {
    title: 'To my enrollments',
    lead: 'You open your personal page with the link from our mails. Have you lost it? Then we send you a new one.',
    email: 'E-mail address',
    emailHint: 'The address with which you enrolled.',
    wish: 'What would you like?',
    wishes: {
      links: 'New links to my coming seminars. Older links are then no longer valid.',
      overview: 'All my seminars on one page, with teaching units and certificates.',
    },
    send: 'Send the mail',
    missing: 'Please write your e-mail address.',
    wrong: 'This address cannot receive mail. A correct one looks like: name@example.org',
    wishMissing: 'Please choose one of the two.',
    wrongTitle: 'Please have another look',
    stale: 'The form was open for too long. Please send it again.',
    doneTitle: 'Please look in your mail now',
    done: 'If this address is confirmed with us, a mail comes within a few minutes.',
    doneLimit: 'We send no more than three such mails a day to one address. Look in the spam folder, too.',
    unconfirmed: 'Your enrollment is not confirmed yet? Then fill in the enrollment form again.',
    renewedTitle: 'A new link comes by mail',
    renewed: 'If your link was still valid, a new one is on its way now. All older links no longer work.',
    again: 'No mail? Ask again',
  },
  overview: {
    title: 'My seminars',
    greeting: (name) => `Hello, ${name}`,
    none: 'There is nothing here any more.',
    good: 'This page is good for 24 hours. Do not pass its link on.',
    coming: 'Coming seminars',
    past: 'Past seminars',
    open: 'Open my enrollment',
    minutes: (minutes, units) => `${minutes} minutes attended (${units} teaching units)`,
    certificate: (number) => `Certificate of attendance ${number}`,
    pdf: 'Open the certificate (PDF)',
    verify: 'See the verification page',
    years: 'Teaching units per year',
    year: 'Year',
    seminars: 'Seminars',
    attended: 'Minutes',
    units: 'Teaching units',
    more: 'More',
  },
}

/** The words of everything around the personal page: details, links, overview, other seminars. */
export const myMoreText: Record<Language, typeof de> = { de, tr, en }
