import type { Language } from '../../functions/kernel/language.ts'
import { type OfficeText, officeDe } from './office.de.ts'
import { officeEn } from './office.en.ts'
import { officeTr } from './office.tr.ts'
import { type OfficeHouseText, officeHouseDe } from './office-house.de.ts'
import { officeHouseEn } from './office-house.en.ts'
import { officeHouseTr } from './office-house.tr.ts'
import { type OfficeSeminarText, officeSeminarDe } from './office-seminar.de.ts'
import { officeSeminarEn } from './office-seminar.en.ts'
import { officeSeminarTr } from './office-seminar.tr.ts'

/** The words around the office's pages. */
export const officeText: Record<Language, OfficeText> = { de: officeDe, tr: officeTr, en: officeEn }

/** The words of seminars in the office. */
export const officeSeminarText: Record<Language, OfficeSeminarText> = {
  de: officeSeminarDe,
  tr: officeSeminarTr,
  en: officeSeminarEn,
}

/** The words of basic data, team, mails and log. */
export const officeHouseText: Record<Language, OfficeHouseText> = {
  de: officeHouseDe,
  tr: officeHouseTr,
  en: officeHouseEn,
}
