import * as v from 'valibot'
import { textsSchema } from '../kernel/language.ts'

/** The umbrella association that runs the house: what imprint, mails and certificates say about it. */
export const organisationSchema = v.object({
  name: v.string(),
  street: v.string(),
  city: v.string(),
  email: v.string(),
  phone: v.string(),
  /** Who represents it by law (§ 5 DDG). */
  representedBy: v.string(),
  /** Register court and number, empty where there is none. */
  register: v.string(),
  /** Who signs certificates, and in which function. */
  signer: v.string(),
  signerFunction: textsSchema,
  /** Whom to ask about personal data. */
  privacyContact: v.string(),
})
export type Organisation = v.InferOutput<typeof organisationSchema>

/** A funding phase: who pays, for what, from when to when, and the sentence that must stand on everything. */
export const phaseSchema = v.object({
  id: v.string(),
  funder: v.string(),
  title: v.string(),
  grantNumber: v.string(),
  /** Calendar dates, first and last day: `2026-01-01`. */
  from: v.string(),
  until: v.string(),
  /** Förderhinweis: printed on pages, mails, lists and certificates of the phase. */
  acknowledgement: textsSchema,
})
export type Phase = v.InferOutput<typeof phaseSchema>

/** A member association; participants choose it from a list. */
export const associationSchema = v.object({
  id: v.string(),
  name: v.string(),
  place: v.string(),
  region: v.string(),
})
export type Association = v.InferOutput<typeof associationSchema>
