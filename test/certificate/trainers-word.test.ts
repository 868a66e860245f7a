import { describe, expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { findCertificateOf } from '../../functions/certificate/certificate.table.ts'
import { giveWords } from '../../functions/certificate/give-words.ts'
import { listWords, outcomeOf, type Word } from '../../functions/certificate/trainers-word.table.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const by = 'zeynep@verein.example'

/** People who were there all the time, in a seminar that is over and asks for a word. */
async function afterwards(names: readonly string[], changes: Partial<Seminar> = {}) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ trainersWord: true, ...changes })
  for (const name of names) {
    const { id: enrollmentId } = await house.enrollAndConfirm(seminar, name)
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId, minutes: 120, by: 'k' })
  }
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  const idOf = async (name: string) => (await house.enrollment(seminar, name)).id
  return {
    ...{ house, seminar },
    say: async (words: Record<string, Word>, table: Table = house.table) =>
      giveWords(
        { ...house.world(), table },
        {
          ...{ seminarId: seminar.id, by },
          words: await Promise.all(
            Object.entries(words).map(async ([name, word]) => ({ enrollmentId: await idOf(name), word })),
          ),
        },
      ),
    complete: async () => {
      await completeSeminar(house.world(), seminar.id)
      await house.settle()
    },
    certified: async () => {
      const having = await Promise.all(
        names.map(async (name) => {
          const certificate = { seminarId: seminar.id, enrollmentId: await idOf(name) }
          return (await findCertificateOf(house.table, certificate)) ? [name] : []
        }),
      )
      return having.flat()
    },
  }
}

describe('where the seminar asks for the trainer’s word', () => {
  test('only who has a yes gets a certificate; the others wait, or get none', async () => {
    const { house, say, complete, certified } = await afterwards(['ayse', 'bora', 'can'])
    expect(await say({ ayse: 'yes', bora: 'no' })).toEqual({ ok: true, value: { given: 2 } })
    expect(await certified()).toEqual([])
    await complete()
    expect(await certified()).toEqual(['ayse'])
    expect(house.post.arrived.filter(({ cause }) => cause === 'certificate')).toHaveLength(1)
  })

  test('a yes after completion brings the certificate at once, and a no takes none back', async () => {
    const { house, say, complete, certified } = await afterwards(['ayse', 'bora'])
    await complete()
    expect(await certified()).toEqual([])
    await say({ ayse: 'yes' })
    await house.settle()
    expect(await certified()).toEqual(['ayse'])
    await say({ ayse: 'no', bora: 'yes' })
    await house.settle()
    expect(await certified()).toEqual(['ayse', 'bora'])
    expect(house.post.arrived.filter(({ cause }) => cause === 'certificate')).toHaveLength(2)
  })

  test('a yes does not stand for minutes', async () => {
    const { house, seminar, say, complete, certified } = await afterwards(['ayse'])
    const { id: enrollmentId } = await house.enrollment(seminar, 'ayse')
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId, minutes: 10, by: 'k' })
    await say({ ayse: 'yes' })
    await complete()
    expect(await certified()).toEqual([])
  })

  test('it is kept who said it and when; the same again writes nothing, and what others said stays', async () => {
    const { house, seminar, say } = await afterwards(['ayse', 'bora'])
    await say({ bora: 'no' })
    const at = house.now()
    house.pass(60_000)
    expect(await say({ bora: 'no' })).toEqual({ ok: true, value: { given: 0 } })
    await say({ ayse: 'yes' })
    const words = await listWords(house.table, seminar.id)
    const { id } = await house.enrollment(seminar, 'bora')
    expect(words.get(id)?.facts).toEqual({ word: 'no', at, by })
    expect(words.size).toBe(2)
  })

  test('two who say it at once are both heard', async () => {
    const { house, seminar, say } = await afterwards(['ayse', 'bora'])
    let raced = false
    const table: Table = {
      ...house.table,
      async commit(writes) {
        if (!raced) {
          raced = true
          await say({ bora: 'yes', ayse: 'no' })
        }
        return house.table.commit(writes)
      },
    }
    expect(await say({ ayse: 'yes' }, table)).toEqual({ ok: true, value: { given: 1 } })
    const words = [...(await listWords(house.table, seminar.id)).values()].map(({ facts }) => facts.word)
    expect(words.sort()).toEqual(['yes', 'yes'])
  })

  test('more people than one commit takes are all heard, and strangers are not', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ trainersWord: true, capacity: 130 })
    for (let i = 0; i < 120; i++) await house.enrollAndConfirm(seminar, `person${i}`)
    const people = (await listEnrollments(house.table, seminar.id)).map(({ facts }) => facts.id)
    const words = [...people, 'nobody-here-at-1'].map((enrollmentId) => ({
      enrollmentId,
      word: 'yes' as const,
    }))
    expect(await giveWords(house.world(), { seminarId: seminar.id, words, by })).toEqual({
      ...{ ok: true, value: { given: 120 } },
    })
    expect([...(await listWords(house.table, seminar.id)).keys()].sort()).toEqual(people.sort())
  })
})

test('where nobody asks for it, none is taken and everybody gets theirs', async () => {
  const { say, complete, certified } = await afterwards(['ayse'], { trainersWord: false })
  expect(await say({ ayse: 'no' })).toEqual({ ok: false, refusal: { code: 'not-asked' } })
  await complete()
  expect(await certified()).toEqual(['ayse'])
})

test('of a seminar that does not take place, and of none, nothing is said', async () => {
  const house = openWorkingHouse()
  const seminar = await house.offer({ trainersWord: true })
  await cancelSeminar(house.world(), seminar.id)
  const refusal = async (seminarId: string) => giveWords(house.world(), { seminarId, words: [], by })
  expect(await refusal(seminar.id)).toEqual({ ok: false, refusal: { code: 'over' } })
  expect(await refusal('sem_none')).toEqual({ ok: false, refusal: { code: 'unknown' } })
})

test.each([
  ['full', null, 'full'],
  ['full', 'yes', 'full'],
  ['reduced', 'yes', 'reduced'],
  ['full', 'open', 'waits'],
  ['full', 'no', 'none'],
  ['none', 'open', 'none'],
  ['none', 'yes', 'none'],
] as const)('minutes for %s and the word %s: %s', (grade, word, outcome) => {
  expect(outcomeOf(grade, word)).toBe(outcome)
})
