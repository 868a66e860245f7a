import type { CorrectNameRefusal } from '../../functions/certificate/request/correct-name.ts'
import type { Language } from '../../functions/kernel/language.ts'

type Words = {
  title: string
  link: string
  /** Said where a certificate went out already. */
  reissues: string
  atOnce: string
  save: string
  saved: string
  onItsWay: string
  letters: string
  /** The same where no certificate has gone out yet. */
  held: string
  refused: Record<Exclude<CorrectNameRefusal['code'], 'unknown'>, string>
}

/** The page on which somebody corrects their name when the seminar is over. */
export const myNameText: Record<Language, Words> = {
  de: {
    title: 'Meinen Namen berichtigen',
    link: 'Namen berichtigen',
    reissues:
      'Sie bekommen eine neue Bescheinigung mit einer neuen Nummer per Mail. Die alte gilt dann als ersetzt: Wer ihre Nummer prüft, liest das.',
    atOnce: 'So steht Ihr Name dann auf der Bescheinigung.',
    save: 'Name speichern',
    saved: 'Ihr Name ist gespeichert.',
    onItsWay: 'Ihre neue Bescheinigung ist unterwegs. Sie kommt in wenigen Minuten per Mail.',
    held: 'Ihre Bescheinigung wartet: Ihr Name enthält Zeichen, die wir nicht drucken können. Schreiben Sie ihn bitte anders; dann kommt sie von selbst.',
    letters:
      'Ihr Name enthält Zeichen, die wir nicht drucken können. Ihre bisherige Bescheinigung gilt weiter. Schreiben Sie den Namen bitte anders, oder antworten Sie uns auf eine unserer Mails.',
    refused: {
      closed: 'Hier lässt sich gerade nichts berichtigen.',
      revoked:
        'Diese Bescheinigung ist zurückgezogen. Möchten Sie eine neue, antworten Sie uns bitte auf eine unserer Mails.',
      'too-often':
        'Der Name wurde schon mehrmals berichtigt. Antworten Sie uns bitte auf eine unserer Mails; dann sehen wir es uns gemeinsam an.',
    },
  },
  tr: {
    title: 'Adımı düzelt',
    link: 'Adımı düzelt',
    reissues:
      'Yeni numaralı yeni bir belge e-postayla gelir. Önceki belge değiştirilmiş sayılır: Onun numarasını doğrulayan bunu okur.',
    atOnce: 'Belgede adınız böyle yazılacak.',
    save: 'Adı kaydet',
    saved: 'Adınız kaydedildi.',
    onItsWay: 'Yeni belgeniz yolda. Birkaç dakika içinde e-postayla gelir.',
    held: 'Belgeniz bekliyor: Adınızda basamadığımız işaretler var. Lütfen adınızı başka türlü yazın; belge kendiliğinden gelir.',
    letters:
      'Adınızda basamadığımız işaretler var. Şimdiki belgeniz geçerli kalır. Lütfen adınızı başka türlü yazın ya da e-postalarımızdan birini yanıtlayın.',
    refused: {
      closed: 'Burada şu anda bir şey düzeltilemiyor.',
      revoked:
        'Bu belge geri çekilmiş. Yeni bir belge istiyorsanız lütfen e-postalarımızdan birini yanıtlayın.',
      'too-often':
        'Ad zaten birkaç kez düzeltildi. Lütfen e-postalarımızdan birini yanıtlayın; birlikte bakalım.',
    },
  },
  en: {
    title: 'Correct my name',
    link: 'Correct my name',
    reissues:
      'You get a new certificate with a new number by mail. The old one then counts as replaced: whoever verifies its number reads that.',
    atOnce: 'This is how your name will stand on the certificate.',
    save: 'Save the name',
    saved: 'Your name is saved.',
    onItsWay: 'Your new certificate is on its way. It comes by mail within minutes.',
    held: 'Your certificate waits: your name has signs that we cannot print. Please write it another way, and it comes by itself.',
    letters:
      'Your name has signs that we cannot print. The certificate you have still holds. Please write the name another way, or reply to one of our mails.',
    refused: {
      closed: 'Nothing can be corrected here now.',
      revoked: 'This certificate was revoked. If you would like a new one, please reply to one of our mails.',
      'too-often':
        'The name was corrected several times already. Please reply to one of our mails, and we look at it together.',
    },
  },
}
