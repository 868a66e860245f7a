import type { Language } from '../../functions/kernel/language.ts'
import type { CancelSessionRefusal } from '../../functions/seminar/cancel-session.ts'

const people = (n: number): string => (n === 1 ? '1 Person' : `${n} Personen`)

const refusals: Record<CancelSessionRefusal['code'], string> = {
  unknown: 'Diesen Termin gibt es nicht.',
  'not-published': 'Das geht nur, solange das Seminar läuft.',
  begun: 'Dieser Termin hat schon begonnen.',
  'last-session': 'Das ist der letzte Termin. Bitte sagen Sie das ganze Seminar ab.',
  'changed-meanwhile':
    'Das Seminar wurde inzwischen geändert. So ist es jetzt; bitte sehen Sie es sich noch einmal an.',
}

const de = {
  move: 'Verschieben oder absagen',
  add: 'Weiteren Termin hinzufügen',
  moveTitle: (when: string) => `Termin am ${when} ändern`,
  addTitle: 'Weiterer Termin',
  cancelTitle: 'Diesen Termin absagen',
  lead: 'Sie sehen zuerst, wer davon erfährt. Geändert wird noch nichts.',
  check: 'Weiter: Wer erfährt davon?',
  checkTitle: 'Bitte prüfen',
  unchanged: 'An diesem Termin ist nichts anders.',
  past: 'Der neue Termin muss in der Zukunft liegen.',
  before: 'Bisher',
  after: 'Neu',
  cancelled: 'Fällt aus',
  told: 'Das erfahren',
  toldPeople: (n: number) =>
    n === 0 ? 'niemand: Es ist noch niemand angemeldet.' : `${people(n)} per E-Mail`,
  languages: { de: 'auf Deutsch', tr: 'auf Türkisch', en: 'auf Englisch' },
  names: 'Namen ansehen',
  calendar: 'Kalender',
  calendarMoved: 'Die E-Mail bringt den neuen Stand für ihre Kalender mit.',
  calendarCancelled: 'Die E-Mail nimmt den Termin aus ihren Kalendern.',
  invite: 'Einladung',
  inviteSent: 'ist schon hinausgegangen. Der Zugangslink bleibt gültig; wer noch keinen hat, bekommt ihn.',
  inviteAt: (when: string) => `geht von selbst hinaus: ${when}`,
  reminder: 'Erinnerung',
  reminderAt: (when: string) => `geht von selbst hinaus: ${when}`,
  falls:
    'Einladung und Erinnerung gehen nicht mehr hinaus. Minuten und Unterrichtseinheiten zählen ohne diesen Termin.',
  doMove: (n: number) => (n === 0 ? 'Termin ändern' : `Termin ändern und ${people(n)} benachrichtigen`),
  doAdd: (n: number) =>
    n === 0 ? 'Termin hinzufügen' : `Termin hinzufügen und ${people(n)} benachrichtigen`,
  doCancel: (n: number) => (n === 0 ? 'Termin absagen' : `Termin absagen und ${people(n)} benachrichtigen`),
  back: 'Zurück, noch nichts ändern',
  tooMany: (most: number) => `Ein Seminar hat höchstens ${most} Termine.`,
  refusals,
}

const tr: typeof de = {
  move: 'Tarihi değiştir ya da iptal et',
  add: 'Oturum ekle',
  moveTitle: (when) => `${when} oturumunu değiştir`,
  addTitle: 'Yeni oturum',
  cancelTitle: 'Bu oturumu iptal et',
  lead: 'Önce kimlere haber verileceğini görürsünüz. Henüz hiçbir şey değişmez.',
  check: 'İleri: Kimlere haber verilecek?',
  checkTitle: 'Lütfen kontrol ediniz',
  unchanged: 'Bu oturumda değişen bir şey yok.',
  past: 'Yeni tarih ileride olmalı.',
  before: 'Önceki',
  after: 'Yeni',
  cancelled: 'Yapılmıyor',
  told: 'Haber verilecekler',
  toldPeople: (n) => (n === 0 ? 'hiç kimse: henüz kayıtlı kimse yok.' : `e-postayla ${n} kişi`),
  languages: { de: 'Almanca', tr: 'Türkçe', en: 'İngilizce' },
  names: 'Adları göster',
  calendar: 'Takvim',
  calendarMoved: 'E-posta, takvimleri için yeni durumu da getirir.',
  calendarCancelled: 'E-posta, oturumu takvimlerinden kaldırır.',
  invite: 'Davet',
  inviteSent: 'gönderildi. Katılım bağlantısı geçerli kalır; henüz almamış olanlar alır.',
  inviteAt: (when) => `kendiliğinden gönderilir: ${when}`,
  reminder: 'Hatırlatma',
  reminderAt: (when) => `kendiliğinden gönderilir: ${when}`,
  falls: 'Davet ve hatırlatma artık gönderilmez. Dakikalar ve ders saatleri bu oturum olmadan sayılır.',
  doMove: (n) => (n === 0 ? 'Oturumu değiştir' : `Oturumu değiştir ve ${n} kişiye haber ver`),
  doAdd: (n) => (n === 0 ? 'Oturumu ekle' : `Oturumu ekle ve ${n} kişiye haber ver`),
  doCancel: (n) => (n === 0 ? 'Oturumu iptal et' : `Oturumu iptal et ve ${n} kişiye haber ver`),
  back: 'Geri dön, henüz değiştirme',
  tooMany: (most) => `Bir seminerin en çok ${most} oturumu olabilir.`,
  refusals: {
    unknown: 'Böyle bir oturum yok.',
    'not-published': 'Bu yalnızca seminer sürerken yapılabilir.',
    begun: 'Bu oturum başladı.',
    'last-session': 'Bu son oturum. Lütfen bütün semineri iptal ediniz.',
    'changed-meanwhile': 'Seminer bu arada değiştirildi. Şimdiki durum bu; lütfen bir daha bakınız.',
  },
}

const english = (n: number): string => (n === 1 ? '1 person' : `${n} people`)

const en: typeof de = {
  move: 'Move or cancel',
  add: 'Add another date',
  moveTitle: (when) => `Change the date ${when}`,
  addTitle: 'Another date',
  cancelTitle: 'Cancel this date',
  lead: 'First you see who will hear of it. Nothing is changed yet.',
  check: 'Next: who will hear of it?',
  checkTitle: 'Please check',
  unchanged: 'Nothing about this date is different.',
  past: 'The new date must lie in the future.',
  before: 'Until now',
  after: 'New',
  cancelled: 'Canceled',
  told: 'Who hears of it',
  toldPeople: (n) => (n === 0 ? 'nobody: nobody is enrolled yet.' : `${english(n)} by e-mail`),
  languages: { de: 'in German', tr: 'in Turkish', en: 'in English' },
  names: 'Show the names',
  calendar: 'Calendar',
  calendarMoved: 'The mail brings their calendars up to date.',
  calendarCancelled: 'The mail takes the date out of their calendars.',
  invite: 'Invite',
  inviteSent: 'has gone out already. The join link stays valid; who has none yet gets one.',
  inviteAt: (when) => `goes out by itself: ${when}`,
  reminder: 'Reminder',
  reminderAt: (when) => `goes out by itself: ${when}`,
  falls: 'Invite and reminder do not go out any more. Minutes and teaching units count without this date.',
  doMove: (n) => (n === 0 ? 'Change the date' : `Change the date and tell ${english(n)}`),
  doAdd: (n) => (n === 0 ? 'Add the date' : `Add the date and tell ${english(n)}`),
  doCancel: (n) => (n === 0 ? 'Cancel the date' : `Cancel the date and tell ${english(n)}`),
  back: 'Back, change nothing yet',
  tooMany: (most) => `A seminar has at most ${most} dates.`,
  refusals: {
    unknown: 'There is no such date.',
    'not-published': 'This is possible only while the seminar is running.',
    begun: 'This date has begun already.',
    'last-session': 'This is the last date. Please cancel the whole seminar.',
    'changed-meanwhile': 'The seminar was changed meanwhile. This is how it is now; please look once more.',
  },
}

/** The words for moving, adding and calling off a date. */
export const changeSessionText: Record<Language, typeof de> = { de, tr, en }
