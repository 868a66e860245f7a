import { describe, expect, test } from 'vitest'
import { cancel } from '../../functions/enrollment/cancel.ts'
import { changePerson } from '../../functions/enrollment/change-person.ts'
import { listEnrollmentsOf, mailboxKey } from '../../functions/enrollment/link/mailbox.table.ts'
import { openFromOverview, readOverview } from '../../functions/enrollment/link/overview-link.ts'
import { readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import { renewLink } from '../../functions/enrollment/link/renew-link.ts'
import { type MailWish, requestMail } from '../../functions/enrollment/link/request-mail.ts'
import { parseEmailAddress } from '../../functions/kernel/email-address.ts'
import { day } from '../../functions/kernel/time.ts'
import { plainPlaces } from '../../functions/seminar/places.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { requestInvites } from '../../functions/session/invite.ts'
import { admissionOf, findGuest } from '../../functions/session/join.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

const ask = (house: WorkingHouse, name: string, wish: MailWish, formId = `${name}-${wish}`) => {
  const email = parseEmailAddress(`${name}@verein.example`)
  if (!email) throw new Error('no address')
  return requestMail(house.world(), { email, wish, formId })
}

const opens = async (house: WorkingHouse, token: string, kind: 'my' | 'join' = 'my') =>
  (await readPersonalLink(house.table, token, kind)) !== undefined

const causes = async (house: WorkingHouse, name: string) =>
  (await house.mails(name)).map(({ cause }) => cause)

/** Ayşe is invited to the first session: she has a link to her page and one to the door. */
async function invited() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  await house.enrollAndConfirm(seminar, 'ayse')
  const session = seminar.sessions[0]
  if (!session) throw new Error('no session')
  await requestInvites(house.world(), { seminarId: seminar.id, sessionId: session.id })
  await house.settle()
  return { house, seminar, session, my: await house.token('ayse'), join: await house.token('ayse', 'join') }
}

describe('a new link', () => {
  test('comes by mail, and with it all older ones die, to the page as to the door', async () => {
    const { house, my, join } = await invited()
    expect([await opens(house, my), await opens(house, join, 'join')]).toEqual([true, true])
    expect(await renewLink(house.world(), my)).toEqual({ ok: true, value: null })
    expect([await opens(house, my), await opens(house, join, 'join')]).toEqual([false, false])
    const fresh = await house.token('ayse')
    expect(await opens(house, fresh)).toBe(true)
    expect((await house.mails('ayse')).at(-1)?.letter.blocks).toContainEqual({
      is: 'text',
      text: expect.stringContaining('auf Ihrer Seite der Knopf in den Raum'),
    })
    expect(await renewLink(house.world(), my)).toEqual({ ok: false, refusal: { code: 'unknown' } })
  })

  test('still leads into the session that one was invited to, over the page', async () => {
    const { house, session, my } = await invited()
    await renewLink(house.world(), my)
    house.moveTo('2026-03-24T16:45:00.000Z')
    const guest = await findGuest(house.table, await house.token('ayse'), session.id)
    expect(guest && (await admissionOf(house.world(), guest))).toBe('open')
  })

  test('where no mail may go out today, the old one lives on', async () => {
    const { house, my } = await invited()
    let token = my
    for (let mails = 0; mails < 3; mails++) {
      await renewLink(house.world(), token)
      token = await house.token('ayse')
    }
    expect(await renewLink(house.world(), token)).toEqual({ ok: false, refusal: { code: 'too-many-mails' } })
    expect(await opens(house, token)).toBe(true)
    house.pass(day)
    expect(await renewLink(house.world(), token)).toMatchObject({ ok: true })
  })

  test('kills nothing of another seminar or another person', async () => {
    const { house, seminar, my } = await invited()
    const other = await house.offer({ slug: 'other' })
    await house.enrollAndConfirm(seminar, 'bahar')
    const bahar = await house.token('bahar')
    await house.enrollAndConfirm(other, 'ayse')
    const elsewhere = await house.token('ayse')
    await renewLink(house.world(), my)
    expect([await opens(house, bahar), await opens(house, elsewhere)]).toEqual([true, true])
  })
})

describe('asking by address', () => {
  test('brings one mail with fresh links to all that is to come; older ones die', async () => {
    const { house, my, join } = await invited()
    const other = await house.offer({ slug: 'other' })
    await house.enrollAndConfirm(other, 'ayse')
    await ask(house, 'ayse', 'links')
    const mail = (await house.mails('ayse')).at(-1)
    const hrefs = mail?.letter.blocks.flatMap((block) => (block.is === 'button' ? [block.href] : [])) ?? []
    expect(hrefs).toHaveLength(2)
    for (const href of hrefs) expect(await opens(house, href.split('/my/')[1] ?? '')).toBe(true)
    expect([await opens(house, my), await opens(house, join, 'join')]).toEqual([false, false])
    expect((await causes(house, 'ayse')).filter((cause) => cause === 'new-link')).toHaveLength(1)
  })

  test.each(['nobody', 'unconfirmed'])('brings nothing to %s', async (name) => {
    const { house, seminar } = await invited()
    await house.enroll(seminar, 'unconfirmed')
    const before = await causes(house, name)
    for (const wish of ['links', 'overview'] as const) await ask(house, name, wish)
    expect(await causes(house, name)).toEqual(before)
  })

  test('the same form twice is one mail, also at the same time', async () => {
    const { house } = await invited()
    await ask(house, 'ayse', 'overview', 'form-1')
    await Promise.all([1, 2].map(() => ask(house, 'ayse', 'overview', 'form-2')))
    await ask(house, 'ayse', 'overview', 'form-1')
    expect((await causes(house, 'ayse')).filter((cause) => cause === 'overview')).toHaveLength(2)
  })

  test('three times a day and no more', async () => {
    const { house } = await invited()
    for (let form = 1; form <= 6; form++) await ask(house, 'ayse', 'overview', `form-${form}`)
    expect((await causes(house, 'ayse')).filter((cause) => cause === 'overview')).toHaveLength(3)
  })

  test('who has nothing to come gets the overview instead of silence', async () => {
    const { house } = await invited()
    house.moveTo('2026-04-01T09:00:00.000Z')
    await ask(house, 'ayse', 'links')
    expect((await causes(house, 'ayse')).at(-1)).toBe('overview')
  })

  test('what a stranger typed with a known address after it was given back does not count', async () => {
    const { house, seminar } = await invited()
    await house.cancel('ayse')
    await house.enroll(seminar, 'ayse', { firstName: 'Stranger' })
    expect(await listEnrollmentsOf(house.table, await mailboxKey('ayse@verein.example'))).toEqual([])
  })
})

/** The link to the overview that was mailed last. */
async function overviewToken(house: WorkingHouse, name: string): Promise<string> {
  const buttons = (await house.mails(name)).flatMap(({ letter }) =>
    letter.blocks.flatMap((block) => (block.is === 'button' ? [block.href] : [])),
  )
  return (
    buttons
      .filter((href) => href.includes('/my/all/'))
      .at(-1)
      ?.split('/my/all/')[1] ?? ''
  )
}

describe('the link to the overview', () => {
  test('opens all that the mailbox confirmed, for a day, and nothing of others', async () => {
    const { house, seminar } = await invited()
    const other = await house.offer({ slug: 'other' })
    await house.enrollAndConfirm(other, 'ayse')
    await house.enrollAndConfirm(seminar, 'bahar')
    await ask(house, 'ayse', 'overview')
    const token = await overviewToken(house, 'ayse')
    const seen = await readOverview(house.world(), token)
    expect(seen?.map(({ facts }) => [facts.seminarId, facts.firstName])).toEqual([
      [seminar.id, 'ayse'],
      [other.id, 'ayse'],
    ])
    house.pass(day)
    expect(await readOverview(house.world(), token)).toBeUndefined()
  })

  test('makes a fresh link into one page; the older ones live on', async () => {
    const { house, seminar, my } = await invited()
    const foreign = await house.offer({ slug: 'foreign' })
    await house.enrollAndConfirm(foreign, 'bahar')
    await ask(house, 'ayse', 'overview')
    const token = await overviewToken(house, 'ayse')
    const opened = await openFromOverview(house.world(), { token, seminarId: seminar.id })
    if (!opened.ok) throw new Error('refused')
    expect([await opens(house, opened.value.token), await opens(house, my)]).toEqual([true, true])
    for (const seminarId of [foreign.id, 'sem_unknown'])
      expect(await openFromOverview(house.world(), { token, seminarId })).toMatchObject({ ok: false })
  })
})

describe('details', () => {
  const details = {
    firstName: 'Ayşe Nur',
    lastName: 'Çelik',
    association: 'Cem-Haus Arnsberg',
    associationId: '',
    language: 'tr' as const,
    note: 'Gebärdensprache',
  }

  test('are changed by the person, and the next mail speaks the new language to the new name', async () => {
    const { house, seminar, my } = await invited()
    const before = await house.enrollment(seminar, 'ayse')
    expect(await changePerson(house.world(), { token: my, details })).toMatchObject({ ok: true })
    expect(await house.enrollment(seminar, 'ayse')).toEqual({ ...before, ...details })
    await cancel(house.world(), my)
    const mail = (await house.mails('ayse')).at(-1)
    expect([mail?.letter.language, mail?.to.name]).toEqual(['tr', 'Ayşe Nur Çelik'])
  })

  test.each<[string, (house: WorkingHouse, seminar: Seminar, my: string) => unknown]>([
    ['the seminar is over', (house) => house.moveTo('2026-03-31T18:00:00.000Z')],
    ['they cancelled', (house, _, my) => cancel(house.world(), my)],
  ])('stay as they are once %s', async (_, happen) => {
    const { house, seminar, my } = await invited()
    await happen(house, seminar, my)
    expect(await changePerson(house.world(), { token: my, details })).toEqual({
      ok: false,
      refusal: { code: 'over' },
    })
    expect((await house.enrollment(seminar, 'ayse')).firstName).toBe('ayse')
  })

  test('another association counts where a seminar takes only so many of each', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ places: { ...plainPlaces, mostPerAssociation: 1 } })
    const [hagen, koeln] = [
      { association: 'Hagen', associationId: 'org_hagen' },
      { association: 'Köln', associationId: 'org_koeln' },
    ]
    await house.enrollAndConfirm(seminar, 'ayse', hagen)
    await house.enrollAndConfirm(seminar, 'bahar', koeln)
    const token = await house.token('ayse')
    const change = (to: typeof hagen) =>
      changePerson(house.world(), { token, details: { ...details, ...to } })
    expect(await change(koeln)).toEqual({ ok: false, refusal: { code: 'association-full' } })
    expect(await change(hagen)).toMatchObject({ ok: true })
    await house.cancel('bahar')
    expect(await change(koeln)).toMatchObject({ ok: true })
    // The old association has room again, the new one has none.
    expect(await house.enroll(seminar, 'can', hagen)).toMatchObject({ ok: true })
    expect(await house.enroll(seminar, 'deniz', koeln)).toMatchObject({ ok: false })
  })
})
