import type { Certificate } from '../../functions/certificate/certificate.ts'
import { instantFrom } from '../../functions/kernel/time.ts'
import type { PrintedLine } from './pdf.ts'

const cut = (words: string, length: number) => words.repeat(Math.ceil(length / words.length)).slice(0, length)
/** So many evenings, a week apart, each of so many hours; every second one on site. */
export const evenings = (count: number, hours = 2): Certificate['sessions'] =>
  Array.from({ length: count }, (_, i) => ({
    start: instantFrom(Date.UTC(2026, 2, 3 + 7 * i, 17)),
    end: instantFrom(Date.UTC(2026, 2, 3 + 7 * i, 17 + hours)),
    online: i % 2 === 0,
  }))
const topics = (count: number, words: string) => Array.from({ length: count }, (_, i) => `${i + 1}. ${words}`)

/** What a certificate may have to hold at the worst, by name. */
export const hardCases: Record<string, Partial<Certificate>> = {
  'a title of 300 characters and a name of 120': {
    title: cut('Fördermittel finden, beantragen und abrechnen für Vereine und Verbände ', 300),
    firstName: cut('Şükrü Maximilian Günay ', 60),
    lastName: cut('von İğdeoğlu-Müller ', 60),
  },
  'words that are longer than a line': {
    title: 'W'.repeat(300),
    firstName: 'M'.repeat(60),
    lastName: 'Ş'.repeat(60),
    trainer: 'ğ'.repeat(200),
    contents: ['Ö'.repeat(250)],
  },
  'twelve sessions over midnight': { sessions: evenings(12, 7), plannedMinutes: 5040, attendedMinutes: 4200 },
  'forty short contents': { contents: topics(40, 'Vereinsrecht') },
  'forty long contents, twelve sessions': {
    contents: topics(
      40,
      'Vereinsrecht und Haftung im Ehrenamt, mit Übungen aus der Praxis unserer Mitgliedsvereine',
    ),
    sessions: evenings(12),
    plannedMinutes: 1440,
    attendedMinutes: 1200,
  },
  'long names everywhere': {
    organisation: {
      name: cut('Bundesverband der Gemeinden und Kulturvereine in Nordrhein-Westfalen e. V. ', 200),
      street: cut('Straße des siebzehnten Juni Hinterhaus ', 100),
      city: '12345 Bad Königshofen im Grabfeld am Ende der langen Straße',
    },
    acknowledgement: cut('Gefördert durch das Ministerium für Kinder, Jugend und Familie. ', 900),
    signer: cut('Hêlîn Demir-Yıldız ', 120),
    signerFunction: cut('Vorsitzende des geschäftsführenden Vorstands ', 200),
  },
  'no session at all': { sessions: [], contents: [], plannedMinutes: 0, attendedMinutes: 0 },
}

/** Pairs of lines of which one covers a part of the other. */
export const overlaps = (lines: PrintedLine[]): [string, string][] =>
  lines.flatMap((a, i) =>
    lines
      .slice(i + 1)
      .filter(
        (b) =>
          a.page === b.page &&
          a.x < b.x + b.width - 0.5 &&
          b.x < a.x + a.width - 0.5 &&
          a.y - 0.2 * a.size < b.y + 0.72 * b.size &&
          b.y - 0.2 * b.size < a.y + 0.72 * a.size,
      )
      .map((b): [string, string] => [a.words, b.words]),
  )

/** All that must stand on a sheet, without spaces, so that line breaks do not matter. */
export const saysAll = (certificate: Certificate): string[] =>
  [
    `${certificate.firstName} ${certificate.lastName}`,
    certificate.title,
    ...certificate.contents,
    certificate.trainer,
    certificate.acknowledgement,
    ...Object.values(certificate.organisation),
    certificate.signer,
    certificate.signerFunction,
    certificate.number,
  ].map((words) => words.replace(/\s/g, ''))
