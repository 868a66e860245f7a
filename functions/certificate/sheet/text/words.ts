import type { Language } from '../../../kernel/language.ts'
import { de, type SheetWords } from './de.ts'
import { en } from './en.ts'
import { tr } from './tr.ts'

/** The words of the sheet in each language. */
export const sheetWords: Record<Language, SheetWords> = { de, tr, en }
