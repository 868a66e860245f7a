import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { isLive } from '../../functions/enrollment/enrollment.ts'
import { remindInvited } from '../../functions/enrollment/invitation/ask-for-letters.ts'
import { setLinkOpen, withdrawInvitation } from '../../functions/enrollment/invitation/change-invitation.ts'
import { listInvitations } from '../../functions/enrollment/invitation/invitation.table.ts'
import { fingerprint } from '../../functions/kernel/secret.ts'
import { day, hour, type Instant, later } from '../../functions/kernel/time.ts'
import { addressOf, coordinating } from '../world/invitations.ts'
import { openWorkingHouse } from '../world/working-house.ts'

async function aClosedSeminar(overrides: { capacity?: number; remindsInvitedAfterDays?: number } = {}) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ access: 'invited', ...overrides })
  return { house, seminar, ...coordinating(house) }
}

const codeOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  outcome.ok ? 'ok' : outcome.refusal.code

describe('a closed seminar', () => {
  it('is for who has an invitation, and for nobody else', async () => {
    const { house, seminar, invite, token } = await aClosedSeminar()
    await invite(seminar, ['ayse'])
    await house.settle()
    const other = await house.offer({ slug: 'other', access: 'invited' })
    expect(codeOf(await house.enroll(seminar, 'ayse'))).toBe('not-invited')
    for (const invitation of ['', 'x', 'A'.repeat(22), `${await token('ayse')}x`])
      expect(codeOf(await house.enroll(seminar, 'ayse', { invitation }))).toBe('not-invited')
    const invitation = await token('ayse')
    expect(codeOf(await house.enroll(other, 'ayse', { invitation }))).toBe('not-invited')
    expect(codeOf(await house.enroll(seminar, 'ayse', { invitation }))).toBe('ok')
    expect(codeOf(await house.enroll(seminar, 'cem', { invitation }))).toBe('invitation-used')
    expect(await house.mails('cem')).toEqual([])
  })

  it('keeps no token, only its fingerprint', async () => {
    const { house, seminar, invite, link, token } = await aClosedSeminar()
    await invite(seminar, ['ayse'])
    await house.settle()
    const tokens = [await token('ayse'), await link(seminar, 3)]
    const stored = JSON.stringify(house.table.everything().filter(({ table }) => table === 'people'))
    for (const secret of tokens) {
      expect(secret).toMatch(/^[\w-]{22}$/)
      expect(stored).not.toContain(secret)
      expect(stored).toContain(await fingerprint(secret))
    }
  })

  it('takes nothing of a stranger’s daily mails for a form without an invitation', async () => {
    const { house, seminar } = await aClosedSeminar()
    const open = await house.offer({ slug: 'open' })
    for (let n = 0; n < 5; n++) await house.enroll(seminar, 'ayse')
    expect(codeOf(await house.enroll(open, 'ayse'))).toBe('ok')
  })
})

describe('an open seminar', () => {
  it('counts who follows an invitation, and takes everybody else too', async () => {
    const { house, invite, token, invitation } = await aClosedSeminar()
    const seminar = await house.offer({ slug: 'open' })
    await invite(seminar, ['ayse'])
    await house.settle()
    const ticket = await token('ayse')
    expect(codeOf(await house.enroll(seminar, 'ayse', { invitation: ticket }))).toBe('ok')
    expect((await invitation(seminar, 'ayse')).used).toBe(1)
    expect(codeOf(await house.enroll(seminar, 'cem', { invitation: ticket }))).toBe('ok')
    expect(codeOf(await house.enroll(seminar, 'eda'))).toBe('ok')
    expect((await invitation(seminar, 'ayse')).used).toBe(1)
  })
})

describe('the count of an invitation', () => {
  it('counts the same form once, and the same person once', async () => {
    const { house, seminar, link, invitation } = await aClosedSeminar()
    const ticket = await link(seminar, 3)
    const form = { invitation: ticket, formId: 'one-form' }
    const both = await Promise.all([house.enroll(seminar, 'ayse', form), house.enroll(seminar, 'ayse', form)])
    expect(both.map(codeOf)).toEqual(['ok', 'ok'])
    expect(codeOf(await house.enroll(seminar, 'ayse', form))).toBe('ok')
    expect(codeOf(await house.enroll(seminar, 'ayse', { invitation: ticket }))).toBe('ok')
    expect((await invitation(seminar, 'Vorstand')).used).toBe(1)
  })

  it('answers the same form alike after it has used the last place of the invitation', async () => {
    const { house, seminar, invite, token } = await aClosedSeminar()
    await invite(seminar, ['ayse'])
    await house.settle()
    const form = { invitation: await token('ayse'), formId: 'one-form' }
    const first = await house.enroll(seminar, 'ayse', form)
    expect(await house.enroll(seminar, 'ayse', form)).toEqual(first)
  })

  it('is never above its limit however many come at once, and says so to the others', async () => {
    const { house, seminar, link, invitation } = await aClosedSeminar({ capacity: 50 })
    const ticket = await link(seminar, 7)
    const names = Array.from({ length: 15 }, (_, i) => `person${i}`)
    const outcomes = await Promise.all(
      names.map((name) => house.enroll(seminar, name, { invitation: ticket })),
    )
    expect(outcomes.map(codeOf).filter((code) => code === 'ok')).toHaveLength(7)
    expect(outcomes.map(codeOf).filter((code) => code === 'invitation-used')).toHaveLength(8)
    const enrolled = await listEnrollments(house.table, seminar.id)
    expect(enrolled).toHaveLength(7)
    expect(await house.mails()).toHaveLength(7)
    expect((await invitation(seminar, 'Vorstand')).used).toBe(7)
  })

  it('comes back to its owner when they cancel, and when nobody confirmed in time', async () => {
    const { house, seminar, invite, token, invitation } = await aClosedSeminar()
    await invite(seminar, ['ayse', 'cem'])
    await house.settle()
    const [hers, his] = [await token('ayse'), await token('cem')]
    await house.enroll(seminar, 'ayse', { invitation: hers })
    await house.enroll(seminar, 'cem', { invitation: his })
    await house.confirm('ayse')
    await house.cancel('ayse')
    expect((await invitation(seminar, 'ayse')).used).toBe(0)
    await house.cancel('ayse')
    expect((await invitation(seminar, 'ayse')).used).toBe(0)
    house.pass(25 * hour)
    await house.settle()
    expect((await house.enrollment(seminar, 'cem')).state).toBe('expired')
    expect((await invitation(seminar, 'cem')).used).toBe(0)
    expect(codeOf(await house.enroll(seminar, 'ayse', { invitation: hers }))).toBe('ok')
    expect(codeOf(await house.enroll(seminar, 'cem', { invitation: his }))).toBe('ok')
    expect(codeOf(await house.enroll(seminar, 'eda', { invitation: his }))).toBe('invitation-used')
  })

  it('is always the number of people who have a place by it', async () => {
    const names = ['ayse', 'cem', 'eda', 'hasan']
    const deed = fc.record({
      name: fc.constantFrom(...names),
      what: fc.constantFrom('enroll', 'cancel', 'confirm', 'wait'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), { maxLength: 10 }),
        async (moments) => {
          const { house, seminar, link, invitation } = await aClosedSeminar({ capacity: 2 })
          const ticket = await link(seminar, 2)
          for (const moment of moments) {
            await Promise.all(
              moment.map(async ({ name, what }) => {
                if (what === 'enroll') await house.enroll(seminar, name, { invitation: ticket })
                else if (what === 'wait') house.pass(7 * hour)
                else if ((await house.mails(name)).length > 0) await house[what as 'cancel' | 'confirm'](name)
              }),
            )
            await house.settle()
            const live = (await listEnrollments(house.table, seminar.id)).filter(({ facts }) => isLive(facts))
            const { used } = await invitation(seminar, 'Vorstand')
            expect(used).toBe(live.length)
            expect(used).toBeLessThanOrEqual(2)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a link', () => {
  it('is good until its day, and can be closed and opened again', async () => {
    const { house, seminar, link, invitation, world } = await aClosedSeminar()
    const until = later(house.now(), 3 * day)
    const ticket = await link(seminar, 5, until)
    const name = { seminarId: seminar.id, invitationId: (await invitation(seminar, 'Vorstand')).id }
    const enroll = async (person: string) =>
      codeOf(await house.enroll(seminar, person, { invitation: ticket }))
    expect(await enroll('ayse')).toBe('ok')
    expect(codeOf(await setLinkOpen(world(), { ...name, open: false }))).toBe('ok')
    expect(await enroll('cem')).toBe('invitation-closed')
    expect(codeOf(await setLinkOpen(world(), { ...name, open: true }))).toBe('ok')
    expect(await enroll('cem')).toBe('ok')
    house.moveTo(until)
    expect(await enroll('eda')).toBe('invitation-closed')
    expect((await invitation(seminar, 'Vorstand')).used).toBe(2)
  })

  it('cannot be made for a draft or after the end of enrollment', async () => {
    const { house, seminar, link } = await aClosedSeminar()
    house.moveTo(seminar.closes)
    await expect(link(seminar, 1)).rejects.toThrow('over')
  })
})

describe('inviting a list', () => {
  it('writes to each in the chosen language, with a link of their own and nothing of anybody else', async () => {
    const { house, seminar, invite, token } = await aClosedSeminar()
    const there = await house.enrollAndConfirm(
      await house.offer({ slug: 'x' }),
      'gülizar@verein.example'.replace('ü', 'u'),
      {
        firstName: 'Gülizar',
        note: 'Rollstuhl',
      },
    )
    await invite(seminar, ['ayse', 'cem'], 'tr')
    await house.settle()
    const [letter] = await house.mails('ayse')
    expect(letter).toMatchObject({ cause: 'invitation', to: { name: '', address: 'ayse@verein.example' } })
    expect(letter?.letter.language).toBe('tr')
    expect(letter?.letter.subject).toBe('Davet: Fon bulma ve başvuru')
    expect(await token('ayse')).not.toBe(await token('cem'))
    const words = JSON.stringify(letter)
    for (const foreign of [
      there.firstName,
      there.email,
      'Rollstuhl',
      'cem@',
      await token('cem'),
      seminar.id.slice(4),
    ])
      expect(words.replace(`"seminarId":"${seminar.id}"`, '')).not.toContain(foreign)
  })

  it('leaves in peace who is invited or enrolled already, however often the list is sent', async () => {
    const { house, seminar, invite, link, causes } = await aClosedSeminar()
    await house.enroll(seminar, 'eda', { invitation: await link(seminar, 1) })
    const [first, twin] = await Promise.all([
      invite(seminar, ['ayse', 'cem', 'eda']),
      invite(seminar, ['ayse', 'cem', 'AYSE@verein.example', 'hasan']),
    ])
    expect([first.ok, twin.ok]).toEqual([true, true])
    await house.settle()
    expect(codeOf(await invite(seminar, ['ayse', 'hasan', 'eda']))).toBe('nobody')
    await house.settle()
    for (const name of ['ayse', 'cem', 'hasan']) expect(await causes(name)).toEqual(['invitation'])
    expect(await causes('eda')).toEqual(['confirm'])
  })

  it('takes 500 at once', async () => {
    const { house, seminar, invite } = await aClosedSeminar()
    expect(
      codeOf(
        await invite(
          seminar,
          Array.from({ length: 501 }, (_, i) => `p${i}`),
        ),
      ),
    ).toBe('too-many')
    expect(
      codeOf(
        await invite(
          seminar,
          Array.from({ length: 500 }, (_, i) => `p${i}`),
        ),
      ),
    ).toBe('ok')
    await house.settle()
    expect(await house.mails()).toHaveLength(500)
    expect(new Set((await house.mails()).map(({ to }) => to.address)).size).toBe(500)
  })

  it('gives an address no more than two such mails a day, so that it can still enroll', async () => {
    const { house, seminar, invite, token, causes } = await aClosedSeminar()
    const others = await Promise.all(
      ['b', 'c', 'd'].map((slug) => house.offer({ slug, access: 'invited', title: seminar.title })),
    )
    for (const one of [seminar, ...others]) await invite(one, ['ayse'])
    await house.settle()
    expect(await causes('ayse')).toEqual(['invitation', 'invitation'])
    const all = [seminar, ...others]
    const invitation = await token('ayse')
    const outcomes = await Promise.all(all.map((one) => house.enroll(one, 'ayse', { invitation })))
    expect(outcomes.map(codeOf).sort()).toEqual(['not-invited', 'not-invited', 'not-invited', 'ok'].sort())
    await house.passTo(later(house.now(), day), hour)
    expect((await causes('ayse')).filter((cause) => cause === 'invitation')).toHaveLength(4)
  })
})

describe('a reminder', () => {
  it('comes after so many days to who has not used theirs, twice at most', async () => {
    const { house, seminar, invite, token, causes } = await aClosedSeminar({ remindsInvitedAfterDays: 5 })
    await invite(seminar, ['ayse', 'cem', 'eda'])
    await house.settle()
    const start = house.now()
    await house.enroll(seminar, 'cem', { invitation: await token('cem') })
    await house.passTo(later(start, 5 * day - hour), 6 * hour)
    expect(await causes('ayse')).toEqual(['invitation'])
    await house.passTo(later(start, 5 * day + hour), hour)
    expect(await causes('ayse')).toEqual(['invitation', 'invitation-reminder'])
    await house.enroll(seminar, 'eda', { invitation: await token('eda') })
    await house.confirm('eda')
    await house.cancel('eda')
    await house.passTo('2026-03-24T10:00:00.000Z', 6 * hour)
    expect(await causes('ayse')).toEqual(['invitation', 'invitation-reminder', 'invitation-reminder'])
    expect(await causes('cem')).toEqual(['invitation', 'confirm'])
    expect(await causes('eda')).toEqual([
      'invitation',
      'invitation-reminder',
      'confirm',
      'confirmed',
      'cancelled',
    ])
    const letters = (await house.mails('ayse')).map(({ letter }) => letter)
    expect(letters[0]?.blocks.at(-1)).toMatchObject({ text: expect.stringContaining('höchstens zweimal') })
    expect(letters[2]?.blocks.at(-1)).toMatchObject({
      text: expect.not.stringContaining('höchstens zweimal'),
    })
  })

  it('opens the door like the first letter, and the first letter goes on opening it', async () => {
    const { house, seminar, invite, token } = await aClosedSeminar()
    await invite(seminar, ['ayse'])
    await house.settle()
    const first = await token('ayse')
    await house.passTo(later(house.now(), 8 * day), 6 * hour)
    const second = await token('ayse')
    expect(second).not.toBe(first)
    expect(codeOf(await house.enroll(seminar, 'ayse', { invitation: first }))).toBe('ok')
    expect(codeOf(await house.enroll(seminar, 'ayse', { invitation: second, formId: 'y' }))).toBe(
      'invitation-used',
    )
  })

  it('goes out by a button, once however often it is pressed, and not on the day of the letter before', async () => {
    const { house, seminar, invite, causes, world } = await aClosedSeminar({ remindsInvitedAfterDays: 0 })
    await invite(seminar, ['ayse'])
    await house.settle()
    expect(codeOf(await remindInvited(world(), seminar.id))).toBe('nobody')
    await house.passTo(later(house.now(), 2 * day), 6 * hour)
    expect(await causes('ayse')).toEqual(['invitation'])
    for (let press = 0; press < 3; press++) {
      await remindInvited(world(), seminar.id)
      await house.settle()
    }
    expect(await causes('ayse')).toEqual(['invitation', 'invitation-reminder'])
    for (let days = 0; days < 4; days++) {
      await house.passTo(later(house.now(), 2 * day), 12 * hour)
      await remindInvited(world(), seminar.id)
      await house.settle()
    }
    expect(await causes('ayse')).toEqual(['invitation', 'invitation-reminder', 'invitation-reminder'])
  })

  it('never comes once enrollment is over or the seminar called off', async () => {
    const { house, seminar, invite, causes } = await aClosedSeminar()
    house.moveTo('2026-03-20T09:00:00.000Z')
    await invite(seminar, ['ayse'])
    await house.settle()
    await house.passTo('2026-03-30T00:00:00.000Z', 12 * hour)
    expect(await causes('ayse')).toEqual(['invitation'])
  })
})

describe('withdrawing', () => {
  it('ends the invitation, forgets the address and takes back the mail that has not gone out', async () => {
    const { house, seminar, invite, token, invitation, world } = await aClosedSeminar()
    await invite(seminar, ['ayse', 'cem'])
    await house.settle()
    const ticket = await token('ayse')
    const name = { seminarId: seminar.id, invitationId: (await invitation(seminar, 'ayse')).id }
    expect(codeOf(await withdrawInvitation(world(), name))).toBe('ok')
    expect(codeOf(await withdrawInvitation(world(), name))).toBe('unknown')
    expect(codeOf(await house.enroll(seminar, 'ayse', { invitation: ticket }))).toBe('not-invited')
    const people = JSON.stringify(house.table.everything().filter(({ table }) => table === 'people'))
    expect(people).not.toContain('ayse@')
    expect(people).toContain('cem@')
    // Whoever is put on the list again later is invited anew.
    house.pass(hour)
    await invite(seminar, ['ayse'])
    await house.settle()
    expect(await house.mails('ayse')).toHaveLength(2)
  })

  it('is not possible once somebody has a place by it', async () => {
    const { house, seminar, invite, token, invitation, world } = await aClosedSeminar()
    await invite(seminar, ['ayse'])
    await house.settle()
    await house.enroll(seminar, 'ayse', { invitation: await token('ayse') })
    const { id: invitationId } = await invitation(seminar, 'ayse')
    expect(codeOf(await withdrawInvitation(world(), { seminarId: seminar.id, invitationId }))).toBe('in-use')
  })
})

it('two weeks after the last date all invitations are forgotten, with the addresses of who never came', async () => {
  const { house, seminar, invite, token, link } = await aClosedSeminar()
  await invite(seminar, ['ayse', 'cem', ...Array.from({ length: 120 }, (_, i) => `p${i}`)])
  await link(seminar, 5)
  await house.settle()
  await house.enroll(seminar, 'cem', { invitation: await token('cem') })
  await house.confirm('cem')
  const planted = () => JSON.stringify(house.table.everything().filter(({ table }) => table === 'people'))
  await house.passTo('2026-04-14T12:00:00.000Z' as Instant, day)
  expect(planted()).toContain(addressOf('ayse'))
  await house.passTo('2026-04-15T12:00:00.000Z' as Instant, day)
  expect(await listInvitations(house.table, seminar.id)).toEqual([])
  expect(planted()).not.toContain(addressOf('ayse'))
  expect(planted()).not.toContain('invitation-link')
  expect(planted()).toContain(addressOf('cem'))
}, 30_000)
