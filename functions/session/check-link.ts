import type { Language } from '../kernel/language.ts'

/** Where people try out camera, microphone and connection before a session, in their language. */
export const checkPath = (language: Language): string => `/check?lang=${language}`
