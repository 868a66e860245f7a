import type { Notice } from '../../functions/attendance/attendance.ts'
import type { Language } from '../../functions/kernel/language.ts'

type Words = {
  title: string
  picture: (name: string) => string
  result: string
  twice: string
  twiceMeans: string
  breaks: (times: string) => string
  session: (times: string) => string
  clicks: (times: string) => string
  clickMark: string
  line: (what: string, times: string) => string
  counted: (what: string, minutes: number) => string
  counts: (minutes: number, from: string) => string
  open: string
  never: string
  history: string
  when: string
  what: string
  whence: string
  noneNoted: string
  kinds: Record<Exclude<Notice['kind'], 'present' | 'counted' | 'by-hand' | 'settled'>, string>
  present: (from: string, to: string) => string
  total: (minutes: number) => string
  byHand: (minutes: number) => string
  settled: (minutes: number) => string
  unknownEnd: string
  linkOf: (name: string) => string
}

const de: Words = {
  title: 'Anwesenheit einer Person',
  picture: (name) => `Zeitleiste von ${name}`,
  result: 'zusammen, ohne Pausen',
  twice: 'zwei Geräte zugleich',
  twiceMeans:
    'In dieser Zeit waren zwei Geräte zugleich im Raum. Vielleicht hat die Person zwei Geräte benutzt, vielleicht hat jemand anderes den Link bekommen. Die Zeit zählt nur einmal.',
  breaks: (times) => `Pausen: ${times}`,
  session: (times) => `Termin: ${times}`,
  clicks: (times) => `Knopf „Teilnehmen“ gedrückt: ${times} (zählt keine Minuten)`,
  clickMark: 'Knopf',
  line: (what, times) => `${what}: ${times}`,
  counted: (what, minutes) => `${what}: ${minutes} Minuten, ohne Uhrzeiten`,
  counts: (minutes, from) => `Es zählen ${minutes} Minuten (${from}).`,
  open: 'Ein Abschied fehlt; dafür steht das Ende des Termins.',
  never: 'nichts',
  history: 'Was vermerkt ist',
  when: 'Wann',
  what: 'Was',
  whence: 'Woher',
  noneNoted: 'Von dieser Person ist nichts vermerkt.',
  kinds: { joined: 'gekommen', left: 'gegangen', clicked: 'Knopf „Teilnehmen“ gedrückt' },
  present: (from, to) => `anwesend ${from}–${to}`,
  total: (minutes) => `${minutes} Minuten insgesamt`,
  byHand: (minutes) => `${minutes} Minuten eingetragen`,
  settled: (minutes) => `${minutes} Minuten auf der bestätigten Liste`,
  unknownEnd: 'Ende',
  linkOf: (name) => `Zeitleiste von ${name} ansehen`,
}

const tr: Words = {
  title: 'Bir kişinin yoklaması',
  picture: (name) => `${name} için zaman çizelgesi`,
  result: 'toplam, aralar hariç',
  twice: 'aynı anda iki cihaz',
  twiceMeans:
    'Bu sürede odada aynı anda iki cihaz vardı. Kişi iki cihaz kullanmış ya da bağlantı başka birine geçmiş olabilir. Süre yalnızca bir kez sayılır.',
  breaks: (times) => `Aralar: ${times}`,
  session: (times) => `Oturum: ${times}`,
  clicks: (times) => `“Katıl” düğmesine basıldı: ${times} (dakika sayılmaz)`,
  clickMark: 'Düğme',
  line: (what, times) => `${what}: ${times}`,
  counted: (what, minutes) => `${what}: ${minutes} dakika, saatler bilinmiyor`,
  counts: (minutes, from) => `Sayılan süre: ${minutes} dakika (${from}).`,
  open: 'Ayrılış kaydı eksik; onun yerine oturumun sonu sayılır.',
  never: 'yok',
  history: 'Kayıtlar',
  when: 'Ne zaman',
  what: 'Ne',
  whence: 'Nereden',
  noneNoted: 'Bu kişi için kayıt yok.',
  kinds: { joined: 'geldi', left: 'ayrıldı', clicked: '“Katıl” düğmesine bastı' },
  present: (from, to) => `${from}–${to} arası oradaydı`,
  total: (minutes) => `toplam ${minutes} dakika`,
  byHand: (minutes) => `${minutes} dakika yazıldı`,
  settled: (minutes) => `onaylı listede ${minutes} dakika`,
  unknownEnd: 'son',
  linkOf: (name) => `${name} için zaman çizelgesine bak`,
}

const en: Words = {
  title: 'Attendance of one person',
  picture: (name) => `Time line of ${name}`,
  result: 'together, without breaks',
  twice: 'two devices at once',
  twiceMeans:
    'During this time two devices were in the room at once. Perhaps the person used two, perhaps somebody else got the link. The time counts only once.',
  breaks: (times) => `Breaks: ${times}`,
  session: (times) => `Session: ${times}`,
  clicks: (times) => `Button “Join” pressed: ${times} (counts no minutes)`,
  clickMark: 'Button',
  line: (what, times) => `${what}: ${times}`,
  counted: (what, minutes) => `${what}: ${minutes} minutes, without times`,
  counts: (minutes, from) => `${minutes} minutes count (${from}).`,
  open: 'A leave is missing; the end of the session stands for it.',
  never: 'nothing',
  history: 'What is noted',
  when: 'When',
  what: 'What',
  whence: 'From where',
  noneNoted: 'Nothing is noted about this person.',
  kinds: { joined: 'came', left: 'left', clicked: 'pressed the button “Join”' },
  present: (from, to) => `there from ${from} to ${to}`,
  total: (minutes) => `${minutes} minutes in all`,
  byHand: (minutes) => `${minutes} minutes written down`,
  settled: (minutes) => `${minutes} minutes on the confirmed list`,
  unknownEnd: 'the end',
  linkOf: (name) => `See the time line of ${name}`,
}

/** The words around the picture of one person's time in a session. */
export const timeLineText: Record<Language, Words> = { de, tr, en }
