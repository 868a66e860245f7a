import { expect, test } from 'vitest'
import { correctAddress } from '../../functions/enrollment/correct-address.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { requestMail } from '../../functions/enrollment/link/request-mail.ts'
import { type EmailAddress, parseEmailAddress } from '../../functions/kernel/email-address.ts'
import { minute } from '../../functions/kernel/time.ts'
import { askForCode, tryCode } from '../../functions/privacy/data-code.ts'
import { erasePerson } from '../../functions/privacy/erase-person.ts'
import { exportPerson } from '../../functions/privacy/export-person.ts'
import { findCanaries } from '../world/canary.ts'
import { mailedCode } from '../world/data-code.ts'
import { coordinating } from '../world/invitations.ts'
import { openWorkingHouse, variedSecrets } from '../world/working-house.ts'

const [before, after] = ['kanaria@alt.example', 'gelbfink@neu.example']
const kanaria = { firstName: 'Zwitscherîn', lastName: 'Gelbfink-Şakır', note: 'Ich brauche ein Trapez.' }
const canaries = [before, after, ...Object.values(kanaria)]

/** Invited, enrolled, confirmed and written to under one address, which was corrected to another since. */
async function planted() {
  const house = openWorkingHouse()
  const seminar = await house.offer({ access: 'invited' })
  const invitations = coordinating(house)
  await invitations.invite(seminar, [before])
  await house.settle()
  const invitation = await invitations.token(before)
  await house.enrollAndConfirm(seminar, before, { ...kanaria, invitation })
  await requestMail(house.world(), {
    email: parseEmailAddress(before) as EmailAddress,
    wish: 'overview',
    formId: 'form-1',
  })
  await house.settle()
  const [stored] = await listEnrollments(house.table, seminar.id)
  const corrected = await correctAddress(
    { ...house.world(), also: [] },
    {
      seminarId: seminar.id,
      enrollmentId: stored?.facts.id ?? '',
      email: parseEmailAddress(after) as EmailAddress,
      formId: 'form-2',
    },
  )
  if (!corrected.ok) throw new Error(corrected.refusal.code)
  house.pass(minute)
  await house.confirm(after)
  await house.settle()
  return { house, seminar }
}

test('who is forgotten under the new address is forgotten under the old one too', async () => {
  const { house } = await planted()
  const found = () => findCanaries(house.table.everything(), canaries)
  const planned = found()
  for (const kind of ['people enrollment', 'people invitation', 'outbox mail'])
    expect(planned.some((one) => one.startsWith(kind))).toBe(true)
  expect(planned.filter((one) => one.endsWith(before))).not.toEqual([])

  const world = { ...house.world(), newSecret: variedSecrets(3), sealKey: async () => 'a key for tests' }
  const token = await house.token(after)
  await askForCode(world, token)
  const opened = await tryCode(world, { token, code: await mailedCode(house, after) })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const erased = await erasePerson(house.world(), {
    token,
    pass: opened.value.pass,
    keepCertificates: false,
  })
  expect(erased).toEqual({ ok: true, value: { seminars: 1, certificatesKept: 0 } })
  expect(found()).toEqual([])
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
