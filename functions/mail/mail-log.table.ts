import * as v from 'valibot'
import { type ReadingTable, type Stored, shelf, type Table } from '../kernel/table.ts'
import { day, type Instant, later } from '../kernel/time.ts'
import { mailKeptDays, mailShelf } from './mail.table.ts'
import type { Mail } from './mail.ts'

/** That a mail belongs to a seminar: nothing but its id, by the time at which it was queued. */
type LogEntry = { mailId: string }

/** One key per seminar and month, so that the newest are read without the old. */
const logKey = (seminarId: string, month: string): string => `mail-log#${seminarId}#${month}`

const logShelf = shelf<LogEntry, Pick<Mail, 'id' | 'seminarId' | 'queuedAt'>>({
  table: 'outbox',
  kind: 'mail-log-entry',
  schema: v.object({ mailId: v.string() }),
  key: ({ id, seminarId, queuedAt }) => ({
    pk: logKey(seminarId, queuedAt.slice(0, 7)),
    sk: `${queuedAt}#${id}`,
  }),
})

/**
 * Enters a mail in the log of its seminar. Whoever begins to send it does that and not whoever queues it, so that the
 * commit by which somebody enrolls stays as small as it is; refused and harmless where it was entered already.
 */
export async function enterInLog(table: Table, mail: Mail): Promise<void> {
  if (mail.seminarId === '') return
  const expires = later(mail.queuedAt, mailKeptDays * day)
  await table.commit([logShelf.create(mail, { mailId: mail.id }, { expires })])
}

/** A page of the log: its mails, and from where to read on; undefined at the end. */
export type LogPage = { mails: Mail[]; next: string | undefined }

type LogWish = {
  seminarId: string
  now: Instant
  /** From where to read on, as the page before said; empty for the newest. */
  from: string
  wanted: (mail: Mail) => boolean
}

/** A page shows so many mails, and looks at so many in search of them. */
const mostShown = 50
const mostLookedAt = 500
const readAtOnce = 50

/**
 * The mails to the people of a seminar, newest first. It reads a few months of entries at most, and the mails in lots
 * of fifty until the page is full; a search that finds little stops after some lots and says where to go on.
 */
export async function listSeminarMails(table: ReadingTable, wish: LogWish): Promise<LogPage> {
  const mails: Mail[] = []
  let lookedAt = 0
  for (const month of monthsBack(wish.now)) {
    if (wish.from !== '' && month > wish.from.slice(0, 7)) continue
    const entries = (await table.list('outbox', logKey(wish.seminarId, month)))
      .filter(({ sk }) => wish.from === '' || sk < wish.from)
      .reverse()
    for (let at = 0; at < entries.length; at += readAtOnce) {
      const lot = entries.slice(at, at + readAtOnce)
      for (const { sk, mail } of await readLot(table, lot)) {
        // One too many: there is a next page, and it begins behind the last one of this page.
        if (mails.length === mostShown || lookedAt === mostLookedAt) return { mails, next: before(sk) }
        lookedAt++
        if (mail && wish.wanted(mail)) mails.push(mail)
      }
    }
  }
  return { mails, next: undefined }
}

/** Keys below this one and this one itself: a space is the smallest letter that could follow. */
const before = (sk: string): string => `${sk} `

async function readLot(
  table: ReadingTable,
  entries: readonly Stored<unknown>[],
): Promise<{ sk: string; mail: Mail | undefined }[]> {
  const ids = entries.map((entry) => logShelf.decode(entry).facts.mailId)
  const stored = await table.read(ids.map((id) => mailShelf.place(id)))
  return entries.map(({ sk }, i) => {
    const mail = stored[i]
    return { sk, mail: mail && mailShelf.decode(mail).facts }
  })
}

/** This month and those before it that still have mails, newest first. */
function monthsBack(now: Instant): string[] {
  const months = Array.from({ length: mailKeptDays + 1 }, (_, days) => later(now, -days * day).slice(0, 7))
  return [...new Set(months)]
}
