import type { Language } from '../../functions/kernel/language.ts'
import { type AttendanceImportText, attendanceImportDe } from './attendance-import.de.ts'
import { attendanceImportEn } from './attendance-import.en.ts'
import { attendanceImportTr } from './attendance-import.tr.ts'

/** The words around lists of attendance from files. */
export const attendanceImportText: Record<Language, AttendanceImportText> = {
  de: attendanceImportDe,
  tr: attendanceImportTr,
  en: attendanceImportEn,
}
