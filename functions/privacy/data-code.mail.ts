import { type Enrollment, fullName, isProven } from '../enrollment/enrollment.ts'
import { enrollmentWords } from '../enrollment/text/words.ts'
import type { Language } from '../kernel/language.ts'
import type { Letter } from '../mail/letter.ts'

const de = {
  subject: 'Ihr Code für „Meine Daten“',
  text: 'mit diesem Code sehen Sie, was wir über Sie gespeichert haben. Sie können es herunterladen oder löschen.',
  code: 'Code',
  good: 'Der Code gilt 10 Minuten und nur einmal. Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Sagen Sie ihn niemandem.',
  notYou:
    'Sie haben keinen Code angefordert? Dann kennt vielleicht jemand den Link zu Ihrer Seite. Fordern Sie dort einen neuen Link an.',
}

const tr: typeof de = {
  subject: '“Verilerim” için kodunuz',
  text: 'Bu kodla hakkınızda neleri kaydettiğimizi görebilir, bunları indirebilir veya silebilirsiniz.',
  code: 'Kod',
  good: 'Kod 10 dakika ve yalnızca bir kez geçerlidir. Kodu, onu istediğiniz sayfaya yazınız. Kimseye söylemeyiniz.',
  notYou:
    'Kod istemediniz mi? O hâlde sayfanızın bağlantısını başka biri biliyor olabilir. Sayfanızdan yeni bir bağlantı isteyiniz.',
}

const en: typeof de = {
  subject: 'Your code for “My data”',
  text: 'With this code you see what we have stored about you. You can download or erase it.',
  code: 'Code',
  good: 'The code is good for 10 minutes and only once. Enter it on the page where you asked for it. Do not tell it to anybody.',
  notYou:
    'You did not ask for a code? Then somebody may know the link to your page. Ask for a new link there.',
}

const words: Record<Language, typeof de> = { de, tr, en }

/** Four and four letters are easier to copy than eight. */
export const spaced = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** Brings the code that opens somebody's data. */
export function dataCodeLetter({ enrollment, code }: { enrollment: Enrollment; code: string }): Letter {
  const { language } = enrollment
  const { greeting, greetingByName } = enrollmentWords[language]
  const text = words[language]
  return {
    language,
    subject: text.subject,
    blocks: [
      { is: 'text', text: isProven(enrollment) ? greetingByName(fullName(enrollment)) : greeting },
      { is: 'text', text: text.text },
      { is: 'facts', rows: [[text.code, spaced(code)]] },
      { is: 'text', text: text.good },
      { is: 'small', text: text.notYou },
    ],
    attachments: [],
  }
}
