import type { Language } from '../../functions/kernel/language.ts'
import { type CheckText, de } from './check.de.ts'
import { en } from './check.en.ts'
import { tr } from './check.tr.ts'

/** The words of the page on which people try out their technology. */
export const checkText: Record<Language, CheckText> = { de, tr, en }
