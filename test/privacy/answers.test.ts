import { expect, test } from 'vitest'
import { sheetOf } from '../../functions/enrollment/answers/answers.ts'
import { askForCode, tryCode } from '../../functions/privacy/data-code.ts'
import { erasePerson } from '../../functions/privacy/erase-person.ts'
import { exportPerson } from '../../functions/privacy/export-person.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { findCanaries } from '../world/canary.ts'
import { mailedCode } from '../world/data-code.ts'
import { ask, everyKind } from '../world/questions.ts'
import { aSession } from '../world/seminar.ts'
import { openWorkingHouse, variedSecrets } from '../world/working-house.ts'

const address = 'kanaria@canary.example'
const canary = 'Trapez und Glöckchen'

/** Answers in a seminar that is over and in one that is to come; of a third the address was never confirmed. */
async function answered() {
  const house = openWorkingHouse()
  const past = await house.offer()
  const may = (time: string) => `2026-05-05T${time}:00:00.000Z` as ReturnType<typeof house.now>
  const later = { sessions: [aSession({ start: may('17'), end: may('19') })], closes: may('16') }
  const coming = await house.offer({ slug: 'coming', ...later })
  const strange = await house.offer({ slug: 'strange', ...later })
  const answers = sheetOf(everyKind, { qst_need: ['opt_sign'], qst_role: canary, qst_first: true })
  for (const { id } of [past, coming, strange]) await ask(house.table, id)
  await house.enrollAndConfirm(past, address, { answers })
  house.moveTo('2026-03-31T19:00:00.000Z')
  await completeSeminar(house.world(), past.id)
  await house.enrollAndConfirm(coming, address, { answers })
  const token = await house.token(address)
  await house.enroll(strange, address, { answers })
  return { house, past, coming, strange, token }
}
const kept = (house: Awaited<ReturnType<typeof answered>>['house']) =>
  house.table.everything().filter(({ kind }) => kind === 'answers')

test('answers are part of what a person gets, in words, but not those of an unconfirmed form', async () => {
  const { house, past, coming, strange } = await answered()
  const { enrollments } = await exportPerson({ table: house.table, now: house.now() }, address)
  const answersIn = (id: string) => enrollments.find(({ seminar }) => seminar.id === id)?.answers
  for (const { id } of [past, coming])
    expect(answersIn(id)).toEqual([
      {
        question: everyKind[1]?.wording,
        answer: [{ de: 'Gebärdensprache', tr: 'İşaret dili', en: 'Sign language' }],
      },
      { question: everyKind[2]?.wording, answer: canary },
      { question: everyKind[4]?.wording, answer: true },
    ])
  expect(answersIn(strange.id)).toEqual([])
})

test('whoever is erased leaves no answer in any store, of seminars past, to come and unconfirmed', async () => {
  const { house, token } = await answered()
  expect(kept(house)).toHaveLength(6)
  expect(findCanaries(house.table.everything(), [canary])).not.toEqual([])
  const world = { ...house.world(), newSecret: variedSecrets(3), sealKey: async () => 'a key for tests' }
  await askForCode(world, token)
  const opened = await tryCode(world, { token, code: await mailedCode(house, address) })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const command = { token, pass: opened.value.pass, keepCertificates: true }
  expect(await erasePerson(house.world(), command)).toMatchObject({ ok: true, value: { seminars: 3 } })
  expect(kept(house)).toEqual([])
  expect(findCanaries(house.table.everything(), [canary])).toEqual([])
})
