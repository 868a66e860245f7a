import type { Language } from '../../kernel/language.ts'

type Words = {
  subject: (title: string) => string
  from: (trainer: string, title: string) => string
  button: string
  answer: (trainer: string) => string
}

/** The few words around what a trainer writes to those who coordinate. */
export const coordinationWords: Record<Language, Words> = {
  de: {
    subject: (title) => `Nachricht aus dem Seminar: ${title}`,
    from: (trainer, title) => `${trainer} schreibt zu „${title}“:`,
    button: 'Zum Seminar',
    answer: (trainer) => `Wenn Sie auf diese E-Mail antworten, geht die Antwort an ${trainer}.`,
  },
  tr: {
    subject: (title) => `Seminerden mesaj: ${title}`,
    from: (trainer, title) => `${trainer}, “${title}” hakkında yazıyor:`,
    button: 'Seminere git',
    answer: (trainer) => `Bu e-postayı yanıtlarsanız yanıtınız şu kişiye gider: ${trainer}.`,
  },
  en: {
    subject: (title) => `Message from the seminar: ${title}`,
    from: (trainer, title) => `${trainer} writes about “${title}”:`,
    button: 'Go to the seminar',
    answer: (trainer) => `If you answer this mail, your answer goes to ${trainer}.`,
  },
}
