import { type Language, localeOf } from '../../kernel/language.ts'
import { longSpan, plainDate } from '../../kernel/time.ts'
import type { CertificatePicture } from '../../programme/certificate-look.ts'
import { teachingUnits } from '../../seminar/seminar.ts'
import type { CertificateContent } from '../certificate.ts'
import { type NamePart, partsOfName } from './name-parts.ts'
import type { Picture } from './paper.sheet.ts'
import { sheetWords } from './text/words.ts'

/** One fact on the sheet: a label and what stands beside it. */
export type SheetFact = {
  /** Which fact it is, in every language. */
  key: 'dates' | 'format' | 'extent' | 'attended' | 'contents' | 'trainer' | 'funding'
  label: string
  /** Each entry stands on a line of its own, or on several where it is long. */
  entries: string[]
  /** Entries are points of a list. */
  points?: true
  /** Stands out, because whoever reads it must not overlook it. */
  note?: string
  /** Says something about the fact before it, and stays on its page. */
  belongsToLast?: true
}

/** All that is printed, as words, before anybody asks how it looks. */
export type SheetText = {
  organisation: string
  address: string
  heading: string
  beforeName: string
  name: string
  /** The name as it is set, each part on lines of its own. */
  nameParts: NamePart[]
  beforeTitle: string
  title: string
  facts: SheetFact[]
  placeAndDate: { label: string; value: string }
  /** Empty where nobody is named to sign. */
  signer: string
  signerFunction: string
  /** `register` is its place in the register of its year; empty where there was none yet. */
  number: { label: string; value: string; register: string }
  verify: { label: string; address: string }
}

/** What is drawn: the words, the same in German where both are wanted, and the pictures with what they show. */
export type SheetContent = {
  text: SheetText
  german: SheetText | undefined
  pictures: Partial<Record<CertificatePicture, Picture>>
  alt: Record<CertificatePicture, string>
}

/** Composed letters and single spaces, so that what is measured is what is drawn. */
const tidy = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[\p{Cc} \u2028\u2029]+/gu, ' ')
    .trim()

const wholeNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: 0 }).format(Math.floor(value))

/** Minutes as teaching units, always with one decimal: `2,7`. */
const unitsText = (minutes: number, language: Language): string =>
  new Intl.NumberFormat(localeOf[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    teachingUnits(minutes),
  )

/** The words of a certificate in German, where its language is another and the association wants both. */
export const germanText = (certificate: CertificateContent, origin: string): SheetText | undefined =>
  certificate.german && certificate.language !== 'de'
    ? sheetText({ ...certificate, ...certificate.german, language: 'de' }, origin)
    : undefined

/** The words of a certificate, in its language. */
export function sheetText(certificate: CertificateContent, origin: string): SheetText {
  const { language, organisation, number, serial, zone, issuedAt } = certificate
  const words = sheetWords[language]
  const name = tidy(`${certificate.firstName} ${certificate.lastName}`)
  const place = placeOf(organisation.city)
  const date = plainDate(issuedAt, zone, language)
  return {
    organisation: tidy(organisation.name),
    address: [organisation.street, organisation.city].map(tidy).filter(isWritten).join(' · '),
    heading: words.heading,
    beforeName: words.beforeName,
    name,
    nameParts: partsOfName(name),
    beforeTitle: words.beforeTitle,
    title: tidy(certificate.title),
    facts: factsOf(certificate),
    placeAndDate: place
      ? { label: words.placeAndDate, value: `${place}, ${date}` }
      : { label: words.date, value: date },
    signer: tidy(certificate.signer),
    signerFunction: tidy(certificate.signerFunction),
    number: {
      label: words.number,
      value: number,
      register: serial === undefined ? '' : words.register(number.slice(0, 4), String(serial)),
    },
    verify: { label: words.verify, address: `${origin}/verify/${number}` },
  }
}

const isWritten = (words: string): boolean => words !== ''

/** The town without its postal code. */
const placeOf = (city: string): string => tidy(city).replace(/^(D-)?\d{4,5} /, '')

function factsOf(certificate: CertificateContent): SheetFact[] {
  const words = sheetWords[certificate.language]
  const facts: SheetFact[] = [
    { key: 'dates', label: words.dates(certificate.sessions.length), entries: sessionLines(certificate) },
    { key: 'format', label: words.format, entries: formatOf(certificate) },
    ...extentOf(certificate),
    { key: 'contents', label: words.contents, entries: certificate.contents.map(tidy), points: true },
    { key: 'trainer', label: words.trainer, entries: [tidy(certificate.trainer)] },
    { key: 'funding', label: words.funding, entries: fundingOf(certificate) },
  ]
  return facts
    .map((fact) => ({ ...fact, entries: fact.entries.filter(isWritten) }))
    .filter((fact) => fact.entries.length > 0)
}

/** Dates with times; where online and on site are mixed, each says which it is. */
function sessionLines({ sessions, zone, language }: CertificateContent): string[] {
  const { formats } = sheetWords[language]
  const isMixed = new Set(sessions.map((session) => session.online)).size > 1
  return sessions.map(({ start, end, online }) => {
    const span = longSpan(start, end, zone, language)
    return isMixed ? `${span} · ${online ? formats.online : formats.onsite}` : span
  })
}

function formatOf({ sessions, language }: CertificateContent): string[] {
  const { formats } = sheetWords[language]
  const online = sessions.filter((session) => session.online).length
  if (sessions.length === 0) return []
  if (online === 0) return [formats.onsite]
  return [online === sessions.length ? formats.online : formats.both]
}

/** From this share of the time upward a sheet from before there were two kinds counts as a full one. */
const fullFromPercent = 80

/** What was planned, what of it was attended where that is less, and a note where it is too little for a full one. */
function extentOf({ plannedMinutes, attendedMinutes, reduced, language }: CertificateContent): SheetFact[] {
  const words = sheetWords[language]
  const minutes = (value: number) => wholeNumber(value, language)
  const units = (value: number) => unitsText(value, language)
  const planned: SheetFact = {
    key: 'extent',
    label: words.extent,
    entries: [words.planned(minutes(plannedMinutes), units(plannedMinutes))],
  }
  if (attendedMinutes >= plannedMinutes) return [planned]
  const partly = words.partly(
    minutes(attendedMinutes),
    minutes(plannedMinutes),
    units(attendedMinutes),
    units(plannedMinutes),
  )
  const isReduced = reduced ?? attendedMinutes * 100 < plannedMinutes * fullFromPercent
  const note = isReduced ? { note: words.partlyNote } : {}
  return [
    planned,
    { key: 'attended', label: words.attended, entries: [partly], ...note, belongsToLast: true },
  ]
}

/** The funder is named by itself only where the acknowledgement does not name it. */
function fundingOf({ funder, acknowledgement }: CertificateContent): string[] {
  const [name, sentence] = [tidy(funder), tidy(acknowledgement)]
  return sentence.includes(name) ? [sentence] : [name, sentence]
}
