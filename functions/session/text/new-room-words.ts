import type { Language } from '../../kernel/language.ts'

const de = {
  subject: (title: string) => `Neuer Raum: ${title}`,
  moved:
    'im Online-Raum waren Menschen, die nicht zum Seminar gehören. Wir haben ihn geschlossen und einen neuen geöffnet.',
  link: 'Ihr Zugang von vorher führt nicht mehr hinein. Bitte nehmen Sie diesen. Er ist nur für Sie; bitte geben Sie ihn nicht weiter.',
}

/** The words of the letter that leads people to another room. */
export const newRoomWords: Record<Language, typeof de> = {
  de,
  tr: {
    subject: (title) => `Yeni oda: ${title}`,
    moved: 'çevrim içi odada seminerle ilgisi olmayan kişiler vardı. Odayı kapattık ve yenisini açtık.',
    link: 'Önceki bağlantınız artık odaya götürmüyor. Lütfen bunu kullanın. Bu bağlantı yalnızca sizin içindir; lütfen kimseyle paylaşmayın.',
  },
  en: {
    subject: (title) => `New room: ${title}`,
    moved:
      'there were people in the online room who do not belong to the seminar. We closed it and opened a new one.',
    link: 'Your earlier link does not lead in any more. Please use this one. It is for you alone; please do not pass it on.',
  },
}
