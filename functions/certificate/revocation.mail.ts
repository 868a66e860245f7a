import type { Language } from '../kernel/language.ts'
import type { Block, Letter } from '../mail/letter.ts'
import type { Certificate } from './certificate.ts'

type Words = {
  subject: (title: string) => string
  greeting: (name: string) => string
  text: (title: string, number: string) => string
  reason: string
  wrong: string
}

const words: Record<Language, Words> = {
  de: {
    subject: (title) => `Ihre Teilnahmebescheinigung gilt nicht mehr: ${title}`,
    greeting: (name) => `Guten Tag ${name},`,
    text: (title, number) =>
      `wir haben Ihre Teilnahmebescheinigung zu „${title}“ mit der Nummer ${number} zurückgezogen. Bitte verwenden Sie sie nicht mehr. Wer die Nummer prüft, sieht das.`,
    reason: 'Der Grund:',
    wrong: 'Ist das ein Irrtum? Antworten Sie uns bitte.',
  },
  tr: {
    subject: (title) => `Katılım belgeniz artık geçerli değil: ${title}`,
    greeting: (name) => `Sayın ${name},`,
    text: (title, number) =>
      `“${title}” seminerine ait ${number} numaralı katılım belgenizi geri çektik. Lütfen artık kullanmayın. Numarayı doğrulayan bunu görür.`,
    reason: 'Gerekçe:',
    wrong: 'Bir yanlışlık mı var? Lütfen bize yazın.',
  },
  en: {
    subject: (title) => `Your certificate of attendance no longer holds: ${title}`,
    greeting: (name) => `Dear ${name},`,
    text: (title, number) =>
      `We have revoked your certificate of attendance for “${title}” with the number ${number}. Please do not use it any more. Whoever verifies the number sees that.`,
    reason: 'The reason:',
    wrong: 'Is that a mistake? Please write to us.',
  },
}

/** Tells the person that their certificate holds no longer, and why. */
export function revocationLetter(certificate: Certificate, reason: string): Letter {
  const { language, number, title, firstName, lastName } = certificate
  const { subject, greeting, text, reason: label, wrong } = words[language]
  const say = (line: string): Block => ({ is: 'text', text: line })
  return {
    language,
    subject: subject(title),
    blocks: [
      say(greeting(`${firstName} ${lastName}`.trim())),
      say(text(title, number)),
      say(`${label} ${reason}`),
      say(wrong),
    ],
    attachments: [],
  }
}
