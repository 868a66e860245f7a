import * as v from 'valibot'
import { languageSchema } from '../kernel/language.ts'

/** A piece of a letter. The words are final; how they look is decided when the letter is sent. */
const blockSchema = v.variant('is', [
  v.object({ is: v.literal('text'), text: v.string() }),
  v.object({ is: v.literal('heading'), text: v.string() }),
  v.object({ is: v.literal('button'), label: v.string(), href: v.string() }),
  v.object({ is: v.literal('facts'), rows: v.array(v.tuple([v.string(), v.string()])) }),
  v.object({ is: v.literal('small'), text: v.string() }),
])
export type Block = v.InferOutput<typeof blockSchema>

const attachmentSchema = v.object({
  filename: v.string(),
  /** With parameters: `text/calendar; charset=utf-8; method=PUBLISH`. */
  contentType: v.string(),
  /** The bytes in base64. */
  content: v.string(),
})
export type LetterAttachment = v.InferOutput<typeof attachmentSchema>

/** A file that lies in the outbox once for many letters; its bytes are put in when a letter is handed over. */
export const storedFileSchema = v.object({
  id: v.string(),
  filename: v.string(),
  contentType: v.string(),
  size: v.number(),
})
export type StoredFile = v.InferOutput<typeof storedFileSchema>

/** A mail's content in the reader's language; HTML and text part are written from the same blocks. */
export const letterSchema = v.object({
  language: languageSchema,
  subject: v.string(),
  blocks: v.array(blockSchema),
  attachments: v.array(attachmentSchema),
  /** Attachments that are too large to lie in each letter. */
  files: v.optional(v.array(storedFileSchema)),
})
export type Letter = v.InferOutput<typeof letterSchema>
