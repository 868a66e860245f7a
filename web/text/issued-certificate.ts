import type { Obstacle } from '../../functions/certificate/request/certificate-request.table.ts'
import type { RequestRefusal } from '../../functions/certificate/request/request-certificate.ts'
import type { Language } from '../../functions/kernel/language.ts'

type Words = {
  number: string
  register: string
  issued: string
  name: string
  minutes: string
  ofPlanned: (minutes: number, planned: number) => string
  standing: string
  holds: string
  replacedOn: (date: string) => string
  former: string
  onItsWay: string
  obstacles: Record<Obstacle, string>
  firstName: string
  lastName: string
  renewTitle: string
  renewText: string
  renewRevoked: string
  renew: string
  againTitle: string
  againText: (address: string) => string
  again: string
  refusals: Record<RequestRefusal['code'], string>
}

/** What the office can do with a certificate that was issued. */
export const issuedText: Record<Language, Words> = {
  de: {
    number: 'Nummer',
    register: 'Register',
    issued: 'Ausgestellt',
    name: 'Name',
    minutes: 'Minuten',
    ofPlanned: (minutes, planned) => `${minutes} von ${planned}`,
    standing: 'Stand',
    holds: 'gilt',
    replacedOn: (date) => `ersetzt am ${date}`,
    former: 'Frühere Bescheinigungen',
    onItsWay: 'Das wird gerade erledigt. Laden Sie die Seite in einer Minute neu.',
    obstacles: {
      none: 'Es wurde keine neue ausgestellt: Die Person hat jetzt zu wenige Minuten. Gilt die alte nicht mehr, ziehen Sie sie zurück.',
      same: 'Es wurde keine neue ausgestellt: Es stünde dasselbe darauf.',
      letters:
        'Es wurde keine neue ausgestellt: Der Name enthält Zeichen, die sich nicht drucken lassen. Schreiben Sie ihn anders.',
      over: 'Es wurde nichts verschickt: Die Bescheinigung ist inzwischen zurückgezogen, oder die Person ist nicht mehr angemeldet.',
    },
    firstName: 'Vorname',
    lastName: 'Nachname',
    renewTitle: 'Neu ausstellen',
    renewText:
      'Ist der Name falsch, oder haben sich Minuten, Titel oder Inhalte geändert? Dann stellen Sie eine neue aus. Sie sagt, was jetzt im Seminar steht, hat eine neue Nummer und geht per Mail hinaus. Die alte gilt dann als ersetzt.',
    renewRevoked:
      'Soll die Person eine neue bekommen? Sie sagt, was jetzt im Seminar steht, hat eine neue Nummer und geht per Mail hinaus.',
    renew: 'Neue Bescheinigung ausstellen',
    againTitle: 'Noch einmal schicken',
    againText: (address) => `Dieselbe Bescheinigung geht noch einmal an ${address}.`,
    again: 'Noch einmal schicken',
    refusals: {
      unknown: 'Diese Person hat keine Bescheinigung.',
      gone: 'Diese Person ist nicht mehr angemeldet. Es wurde nichts geändert.',
      revoked: 'Diese Bescheinigung ist zurückgezogen. Sie wird nicht mehr verschickt.',
    },
  },
  tr: {
    number: 'Numara',
    register: 'Kayıt no.',
    issued: 'Düzenlenme',
    name: 'Ad',
    minutes: 'Dakika',
    ofPlanned: (minutes, planned) => `${minutes} / ${planned}`,
    standing: 'Durum',
    holds: 'geçerli',
    replacedOn: (date) => `${date} tarihinde değiştirildi`,
    former: 'Önceki belgeler',
    onItsWay: 'Bu iş şu anda yapılıyor. Bir dakika sonra sayfayı yenileyin.',
    obstacles: {
      none: 'Yeni belge düzenlenmedi: Kişinin dakikaları artık yetmiyor. Eski belge artık geçerli olmamalıysa onu geri çekin.',
      same: 'Yeni belge düzenlenmedi: Üzerinde aynı şeyler yazacaktı.',
      letters: 'Yeni belge düzenlenmedi: Adda basılamayan işaretler var. Adı başka türlü yazın.',
      over: 'Hiçbir şey gönderilmedi: Belge bu arada geri çekildi ya da kişi artık kayıtlı değil.',
    },
    firstName: 'Ad',
    lastName: 'Soyad',
    renewTitle: 'Yeniden düzenle',
    renewText:
      'Ad yanlış mı, yoksa dakikalar, başlık veya içerik mi değişti? O zaman yeni bir belge düzenleyin. Yeni belgede seminerin şimdiki bilgileri yazar, numarası yenidir ve e-postayla gider. Eski belge değiştirilmiş sayılır.',
    renewRevoked:
      'Kişi yeni bir belge alsın mı? Yeni belgede seminerin şimdiki bilgileri yazar, numarası yenidir ve e-postayla gider.',
    renew: 'Yeni belge düzenle',
    againTitle: 'Bir daha gönder',
    againText: (address) => `Aynı belge bir kez daha şu adrese gider: ${address}.`,
    again: 'Bir daha gönder',
    refusals: {
      unknown: 'Bu kişinin belgesi yok.',
      gone: 'Bu kişi artık kayıtlı değil. Hiçbir şey değişmedi.',
      revoked: 'Bu belge geri çekilmiş. Artık gönderilmez.',
    },
  },
  en: {
    number: 'Number',
    register: 'Register',
    issued: 'Issued',
    name: 'Name',
    minutes: 'Minutes',
    ofPlanned: (minutes, planned) => `${minutes} of ${planned}`,
    standing: 'Standing',
    holds: 'holds',
    replacedOn: (date) => `replaced on ${date}`,
    former: 'Earlier certificates',
    onItsWay: 'This is being done. Load the page again in a minute.',
    obstacles: {
      none: 'No new one was issued: the person has too few minutes now. If the old one holds no longer, revoke it.',
      same: 'No new one was issued: it would say the same.',
      letters:
        'No new one was issued: the name has signs that cannot be printed. Please write it another way.',
      over: 'Nothing was sent: the certificate was revoked meanwhile, or the person is no longer enrolled.',
    },
    firstName: 'First name',
    lastName: 'Last name',
    renewTitle: 'Issue anew',
    renewText:
      'Is the name wrong, or have minutes, title or contents changed? Then issue a new one. It says what stands in the seminar now, has a new number and goes out by mail. The old one then counts as replaced.',
    renewRevoked:
      'Shall the person get a new one? It says what stands in the seminar now, has a new number and goes out by mail.',
    renew: 'Issue a new certificate',
    againTitle: 'Send once more',
    againText: (address) => `The same certificate goes to ${address} once more.`,
    again: 'Send once more',
    refusals: {
      unknown: 'This person has no certificate.',
      gone: 'This person is no longer enrolled. Nothing was changed.',
      revoked: 'This certificate is revoked. It is not sent any more.',
    },
  },
}
