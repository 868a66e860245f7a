import type { Language } from '../../kernel/language.ts'
import { de, type SessionWords } from './de.ts'
import { en } from './en.ts'
import { tr } from './tr.ts'

/** The words of the session letters in each language. */
export const sessionWords: Record<Language, SessionWords> = { de, tr, en }
