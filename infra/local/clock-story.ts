import { textIn } from '../../functions/kernel/language.ts'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { mailShelf } from '../../functions/mail/mail.table.ts'
import { listSeminars } from '../../functions/seminar/seminar.table.ts'
import type { Ran } from './clock.ts'
import type { KeptMail } from './mail-store.ts'

/** What happened or will happen, as a person would say it. */
export type Happening = { at: Instant; words: string }

/** Titles of seminars by the ids of the seminars and of their sessions. */
export type Titles = ReadonlyMap<string, string>

export const titlesOf = async (table: ReadingTable): Promise<Titles> =>
  new Map(
    (await listSeminars(table)).flatMap(({ id, title, sessions }) =>
      [id, ...sessions.map((session) => session.id)].map((one) => [one, textIn(title, 'en')] as const),
    ),
  )

const deeds: Record<string, (title: string) => string> = {
  sweep: (title) => `looks after the line of “${title}”`,
  invite: (title) => `invites whoever is not invited yet to “${title}”`,
  remind: (title) => `sends the reminders of “${title}”`,
  complete: (title) => `closes “${title}”`,
  issue: (title) => `issues the certificates of “${title}”`,
  'tell-cancelled': (title) => `tells everybody that “${title}” is cancelled`,
  'tell-moved': (title) => `tells everybody that “${title}” has moved`,
  'forget-answers': (title) => `deletes answers of “${title}” whose time has come`,
  'write-to-invited': (title) => `writes to people invited to “${title}”`,
  release: (title) => `opens the reserved seats of “${title}” to everybody`,
  allot: (title) => `gives the seats of “${title}”, newcomers first`,
  'room ended': (title) => `ends the room of “${title}” and sends everybody out`,
  mail: (cause) => `tries once more to send a mail (${cause})`,
}

/** Says what a work of the clock is about; a work that nobody has words for is named as it is. */
export function inWords({ at, work }: Ran, titles: Titles): Happening {
  const [, task = '', about = ''] = /^(room ended|\S+) (\S+)/.exec(work) ?? []
  const title = task === 'mail' ? about : titles.get(about)
  return { at, words: (title && deeds[task]?.(title)) ?? work }
}

/** Looking around every few minutes is no news; what comes of it are mails, and these are told. */
const onlyLooks = /^(?:sweep|invite|mail|forget-answers|write-to-invited) /

/** What a moved clock has brought about: works that were done and mails that arrived, in their order. */
export async function whatHappened(
  table: ReadingTable,
  { ran, mails }: { ran: readonly Ran[]; mails: readonly KeptMail[] },
): Promise<Happening[]> {
  const titles = await titlesOf(table)
  const works = ran.filter(({ work }) => !onlyLooks.test(work)).map((one) => inWords(one, titles))
  return [...works, ...(await arrivals(table, mails, titles))].sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Mails of one cause and seminar that arrived within the same minute are told together. */
async function arrivals(
  table: ReadingTable,
  mails: readonly KeptMail[],
  titles: Titles,
): Promise<Happening[]> {
  const told = await Promise.all(
    mails.map(async ({ sentAt, tags }) => {
      const facts = (await mailShelf.read(table, tags.mail ?? ''))?.facts
      const title = titles.get(facts?.seminarId ?? '')
      return { at: sentAt, about: [facts?.cause, title && `“${title}”`].filter(Boolean).join(', ') }
    }),
  )
  const groups = Map.groupBy(told, ({ at, about }) => `${at.slice(0, 16)}${about}`)
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const count = others.length === 0 ? '1 mail arrives' : `${others.length + 1} mails arrive`
    return [{ at: first.at, words: [count, first.about].filter(Boolean).join(': ') }]
  })
}
