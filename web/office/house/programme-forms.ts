import { type Language, languages } from '../../../functions/kernel/language.ts'
import type { Association, Organisation, Phase } from '../../../functions/programme/programme.ts'
import { officeHouseText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import type { PlainField } from '../plain-form.tsx'

/** What pages, mails and certificates say about the organisation. */
export function organisationFields(language: Language): PlainField[] {
  const text = officeHouseText[language].programme
  return [
    { name: 'name', label: text.name, most: 120, required: true },
    { name: 'street', label: text.street, most: 120, required: true },
    { name: 'city', label: text.city, most: 120, required: true },
    { name: 'email', label: text.email, kind: 'email', most: 254, required: true },
    { name: 'phone', label: text.phone, most: 60 },
    { name: 'representedBy', label: text.representedBy, most: 200, required: true },
    { name: 'register', label: text.register, most: 200 },
    { name: 'signer', label: text.signer, most: 120, required: true },
    ...languages.map(
      (lang): PlainField => ({
        name: `signerFunction-${lang}`,
        label: text.signerFunction[lang],
        most: 120,
        required: lang === 'de',
        lang,
      }),
    ),
    { name: 'privacyContact', label: text.privacyContact, most: 254, required: true },
  ]
}

/** The organisation as it was typed. */
export const organisationFrom = (typed: Record<string, string>): Organisation => ({
  name: typed.name ?? '',
  street: typed.street ?? '',
  city: typed.city ?? '',
  email: typed.email ?? '',
  phone: typed.phone ?? '',
  representedBy: typed.representedBy ?? '',
  register: typed.register ?? '',
  signer: typed.signer ?? '',
  signerFunction: textsFrom(typed, 'signerFunction'),
  privacyContact: typed.privacyContact ?? '',
})

/** The organisation as the form shows it. */
export const organisationValues = ({ signerFunction, ...rest }: Organisation, version: string): Values =>
  new Map([['version', version], ...Object.entries(rest), ...textValues('signerFunction', signerFunction)])

/** Who pays, for what, from when until when, and what must stand on everything. */
export function phaseFields(language: Language): PlainField[] {
  const text = officeHouseText[language].programme
  return [
    { name: 'funder', label: text.funder, most: 160, required: true },
    { name: 'title', label: text.phaseTitle, most: 160, required: true },
    { name: 'grantNumber', label: text.grantNumber, most: 80 },
    { name: 'from', label: text.from, kind: 'date', most: 10, required: true },
    { name: 'until', label: text.until, kind: 'date', most: 10, required: true },
    ...languages.map(
      (lang): PlainField => ({
        name: `acknowledgement-${lang}`,
        label: text.acknowledgement[lang],
        ...(lang === 'de' && { hint: text.acknowledgementHint }),
        kind: 'lines',
        most: 400,
        required: lang === 'de',
        lang,
      }),
    ),
  ]
}

/** The funding phase as it was typed. */
export const phaseFrom = (id: string, typed: Record<string, string>): Phase => ({
  id,
  funder: typed.funder ?? '',
  title: typed.title ?? '',
  grantNumber: typed.grantNumber ?? '',
  from: typed.from ?? '',
  until: typed.until ?? '',
  acknowledgement: textsFrom(typed, 'acknowledgement'),
})

/** The funding phase as the form shows it. */
export const phaseValues = ({ acknowledgement, ...rest }: Phase, version: string): Values =>
  new Map([['version', version], ...Object.entries(rest), ...textValues('acknowledgement', acknowledgement)])

/** A member that participants choose from a list. */
export function associationFields(language: Language): PlainField[] {
  const text = officeHouseText[language].programme
  return [
    { name: 'name', label: text.associationName, most: 160, required: true },
    { name: 'place', label: text.place, most: 120, required: true },
    { name: 'region', label: text.region, most: 120 },
  ]
}

/** The member as it was typed. */
export const associationFrom = (id: string, typed: Record<string, string>): Association => ({
  id,
  name: typed.name ?? '',
  place: typed.place ?? '',
  region: typed.region ?? '',
})

/** The member as the form shows it. */
export const associationValues = (association: Association, version: string): Values =>
  new Map([['version', version], ...Object.entries(association)])

const textsFrom = (typed: Record<string, string>, name: string) => ({
  de: typed[`${name}-de`] ?? '',
  tr: typed[`${name}-tr`] ?? '',
  en: typed[`${name}-en`] ?? '',
})

const textValues = (name: string, texts: Record<Language, string>): [string, string][] =>
  languages.map((language) => [`${name}-${language}`, texts[language]])
