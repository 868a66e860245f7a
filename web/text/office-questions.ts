import type { Language } from '../../functions/kernel/language.ts'
import { type OfficeQuestionsText, officeQuestionsDe } from './office-questions.de.ts'
import { officeQuestionsEn } from './office-questions.en.ts'
import { officeQuestionsTr } from './office-questions.tr.ts'

/** The words of a seminar's questions and their answers in the office. */
export const officeQuestionsText: Record<Language, OfficeQuestionsText> = {
  de: officeQuestionsDe,
  tr: officeQuestionsTr,
  en: officeQuestionsEn,
}
