import { expect, test } from 'vitest'
import type { Instant } from '../../functions/kernel/time.ts'
import { queueMail } from '../../functions/mail/mail.table.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { inWords, titlesOf, whatHappened } from '../../infra/local/clock-story.ts'
import type { KeptMail } from '../../infra/local/mail-store.ts'
import { openMemoryTable } from '../world/memory-table.ts'
import { aSeminar, aSession } from '../world/seminar.ts'

const at = (time: string) => `2026-03-24T${time}.000Z` as Instant
const letter = { language: 'de' as const, subject: 's', blocks: [], attachments: [] }
const to = { name: '', address: 'a@verein.example' }

async function openTable() {
  const table = openMemoryTable()
  const title = { de: 'Kasse', tr: '', en: 'Cash' }
  const seminar = aSeminar({ id: 'sem_1', title, sessions: [aSession({ id: 'ses_1' })] })
  await table.commit([seminarShelf.create('sem_1', seminar)])
  for (const [id, cause] of Object.entries({ m1: 'invite', m2: 'invite', m3: 'reminder' }))
    await table.commit([queueMail({ id, to, letter, cause, seminarId: 'sem_1' }, at('10:00:00'))])
  return table
}

const arrived = (mail: string, sentAt: Instant): KeptMail => ({
  id: mail,
  messageId: '',
  from: '',
  to: [],
  configurationSet: '',
  tags: { mail },
  sentAt,
  told: true,
})

test('a moved clock tells what it brought: no look around, no code, and each mail once', async () => {
  const table = await openTable()
  const happened = await whatHappened(table, {
    ran: [
      { at: at('10:00:00'), work: 'sweep sem_1' },
      { at: at('10:00:00'), work: 'invite sem_1 ses_1' },
      { at: at('10:05:00'), work: 'invite sem_1 ses_1' },
      { at: at('16:00:00'), work: 'remind sem_1 ses_1' },
      { at: at('19:00:00'), work: 'room ended ses_1' },
      { at: at('20:00:00'), work: 'complete sem_1' },
    ],
    mails: [
      arrived('m1', at('10:00:01')),
      arrived('m2', at('10:00:02')),
      arrived('m3', at('16:00:01')),
      arrived('unknown', at('21:00:00')),
    ],
  })
  expect(happened.map(({ words }) => words)).toEqual([
    '2 mails arrive: invite, “Cash”',
    'sends the reminders of “Cash”',
    '1 mail arrives: reminder, “Cash”',
    'ends the room of “Cash” and sends everybody out',
    'closes “Cash”',
    '1 mail arrives',
  ])
})

test('where only looks were taken, nothing happened', async () => {
  const ran = [{ at: at('10:00:00'), work: 'invite sem_1 ses_1' }]
  expect(await whatHappened(await openTable(), { ran, mails: [] })).toEqual([])
})

test('what falls due next is told in words, as far as the seminar is known', async () => {
  const titles = await titlesOf(await openTable())
  const told = ['invite sem_1 ses_1', 'mail invite', 'issue sem_2'].map(
    (work) => inWords({ at: at('10:00:00'), work }, titles).words,
  )
  expect(told).toEqual([
    'invites whoever is not invited yet to “Cash”',
    'tries once more to send a mail (invite)',
    'issue sem_2',
  ])
})
