import type { Language } from '../../functions/kernel/language.ts'
import type { RuledLetter } from '../../functions/seminar/letter-rules.ts'
import type { SaveRulesRefusal } from '../../functions/seminar/save-letter-rules.ts'

const people = (n: number): string => (n === 1 ? '1 Person' : `${n} Personen`)

const names: Record<RuledLetter, string> = {
  invite: 'Einladung mit Zugangslink',
  reminder: 'Erinnerung',
  missed: 'Wir haben Sie vermisst',
  thanks: 'Dank und Rückmeldung',
}
const about: Record<RuledLetter, string> = {
  invite: 'An alle mit einem bestätigten Platz, vor jedem Termin.',
  reminder: 'An alle mit einem bestätigten Platz, kurz vor jedem Termin.',
  missed:
    'Nach dem ersten Termin an alle, die nicht da waren, wenn noch ein Termin kommt. Sobald die Minuten bekannt sind.',
  thanks: 'Nach dem letzten Termin an alle, die da waren. Sobald die Minuten bekannt sind.',
}
const whens: Record<RuledLetter, string> = {
  invite: 'Tage vorher',
  reminder: 'Stunden vorher',
  missed: 'Stunden nach dem ersten Termin',
  thanks: 'Stunden nach dem letzten Termin',
}
const refusals: Record<SaveRulesRefusal['code'], string> = {
  unknown: 'Dieses Seminar gibt es nicht.',
  over: 'Das Seminar ist vorbei.',
  'changed-meanwhile':
    'Das Seminar wurde inzwischen geändert. So ist es jetzt; bitte sehen Sie es sich noch einmal an.',
}

const de = {
  title: 'Mails nach Plan',
  toPage: 'Mails nach Plan: Einladung, Erinnerung, Dank',
  lead: 'Diese Mails gehen von selbst hinaus, jede Person bekommt sie in ihrer Sprache und einmal.',
  names,
  about,
  whens,
  on: 'von selbst senden',
  feedback: 'Adresse des Rückmeldebogens',
  feedbackHint: 'Freiwillig. Beginnt mit https://. Der Knopf dazu steht dann in der Mail.',
  save: 'Plan speichern',
  dates: 'Geht hinaus',
  noDates: 'Zurzeit steht nichts an.',
  off: 'Geht nicht von selbst hinaus.',
  recipients: 'Empfänger',
  recipientsNow: (n: number) => `zurzeit ${people(n)}`,
  unknownYet: 'Steht fest, wenn die Minuten bekannt sind.',
  senseless: 'Zurzeit niemand: Es kommt kein Termin mehr.',
  preview: 'Vorschau',
  previewOf: (letter: string) => `Vorschau: ${letter}`,
  previewLead: 'So lesen es die Teilnehmenden. In den Mails stehen ihr Name und ihre eigenen Links.',
  subject: 'Betreff',
  test: 'Zur Probe an mich senden',
  testLanguage: 'Sprache',
  languages: { de: 'Deutsch', tr: 'Türkisch', en: 'Englisch' },
  sendNow: 'Jetzt senden …',
  sendTitle: (letter: string) => `Jetzt senden: ${letter}`,
  sendLead:
    'Angekreuzt sind alle, die diese Mail noch nicht haben. Wer sie schon hat und angekreuzt wird, bekommt sie noch einmal mit einem neuen Link.',
  sendOnceLead: 'Diese Mail bekommt jede Person nur einmal.',
  sendDouble: 'Was nach Plan hinausgeht, geht trotzdem hinaus.',
  hadIt: (when: string) => `hat sie: ${when}`,
  send: 'An die Angekreuzten senden',
  nobody: 'Zurzeit gibt es niemanden für diese Mail.',
  nobodyPicked: 'Bitte kreuzen Sie mindestens eine Person an.',
  tooMany: (most: number) =>
    `Bitte höchstens ${most} Personen auf einmal. Danach geht es mit den Nächsten weiter.`,
  shownOf: (shown: number, all: number) =>
    `${shown} von ${all}. Wenn diese versorgt sind, kommen die Nächsten.`,
  nothingToSend: 'Für diesen Termin gibt es nichts mehr zu senden.',
  session: 'Termin',
  refusals,
}

const tr: typeof de = {
  title: 'Planlı e-postalar',
  toPage: 'Planlı e-postalar: davet, hatırlatma, teşekkür',
  lead: 'Bu e-postalar kendiliğinden gönderilir; herkes kendi dilinde ve bir kez alır.',
  names: {
    invite: 'Katılım bağlantılı davet',
    reminder: 'Hatırlatma',
    missed: 'Sizi aramızda göremedik',
    thanks: 'Teşekkür ve değerlendirme',
  },
  about: {
    invite: 'Her oturumdan önce, yeri onaylanmış herkese.',
    reminder: 'Her oturumdan kısa süre önce, yeri onaylanmış herkese.',
    missed: 'İlk oturumdan sonra, katılmamış olanlara; başka bir oturum daha varsa. Dakikalar belli olunca.',
    thanks: 'Son oturumdan sonra, katılmış olanlara. Dakikalar belli olunca.',
  },
  whens: {
    invite: 'gün önce',
    reminder: 'saat önce',
    missed: 'ilk oturumdan kaç saat sonra',
    thanks: 'son oturumdan kaç saat sonra',
  },
  on: 'kendiliğinden gönder',
  feedback: 'Değerlendirme anketinin adresi',
  feedbackHint: 'İsteğe bağlı. https:// ile başlar. E-postada düğmesi de yer alır.',
  save: 'Planı kaydet',
  dates: 'Gönderilecek',
  noDates: 'Şu anda bekleyen bir şey yok.',
  off: 'Kendiliğinden gönderilmez.',
  recipients: 'Alacaklar',
  recipientsNow: (n) => `şu anda ${n} kişi`,
  unknownYet: 'Dakikalar belli olunca kesinleşir.',
  senseless: 'Şu anda kimse yok: başka oturum kalmadı.',
  preview: 'Önizleme',
  previewOf: (letter) => `Önizleme: ${letter}`,
  previewLead: 'Katılımcılar böyle okur. E-postalarda kendi adları ve kendi bağlantıları bulunur.',
  subject: 'Konu',
  test: 'Deneme olarak bana gönder',
  testLanguage: 'Dil',
  languages: { de: 'Almanca', tr: 'Türkçe', en: 'İngilizce' },
  sendNow: 'Şimdi gönder …',
  sendTitle: (letter) => `Şimdi gönder: ${letter}`,
  sendLead:
    'Bu e-postayı henüz almamış olanlar işaretlidir. Daha önce almış birini işaretlerseniz yeni bir bağlantıyla yeniden alır.',
  sendOnceLead: 'Bu e-postayı herkes yalnızca bir kez alır.',
  sendDouble: 'Plana göre gidecek olanlar yine de gönderilir.',
  hadIt: (when) => `aldı: ${when}`,
  send: 'İşaretlilere gönder',
  nobody: 'Şu anda bu e-postayı alacak kimse yok.',
  nobodyPicked: 'Lütfen en az bir kişiyi işaretleyiniz.',
  tooMany: (most) =>
    `Lütfen bir seferde en çok ${most} kişi seçiniz. Ardından sıradakilerle devam edebilirsiniz.`,
  shownOf: (shown, all) => `${all} kişiden ${shown} kişi. Bunlar bitince sıradakiler görünür.`,
  nothingToSend: 'Bu oturum için gönderilecek bir şey kalmadı.',
  session: 'Oturum',
  refusals: {
    unknown: 'Böyle bir seminer yok.',
    over: 'Seminer bitti.',
    'changed-meanwhile': 'Seminer bu arada değiştirildi. Şimdiki durum bu; lütfen bir daha bakınız.',
  },
}

const english = (n: number): string => (n === 1 ? '1 person' : `${n} people`)

const en: typeof de = {
  title: 'Planned mails',
  toPage: 'Planned mails: invite, reminder, thanks',
  lead: 'These mails go out by themselves; each person gets them in their language, and once.',
  names: {
    invite: 'Invite with join link',
    reminder: 'Reminder',
    missed: 'We missed you',
    thanks: 'Thanks and feedback',
  },
  about: {
    invite: 'To everybody with a confirmed seat, before each session.',
    reminder: 'To everybody with a confirmed seat, shortly before each session.',
    missed:
      'After the first session to those who were not there, if another session is to come. As soon as the minutes are known.',
    thanks: 'After the last session to those who were there. As soon as the minutes are known.',
  },
  whens: {
    invite: 'days before',
    reminder: 'hours before',
    missed: 'hours after the first session',
    thanks: 'hours after the last session',
  },
  on: 'send by itself',
  feedback: 'Address of the feedback form',
  feedbackHint: 'Optional. Begins with https://. The mail then has a button for it.',
  save: 'Save the plan',
  dates: 'Goes out',
  noDates: 'Nothing is due at the moment.',
  off: 'Does not go out by itself.',
  recipients: 'Recipients',
  recipientsNow: (n) => `${english(n)} at the moment`,
  unknownYet: 'Known as soon as the minutes are.',
  senseless: 'Nobody at the moment: no session is to come.',
  preview: 'Preview',
  previewOf: (letter) => `Preview: ${letter}`,
  previewLead: 'This is how participants read it. Their mails have their own names and links.',
  subject: 'Subject',
  test: 'Send to me as a test',
  testLanguage: 'Language',
  languages: { de: 'German', tr: 'Turkish', en: 'English' },
  sendNow: 'Send now …',
  sendTitle: (letter) => `Send now: ${letter}`,
  sendLead:
    'Everybody who does not have this mail yet is ticked. Who has it and is ticked gets it again, with a new link.',
  sendOnceLead: 'Each person gets this mail only once.',
  sendDouble: 'What is planned goes out all the same.',
  hadIt: (when) => `has it: ${when}`,
  send: 'Send to those who are ticked',
  nobody: 'There is nobody for this mail at the moment.',
  nobodyPicked: 'Please tick at least one person.',
  tooMany: (most) => `At most ${most} people at a time, please. Then it goes on with the next.`,
  shownOf: (shown, all) => `${shown} of ${all}. When these are done, the next ones come.`,
  nothingToSend: 'There is nothing left to send for this session.',
  session: 'Session',
  refusals: {
    unknown: 'There is no such seminar.',
    over: 'The seminar is over.',
    'changed-meanwhile': 'The seminar was changed meanwhile. This is how it is now; please look once more.',
  },
}

/** The words for the letters that go out by rules, and for an association's own words in them. */
export const lettersText: Record<Language, typeof de> = { de, tr, en }
