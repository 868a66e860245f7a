import type { Language } from '../../functions/kernel/language.ts'
import type { QuestionTrouble } from '../parts/question-form.ts'

const troublesDe: Record<QuestionTrouble, string> = {
  required: 'Bitte beantworten Sie diese Frage.',
  'text-long': 'Bitte kürzen Sie die Antwort.',
  'text-unreadable': 'Die Antwort enthält Zeichen, die nicht zu lesen sind.',
  'choice-unknown': 'Bitte wählen Sie eine der Antworten.',
  'number-wrong': 'Bitte schreiben Sie eine ganze Zahl von 0 bis 1000000, nur Ziffern.',
  'date-wrong': 'Bitte schreiben Sie ein Datum, das es gibt, zum Beispiel 31.12.2026.',
}

const de = {
  heading: 'Fragen zu diesem Seminar',
  voluntary: 'freiwillig',
  why: (purpose: string) => `Wofür: ${purpose}`,
  gone: (days: number) =>
    days === 0
      ? 'Ihre Antwort wird gleich nach dem letzten Termin gelöscht.'
      : days === 1
        ? 'Ihre Antwort wird einen Tag nach dem letzten Termin gelöscht.'
        : `Ihre Antwort wird ${days} Tage nach dem letzten Termin gelöscht.`,
  sensitive:
    'Diese Antwort ist besonders geschützt. Nur die Koordination kann sie öffnen, und jedes Öffnen wird vermerkt. Mit Ihrer Antwort willigen Sie ausdrücklich ein, dass wir sie dafür verwenden.',
  yes: 'Ja',
  no: 'Nein',
  noAnswer: 'Keine Angabe',
  troubles: troublesDe,
  mine: {
    title: 'Ihre Antworten',
    link: 'Antworten ansehen und ändern',
    lead: (until: string) =>
      `Sie können Ihre Antworten ansehen und ändern, bis das Seminar beginnt: ${until}.`,
    save: 'Antworten speichern',
    saved: 'Ihre Antworten sind gespeichert.',
    back: 'Zurück zu meiner Anmeldung',
    closed:
      'Die Antworten lassen sich jetzt nicht ändern. Das geht nur mit einer bestätigten Anmeldung und bis das Seminar beginnt.',
    nothing: 'Für dieses Seminar gibt es keine Fragen.',
  },
}

const troublesTr: Record<QuestionTrouble, string> = {
  required: 'Lütfen bu soruyu yanıtlayınız.',
  'text-long': 'Lütfen yanıtı kısaltınız.',
  'text-unreadable': 'Yanıtta okunamayan karakterler var.',
  'choice-unknown': 'Lütfen yanıtlardan birini seçiniz.',
  'number-wrong': 'Lütfen 0 ile 1000000 arasında bir tam sayı yazınız, yalnızca rakamlarla.',
  'date-wrong': 'Lütfen geçerli bir tarih yazınız, örneğin 31.12.2026.',
}

const tr: typeof de = {
  heading: 'Bu seminerle ilgili sorular',
  voluntary: 'isteğe bağlı',
  why: (purpose) => `Ne için: ${purpose}`,
  gone: (days) =>
    days === 0
      ? 'Yanıtınız son oturumdan hemen sonra silinir.'
      : `Yanıtınız son oturumdan ${days} gün sonra silinir.`,
  sensitive:
    'Bu yanıt özel olarak korunur. Onu yalnızca koordinatörler açabilir ve her açılış kaydedilir. Yanıt vererek onu bu amaçla kullanmamıza açıkça rıza gösterirsiniz.',
  yes: 'Evet',
  no: 'Hayır',
  noAnswer: 'Belirtmek istemiyorum',
  troubles: troublesTr,
  mine: {
    title: 'Yanıtlarınız',
    link: 'Yanıtlarımı gör ve değiştir',
    lead: (until) => `Yanıtlarınızı seminer başlayana kadar görebilir ve değiştirebilirsiniz: ${until}.`,
    save: 'Yanıtları kaydet',
    saved: 'Yanıtlarınız kaydedildi.',
    back: 'Kaydıma dön',
    closed:
      'Yanıtlar şu anda değiştirilemez. Bu yalnızca onaylanmış bir kayıtla ve seminer başlayana kadar olur.',
    nothing: 'Bu seminer için soru yok.',
  },
}

const troublesEn: Record<QuestionTrouble, string> = {
  required: 'Please answer this question.',
  'text-long': 'Please shorten the answer.',
  'text-unreadable': 'The answer contains characters that cannot be read.',
  'choice-unknown': 'Please choose one of the answers.',
  'number-wrong': 'Please write a whole number from 0 to 1000000, digits only.',
  'date-wrong': 'Please write a date that exists, for example 2026-12-31.',
}

const en: typeof de = {
  heading: 'Questions about this seminar',
  voluntary: 'optional',
  why: (purpose) => `What for: ${purpose}`,
  gone: (days) =>
    days === 0
      ? 'Your answer is deleted right after the last session.'
      : `Your answer is deleted ${days} ${days === 1 ? 'day' : 'days'} after the last session.`,
  sensitive:
    'This answer is specially protected. Only coordinators can open it, and each time it is noted. By answering you expressly consent that we use it for this.',
  yes: 'Yes',
  no: 'No',
  noAnswer: 'No answer',
  troubles: troublesEn,
  mine: {
    title: 'Your answers',
    link: 'See and change my answers',
    lead: (until) => `You can see and change your answers until the seminar begins: ${until}.`,
    save: 'Save answers',
    saved: 'Your answers are saved.',
    back: 'Back to my enrollment',
    closed:
      'The answers cannot be changed now. That needs a confirmed enrollment, and is possible until the seminar begins.',
    nothing: 'This seminar has no questions.',
  },
}

/** The words around a seminar's own questions. */
export const questionText: Record<Language, typeof de> = { de, tr, en }
