import type { Language } from '../../kernel/language.ts'
import { de, type EnrollmentWords } from './de.ts'
import { en } from './en.ts'
import { tr } from './tr.ts'

/** The words of the enrollment letters in each language. */
export const enrollmentWords: Record<Language, EnrollmentWords> = { de, tr, en }
