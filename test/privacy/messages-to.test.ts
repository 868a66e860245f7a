import { expect, it } from 'vitest'
import { mailboxKey } from '../../functions/enrollment/link/mailbox.table.ts'
import { askForCode, tryCode } from '../../functions/privacy/data-code.ts'
import { erasePerson } from '../../functions/privacy/erase-person.ts'
import { exportPerson } from '../../functions/privacy/export-person.ts'
import { eraseFromMessages, findMessagesTo } from '../../functions/privacy/messages-to.ts'
import { mailedCode } from '../world/data-code.ts'
import { german, writing } from '../world/messages.ts'
import { openWorkingHouse, variedSecrets, type WorkingHouse } from '../world/working-house.ts'

const words = { ...german, subject: 'Raumwechsel', text: 'Wir sind in Raum 3.' }

async function written() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  const ayse = await house.enrollAndConfirm(seminar, 'ayse')
  const cem = await house.enrollAndConfirm(seminar, 'cem')
  await house.settle()
  const message = await writing(house).write(seminar, { texts: [words] })
  return { house, seminar, ayse, cem, message }
}

const listed = (house: WorkingHouse) =>
  JSON.stringify(house.table.everything().filter(({ kind }) => kind === 'message-recipients'))

async function erase(house: WorkingHouse, name: string) {
  const world = { ...house.world(), newSecret: variedSecrets(3), sealKey: async () => 'a key for tests' }
  const token = await house.token(name)
  const address = `${name}@verein.example`
  await askForCode(world, token)
  const opened = await tryCode(world, { token, code: await mailedCode(house, address) })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return erasePerson(house.world(), { token, pass: opened.value.pass, keepCertificates: false })
}

it('stores nothing of the people a message is for but their ids', async () => {
  const { house, ayse } = await written()
  const [lot] = house.table.everything().filter(({ kind }) => kind === 'message-recipients')
  expect(Object.keys(lot?.facts as object)).toEqual(['enrollmentIds'])
  expect(listed(house)).toContain(ayse.id)
  expect(await mailboxKey(ayse.email)).not.toContain(ayse.id)
})

it('tells a person which messages they got, and when they were on a list', async () => {
  const { house, message } = await written()
  await house.settle()
  const data = await exportPerson(house.world(), 'ayse@verein.example')
  const [enrollment] = data.enrollments
  expect(enrollment?.messagesSentAt).toEqual([message.sentAt])
  const mail = enrollment?.mails.find(({ cause }) => cause === 'message')
  expect(mail?.subject).toBe('Raumwechsel')
  expect(mail?.text).toContain('Wir sind in Raum 3.')
  expect((await exportPerson(house.world(), 'dilan@verein.example')).enrollments).toEqual([])
})

it('takes whoever is erased off the list, before and after the message went out, and writes to the others', async () => {
  for (const early of [true, false]) {
    const { house, seminar, ayse, cem } = await written()
    if (!early) await house.settle()
    expect((await erase(house, 'ayse')).ok).toBe(true)
    await house.settle()
    expect(listed(house)).not.toContain(ayse.id)
    expect(listed(house)).toContain(cem.id)
    expect(
      await findMessagesTo(house.table, { seminarId: seminar.id, enrollmentId: ayse.id }, house.now()),
    ).toEqual([])
    expect(house.post.tally()['message ayse']).toBe(early ? undefined : 1)
    expect(house.post.tally()['message cem']).toBe(1)
    expect((await house.mails('ayse')).filter(({ cause }) => cause === 'message')).toEqual([])
  }
})

it('takes two people off the same list at once', async () => {
  const { house, seminar, ayse, cem } = await written()
  await Promise.all(
    [ayse, cem].map(({ id }) =>
      eraseFromMessages(house.table, { seminarId: seminar.id, enrollmentId: id }, house.now()),
    ),
  )
  expect(listed(house)).not.toMatch(new RegExp(`${ayse.id}|${cem.id}`))
})
