import type { Instant } from '../../kernel/time.ts'

/** Where a list comes from; `table` is one that people make themselves. */
export const listFormats = ['zoom', 'teams', 'bigbluebutton', 'table'] as const
export type ListFormat = (typeof listFormats)[number]

/** Why a row of a list counts nothing. */
export const rejectReasons = [
  'nobody',
  'bad-time',
  'bad-duration',
  'no-time',
  'leave-before-join',
  'leave-without-join',
  'waiting-room',
  'another-day',
] as const
export type RejectReason = (typeof rejectReasons)[number]

/** What a row says of somebody. Rows are counted as the file's reader sees them, the first is 1. */
export type ListedRow = {
  row: number
  name: string
  email: string
  /** The enrollment's id, where the house's own link led there; otherwise empty. */
  identity: string
  /** From when until when; null where nobody knows until when. */
  times?: { from: Instant; to: Instant | null }
  /** Minutes in all, where the list does not say when. */
  minutes?: number
}

export type RejectedRow = { row: number; name: string; why: RejectReason }

/** What was understood of a list. */
export type ReadList = { format: ListFormat; rows: ListedRow[]; rejects: RejectedRow[] }
