import type { Language } from '../../functions/kernel/language.ts'
import type { CoordinationRefusal } from '../../functions/message/coordination/write-to-coordination.ts'

type Words = {
  link: string
  title: string
  explained: string
  text: string
  hint: string
  send: string
  refusals: Record<CoordinationRefusal['code'], string>
}

/** The form with which a trainer writes to those who coordinate. */
export const coordinationText: Record<Language, Words> = {
  de: {
    link: 'Nachricht an die Koordination schreiben',
    title: 'Nachricht an die Koordination',
    explained:
      'Ihre Nachricht geht als E-Mail an die Adresse des Verbands. Die Antwort kommt an Ihre eigene Adresse.',
    text: 'Ihre Nachricht',
    hint: 'Bitte keine Angaben über die Gesundheit oder das Privatleben von Teilnehmenden.',
    send: 'Nachricht senden',
    refusals: {
      'no-address':
        'Der Verband hat noch keine E-Mail-Adresse eingetragen. Bitte rufen Sie an oder sprechen Sie jemanden an.',
      'too-many':
        'Sie haben heute schon viele Nachrichten geschrieben. Bitte versuchen Sie es morgen wieder.',
    },
  },
  tr: {
    link: 'Koordinasyona mesaj yaz',
    title: 'Koordinasyona mesaj',
    explained: 'Mesajınız e-posta olarak birliğin adresine gider. Yanıt kendi adresinize gelir.',
    text: 'Mesajınız',
    hint: 'Lütfen katılımcıların sağlığı veya özel hayatı hakkında bilgi yazmayın.',
    send: 'Mesajı gönder',
    refusals: {
      'no-address': 'Birliğin e-posta adresi henüz girilmemiş. Lütfen telefonla veya yüz yüze haber verin.',
      'too-many': 'Bugün çok sayıda mesaj yazdınız. Lütfen yarın yeniden deneyin.',
    },
  },
  en: {
    link: 'Write to the coordination',
    title: 'Message to the coordination',
    explained:
      'Your message goes by mail to the address of the association. The answer comes to your own address.',
    text: 'Your message',
    hint: 'Please write nothing about the health or private life of participants.',
    send: 'Send the message',
    refusals: {
      'no-address': 'The association has not entered a mail address yet. Please call or speak to somebody.',
      'too-many': 'You have written many messages today. Please try again tomorrow.',
    },
  },
}
