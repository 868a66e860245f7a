import * as v from 'valibot'
import { shelf } from './table.ts'

/** What can fall due in a seminar's life. Each task has one verb that does it; the verb reads the facts when it runs. */
export const tasks = [
  'sweep',
  'release',
  'allot',
  'invite',
  'remind',
  'write-to-missing',
  'thank',
  'complete',
  'issue',
  'answer-request',
  'sign-status-list',
  'tell-cancelled',
  'tell-moved',
  'forget-answers',
  'write-to-invited',
  'write-message',
  'close-rooms',
  'tell-new-room',
  'watch-room',
  'import-attendance',
  'read-report',
] as const
export type Task = (typeof tasks)[number]

/** A note to the future: this task, for this seminar (and session), at the item's due time. */
export type DueWork = { task: Task; seminarId: string; sessionId: string; seen: Record<string, number[]> }

const dueWorkSchema = v.object({
  task: v.picklist(tasks),
  /** Or the status list that is to be signed. */
  seminarId: v.string(),
  /** What of the seminar the task is about: a session, a message, a person, or some of the people. Empty where it is the whole seminar. */
  sessionId: v.string(),
  /** What the task wants to remember until it runs again. */
  seen: v.record(v.string(), v.array(v.number())),
})

/** Names one note: there is at most one per task, seminar and session, so that nothing is due twice. */
export type DueWorkName = { task: Task; seminarId: string; sessionId?: string }

export const dueWorkShelf = shelf<DueWork, DueWorkName>({
  table: 'outbox',
  kind: 'work',
  schema: dueWorkSchema,
  key: ({ task, seminarId, sessionId = '' }) => ({
    pk: `work#${task}#${seminarId}#${sessionId}`,
    sk: 'work',
  }),
})

export const dueWork = ({ task, seminarId, sessionId = '' }: DueWorkName): DueWork => ({
  task,
  seminarId,
  sessionId,
  seen: {},
})
