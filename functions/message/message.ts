import * as v from 'valibot'
import { type Language, languageSchema } from '../kernel/language.ts'
import { instantSchema } from '../kernel/time.ts'
import { storedFileSchema } from '../mail/letter.ts'

/**
 * Whom a message is for. all: everybody who is enrolled · confirmed, unconfirmed: by their address · seat, waiting,
 * applied: by where they stand · cancelled: who is not enrolled any more and had confirmed · came, missed: by the
 * minutes of one session · reached, not-reached: by the threshold of the certificate · picked: one by one
 */
export const groups = [
  'all',
  'seat',
  'confirmed',
  'unconfirmed',
  'waiting',
  'applied',
  'cancelled',
  'came',
  'missed',
  'reached',
  'not-reached',
  'picked',
] as const
export type Group = (typeof groups)[number]

const audienceSchema = v.object({
  group: v.picklist(groups),
  /** The session that people came to or missed; empty for all other groups. */
  sessionId: v.string(),
})
/** A group of people as a coordinator names it. */
export type Audience = v.InferOutput<typeof audienceSchema>

/** What is written, in one language. */
const messageTextSchema = v.object({ language: languageSchema, subject: v.string(), text: v.string() })
export type MessageText = v.InferOutput<typeof messageTextSchema>

/** A message that was sent. To whom exactly lies beside it, as ids only. */
export const messageSchema = v.object({
  id: v.string(),
  seminarId: v.string(),
  audience: audienceSchema,
  /** At least one, each language once. */
  texts: v.array(messageTextSchema),
  files: v.array(storedFileSchema),
  /** Whether the letter has a button to the person's own page. */
  withButton: v.boolean(),
  /** Name of the coordinator. */
  by: v.string(),
  sentAt: instantSchema,
  /** How many people it was for. */
  people: v.number(),
  /** When the last letter had been queued; null while some are not. */
  writtenAt: v.nullable(instantSchema),
})
export type Message = v.InferOutput<typeof messageSchema>

/** A message that is still being written: the form as it was typed, and the files that came with it. */
export const messageDraftSchema = v.object({
  id: v.string(),
  seminarId: v.string(),
  typed: v.record(v.string(), v.string()),
  files: v.array(storedFileSchema),
  until: instantSchema,
})
export type MessageDraft = v.InferOutput<typeof messageDraftSchema>

/** What a message may hold. */
export const mostSubject = 150
export const mostText = 5_000
export const mostFiles = 5
export const mostFileBytes = 2 * 1024 * 1024
export const mostRecipients = 5_000

/** Whoever has no text in their own language reads the first of these that there is. */
const fallback: readonly Language[] = ['de', 'en', 'tr']

/** The text that somebody with this language reads. */
export function textFor(texts: readonly MessageText[], language: Language): MessageText {
  const order = [language, ...fallback]
  const found = order.flatMap((wish) => texts.find((text) => text.language === wish) ?? [])[0]
  if (!found) throw new Error('a message without a text')
  return found
}
