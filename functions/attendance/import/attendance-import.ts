import * as v from 'valibot'
import { day, type Instant, instantSchema, later } from '../../kernel/time.ts'
import { storedFileSchema } from '../../mail/letter.ts'
import { columnRoles } from './columns.ts'
import { listFormats } from './listed.ts'

const mappingSchema = v.partial(
  v.object(
    Object.fromEntries(columnRoles.map((role) => [role, v.number()])) as Record<
      (typeof columnRoles)[number],
      v.NumberSchema<undefined>
    >,
  ),
)
/** What a person decided of somebody on a list, by a fingerprint: strangers' names are not kept. */
const decisionsSchema = v.record(v.string(), v.string())

/** A list that somebody brought and nobody has confirmed yet. */
export const importDraftSchema = v.object({
  id: v.string(),
  seminarId: v.string(),
  sessionId: v.string(),
  at: instantSchema,
  /** From then on it counts as gone, the file with it. */
  until: instantSchema,
  file: storedFileSchema,
  /** Tells whether the same file was brought before. */
  fileMark: v.string(),
  /** What a person said of the columns; absent where the house knows by itself. */
  mapping: v.optional(mappingSchema),
  decided: decisionsSchema,
})
export type ImportDraft = v.InferOutput<typeof importDraftSchema>

/** Nobody's list lies about for longer: there may be strangers on it. */
export const draftGoodUntil = (at: Instant): Instant => later(at, day)

/**
 * storing: its notices are being written and do not count yet · stored: all of them count · withdrawn: somebody took
 * it back · locked: two people put their names to the session's list before it was all there
 */
export const importStates = ['storing', 'stored', 'withdrawn', 'locked'] as const
export type ImportState = (typeof importStates)[number]

/** A list that was taken over. Only figures stand here, nobody's name. */
export const attendanceImportSchema = v.object({
  id: v.string(),
  seminarId: v.string(),
  sessionId: v.string(),
  state: v.picklist(importStates),
  format: v.picklist(listFormats),
  at: instantSchema,
  by: v.string(),
  fileMark: v.string(),
  /** How many people got minutes, how many of the list are none of ours, and how many rows counted nothing. */
  people: v.number(),
  leftOut: v.number(),
  rejected: v.number(),
  /** How many notices it brings, and how many are written already. */
  notices: v.number(),
  written: v.number(),
  /** Under which mark its notices wait to be written, and how many lots of them are done. */
  lots: v.object({ mark: v.string(), done: v.number() }),
  withdrawn: v.nullable(v.object({ at: instantSchema, by: v.string() })),
})
export type AttendanceImport = v.InferOutput<typeof attendanceImportSchema>

/** What was learned from the lists of a seminar, for the next one. */
export const importProfileSchema = v.object({
  until: instantSchema,
  /** What columns mean, by a fingerprint of the headings. */
  mappings: v.record(v.string(), mappingSchema),
  decided: decisionsSchema,
})
export type ImportProfile = v.InferOutput<typeof importProfileSchema>

const profileKeptDays = 180
const mostDecided = 1_000
const mostMappings = 20

/** The profile with what was learned now; the latest are kept, and forgotten half a year after the last list. */
export function withLearned(
  profile: Pick<ImportProfile, 'mappings' | 'decided'>,
  learned: Pick<ImportProfile, 'mappings' | 'decided'>,
  now: Instant,
): ImportProfile {
  return {
    until: later(now, profileKeptDays * day),
    mappings: latest({ ...without(profile.mappings, learned.mappings), ...learned.mappings }, mostMappings),
    decided: latest({ ...without(profile.decided, learned.decided), ...learned.decided }, mostDecided),
  }
}

const without = <Each>(known: Record<string, Each>, fresh: Record<string, Each>): Record<string, Each> =>
  Object.fromEntries(Object.entries(known).filter(([key]) => !Object.hasOwn(fresh, key)))

const latest = <Each>(all: Record<string, Each>, most: number): Record<string, Each> =>
  Object.fromEntries(Object.entries(all).slice(-most))
