import { expect, test } from 'vitest'
import { correctAddress } from '../../functions/enrollment/correct-address.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { mailboxKey } from '../../functions/enrollment/link/mailbox.table.ts'
import { requestFeed } from '../../functions/enrollment/link/request-feed.ts'
import { requestMail } from '../../functions/enrollment/link/request-mail.ts'
import { type EmailAddress, parseEmailAddress } from '../../functions/kernel/email-address.ts'
import { day, minute } from '../../functions/kernel/time.ts'
import { askForCode, tryCode } from '../../functions/privacy/data-code.ts'
import { erasePerson } from '../../functions/privacy/erase-person.ts'
import { exportPerson } from '../../functions/privacy/export-person.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { findCanaries } from '../world/canary.ts'
import { mailedCode } from '../world/data-code.ts'
import { coordinating } from '../world/invitations.ts'
import { openWorkingHouse, variedSecrets, type WorkingHouse } from '../world/working-house.ts'

const [before, after] = ['kanaria@alt.example', 'gelbfink@neu.example']
const kanaria = { firstName: 'Zwitscherîn', lastName: 'Gelbfink-Şakır', note: 'Ich brauche ein Trapez.' }
const canaries = [before, after, ...Object.values(kanaria)]

async function correct(house: WorkingHouse, seminar: Seminar, to: string, formId: string) {
  const [stored] = await listEnrollments(house.table, seminar.id)
  const corrected = await correctAddress(
    { ...house.world(), also: [] },
    {
      seminarId: seminar.id,
      enrollmentId: stored?.facts.id ?? '',
      email: parseEmailAddress(to) as EmailAddress,
      formId,
    },
  )
  if (!corrected.ok) throw new Error(corrected.refusal.code)
}

let forms = 0
/** A day later, for an address gets few mails a day. */
async function subscribe(house: WorkingHouse, address: string) {
  house.pass(day)
  const formId = `form_${++forms}`.padEnd(22, '_')
  const asked = await requestFeed(house.world(), { token: await house.token(address), formId })
  if (!asked.ok) throw new Error(asked.refusal.code)
}

/** Invited, enrolled, confirmed and written to under one address, which was corrected to another since. */
async function planted({ subscribes = false } = {}) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ access: 'invited' })
  const invitations = coordinating(house)
  await invitations.invite(seminar, [before])
  await house.settle()
  const invitation = await invitations.token(before)
  await house.enrollAndConfirm(seminar, before, { ...kanaria, invitation })
  if (subscribes) await subscribe(house, before)
  await requestMail(house.world(), {
    email: parseEmailAddress(before) as EmailAddress,
    wish: 'overview',
    formId: 'form-1',
  })
  await house.settle()
  await correct(house, seminar, after, 'form-2')
  house.pass(minute)
  await house.confirm(after)
  await house.settle()
  return { house, seminar }
}

/** Whoever has the corrected address wants to be forgotten. */
async function forget(house: WorkingHouse) {
  const world = { ...house.world(), newSecret: variedSecrets(3), sealKey: async () => 'a key for tests' }
  const token = await house.token(after)
  await askForCode(world, token)
  const opened = await tryCode(world, { token, code: await mailedCode(house, after) })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return erasePerson(house.world(), {
    token,
    pass: opened.value.pass,
    keepCertificates: false,
  })
}

test('who is forgotten under the new address is forgotten under the old one too', async () => {
  const { house } = await planted()
  const found = () => findCanaries(house.table.everything(), canaries)
  const planned = found()
  for (const kind of ['people enrollment', 'people invitation', 'outbox mail'])
    expect(planned.some((one) => one.startsWith(kind))).toBe(true)
  expect(planned.filter((one) => one.endsWith(before))).not.toEqual([])

  const erased = await forget(house)
  expect(erased).toEqual({ ok: true, value: { seminars: 1, certificatesKept: 0 } })
  expect(found()).toEqual([])
})

const ask = (house: WorkingHouse, address: string, formId: string) =>
  requestMail(house.world(), {
    email: parseEmailAddress(address) as EmailAddress,
    wish: 'overview',
    formId,
  })
const feedLists = (house: WorkingHouse) =>
  house.table
    .everything()
    .filter(({ kind }) => kind === 'calendar-feeds')
    .map(({ pk }) => pk)
const listOf = async (address: string) => `calendar-feeds#${await mailboxKey(address)}`

test('calendars that were subscribed to under the old address are forgotten too', async () => {
  const { house } = await planted({ subscribes: true })
  expect(feedLists(house)).toEqual([await listOf(before)])
  await subscribe(house, after)
  expect(feedLists(house)).toHaveLength(2)
  expect(await forget(house)).toMatchObject({ ok: true })
  expect(house.table.everything().filter(({ kind }) => kind.startsWith('calendar-feed'))).toEqual([])
})

test('an address that was corrected to and fro is forgotten in one go, before it is confirmed once more', async () => {
  const { house, seminar } = await planted({ subscribes: true })
  await subscribe(house, after)
  await correct(house, seminar, before, 'form-3')
  house.pass(minute)
  await house.confirm(before)
  house.pass(day)
  await correct(house, seminar, after, 'form-4')
  const [stored] = await listEnrollments(house.table, seminar.id)
  expect(stored?.facts).toMatchObject({ state: 'held', email: after })
  expect(stored?.facts.formerMailboxes).toHaveLength(2)
  expect(feedLists(house)).toHaveLength(2)
  expect(await forget(house)).toMatchObject({ ok: true })
  expect(feedLists(house)).toEqual([])
  expect(findCanaries(house.table.everything(), canaries)).toEqual([])
})

test('who really has the old address keeps what came to them since', async () => {
  const { house } = await planted()
  house.pass(day)
  const other = await house.offer({ slug: 'other' })
  await house.enrollAndConfirm(other, before, { firstName: 'Birgit', lastName: 'Blau' })
  await subscribe(house, before)
  await ask(house, before, 'form-of-birgit')
  await house.settle()
  const ofBirgit = async () => (await house.mails(before)).filter(({ to }) => to.name.startsWith('Birgit'))
  const [mails, lists] = [await ofBirgit(), feedLists(house)]
  expect(mails.map(({ cause }) => cause)).toEqual(expect.arrayContaining(['confirmed', 'overview', 'feed']))
  expect(lists).toEqual([await listOf(before)])
  expect(await forget(house)).toEqual({ ok: true, value: { seminars: 1, certificatesKept: 0 } })
  expect(await ofBirgit()).toEqual(mails)
  expect(feedLists(house)).toEqual(lists)
  expect(findCanaries(house.table.everything(), [after, ...Object.values(kanaria)])).toEqual([])
})

test('and what is handed out is found under the new address only', async () => {
  const { house, seminar } = await planted()
  const world = { table: house.table, now: house.now() }
  const [told, none] = [await exportPerson(world, after), await exportPerson(world, before)]
  expect(told.enrollments.map((one) => [one.seminar.id, one.person.firstName])).toEqual([
    [seminar.id, 'Zwitscherîn'],
  ])
  expect(none.enrollments).toEqual([])
})
