import { describe, expect, test } from 'vitest'
import { calendarFile, calendarOf, cancelledSessionCalendar } from '../../functions/enrollment/calendar-of.ts'
import type { Enrollment } from '../../functions/enrollment/enrollment.ts'
import { day, hour, type Instant, later } from '../../functions/kernel/time.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { openCalendar, readCalendar } from '../world/calendar-reader.ts'
import { anEnrollment, textOf } from '../world/calendar-stories.ts'
import { openMemoryTable } from '../world/memory-table.ts'
import { aSeminar } from '../world/seminar.ts'
import { openWorkingHouse } from '../world/working-house.ts'

async function worldAt(now = '2026-03-02T09:00:00.000Z', email = 'post@example.org') {
  const table = openMemoryTable()
  await table.commit([organisationShelf.create(null, { ...unnamedOrganisation, email })])
  return { table, now: now as Instant, origin: 'https://lernhaus.example' }
}

const inviting = (overrides: Partial<Seminar> = {}) => aSeminar({ calendarInvitations: true, ...overrides })
const [first, second] = aSeminar().sessions
if (!first || !second) throw new Error('it has two sessions')
const off = { ...first, cancelledAt: '2026-03-01T09:00:00.000Z' as Instant }

/** What the files say: method and how many dates each. */
const shape = (attachments: Awaited<ReturnType<typeof calendarOf>>) =>
  attachments.map((attachment) => {
    const { events, method } = readCalendar(textOf(attachment))
    return `${attachment.filename} ${method} ${events.length}`
  })

describe('the calendar of a mail', () => {
  const cases: [string, Partial<Seminar>, Partial<Enrollment>, string[]][] = [
    ['is one file', {}, {}, ['foerdermittel.ics PUBLISH 2']],
    [
      'is an invitation for each session, where the seminar wants it',
      { calendarInvitations: true },
      {},
      ['foerdermittel-1.ics REQUEST 1', 'foerdermittel-2.ics REQUEST 1'],
    ],
    [
      'takes each of them back',
      { calendarInvitations: true },
      { state: 'cancelled' },
      ['foerdermittel-1.ics CANCEL 1', 'foerdermittel-2.ics CANCEL 1'],
    ],
    [
      'has only the sessions that were chosen',
      { calendarInvitations: true },
      { sessions: ['ses_second'] },
      ['foerdermittel.ics REQUEST 1'],
    ],
    [
      'stays a file for who has no seat',
      { calendarInvitations: true },
      { standing: 'waiting' },
      ['foerdermittel.ics PUBLISH 2'],
    ],
    [
      'stays a file for who has not confirmed, so that no typed name goes out',
      { calendarInvitations: true },
      { state: 'held', confirmedAt: null },
      ['foerdermittel.ics PUBLISH 2'],
    ],
    [
      'invites to nothing that was called off',
      { calendarInvitations: true, sessions: [second], cancelledSessions: [off] },
      {},
      ['foerdermittel.ics REQUEST 1'],
    ],
  ]
  test.each(cases)('%s', async (_, seminar, enrollment, files) => {
    const entry = { seminar: aSeminar(seminar), enrollment: anEnrollment(enrollment) }
    expect(shape(await calendarOf(await worldAt(), entry))).toEqual(files)
  })

  test('invites to nothing that is over', async () => {
    const entry = { seminar: inviting(), enrollment: anEnrollment() }
    const world = await worldAt(later(first.end, hour))
    const [only, ...rest] = await calendarOf(world, entry)
    expect(rest).toEqual([])
    expect(only && readCalendar(textOf(only)).events[0]?.uid).toContain('ses_second')
  })

  test('stays a file while the house has no address that could invite', async () => {
    const entry = { seminar: inviting(), enrollment: anEnrollment() }
    expect(shape(await calendarOf(await worldAt(undefined, ''), entry))).toEqual([
      'foerdermittel.ics PUBLISH 2',
    ])
  })
})

describe('the file of one person', () => {
  const statuses = async (seminar: Partial<Seminar>, enrollment: Partial<Enrollment> = {}) => {
    const entry = { seminar: aSeminar(seminar), enrollment: anEnrollment(enrollment) }
    const { events } = readCalendar((await calendarFile(await worldAt(), entry)).text)
    return events.map(({ component, summary }) => [
      String(component.getFirstPropertyValue('status')),
      String(component.getFirstPropertyValue('transp')),
      summary.split(':').length > 1,
    ])
  }
  const stands = ['CONFIRMED', 'OPAQUE', false]
  const isOff = ['CANCELLED', 'TRANSPARENT', true]
  const part = { sessions: [second], cancelledSessions: [off] }

  test('names what was called off, and says so in the title for readers that ignore the status', async () => {
    expect(await statuses(part)).toEqual([stands, isOff])
  })
  test('leaves out what was called off before they came, or they never chose', async () => {
    expect(await statuses(part, { enrolledAt: '2026-03-01T10:00:00.000Z' as Instant })).toEqual([stands])
    expect(await statuses(part, { sessions: ['ses_second'] })).toEqual([stands])
  })
  test('marks dates as not certain for who waits or has not confirmed', async () => {
    const unsure = Array(2).fill(['TENTATIVE', 'OPAQUE', false])
    expect(await statuses({}, { standing: 'waiting' })).toEqual(unsure)
    expect(await statuses({}, { state: 'held', confirmedAt: null })).toEqual(unsure)
  })
  test('has a session once that takes place after all', async () => {
    expect(await statuses({ cancelledSessions: [off] })).toEqual([stands, stands])
  })
})

describe('the calendar of the mail about sessions that were called off', () => {
  const seminar = { sessions: [second], cancelledSessions: [off, { ...off, id: 'ses_earlier' }] }
  const told = async (changes: Partial<Seminar>, enrollment: Partial<Enrollment>, ids: string[]) => {
    const entry = { seminar: aSeminar({ ...seminar, ...changes }), enrollment: anEnrollment(enrollment) }
    return shape(await cancelledSessionCalendar(await worldAt(), entry, ids))
  }
  test('takes back those sessions and no others', async () => {
    expect(await told({}, {}, ['ses_first'])).toEqual(['foerdermittel-cancelled.ics CANCEL 1'])
    expect(await told({}, {}, ['ses_first', 'ses_earlier', 'ses_second'])).toEqual([
      'foerdermittel-cancelled.ics CANCEL 2',
    ])
  })
  test('takes back each invitation for itself', async () => {
    expect(await told({ calendarInvitations: true }, {}, ['ses_first', 'ses_earlier'])).toEqual([
      'foerdermittel-cancelled-1.ics CANCEL 1',
      'foerdermittel-cancelled-2.ics CANCEL 1',
    ])
  })
  test('is nothing for who did not attend them', async () => {
    expect(await told({}, { sessions: ['ses_second'] }, ['ses_first'])).toEqual([])
  })
})

describe('real invitations in a house', () => {
  /** The calendar of somebody who opens every mail. */
  const calendarOfMails = (mails: readonly Mail[]) => {
    const calendar = openCalendar()
    for (const { letter } of mails) for (const file of letter.attachments) calendar.take(textOf(file))
    return calendar
  }

  test('come with the seat, follow when dates move, and go with the person or the seminar', async () => {
    const house = openWorkingHouse()
    await house.table.commit([
      organisationShelf.create(null, { ...unnamedOrganisation, email: 'post@example.org' }),
    ])
    const seminar = await house.offer({ calendarInvitations: true, capacity: 1 })
    await house.enrollAndConfirm(seminar, 'ayse')
    await house.enrollAndConfirm(seminar, 'bora')
    house.pass(hour)
    const { sessions } = await house.seminar(seminar.id)
    const moved = sessions.map((each) => ({
      ...each,
      start: later(each.start, day),
      end: later(each.end, day),
    }))
    await house.change(seminar.id, { sessions: moved })
    await house.settle()
    const starts = async (name: string) =>
      Object.values(calendarOfMails(await house.mails(name)).dates()).map(({ start, status }) => [
        start,
        status,
      ])
    const all = moved.map(({ start }) => start)
    expect(await starts('ayse')).toEqual(all.map((start) => [start, 'CONFIRMED']))
    expect(await starts('bora')).toEqual(all.map((start) => [start, 'TENTATIVE']))

    house.pass(hour)
    await house.cancel('ayse')
    expect(await starts('ayse')).toEqual([])
    expect(await starts('bora')).toEqual(all.map((start) => [start, 'CONFIRMED']))

    house.pass(hour)
    await cancelSeminar(house.world(), seminar.id)
    await house.settle()
    expect(await starts('bora')).toEqual([])

    const sent = (await house.mails()).filter(({ letter }) => letter.attachments.length > 0)
    expect(
      sent.map(
        ({ cause, to, letter }) => `${cause} ${to.address.split('@')[0]} ${shape(letter.attachments)}`,
      ),
    ).toEqual([
      'confirmed ayse foerdermittel-1.ics REQUEST 1,foerdermittel-2.ics REQUEST 1',
      'moved ayse foerdermittel-1.ics REQUEST 1,foerdermittel-2.ics REQUEST 1',
      'moved bora foerdermittel.ics PUBLISH 2',
      'cancelled ayse foerdermittel-1.ics CANCEL 1,foerdermittel-2.ics CANCEL 1',
      'promoted bora foerdermittel-1.ics REQUEST 1,foerdermittel-2.ics REQUEST 1',
      'seminar-cancelled bora foerdermittel-1.ics CANCEL 1,foerdermittel-2.ics CANCEL 1',
    ])
  })
})
