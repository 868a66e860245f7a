import type { Language } from '../../functions/kernel/language.ts'

const de = {
  room: 'Seminarraum',
  trial: 'Übungsraum auf diesem Rechner: ohne Bild und Ton, die Anwesenheit wird wie im echten Raum gezählt.',
  ends: (time: string) => `Die Sitzung endet um ${time} Uhr.`,
  before: (name: string) => `Guten Tag, ${name}. Sie stehen vor dem Raum.`,
  enter: 'Raum betreten',
  inside: (name: string) => `Sie sind im Raum, ${name}.`,
  since: (time: string) => `Anwesend seit ${time} Uhr.`,
  leave: 'Raum verlassen',
  gone: 'Sie haben den Raum verlassen. Bis zum Ende der Sitzung können Sie wieder eintreten.',
  enterAgain: 'Wieder eintreten',
  who: 'Wer ist da',
  endedTitle: 'Die Sitzung ist zu Ende',
  ended: 'Danke, dass Sie da waren. Ihre Minuten sind gezählt; Sie können dieses Fenster schließen.',
  closedTitle: 'Dieser Raum ist nicht offen',
  closed:
    'Die Sitzung ist vorbei, oder der Link ist unvollständig. Öffnen Sie den Raum bitte noch einmal über Ihren persönlichen Link.',
}

type RoomText = typeof de

const tr: RoomText = {
  room: 'Seminer odası',
  trial: 'Bu bilgisayardaki deneme odası: görüntü ve ses yok, yoklama gerçek odadaki gibi tutulur.',
  ends: (time) => `Oturumun bitiş saati: ${time}.`,
  before: (name) => `Merhaba ${name}. Odanın kapısındasınız.`,
  enter: 'Odaya girin',
  inside: (name) => `Odadasınız, ${name}.`,
  since: (time) => `Giriş saatiniz: ${time}.`,
  leave: 'Odadan çıkın',
  gone: 'Odadan çıktınız. Oturum bitene kadar yeniden girebilirsiniz.',
  enterAgain: 'Yeniden girin',
  who: 'Odadakiler',
  endedTitle: 'Oturum sona erdi',
  ended: 'Katıldığınız için teşekkürler. Dakikalarınız sayıldı; bu pencereyi kapatabilirsiniz.',
  closedTitle: 'Bu oda açık değil',
  closed: 'Oturum bitti ya da bağlantı eksik. Lütfen odayı kişisel bağlantınızdan yeniden açın.',
}

const en: RoomText = {
  room: 'Seminar room',
  trial: 'Practice room on this machine: no picture or sound; attendance is counted as in a real room.',
  ends: (time) => `The session ends at ${time}.`,
  before: (name) => `Hello, ${name}. You are at the door of the room.`,
  enter: 'Enter the room',
  inside: (name) => `You are in the room, ${name}.`,
  since: (time) => `Present since ${time}.`,
  leave: 'Leave the room',
  gone: 'You have left the room. You may come back until the session ends.',
  enterAgain: 'Come back in',
  who: 'Who is here',
  endedTitle: 'The session has ended',
  ended: 'Thank you for being there. Your minutes are counted; you can close this window.',
  closedTitle: 'This room is not open',
  closed:
    'The session is over, or the link is incomplete. Please open the room again with your personal link.',
}

/** The words of the meeting room in the visitor's language. */
export const roomText: Record<Language, RoomText> = { de, tr, en }
