import type { Language } from '../../functions/kernel/language.ts'
import { type ConfirmedListText, confirmedListDe } from './confirmed-list.de.ts'
import { confirmedListEn } from './confirmed-list.en.ts'
import { confirmedListTr } from './confirmed-list.tr.ts'

/** The words around a list that two people confirm. */
export const confirmedListText: Record<Language, ConfirmedListText> = {
  de: confirmedListDe,
  tr: confirmedListTr,
  en: confirmedListEn,
}
