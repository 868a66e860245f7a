import type { SheetWords } from './de.ts'

export const en: SheetWords = {
  heading: 'Certificate of Attendance',
  beforeName: 'This is to certify that',
  beforeTitle: 'attended the following seminar:',
  dates: (count) => (count === 1 ? 'Date' : 'Dates'),
  format: 'Format',
  formats: { online: 'online', onsite: 'on site', both: 'online and on site' },
  extent: 'Length',
  planned: (minutes, units) => `${minutes} minutes · ${units} teaching units (of 45 minutes)`,
  attended: 'Attended',
  partly: (minutes, ofMinutes, units, ofUnits) =>
    `${minutes} of ${ofMinutes} minutes · ${units} of ${ofUnits} teaching units`,
  partlyNote: 'Note: The attendance covers only a part of the seminar.',
  contents: 'Contents',
  trainer: 'Trainer',
  funding: 'Funding',
  placeAndDate: 'Place and date',
  date: 'Date',
  number: 'Number',
  register: (year, serial) => `Register ${year}/${serial}`,
  verify: 'This page shows whether the certificate is genuine:',
  code: (address) => `QR code. It leads to the page that verifies this certificate: ${address}`,
  link: (address) => `The page that verifies this certificate: ${address}`,
  logo: (name) => `Logo: ${name}`,
  signature: (name) => `Signature: ${name}`,
  page: (page, of) => `Page ${page} of ${of}`,
}
