import { describe, expect, test } from 'vitest'
import { day, later, minute } from '../../functions/kernel/time.ts'
import { queueMail } from '../../functions/mail/mail.table.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { type LogPage, listSeminarMails } from '../../functions/mail/mail-log.table.ts'
import { pauseSending } from '../../functions/mail/pause.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const letter = { language: 'de' as const, subject: 's', blocks: [], attachments: [] }

async function withMails(number: number, every = minute) {
  const house = openWorkingHouse()
  for (let i = 0; i < number; i++) {
    const to = { name: '', address: `p${i}@verein.example` }
    await house.table.commit([
      queueMail({ id: `m${i}`, to, letter, cause: 'invite', seminarId: 'sem_1' }, house.now()),
    ])
    await house.settle()
    house.pass(every)
  }
  return house
}

const look = (house: WorkingHouse, wish: { from?: string; wanted?: (mail: Mail) => boolean } = {}) =>
  listSeminarMails(house.table, {
    seminarId: 'sem_1',
    now: house.now(),
    from: '',
    wanted: () => true,
    ...wish,
  })
const idsOf = ({ mails }: LogPage) => mails.map(({ id }) => id)
const numbered = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => `m${from - i}`)

describe('the log of a seminar', () => {
  test('names each mail once, newest first, and nobody else’s', async () => {
    const house = await withMails(3)
    const to = { name: '', address: 'x@verein.example' }
    for (const seminarId of ['sem_2', ''])
      await house.table.commit([
        queueMail({ id: `of-${seminarId}`, to, letter, cause: 'invite', seminarId }, house.now()),
      ])
    await house.settle()
    expect(idsOf(await look(house))).toEqual(['m2', 'm1', 'm0'])
    expect((await look(house)).next).toBeUndefined()
  })

  test('is turned page by page, with nothing twice and nothing left out', async () => {
    const house = await withMails(120)
    const pages: string[][] = []
    let from: string | undefined = ''
    while (from !== undefined) {
      const page: LogPage = await look(house, { from })
      pages.push(idsOf(page))
      from = page.next
    }
    expect(pages).toEqual([numbered(119, 70), numbered(69, 20), numbered(19, 0)])
  })

  test('of exactly one page has no second', async () => {
    const house = await withMails(50)
    const page = await look(house)
    expect([page.mails.length, page.next]).toEqual([50, undefined])
  })

  test('reaches back over months, as long as mails are kept', async () => {
    const house = await withMails(4, 25 * day)
    // The first is a hundred days old: the table may not have forgotten it, but the log does not look there.
    expect(idsOf(await look(house)).slice(0, 3)).toEqual(['m3', 'm2', 'm1'])
  })

  test('searches no more than some hundred mails at once, and says where to go on', async () => {
    const house = await withMails(620, 1000)
    let reads = 0
    const counted = {
      ...house.table,
      read: (places: Parameters<typeof house.table.read>[0]) => {
        reads++
        return house.table.read(places)
      },
    }
    const wish = { seminarId: 'sem_1', now: house.now(), wanted: ({ id }: Mail) => id === 'm3' }
    const first = await listSeminarMails(counted, { ...wish, from: '' })
    expect([first.mails.length, reads]).toEqual([0, 11])
    const second = await listSeminarMails(counted, { ...wish, from: first.next ?? '' })
    expect([idsOf(second), second.next]).toEqual([['m3'], undefined])
  })

  test('names a mail whether sending rests, the provider is down, or its time has passed', async () => {
    const house = openWorkingHouse()
    await pauseSending({ table: house.table, now: house.now() })
    const mail = {
      to: { name: '', address: 'a@verein.example' },
      letter,
      cause: 'invite',
      seminarId: 'sem_1',
    }
    await house.table.commit([queueMail({ ...mail, id: 'waits' }, house.now())])
    await house.table.commit([
      queueMail({ ...mail, id: 'too-late', notAfter: later(house.now(), -1) }, house.now()),
    ])
    await house.settle()
    await house.settle()
    expect(idsOf(await look(house)).sort()).toEqual(['too-late', 'waits'])
  })
})
