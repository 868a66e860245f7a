import * as v from 'valibot'
import { shelf } from '../kernel/table.ts'
import { instantSchema } from '../kernel/time.ts'

const dataCodeSchema = v.object({
  /** The code that was mailed, sealed with the house's key; empty once it was used. */
  sealed: v.string(),
  tries: v.number(),
  /** SHA-256 of what the page got in exchange for the code; empty before. */
  pass: v.string(),
  until: instantSchema,
})

/** What opens the data of one mailbox for ten minutes: first a code by mail, then a pass in the page. */
export type DataCode = v.InferOutput<typeof dataCodeSchema>

/** One per mailbox, so that a new code ends the one before. */
export const dataCodeShelf = shelf<DataCode, string>({
  table: 'outbox',
  kind: 'data-code',
  schema: dataCodeSchema,
  key: (mailbox) => ({ pk: `data-code#${mailbox}`, sk: 'code' }),
})
