import { runDue } from '../../functions/clock/run-due.ts'
import { tasksOf } from '../../functions/clock/tasks.ts'
import { enrollmentShelf, takeNumber } from '../../functions/enrollment/enrollment.table.ts'
import type { Enrollment } from '../../functions/enrollment/enrollment.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { instantFrom, later, millisecondsOf, minute } from '../../functions/kernel/time.ts'
import type { HandedOver } from '../../functions/mail/hand-over.ts'
import { mailIdAt } from '../../functions/mail/mail.table.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { openPace, sendsForMilliseconds } from '../../functions/mail/pace.ts'
import { send } from '../../functions/mail/send.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { invite, requestInvites } from '../../functions/session/invite.ts'
import { openPracticeServers } from '../world/practice-servers.ts'
import { openVirtualClock } from '../world/virtual-clock.ts'
import { openWorkingHouse } from '../world/working-house.ts'

export type MailRun = {
  people: number
  /** How many got exactly one invite, none, or more than one. */
  once: number
  lost: number
  doubled: number
  /** Answers of the provider that said "too fast". */
  throttled: number
  /** The most that the provider was handed in any second of its own. */
  mostInASecond: number
  /** From the first mail to the last, in seconds of the run. */
  seconds: number
}

/** How long the provider takes for a mail, and how many workers the stream runs beside each other. */
const handOverMilliseconds = 80
const workers = 4
/** An hour is far more than it can take; by then what is missing is lost. */
const longest = 60 * minute

/**
 * A coordinator presses the button for so many people, and the provider takes so many mails a second and turns the
 * others away. The stream's workers and the clock send as they do in AWS, in a time that is played.
 */
export async function playInvites({
  people,
  perSecond,
}: {
  people: number
  perSecond: number
}): Promise<MailRun> {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity: people })
  const enrolled = await enrollAll(house.table, seminar, people)
  const clock = openVirtualClock()
  const began = house.now()
  const now = () => later(began, Math.floor(clock.now()))
  const provider = openProvider(perSecond, clock)

  const fresh: string[] = []
  const table = watched(house.table, (mailId) => fresh.push(mailId))
  const sending = (patience: number) => {
    const takeTurn = openPace({
      table,
      now,
      sleep: clock.wait,
      mostPerSecond: async () => perSecond,
      patience,
    })
    return (mailId: string) => send({ table, now, handOver: provider.handOver, takeTurn }, mailId)
  }
  const tasks = tasksOf({
    closeRoom: async () => 'closed',
    ...openPracticeServers(now).world(table),
    ...house.issuing(table),
    now,
  })
  const isOver = () => provider.arrived.size >= enrolled.length || clock.now() > longest

  const session = seminar.sessions[0]?.id ?? ''
  const name = { seminarId: seminar.id, sessionId: session }
  await requestInvites({ table, now: now() }, name)
  // All of them are queued before the first is sent: keys are drawn by threads that a played clock cannot wait for.
  await invite({ ...house.issuing(table), now: now() }, name)
  const streamWorker = async () => {
    const sendFresh = sending(1_000)
    while (!isOver()) {
      const mailId = fresh.shift()
      if (mailId === undefined) await clock.wait(200)
      else await sendFresh(mailId)
    }
  }
  const minutes = async () => {
    const sendMail = sending(5_000)
    while (!isOver()) {
      await runDue({ table, now, tasks, sendMail, mailsTake: sendsForMilliseconds })
      await clock.wait(minute - (clock.now() % minute))
    }
  }
  await Promise.all([...Array.from({ length: workers }, streamWorker), minutes()])

  const copies = enrolled.map(({ email }) => provider.arrived.get(email) ?? 0)
  return {
    people,
    once: copies.filter((n) => n === 1).length,
    lost: copies.filter((n) => n === 0).length,
    doubled: copies.filter((n) => n > 1).length,
    throttled: provider.throttled(),
    mostInASecond: provider.mostInASecond(),
    seconds: provider.lastAt() / 1000,
  }
}

/** People with confirmed seats, as many years of enrolling would have brought them. */
async function enrollAll(table: Table, seminar: Seminar, people: number): Promise<Enrollment[]> {
  const enrolled = Array.from({ length: people }, (_, i): Enrollment => {
    const id = `person-${String(i).padStart(9, '0')}`
    const at = instantFrom(millisecondsOf(seminar.opens) + i)
    return {
      ...{ id, seminarId: seminar.id, state: 'confirmed', standing: 'seat', number: i + 1, keptFor: '' },
      ...{ offeredUntil: null, waitsWith: '', sessions: [], firstName: `Kişi ${i}`, lastName: 'Yıldız' },
      ...{ email: `person${i}@verein.example`, association: '', associationId: '', language: 'tr', note: '' },
      ...{ enrolledAt: at, holdsUntil: at, confirmedAt: at, forms: [], notice: '', links: [] },
      ...{ invited: {}, reminded: {}, sessionMails: [], invitationId: '' },
      ...{ addressSince: null, formerMailboxes: [], continuedAs: '' },
    }
  })
  for (const person of enrolled)
    await table.commit([
      enrollmentShelf.create({ seminarId: seminar.id, enrollmentId: person.id }, person),
      takeNumber(seminar.id, person.number, person.id),
    ])
  return enrolled
}

/** Fresh mails are heard of at once, as the stream of the outbox tells its workers. */
function watched(table: Table, heard: (mailId: string) => void): Table {
  return {
    ...table,
    commit: async (writes) => {
      const outcome = await table.commit(writes)
      if (outcome.committed)
        for (const write of writes) if (write.do === 'create' && write.kind === 'mail') heard(mailIdAt(write))
      return outcome
    },
  }
}

/** Takes so many mails in each second of its own, which does not begin with ours, and turns the others away. */
function openProvider(perSecond: number, clock: ReturnType<typeof openVirtualClock>) {
  const arrived = new Map<string, number>()
  const bySecond = new Map<number, number>()
  let throttled = 0
  let lastAt = 0
  return {
    arrived,
    throttled: () => throttled,
    mostInASecond: () => Math.max(0, ...bySecond.values()),
    lastAt: () => lastAt,
    handOver: async (mail: Mail): Promise<HandedOver> => {
      const second = Math.floor((clock.now() + 370) / 1000)
      const taken = (bySecond.get(second) ?? 0) + 1
      bySecond.set(second, taken)
      await clock.wait(handOverMilliseconds)
      if (taken > perSecond) {
        throttled++
        return { outcome: 'busy', trouble: 'throttled' }
      }
      arrived.set(mail.to.address, (arrived.get(mail.to.address) ?? 0) + 1)
      lastAt = clock.now()
      return { outcome: 'accepted', messageId: `message-${arrived.size}` }
    },
  }
}
