import type { Language } from '../kernel/language.ts'
import type { Block, Letter } from '../mail/letter.ts'
import { type Certificate, isCertificateNumber } from './certificate.ts'

type Words = {
  subject: (title: string) => string
  greeting: (name: string) => string
  text: (title: string) => string
  /** Said where the certificate is a reduced one. */
  reduced: string
  /** Said where it takes the place of an earlier one. */
  replaces: (number: string) => string
  verify: (number: string) => string
  check: string
  button: string
  correct: string
  filename: (number: string) => string
}

const de: Words = {
  subject: (title) => `Ihre Teilnahmebescheinigung: ${title}`,
  greeting: (name) => `Guten Tag ${name},`,
  text: (title) =>
    `danke, dass Sie bei „${title}“ dabei waren. Ihre Teilnahmebescheinigung liegt dieser Mail bei.`,
  reduced:
    'Sie waren einen Teil der Zeit dabei. Deshalb nennt die Bescheinigung die Unterrichtseinheiten, die Sie besucht haben.',
  replaces: (number) =>
    `Sie ersetzt die Bescheinigung mit der Nummer ${number}. Die frühere gilt nicht mehr.`,
  verify: (number) =>
    `Ob die Bescheinigung echt ist, kann jede Person mit der Nummer ${number} oder dem Code auf dem Blatt prüfen.`,
  check: 'Echtheit prüfen',
  button: 'Meine Seite mit der Bescheinigung',
  correct:
    'Ist Ihr Name falsch geschrieben? Auf Ihrer Seite können Sie ihn berichtigen. Stimmt etwas anderes nicht? Antworten Sie uns bitte.',
  filename: (number) => `Teilnahmebescheinigung-${number}.pdf`,
}

const tr: Words = {
  subject: (title) => `Katılım belgeniz: ${title}`,
  greeting: (name) => `Sayın ${name},`,
  text: (title) =>
    `“${title}” seminerine katıldığınız için teşekkür ederiz. Katılım belgeniz bu e-postanın ekindedir.`,
  reduced: 'Sürenin bir bölümünde katıldınız. Bu yüzden belgede katıldığınız ders saatleri yazıyor.',
  replaces: (number) => `${number} numaralı belgenin yerine geçer. Önceki belge artık geçerli değildir.`,
  verify: (number) =>
    `Belgenin gerçek olduğunu herkes ${number} numarasıyla ya da belgedeki kodla doğrulayabilir.`,
  check: 'Belgeyi doğrula',
  button: 'Belgemin bulunduğu sayfa',
  correct:
    'Adınız yanlış mı yazılmış? Sayfanızda düzeltebilirsiniz. Başka bir yanlışlık mı var? Lütfen bize yazın.',
  filename: (number) => `Katilim-Belgesi-${number}.pdf`,
}

const en: Words = {
  subject: (title) => `Your certificate of attendance: ${title}`,
  greeting: (name) => `Dear ${name},`,
  text: (title) => `Thank you for taking part in “${title}”. Your certificate of attendance is attached.`,
  reduced: 'You were there for a part of the time. So the certificate names the teaching units you attended.',
  replaces: (number) =>
    `It takes the place of the one with the number ${number}. The earlier one no longer holds.`,
  verify: (number) =>
    `Anybody can check that it is genuine with the number ${number} or the code on the sheet.`,
  check: 'Check that it is genuine',
  button: 'My page with the certificate',
  correct:
    'Is your name misspelt? You can correct it on your page. Is anything else wrong? Please write to us.',
  filename: (number) => `Certificate-of-Attendance-${number}.pdf`,
}

const certificateWords: Record<Language, Words> = { de, tr, en }

/** What the file of a certificate is called, in its own language. */
export const certificateFilename = ({ language, number }: Pick<Certificate, 'language' | 'number'>): string =>
  certificateWords[language].filename(isCertificateNumber(number) ? number : '')

/** Brings the certificate: the sheet as PDF, the number, and where it can be checked. */
export function certificateLetter(facts: {
  certificate: Certificate
  /** The sheet in base64. */
  pdf: string
  myLink: string
  verifyLink: string
  /** The number of the certificate whose place it takes. */
  replaces?: string
}): Letter {
  const { certificate, pdf, myLink, verifyLink, replaces } = facts
  const words = certificateWords[certificate.language]
  const text = (line: string): Block => ({ is: 'text', text: line })
  return {
    language: certificate.language,
    subject: words.subject(certificate.title),
    blocks: [
      text(words.greeting(`${certificate.firstName} ${certificate.lastName}`.trim())),
      text(words.text(certificate.title)),
      ...(certificate.reduced ? [text(words.reduced)] : []),
      ...(replaces ? [text(words.replaces(replaces))] : []),
      { is: 'button', label: words.button, href: myLink },
      text(words.verify(certificate.number)),
      { is: 'button', label: words.check, href: verifyLink },
      text(words.correct),
      ...(certificate.acknowledgement ? [{ is: 'small' as const, text: certificate.acknowledgement }] : []),
    ],
    attachments: [
      { filename: certificateFilename(certificate), contentType: 'application/pdf', content: pdf },
    ],
  }
}
