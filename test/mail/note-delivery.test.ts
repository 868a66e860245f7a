import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TableBusy } from '../../functions/kernel/table.ts'
import { hour, type Instant, later, minute } from '../../functions/kernel/time.ts'
import { readDeliveryMessage } from '../../functions/mail/delivery-message.ts'
import type { HandedOver } from '../../functions/mail/hand-over.ts'
import { mailShelf, moveMail, queueMail } from '../../functions/mail/mail.table.ts'
import { type DeliveryEvent, noteDelivery } from '../../functions/mail/note-delivery.ts'
import { send } from '../../functions/mail/send.ts'
import { listTroubles } from '../../functions/mail/trouble.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const letter = { language: 'de' as const, subject: 's', blocks: [], attachments: [] }

async function withMail() {
  const house = openWorkingHouse()
  const mail = {
    id: 'mail-1',
    to: { name: '', address: 'a@verein.example' },
    letter,
    cause: 'confirm',
    seminarId: 'sem_1',
  }
  await house.table.commit([queueMail(mail, house.now())])
  return house
}

const tell = (house: WorkingHouse, says: DeliveryEvent['says'], trouble: DeliveryEvent['trouble'] = '') =>
  noteDelivery({ table: house.table, now: house.now() }, { mailId: 'mail-1', says, trouble })
const stateOf = async (house: WorkingHouse) => (await mailShelf.read(house.table, 'mail-1'))?.facts.state

const allEvents = ['sent', 'delayed', 'rejected', 'delivered', 'bounced', 'complained'] as const
const endsAs = {
  sent: 'sent',
  delayed: 'sent',
  delivered: 'delivered',
  rejected: 'failed',
  bounced: 'bounced',
  complained: 'complained',
}

const because = {
  sent: '',
  delayed: 'delayed-full',
  delivered: '',
  rejected: 'refused',
  bounced: 'bounced',
  complained: 'complained',
} as const
/** The same thing may be told in several ways, as of several copies. */
const anyEvent: fc.Arbitrary<DeliveryEvent> = fc
  .record({
    says: fc.constantFrom(...allEvents),
    seconds: fc.integer({ min: 0, max: 3 }),
    other: fc.boolean(),
  })
  .map(({ says, seconds, other }) => ({
    mailId: 'mail-1',
    says,
    trouble: says === 'bounced' && other ? ('bounced-full' as const) : because[says],
    at: later('2026-03-02T09:00:00.000Z' as Instant, seconds * 1000),
  }))

describe('events of the provider', () => {
  test('doubled and in any order they end in the same state, and show at most one trouble', async () => {
    const events = fc.array(fc.constantFrom(...allEvents), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(events, fc.boolean(), async (told, sentBefore) => {
        const house = await withMail()
        if (sentBefore) await house.settle()
        for (const says of told) await tell(house, says, because[says])
        const highest = allEvents.findLast((says) => told.includes(says)) ?? 'sent'
        expect(await stateOf(house)).toBe(endsAs[highest])
        const isTrouble = ['rejected', 'bounced', 'complained'].includes(highest)
        expect(await listTroubles(house.table)).toHaveLength(isTrouble ? 1 : 0)
        // Settled: nobody sends it any more.
        const before = house.post.asked()
        house.moveTo('2026-03-04T00:00:00.000Z')
        await house.settle()
        expect(house.post.asked()).toBe(before)
      }),
      { numRuns: 60 },
    )
  })

  test('doubled and in any order they leave the same history, state and trouble', async () => {
    const events = fc.array(anyEvent, { minLength: 1, maxLength: 6 })
    const orders = events.chain((told) =>
      fc.tuple(fc.constant(told), fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 })),
    )
    let reordered = 0
    await fc.assert(
      fc.asyncProperty(orders, async ([told, shuffled]) => {
        const outcomeOf = async (list: readonly DeliveryEvent[]) => {
          const house = await withMail()
          for (const event of list) {
            house.pass(1)
            await noteDelivery({ table: house.table, now: house.now() }, event)
          }
          const mail = (await mailShelf.read(house.table, 'mail-1'))?.facts
          const troubles = (await listTroubles(house.table)).map(({ trouble }) => trouble)
          return { state: mail?.state, history: mail?.history, trouble: mail?.trouble, troubles }
        }
        if (JSON.stringify(told) !== JSON.stringify(shuffled.slice(0, told.length))) reordered++
        expect(await outcomeOf(shuffled)).toEqual(await outcomeOf(told))
      }),
      { numRuns: 80 },
    )
    expect(reordered).toBeGreaterThan(40)
  })

  test('each thing is noted with its own time and why, however late it is told', async () => {
    const house = await withMail()
    await house.settle()
    const handedOver = house.now()
    house.pass(hour)
    const at = (minutes: number) => later(handedOver, minutes * minute)
    for (const [says, minutes] of [
      ['bounced', 50],
      ['delayed', 10],
      ['delayed', 40],
    ] as const)
      await noteDelivery(
        { table: house.table, now: house.now() },
        { mailId: 'mail-1', says, trouble: because[says], at: at(minutes) },
      )
    expect((await mailShelf.read(house.table, 'mail-1'))?.facts.history).toEqual({
      sent: { at: handedOver, why: '' },
      delayed: { at: at(10), why: 'delayed-full' },
      bounced: { at: at(50), why: 'bounced' },
    })
  })

  test('a delay settles a hand-over whose answer was lost, and takes nothing back', async () => {
    const house = await withMail()
    house.post.be('unknown')
    await house.tick()
    expect(await stateOf(house)).toBe('unknown')
    await tell(house, 'delayed', 'delayed')
    expect(await stateOf(house)).toBe('sent')
    await tell(house, 'delivered')
    await tell(house, 'delayed', 'delayed')
    expect(await stateOf(house)).toBe('delivered')
    expect(await listTroubles(house.table)).toEqual([])
  })

  test('a mail that an older version stored is read, and its trouble kept', async () => {
    const house = await withMail()
    house.post.be('refuses')
    await house.settle()
    const stored = await mailShelf.read(house.table, 'mail-1')
    if (!stored) throw new Error('the mail is gone')
    const { history: _, ...older } = stored.facts
    await house.table.commit([{ do: 'replace', ...stored, facts: older }])
    expect((await mailShelf.read(house.table, 'mail-1'))?.facts.history).toEqual({})
    await tell(house, 'delayed', 'delayed')
    expect((await mailShelf.read(house.table, 'mail-1'))?.facts).toMatchObject({
      state: 'failed',
      trouble: 'refused',
    })
  })

  test('a mail that was given up and arrived after all is no trouble any more', async () => {
    const house = await withMail()
    house.post.be('unknown-and-out')
    await house.passTo('2026-03-03T02:00:00.000Z')
    expect(await stateOf(house)).toBe('failed')
    expect(await listTroubles(house.table)).toHaveLength(1)
    await tell(house, 'delivered')
    expect(await stateOf(house)).toBe('delivered')
    expect(await listTroubles(house.table)).toEqual([])
  })

  test('a bounce that is faster than the note "sent" is not painted over', async () => {
    const house = await withMail()
    const bouncing = async (): Promise<HandedOver> => {
      await tell(house, 'bounced', 'bounced-unknown')
      return { outcome: 'accepted', messageId: 'm' }
    }
    await send(
      { table: house.table, now: house.now, handOver: bouncing, takeTurn: async () => true },
      'mail-1',
    )
    expect(await stateOf(house)).toBe('bounced')
    expect(await listTroubles(house.table)).toEqual([
      {
        mailId: 'mail-1',
        cause: 'confirm',
        seminarId: 'sem_1',
        trouble: 'bounced-unknown',
        since: house.now(),
      },
    ])
    // The trouble names the mail and not the person.
    expect(JSON.stringify(await listTroubles(house.table))).not.toContain('verein.example')
  })

  test('all at once: the strongest stays', async () => {
    const house = await withMail()
    await house.settle()
    await Promise.allSettled(['sent', 'delivered', 'bounced'].map((says) => tell(house, says as 'sent')))
    expect(await stateOf(house)).toBe('bounced')
    expect(await listTroubles(house.table)).toHaveLength(1)
  })

  test('an event that cannot be written down for long is said aloud, so that it comes again', async () => {
    const house = await withMail()
    const crowded = {
      ...house.table,
      commit: async (writes: Parameters<typeof house.table.commit>[0]) => {
        const stored = await mailShelf.read(house.table, 'mail-1')
        if (stored) await house.table.commit([moveMail(stored, stored.facts, house.now())])
        return house.table.commit(writes)
      },
    }
    const event = { mailId: 'mail-1', says: 'bounced', trouble: 'bounced' } as const
    await expect(noteDelivery({ table: crowded, now: house.now() }, event)).rejects.toBeInstanceOf(TableBusy)
    expect(await stateOf(house)).toBe('queued')
  })

  test('about mails that nobody knows', async () => {
    const house = openWorkingHouse()
    await tell(house, 'bounced', 'bounced')
    expect(house.table.everything()).toEqual([])
  })
})

describe('reading the provider’s messages', () => {
  const permanent = (bounceSubType: string) => ({ bounce: { bounceType: 'Permanent', bounceSubType } })
  const transient = (bounceSubType: string) => ({ bounce: { bounceType: 'Transient', bounceSubType } })
  const message = (eventType: string, more: object = {}) =>
    JSON.stringify({ eventType, mail: { tags: { mail: ['mail-1'], 'ses:source-ip': ['1.2.3.4'] } }, ...more })

  test.each([
    ['Send', {}, 'sent', ''],
    ['Delivery', { delivery: {} }, 'delivered', ''],
    ['Reject', { reject: { reason: 'Bad content' } }, 'rejected', 'refused'],
    ['Rendering Failure', {}, 'rejected', 'refused'],
    ['Bounce', permanent('Suppressed'), 'bounced', 'bounced-suppressed'],
    ['Bounce', permanent('OnAccountSuppressionList'), 'bounced', 'bounced-suppressed'],
    ['Bounce', permanent('General'), 'bounced', 'bounced'],
    ['Bounce', permanent('SomethingOfNextYear'), 'bounced', 'bounced'],
    ['Bounce', permanent('toString'), 'bounced', 'bounced'],
    ['Bounce', transient('MailboxFull'), 'bounced', 'bounced-full'],
    ['Bounce', transient('MessageTooLarge'), 'bounced', 'bounced-too-large'],
    ['Bounce', transient('ContentRejected'), 'bounced', 'bounced'],
    ['Complaint', { complaint: { complaintFeedbackType: 'not-spam-at-all' } }, 'complained', 'complained'],
    ['Complaint', {}, 'complained', 'complained'],
    [
      'Bounce',
      { bounce: { bounceType: 'Permanent', bounceSubType: 'NoEmail' } },
      'bounced',
      'bounced-unknown',
    ],
    ['Bounce', { bounce: { bounceType: 'Undetermined' } }, 'bounced', 'bounced'],
    ['Complaint', { complaint: { complaintFeedbackType: 'abuse' } }, 'complained', 'complained-abuse'],
    ['Complaint', { complaint: { complaintFeedbackType: null } }, 'complained', 'complained'],
    ['DeliveryDelay', {}, 'delayed', 'delayed'],
    ['DeliveryDelay', { deliveryDelay: { delayType: 'MailboxFull' } }, 'delayed', 'delayed-full'],
    [
      'DeliveryDelay',
      { deliveryDelay: { delayType: 'TransientCommunicationFailure' } },
      'delayed',
      'delayed-unreachable',
    ],
    ['DeliveryDelay', { deliveryDelay: { delayType: 'IPFailure' } }, 'delayed', 'delayed-distrusted'],
    ['DeliveryDelay', { deliveryDelay: { delayType: 'constructor' } }, 'delayed', 'delayed'],
  ])('%s %j', (eventType, more, says, trouble) => {
    expect(readDeliveryMessage(message(eventType, more))).toEqual({ mailId: 'mail-1', says, trouble })
  })

  test.each([
    ['Delivery', 'delivery'],
    ['DeliveryDelay', 'deliveryDelay'],
    ['Complaint', 'complaint'],
  ])('%s happened when the provider says, not when it is read', (eventType, part) => {
    const told = (timestamp: string) => readDeliveryMessage(message(eventType, { [part]: { timestamp } }))?.at
    expect(told('2026-03-02T10:00:00.5Z')).toBe('2026-03-02T10:00:00.500Z')
    expect(told('2026-03-02T11:00:00+01:00')).toBe('2026-03-02T10:00:00.000Z')
    expect(told('yesterday')).toBeUndefined()
  })

  test.each([
    // Somebody is out of office.
    message('Bounce', transient('General')),
    message('Bounce', { bounce: { bounceType: 'Transient' } }),
    message('toString'),
    JSON.stringify({ eventType: 'Send', mail: { tags: {} } }),
    JSON.stringify({ eventType: 'Send', mail: {} }),
    '"text"',
    'null',
    'Successfully validated SNS topic for Amazon SES event publishing.',
    '',
    '{"eventType": "Bounce", ',
  ])('%s changes nothing', (text) => {
    expect(readDeliveryMessage(text)).toBeUndefined()
  })
})
