import type { RevokeRefusal } from '../../functions/certificate/revoke.ts'
import type { Language } from '../../functions/kernel/language.ts'

type Words = {
  title: string
  link: string
  linkOf: (name: string) => string
  revokedOn: (date: string) => string
  revokeTitle: string
  explained: string
  reason: string
  reasonHint: string
  revoke: string
  refusals: Record<RevokeRefusal['code'], string>
  verify: string
  because: string
}

/** The page of one person's certificate in the office. */
export const revokeText: Record<Language, Words> = {
  de: {
    title: 'Bescheinigung',
    link: 'zurückziehen',
    linkOf: (name) => `Bescheinigung von ${name} ansehen oder zurückziehen`,
    revokedOn: (date) => `zurückgezogen am ${date}`,
    revokeTitle: 'Zurückziehen',
    explained:
      'War die Bescheinigung falsch? Dann ziehen Sie sie zurück. Die Person bekommt eine Mail mit dem Grund. Wer die Nummer prüft, liest, dass sie nicht mehr gilt. Das lässt sich nicht rückgängig machen.',
    reason: 'Warum?',
    reasonHint: 'Die Person liest diesen Satz. Bitte keine Angaben über andere und nichts zur Gesundheit.',
    revoke: 'Bescheinigung zurückziehen',
    refusals: {
      unknown: 'Diese Person hat keine Bescheinigung.',
      revoked: 'Diese Bescheinigung ist schon zurückgezogen.',
    },
    verify: 'Prüfseite ansehen',
    because: 'Grund',
  },
  tr: {
    title: 'Katılım belgesi',
    link: 'geri çek',
    linkOf: (name) => `${name} adlı kişinin belgesine bak veya geri çek`,
    revokedOn: (date) => `${date} tarihinde geri çekildi`,
    revokeTitle: 'Geri çek',
    explained:
      'Belge yanlış mıydı? O zaman geri çekin. Kişi, gerekçenin yazdığı bir e-posta alır. Numarayı doğrulayan, belgenin artık geçerli olmadığını okur. Bu işlem geri alınamaz.',
    reason: 'Neden?',
    reasonHint: 'Bu cümleyi kişi okur. Lütfen başkaları veya sağlık hakkında bilgi yazmayın.',
    revoke: 'Belgeyi geri çek',
    refusals: {
      unknown: 'Bu kişinin belgesi yok.',
      revoked: 'Bu belge zaten geri çekilmiş.',
    },
    verify: 'Doğrulama sayfasına bak',
    because: 'Gerekçe',
  },
  en: {
    title: 'Certificate',
    link: 'revoke',
    linkOf: (name) => `See or revoke the certificate of ${name}`,
    revokedOn: (date) => `revoked on ${date}`,
    revokeTitle: 'Revoke',
    explained:
      'Was the certificate wrong? Then revoke it. The person gets a mail with the reason. Whoever verifies the number reads that it no longer holds. This cannot be undone.',
    reason: 'Why?',
    reasonHint: 'The person reads this sentence. Please say nothing about others and nothing about health.',
    revoke: 'Revoke the certificate',
    refusals: {
      unknown: 'This person has no certificate.',
      revoked: 'This certificate is revoked already.',
    },
    verify: 'See the verification page',
    because: 'Reason',
  },
}
