import type { Language } from '../../kernel/language.ts'

const de = {
  greeting: (name: string) => `Guten Tag ${name},`,
  missed: {
    subject: (title: string) => `Sie haben uns gefehlt: ${title}`,
    text: (title: string, date: string) =>
      `beim ersten Termin von „${title}“ haben wir Sie vermisst. Es geht weiter am ${date}. Wir freuen uns, wenn Sie dann dabei sind.`,
    link: 'Den Zugangslink für den nächsten Termin finden Sie dann auch auf Ihrer Seite.',
    wasThere: 'Sie waren doch da? Bitte schreiben Sie uns, dann tragen wir es nach.',
    cannotCome: 'Sie können nicht mehr kommen? Bitte melden Sie sich auf Ihrer Seite ab.',
  },
  thanks: {
    subject: (title: string) => `Danke: ${title}`,
    text: (title: string) => `danke, dass Sie bei „${title}“ dabei waren.`,
    feedback: 'Wie war es? Ihre Rückmeldung dauert nur ein paar Minuten und hilft uns sehr.',
    feedbackButton: 'Rückmeldung geben',
    certificate:
      'Ihre Teilnahmebescheinigung kommt mit einer eigenen E-Mail, sobald das Seminar abgeschlossen ist.',
  },
  next: 'Nächster Termin',
  myButton: 'Meine Anmeldung',
}

const tr: typeof de = {
  greeting: (name) => `Sayın ${name},`,
  missed: {
    subject: (title) => `Sizi aramızda göremedik: ${title}`,
    text: (title, date) =>
      `“${title}” seminerinin ilk oturumunda sizi aramızda göremedik. Bir sonraki oturum: ${date}. Katılırsanız seviniriz.`,
    link: 'Bir sonraki oturumun katılım bağlantısını zamanı gelince sayfanızda da bulursunuz.',
    wasThere: 'Aslında katılmış mıydınız? Lütfen bize yazınız; kaydınızı düzeltelim.',
    cannotCome: 'Artık gelemeyecek misiniz? Lütfen sayfanızdan kaydınızı iptal ediniz.',
  },
  thanks: {
    subject: (title) => `Teşekkürler: ${title}`,
    text: (title) => `“${title}” seminerine katıldığınız için teşekkür ederiz.`,
    feedback: 'Nasıl buldunuz? Değerlendirmeniz yalnızca birkaç dakika sürer ve bize çok yardımcı olur.',
    feedbackButton: 'Değerlendirme yap',
    certificate: 'Yeterince katılmış olanlara katılım belgesi ayrı bir e-postayla gönderilir.',
  },
  next: 'Bir sonraki oturum',
  myButton: 'Kaydım',
}

const en: typeof de = {
  greeting: (name) => `Dear ${name},`,
  missed: {
    subject: (title) => `We missed you: ${title}`,
    text: (title, date) =>
      `we missed you at the first session of “${title}”. It goes on on ${date}. We would be glad to see you then.`,
    link: 'You will find the join link for the next session on your page, too, when the time comes.',
    wasThere: 'You were there after all? Please write to us, and we will put it right.',
    cannotCome: 'You cannot come any more? Please cancel on your page.',
  },
  thanks: {
    subject: (title) => `Thank you: ${title}`,
    text: (title) => `thank you for taking part in “${title}”.`,
    feedback: 'How was it? Your feedback takes only a few minutes and helps us a lot.',
    feedbackButton: 'Give feedback',
    certificate: 'Whoever was there long enough gets the certificate of attendance in a mail of its own.',
  },
  next: 'Next session',
  myButton: 'My enrollment',
}

/** The words of the letters that follow from who was there. */
export const attendanceWords: Record<Language, typeof de> = { de, tr, en }
