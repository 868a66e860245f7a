import type { Language } from '../../kernel/language.ts'

/** Why somebody gets a message: they are enrolled, somebody gave their address, or they were enrolled. */
export type MessageReason = 'enrolled' | 'unproven' | 'cancelled'

type MessageWords = {
  myButton: string
  test: (subject: string) => string
  because: Record<MessageReason, (title: string) => string>
}

/** The few words around what a coordinator writes. */
export const messageWords: Record<Language, MessageWords> = {
  de: {
    myButton: 'Zu meiner Anmeldung',
    test: (subject) => `[Probe] ${subject}`,
    because: {
      enrolled: (title) => `Sie bekommen diese Nachricht, weil Sie zu „${title}“ angemeldet sind.`,
      unproven: (title) =>
        `Sie bekommen diese Nachricht, weil diese Adresse zu „${title}“ angemeldet wurde und noch nicht bestätigt ist. Waren Sie das nicht? Dann müssen Sie nichts tun.`,
      cancelled: (title) => `Sie bekommen diese Nachricht, weil Sie zu „${title}“ angemeldet waren.`,
    },
  },
  tr: {
    myButton: 'Kaydıma git',
    test: (subject) => `[Deneme] ${subject}`,
    because: {
      enrolled: (title) => `Bu mesajı, “${title}” seminerine kayıtlı olduğunuz için alıyorsunuz.`,
      unproven: (title) =>
        `Bu mesajı, bu adres “${title}” seminerine kaydedildiği ve henüz onaylanmadığı için alıyorsunuz. Kaydı siz yapmadıysanız bir şey yapmanız gerekmez.`,
      cancelled: (title) => `Bu mesajı, daha önce “${title}” seminerine kayıtlı olduğunuz için alıyorsunuz.`,
    },
  },
  en: {
    myButton: 'Go to my enrollment',
    test: (subject) => `[Test] ${subject}`,
    because: {
      enrolled: (title) => `You get this message because you are enrolled in “${title}”.`,
      unproven: (title) =>
        `You get this message because this address was enrolled in “${title}” and has not been confirmed yet. Was that not you? Then you need not do anything.`,
      cancelled: (title) => `You get this message because you were enrolled in “${title}”.`,
    },
  },
}
