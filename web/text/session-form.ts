import type { Language } from '../../functions/kernel/language.ts'

const de = {
  more: 'Pausen, Tür, Warteraum',
  onServer: (server: string) => `Online, auf „${server}“`,
  breaks: 'Pausen',
  breaksHint: 'Zum Beispiel 10:30–10:45, 12:00–13:00. Pausen zählen nicht als Teilnahmezeit.',
  opens: 'Minuten vor Beginn, ab denen man hineinkann',
  closes: 'Minuten nach dem Ende, bis zu denen man hineinkann',
  usually: (minutes: number) => `Sonst ${minutes}.`,
  waits: 'Warteraum: Die Leitung lässt jede Person ein.',
  waitsHint: (servers: readonly string[]) => `Das gibt es auf: ${servers.join(', ')}.`,
}

/** The words of what few dates need: another server, breaks, the door, the waiting room. */
export const sessionFormText: Record<Language, typeof de> = {
  de,
  tr: {
    more: 'Molalar, kapı, bekleme odası',
    onServer: (server) => `Çevrim içi, “${server}” üzerinde`,
    breaks: 'Molalar',
    breaksHint: 'Örneğin 10:30–10:45, 12:00–13:00. Molalar katılım süresine sayılmaz.',
    opens: 'Başlangıçtan kaç dakika önce girilebilir',
    closes: 'Bitişten kaç dakika sonrasına kadar girilebilir',
    usually: (minutes) => `Yoksa ${minutes}.`,
    waits: 'Bekleme odası: Yönetici herkesi tek tek içeri alır.',
    waitsHint: (servers) => `Şunlarda var: ${servers.join(', ')}.`,
  },
  en: {
    more: 'Breaks, door, waiting room',
    onServer: (server) => `Online, on “${server}”`,
    breaks: 'Breaks',
    breaksHint: 'For example 10:30–10:45, 12:00–13:00. Breaks do not count as attendance.',
    opens: 'Minutes before the start from which people can come in',
    closes: 'Minutes after the end until which people can come in',
    usually: (minutes) => `Otherwise ${minutes}.`,
    waits: 'Waiting room: whoever leads lets each person in.',
    waitsHint: (servers) => `This exists on: ${servers.join(', ')}.`,
  },
}
