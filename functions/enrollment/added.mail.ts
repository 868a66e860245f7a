import { type Language, textIn } from '../kernel/language.ts'
import type { Letter } from '../mail/letter.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { button, greet, small, text, until } from './enrollment.mail.ts'
import type { Enrollment } from './enrollment.ts'

const de = {
  subject: (title: string) => `Bitte bestätigen Sie Ihre Adresse: ${title}`,
  why: (title: string) =>
    `unser Büro hat eingetragen, dass Sie bei „${title}“ dabei waren, ohne angemeldet zu sein.`,
  please: (deadline: string) =>
    `Bitte bestätigen Sie bis ${deadline}, dass diese Adresse Ihnen gehört. Auf Ihrer Seite sehen Sie auch, was wir über Sie gespeichert haben. Danach bekommen Sie Ihre Teilnahmebescheinigung, wenn Sie lange genug dabei waren.`,
  button: 'Ansehen und bestätigen',
  stranger:
    'Sie waren nicht dabei? Dann hat sich jemand vertippt. Sie brauchen nichts zu tun; ohne Ihre Bestätigung schreiben wir Ihnen nichts Persönliches.',
}

const tr: typeof de = {
  subject: (title) => `Lütfen adresinizi onaylayınız: ${title}`,
  why: (title) => `Büromuz, kayıt olmadan “${title}” seminerine katıldığınızı yazdı.`,
  please: (deadline) =>
    `Bu adresin size ait olduğunu lütfen şu tarihe kadar onaylayınız: ${deadline}. Sayfanızda hakkınızda neyi sakladığımızı da görürsünüz. Yeterince uzun katıldıysanız ardından katılım belgeniz gelir.`,
  button: 'Görüntüle ve onayla',
  stranger:
    'Katılmadınız mı? O hâlde biri adresi yanlış yazmıştır. Bir şey yapmanız gerekmez; onayınız olmadan size kişisel bir şey yazmayız.',
}

const en: typeof de = {
  subject: (title) => `Please confirm your address: ${title}`,
  why: (title) => `Our office has noted that you took part in “${title}” without being enrolled.`,
  please: (deadline) =>
    `Please confirm by ${deadline} that this address is yours. On your page you also see what we have stored about you. After that you get your certificate of attendance, if you were there long enough.`,
  button: 'See and confirm',
  stranger:
    'You were not there? Then somebody made a typing mistake. You need not do anything; without your confirmation we will not write anything personal to you.',
}

const addedWords: Record<Language, typeof de> = { de, tr, en }

/**
 * Asks the owner of an address whether it is theirs, where the office has entered somebody afterwards. As long as
 * nobody has confirmed it, not a word from the form stands here, not even the name (promise 6).
 */
export function addedLetter({
  enrollment,
  seminar,
  link,
}: {
  enrollment: Enrollment
  seminar: Seminar
  link: string
}): Letter {
  const { language, holdsUntil } = enrollment
  const words = addedWords[language]
  const title = textIn(seminar.title, language)
  return {
    language,
    subject: words.subject(title),
    blocks: [
      greet(enrollment),
      text(words.why(title)),
      text(words.please(until(holdsUntil, seminar, language))),
      button(words.button, link),
      ...small(words.stranger),
    ],
    attachments: [],
  }
}
