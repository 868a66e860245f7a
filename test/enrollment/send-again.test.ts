import { describe, expect, test } from 'vitest'
import { correctAddress } from '../../functions/enrollment/correct-address.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import type { Enrollment } from '../../functions/enrollment/enrollment.ts'
import { readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import { sendAgain } from '../../functions/enrollment/send-again.ts'
import { type EmailAddress, parseEmailAddress } from '../../functions/kernel/email-address.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { hour, type Instant, later, minute } from '../../functions/kernel/time.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { type DeliveryEvent, noteDelivery } from '../../functions/mail/note-delivery.ts'
import { listTroubles } from '../../functions/mail/trouble.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { cancelSession } from '../../functions/seminar/cancel-session.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { invite } from '../../functions/session/invite.ts'
import { remind } from '../../functions/session/remind.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { origin } from '../world/house.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

let forms = 0
type Again = {
  person: Pick<Enrollment, 'id' | 'seminarId'>
  mail: Pick<Mail, 'id'>
  formId?: string
  table?: Table
}
const again = async (house: WorkingHouse, { person, mail, formId, table }: Again) => {
  const outcome = await sendAgain(
    { ...house.world(), table: table ?? house.table, also: [] },
    {
      seminarId: person.seminarId,
      enrollmentId: person.id,
      mailId: mail.id,
      formId: formId ?? `again-${++forms}`,
    },
  )
  return outcome.ok ? 'done' : outcome.refusal.code
}
const personOf = async (house: WorkingHouse, { id }: Pick<Seminar, 'id'>): Promise<Enrollment> => {
  const [stored] = await listEnrollments(house.table, id)
  if (!stored) throw new Error('nobody is enrolled')
  return stored.facts
}
const mailsAbout = async (house: WorkingHouse, cause: string) =>
  (await house.mails()).filter((mail) => mail.cause === cause)
const mailAbout = async (house: WorkingHouse, cause: string): Promise<Mail> => {
  const mail = (await mailsAbout(house, cause)).at(-1)
  if (!mail) throw new Error(`no mail about ${cause}`)
  return mail
}
const tell = async (house: WorkingHouse, mail: Mail, says: DeliveryEvent['says']) =>
  noteDelivery(
    { table: house.table, now: house.now() },
    { mailId: mail.id, says, trouble: says === 'bounced' ? 'bounced' : 'complained' },
  )
/** Where its buttons lead, but for the page that is the same for everybody. */
const hrefs = ({ letter }: Mail) =>
  letter.blocks.flatMap((block) =>
    block.is === 'button' && !block.href.includes('/check') ? [block.href] : [],
  )
const tokenIn = (href: string | undefined) => /\/(?:my|join)\/([\w-]+)/.exec(href ?? '')?.[1] ?? ''
const email = (text: string) => parseEmailAddress(text) as EmailAddress
const correctTo = async (house: WorkingHouse, person: Enrollment, to: string) => {
  const command = {
    seminarId: person.seminarId,
    enrollmentId: person.id,
    email: email(to),
    formId: `c-${++forms}`,
  }
  const corrected = await correctAddress({ ...house.world(), also: [] }, command)
  if (!corrected.ok) throw new Error(corrected.refusal.code)
}

async function withInvite() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  await house.enrollAndConfirm(seminar, 'ayse')
  const sessionId = seminar.sessions[0]?.id ?? ''
  await house.settle()
  house.pass(minute)
  await invite(house.world(), { seminarId: seminar.id, sessionId })
  await house.settle()
  return { house, seminar, sessionId, person: await personOf(house, seminar) }
}

describe('a letter that is sent once more', () => {
  test('is a mail of its own with the same words, and with links that open', async () => {
    const { house, seminar, sessionId, person } = await withInvite()
    const old = await mailAbout(house, 'invite')
    house.pass(hour)
    expect(await again(house, { person, mail: old })).toBe('done')
    await house.settle()
    expect(house.post.tally()['invite ayse']).toBe(2)
    const fresh = await mailAbout(house, 'invite')
    expect(fresh.id).not.toBe(old.id)
    expect(fresh).toMatchObject({
      to: old.to,
      notAfter: old.notAfter,
      cause: 'invite',
      seminarId: seminar.id,
    })
    const plain = (mail: Mail) => JSON.stringify(mail.letter).replaceAll(/\/(my|join)\/[\w-]+/g, '/$1/…')
    expect(plain(fresh)).toBe(plain(old))
    const [join, my] = hrefs(fresh)
    expect(hrefs(old)).not.toContain(join)
    expect(hrefs(old)).not.toContain(my)
    expect((await readPersonalLink(house.table, tokenIn(join), 'join'))?.sessionId).toBe(sessionId)
    expect(await readPersonalLink(house.table, tokenIn(my), 'my')).toBeDefined()
    // Nobody says that the first one did not arrive: its links still open.
    expect(await readPersonalLink(house.table, tokenIn(hrefs(old)[0]), 'join')).toBeDefined()
  })

  test('takes the old one off the list of those that did not arrive', async () => {
    const { house, person } = await withInvite()
    const old = await mailAbout(house, 'invite')
    await tell(house, old, 'bounced')
    expect(await listTroubles(house.table)).toHaveLength(1)
    await again(house, { person, mail: old })
    expect(await listTroubles(house.table)).toEqual([])
  })

  test('loses its sense with the cancellation, as the first one', async () => {
    const { house, person } = await withInvite()
    house.post.be('busy')
    await again(house, { person, mail: await mailAbout(house, 'invite') })
    await house.tick()
    await house.cancel('ayse')
    expect((await mailsAbout(house, 'invite')).map(({ state }) => state)).toEqual(['sent', 'outdated'])
  })

  test('loses its sense when its date is called off, as the first one', async () => {
    const { house, seminar, sessionId, person } = await withInvite()
    house.post.be('busy')
    await again(house, { person, mail: await mailAbout(house, 'invite') })
    await house.tick()
    const stored = await seminarShelf.read(house.table, seminar.id)
    const version = stored?.version ?? ''
    await cancelSession(
      { table: house.table, now: house.now() },
      { seminarId: seminar.id, sessionId, version },
    )
    await house.tick()
    expect((await mailsAbout(house, 'invite')).map(({ state }) => state)).toEqual(['sent', 'outdated'])
  })

  test('one button is one mail, however often it is pressed, also in the same moment', async () => {
    const { house, person } = await withInvite()
    const mail = await mailAbout(house, 'invite')
    const press = () => again(house, { person, mail, formId: 'one' })
    expect(await Promise.all([press(), press()])).toEqual(['done', 'done'])
    expect(await press()).toBe('done')
    expect(await mailsAbout(house, 'invite')).toHaveLength(2)
    expect(await again(house, { person, mail, formId: 'two' })).toBe('done')
    expect(await mailsAbout(house, 'invite')).toHaveLength(3)
  })

  test('wherever the process dies, pressing again ends with one more mail', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, person } = await withInvite()
      const mail = await mailAbout(house, 'invite')
      const { mortal, death, effects } = open(house.table)
      await Promise.race([again(house, { person, mail, formId: 'one', table: mortal }), death])
      effects()
      expect(await again(house, { person, mail, formId: 'one' })).toBe('done')
      expect(await mailsAbout(house, 'invite')).toHaveLength(2)
    })
    expect(crashes).toBeGreaterThanOrEqual(8)
  })
})

describe('after the address was corrected', () => {
  test('what calls by name waits until its owner has confirmed; then it goes to the new one, with the way in', async () => {
    const { house, seminar, sessionId, person } = await withInvite()
    const old = await mailAbout(house, 'invite')
    await correctTo(house, person, 'ayse@neu.example')
    expect(await again(house, { person, mail: old })).toBe('unconfirmed')
    expect(await again(house, { person, mail: await mailAbout(house, 'confirm') })).toBe('outdated')
    await house.confirm('ayse@neu.example')
    expect(await again(house, { person, mail: old })).toBe('done')
    const fresh = await mailAbout(house, 'invite')
    expect(fresh.to.address).toBe('ayse@neu.example')
    // The links of the old one are dead and forgotten, but the mail knows which session it was about.
    const linked = await readPersonalLink(house.table, tokenIn(hrefs(fresh)[0]), 'join')
    expect(linked?.sessionId).toBe(sessionId)
    expect(linked?.seminar.facts.id).toBe(seminar.id)
  })

  test('where nobody knows any more which session it was, the button leads to the personal page', async () => {
    const house = openWorkingHouse()
    const [first] = (await house.offer()).sessions
    if (!first) throw new Error('no session')
    const seminar = await house.offer({ slug: 'parallel', sessions: [first, { ...first, id: 'other' }] })
    await house.enrollAndConfirm(seminar, 'ayse')
    const sessionId = seminar.sessions[0]?.id ?? ''
    await invite(house.world(), { seminarId: seminar.id, sessionId })
    await house.settle()
    const person = await personOf(house, seminar)
    await correctTo(house, person, 'ayse@neu.example')
    await house.confirm('ayse@neu.example')
    await again(house, { person, mail: await mailAbout(house, 'invite') })
    const [join, my] = hrefs(await mailAbout(house, 'invite'))
    for (const href of [join, my]) {
      expect(href).toMatch(new RegExp(`^${origin}/my/`))
      expect(await readPersonalLink(house.table, tokenIn(href), 'my')).toBeDefined()
    }
  })

  test('an unconfirmed address gets three mails a day, whoever presses the button', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'ayse')
    await house.settle()
    const person = await personOf(house, seminar)
    const mail = await mailAbout(house, 'confirm')
    const answers: string[] = []
    for (let presses = 0; presses < 4; presses++) answers.push(await again(house, { person, mail }))
    expect(answers).toEqual(['done', 'done', 'too-many-mails', 'too-many-mails'])
    expect(await house.mails('ayse')).toHaveLength(3)
  })
})

describe('what makes no sense any more is refused', () => {
  type Case = [string, (house: WorkingHouse, seminar: Seminar) => Promise<void>, string, string]
  const cases: Case[] = [
    ['a mail that is still on its way', async (house) => void house.post.be('busy'), 'confirm', 'on-its-way'],
    [
      'a request to confirm, once confirmed',
      async (house) => void (await house.confirm('ayse')),
      'confirm',
      'outdated',
    ],
    [
      'a request to confirm, once the hold is over',
      async (house) => house.pass(25 * hour),
      'confirm',
      'not-enrolled',
    ],
    [
      'a confirmation to somebody who cancelled',
      async (house) => {
        await house.confirm('ayse')
        await house.cancel('ayse')
      },
      'confirmed',
      'not-enrolled',
    ],
    [
      'a cancellation to somebody who cancelled',
      async (house) => {
        await house.confirm('ayse')
        await house.cancel('ayse')
      },
      'cancelled',
      'done',
    ],
    [
      'a confirmation of a place before the one of today',
      async (house, seminar) => {
        await house.confirm('ayse')
        await house.cancel('ayse')
        house.pass(hour)
        await house.enrollAndConfirm(seminar, 'ayse')
      },
      'cancelled',
      'outdated',
    ],
    [
      'a reminder once the session has begun',
      async (house, seminar) => {
        await house.confirm('ayse')
        house.moveTo('2026-03-24T16:10:00.000Z')
        await remind(house.world(), { seminarId: seminar.id, sessionId: seminar.sessions[0]?.id ?? '' })
        await house.settle()
        house.moveTo('2026-03-24T17:00:00.001Z')
      },
      'reminder',
      'outdated',
    ],
    [
      'dates that are not true any more',
      async (house, seminar) => {
        await house.confirm('ayse')
        house.pass(hour)
        const sessions = seminar.sessions.map((session) => ({
          ...session,
          start: later(session.start, hour),
          end: later(session.end, hour),
        }))
        await house.change(seminar.id, { sessions })
      },
      'confirmed',
      'moved-since',
    ],
    [
      'anything of a seminar that is called off, but the news itself',
      async (house, seminar) => {
        await house.confirm('ayse')
        await cancelSeminar({ ...house.world(), also: [] }, seminar.id)
      },
      'seminar-cancelled',
      'done',
    ],
    [
      'a mail that the person reported',
      async (house) => tell(house, await mailAbout(house, 'confirm'), 'complained'),
      'confirm',
      'unwanted',
    ],
    ['nothing at all: it simply did not arrive', async () => {}, 'confirm', 'done'],
  ]

  test.each(cases)('%s', async (_, happens, cause, code) => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'ayse')
    if (code !== 'on-its-way') await house.settle()
    await happens(house, seminar)
    await house.settle()
    // As it fared later: the first mail of that cause.
    const [mail] = await mailsAbout(house, cause)
    if (!mail) throw new Error(`no mail about ${cause}`)
    expect(await again(house, { person: await personOf(house, seminar), mail })).toBe(code)
  })

  test('somebody else’s mail, and one that was emptied, are nobody’s', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    for (const name of ['ayse', 'canan']) await house.enroll(seminar, name)
    await house.settle()
    const [ayse, canan] = await house.mails()
    const person = await house.enrollment(seminar, 'ayse')
    expect(await again(house, { person, mail: canan ?? { id: '' } })).toBe('unknown')
    expect(await again(house, { person, mail: { id: 'x' } })).toBe('unknown')
    expect(await again(house, { person: { ...person, id: 'y'.repeat(16) }, mail: ayse ?? { id: '' } })).toBe(
      'unknown',
    )
  })

  test('a reminder of a moment that is still to come goes out until then', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse')
    house.moveTo('2026-03-24T16:10:00.000Z')
    await remind(house.world(), { seminarId: seminar.id, sessionId: seminar.sessions[0]?.id ?? '' })
    await house.settle()
    const mail = await mailAbout(house, 'reminder')
    expect(mail.notAfter).toBe('2026-03-24T17:00:00.000Z' as Instant)
    expect(await again(house, { person: await personOf(house, seminar), mail })).toBe('done')
    await house.settle()
    expect(house.post.tally()['reminder ayse']).toBe(2)
  })
})
