import type { Language } from '../../functions/kernel/language.ts'
import type { FormerRoom } from '../../functions/session/room/former-room.table.ts'
import type { SwitchRefusal } from '../../functions/session/room/switch-room.ts'
import type { EntryTrouble } from '../office/room/enter-room.ts'

const refusals: Record<SwitchRefusal['code'], string> = {
  unknown: 'Diesen Termin gibt es nicht.',
  over: 'Der Termin ist vorbei. Einen anderen Raum braucht er nicht mehr.',
  onsite: 'Dieser Termin ist vor Ort. Er hat keinen Online-Raum.',
  'same-address': 'Das ist dieselbe Adresse wie jetzt. Bitte nehmen Sie eine andere.',
  'switched-meanwhile': 'Der Raum wurde inzwischen schon gewechselt. So ist es jetzt.',
}

const states: Record<FormerRoom['state'], string> = {
  left: 'verlassen; wer noch drin ist, kann bleiben',
  closing: 'wird gerade geschlossen',
  closed: 'geschlossen',
  cannot: 'lässt sich von hier aus nicht schließen. Bitte beenden Sie ihn dort, wo er eingerichtet ist.',
  'gave-up': 'ließ sich nicht schließen, weil der Server nicht antwortet. Bitte beenden Sie ihn dort.',
}

const troubles: Record<EntryTrouble, string> = {
  early: 'Der Raum öffnet für Sie eine Stunde vor dem Beginn.',
  over: 'Der Termin ist vorbei.',
  cancelled: 'Dieses Seminar läuft nicht.',
  'meeting-down':
    'Der Meeting-Server antwortet gerade nicht. Versuchen Sie es noch einmal, oder wechseln Sie den Raum für alle.',
}

const de = {
  link: 'Raum: betreten, wechseln',
  title: 'Raum des Termins',
  enterTitle: 'Hineingehen',
  enterLead: 'Sie kommen als Leitung hinein, eine Stunde vor dem Beginn oder später.',
  enter: 'Raum als Leitung betreten',
  troubles,
  now: 'Jetzt',
  nowIn: (place: string, number: number) => (number === 1 ? place : `${place}, Raum ${number}`),
  former: 'Frühere Räume',
  formerRoom: (number: number, place: string, when: string) => `Raum ${number}, ${place}, bis ${when}`,
  states,
  place: 'Neuer Raum',
  own: 'unser eigener Raum',
  ownLink: 'eigener Link',
  where: 'Link',
  whereHint: 'Nur beim eigenen Link. Er beginnt mit https://',
  switchTitle: 'Für alle wechseln',
  switchLead:
    'Die persönlichen Links bleiben gültig und führen ab jetzt in den neuen Raum. Es geht keine E-Mail hinaus. Sagen Sie im alten Raum: „Bitte öffnen Sie Ihren Link noch einmal.“',
  switchNow: 'Raum für alle wechseln',
  evacuateTitle: 'Sind Fremde im Raum?',
  evacuateLead: 'Ein Druck auf den Knopf, und das geschieht sofort:',
  evacuateSteps: [
    'Der jetzige Raum wird geschlossen. Alle müssen hinaus.',
    'Ein neuer wird geöffnet. Wo es einen Warteraum gibt, lässt die Leitung jede Person einzeln ein.',
    'Alle bisherigen Zugangslinks zu diesem Termin gelten nicht mehr.',
    'Wer einen bestätigten Platz hat, bekommt sofort einen neuen per E-Mail. Auch die eigene Seite führt hinein.',
  ],
  evacuateCannot:
    'Achtung: Dieser Termin hat einen eigenen Link. Den alten Raum können wir nicht schließen; bitte beenden Sie ihn selbst.',
  evacuateNow: 'Raum räumen und neuen öffnen',
  refusals,
  switched: 'Der Raum ist gewechselt. Alle persönlichen Links führen jetzt in den neuen.',
  evacuated: 'Der Raum wird geschlossen. Wer einen Platz hat, bekommt jetzt einen neuen Zugang per E-Mail.',
}

/** The words of the page on which a session gets another room. */
export const roomsText: Record<Language, typeof de> = {
  de,
  tr: {
    link: 'Oda: gir, değiştir',
    title: 'Oturumun odası',
    enterTitle: 'İçeri girin',
    enterLead: 'Başlangıçtan bir saat önce ya da daha sonra, yönetici olarak girersiniz.',
    enter: 'Odaya yönetici olarak gir',
    troubles: {
      early: 'Oda sizin için başlangıçtan bir saat önce açılır.',
      over: 'Oturum bitti.',
      cancelled: 'Bu seminer şu anda sürmüyor.',
      'meeting-down':
        'Toplantı sunucusu şu anda yanıt vermiyor. Bir kez daha deneyin ya da odayı herkes için değiştirin.',
    },
    now: 'Şu anda',
    nowIn: (place, number) => (number === 1 ? place : `${place}, ${number}. oda`),
    former: 'Önceki odalar',
    formerRoom: (number, place, when) => `${number}. oda, ${place}, bitiş: ${when}`,
    states: {
      left: 'bırakıldı; içeridekiler kalabilir',
      closing: 'şu anda kapatılıyor',
      closed: 'kapatıldı',
      cannot: 'buradan kapatılamıyor. Lütfen kurulduğu yerde sonlandırın.',
      'gave-up': 'sunucu yanıt vermediği için kapatılamadı. Lütfen orada sonlandırın.',
    },
    place: 'Yeni oda',
    own: 'kendi odamız',
    ownLink: 'kendi bağlantınız',
    where: 'Bağlantı',
    whereHint: 'Yalnızca kendi bağlantınız için. https:// ile başlar',
    switchTitle: 'Herkes için değiştirin',
    switchLead:
      'Kişisel bağlantılar geçerli kalır ve bundan sonra yeni odaya götürür. E-posta gönderilmez. Eski odada şunu söyleyin: “Lütfen bağlantınızı bir kez daha açın.”',
    switchNow: 'Odayı herkes için değiştir',
    evacuateTitle: 'Odada yabancılar mı var?',
    evacuateLead: 'Düğmeye bir kez basın, hemen şunlar olur:',
    evacuateSteps: [
      'Şimdiki oda kapatılır. Herkes çıkmak zorunda kalır.',
      'Yeni bir oda açılır. Bekleme odası olan yerde, yönetici herkesi tek tek içeri alır.',
      'Bu oturumun önceki tüm katılım bağlantıları geçersiz olur.',
      'Onaylı yeri olan herkese hemen e-postayla yeni bir bağlantı gider. Kişisel sayfa da odaya götürür.',
    ],
    evacuateCannot:
      'Dikkat: Bu oturumun kendi bağlantısı var. Eski odayı biz kapatamayız; lütfen kendiniz sonlandırın.',
    evacuateNow: 'Odayı boşalt ve yenisini aç',
    refusals: {
      unknown: 'Böyle bir oturum yok.',
      over: 'Oturum bitti. Artık başka bir odaya gerek yok.',
      onsite: 'Bu oturum yüz yüze. Çevrim içi odası yok.',
      'same-address': 'Bu, şimdiki adresle aynı. Lütfen başka bir adres kullanın.',
      'switched-meanwhile': 'Oda bu arada zaten değiştirilmiş. Şu anki durum bu.',
    },
    switched: 'Oda değiştirildi. Tüm kişisel bağlantılar artık yeni odaya götürüyor.',
    evacuated: 'Oda kapatılıyor. Yeri olan herkese şimdi e-postayla yeni bir bağlantı gidiyor.',
  },
  en: {
    link: 'Room: enter, switch',
    title: 'The room of the session',
    enterTitle: 'Go in',
    enterLead: 'You come in as the one who leads, an hour before the start or later.',
    enter: 'Enter the room as leader',
    troubles: {
      early: 'The room opens for you an hour before the start.',
      over: 'The session is over.',
      cancelled: 'This seminar is not running.',
      'meeting-down':
        'The meeting server gives no answer at the moment. Try once more, or switch the room for everybody.',
    },
    now: 'Now',
    nowIn: (place, number) => (number === 1 ? place : `${place}, room ${number}`),
    former: 'Former rooms',
    formerRoom: (number, place, when) => `Room ${number}, ${place}, until ${when}`,
    states: {
      left: 'left; whoever is still inside can stay',
      closing: 'being closed right now',
      closed: 'closed',
      cannot: 'cannot be closed from here. Please end it where it was set up.',
      'gave-up': 'could not be closed, because the server does not answer. Please end it there.',
    },
    place: 'New room',
    own: 'our own room',
    ownLink: 'a link of your own',
    where: 'Link',
    whereHint: 'Only for a link of your own. It begins with https://',
    switchTitle: 'Switch for everybody',
    switchLead:
      'Personal links stay valid and lead to the new room from now on. No mail goes out. Say in the former room: “Please open your link once more.”',
    switchNow: 'Switch the room for everybody',
    evacuateTitle: 'Are strangers in the room?',
    evacuateLead: 'One press of the button, and this happens at once:',
    evacuateSteps: [
      'The present room is closed. Everybody has to leave.',
      'A new one is opened. Where there is a waiting room, whoever leads lets people in one by one.',
      'All earlier join links to this session stop working.',
      'Whoever has a confirmed seat gets a new one by mail at once. Their own page leads in, too.',
    ],
    evacuateCannot:
      'Mind: this session has a link of its own. We cannot close the former room; please end it yourself.',
    evacuateNow: 'Clear the room and open a new one',
    refusals: {
      unknown: 'There is no such session.',
      over: 'The session is over. It needs no other room any more.',
      onsite: 'This session is on site. It has no online room.',
      'same-address': 'That is the same address as now. Please take another one.',
      'switched-meanwhile': 'Somebody has changed the room meanwhile. This is how it is now.',
    },
    switched: 'The room is changed. All personal links lead to the new one now.',
    evacuated: 'The room is being closed. Everybody with a seat is getting a new link by mail now.',
  },
}
