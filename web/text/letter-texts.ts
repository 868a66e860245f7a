import type { Language } from '../../functions/kernel/language.ts'
import type { Placeholder } from '../../functions/programme/letter-texts.ts'

const placeholders: Record<Placeholder, string> = {
  name: 'Vor- und Nachname',
  seminar: 'Titel des Seminars',
  trainer: 'Referent/in',
  organisation: 'Name des Verbands',
  date: 'Datum des Termins',
  time: 'Uhrzeit des Beginns',
  when: '„heute um 18:00 Uhr“ oder „am … um 18:00 Uhr“',
  place: 'Ort oder „online“',
}

const de = {
  confirmed: 'Bestätigung eines Platzes',
  textsTitle: 'Texte der Mails',
  textsLead:
    'Betreff und erste Sätze der Mails, in den Worten Ihres Verbands. Links, Termine und Förderhinweis setzt das Haus dazu.',
  textsToPage: 'Texte der Mails ändern',
  own: 'eigener Text',
  usual: 'Text des Hauses',
  usualIs: 'Text des Hauses',
  textField: 'Erste Sätze',
  leaveEmpty: 'Leer lassen: Dann gilt der Text des Hauses.',
  placeholdersTitle: 'Platzhalter',
  placeholdersLead:
    'Sie werden für jede Person ausgefüllt. Bitte genau so schreiben, mit geschweiften Klammern.',
  placeholders,
  wrongPlaceholder: (wrong: string, known: string) =>
    `Das lässt sich nicht ausfüllen: ${wrong}. Es gibt: ${known}`,
  reset: (language: string) => `Zurück zum Text des Hauses (${language})`,
  changedMeanwhile:
    'Diese Texte wurden inzwischen geändert. So sind sie jetzt; Ihr Text ist nicht gespeichert.',
}

const tr: typeof de = {
  confirmed: 'Yerin onaylanması',
  textsTitle: 'E-posta metinleri',
  textsLead:
    'E-postaların konusu ve ilk cümleleri, derneğinizin sözleriyle. Bağlantıları, tarihleri ve destek ibaresini sistem ekler.',
  textsToPage: 'E-posta metinlerini değiştir',
  own: 'kendi metniniz',
  usual: 'hazır metin',
  usualIs: 'Hazır metin',
  textField: 'İlk cümleler',
  leaveEmpty: 'Boş bırakırsanız hazır metin geçerlidir.',
  placeholdersTitle: 'Yer tutucular',
  placeholdersLead: 'Her kişi için doldurulur. Lütfen süslü parantezlerle, tam böyle yazınız.',
  placeholders: {
    name: 'adı ve soyadı',
    seminar: 'seminerin başlığı',
    trainer: 'eğitmen',
    organisation: 'kuruluşun adı',
    date: 'oturumun tarihi',
    time: 'başlangıç saati',
    when: '“bugün (saat 18:00)” ya da “… günü (saat 18:00)”',
    place: 'yer ya da “çevrim içi”',
  },
  wrongPlaceholder: (wrong, known) => `Bu doldurulamıyor: ${wrong}. Kullanılabilenler: ${known}`,
  reset: (language) => `Hazır metne dön (${language})`,
  changedMeanwhile: 'Bu metinler bu arada değiştirildi. Şimdiki durum bu; metniniz kaydedilmedi.',
}

const en: typeof de = {
  confirmed: 'Confirmation of a seat',
  textsTitle: 'Texts of the mails',
  textsLead:
    'Subject and first sentences of the mails, in your association’s own words. Links, dates and acknowledgement are added by the house.',
  textsToPage: 'Change the texts of the mails',
  own: 'own text',
  usual: 'text of the house',
  usualIs: 'Text of the house',
  textField: 'First sentences',
  leaveEmpty: 'Leave it empty to use the text of the house.',
  placeholdersTitle: 'Placeholders',
  placeholdersLead: 'They are filled in for each person. Please write them exactly like this, with braces.',
  placeholders: {
    name: 'first and last name',
    seminar: 'title of the seminar',
    trainer: 'trainer',
    organisation: 'name of the association',
    date: 'date of the session',
    time: 'time of the start',
    when: '“today at 18:00” or “on …, at 18:00”',
    place: 'place, or “online”',
  },
  wrongPlaceholder: (wrong, known) => `This cannot be filled in: ${wrong}. There are: ${known}`,
  reset: (language) => `Back to the text of the house (${language})`,
  changedMeanwhile: 'These texts were changed meanwhile. This is how they are now; your text is not saved.',
}

/** The words for an association's own words in the letters of the house. */
export const letterTextsText: Record<Language, typeof de> = { de, tr, en }
