import { describe, expect, test } from 'vitest'
import { answersShelf } from '../../functions/enrollment/answers/answers.table.ts'
import { sheetOf } from '../../functions/enrollment/answers/answers.ts'
import { forgetAnswers } from '../../functions/enrollment/answers/forget-answers.ts'
import { sensitiveAnswersShelf } from '../../functions/enrollment/answers/sensitive-answers.table.ts'
import { decideApplication } from '../../functions/enrollment/line/decide-application.ts'
import { day, hour, later, minute } from '../../functions/kernel/time.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { removeQuestion } from '../../functions/seminar/edit-questions.ts'
import { plainPlaces } from '../../functions/seminar/places.ts'
import { readQuestions } from '../../functions/seminar/questions.ts'
import { lastEnd } from '../../functions/seminar/seminar.ts'
import { ask, everyKind } from '../world/questions.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const canaries = { food: 'opt_meat', need: 'Canary-Need', role: 'Canary-Role', wish: 'Canary-Wish' }
const answers = sheetOf(everyKind, {
  qst_food: canaries.food,
  qst_need: [canaries.need],
  qst_role: canaries.role,
  qst_wish: canaries.wish,
})

async function answered(names: string[] = ['ayse']) {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  await ask(house.table, seminar.id)
  for (const name of names) await house.enroll(seminar, name, { answers })
  const end = lastEnd(seminar)
  if (!end) throw new Error('it has sessions')
  /** Which canaries lie in which tables; the ids of questions stand in the catalog, what was answered nowhere else. */
  const found = () =>
    house.table
      .everything()
      .flatMap(({ table, facts }) =>
        Object.entries(canaries).flatMap(([name, canary]) =>
          table !== 'catalog' && JSON.stringify(facts).includes(canary) ? [`${table} ${name}`] : [],
        ),
      )
      .sort()
  const name = async (who: string) => ({
    seminarId: seminar.id,
    enrollmentId: (await house.enrollment(seminar, who)).id,
  })
  return { house, seminar, end, found, name }
}
const everything = ['people food', 'people role', 'people wish', 'sensitive need']

describe('answers lie beside the person', () => {
  test('in one commit with the enrollment, sensitive ones in their own store, and in no mail', async () => {
    const { house, seminar, found, name } = await answered()
    expect(found()).toEqual(everything)
    const who = await name('ayse')
    const plain = await answersShelf.read(house.table, who)
    const sensitive = await sensitiveAnswersShelf.read(house.table, who)
    expect(plain?.facts.answers).toEqual({
      qst_food: 'opt_meat',
      qst_role: 'Canary-Role',
      qst_wish: 'Canary-Wish',
    })
    expect(sensitive?.facts.answers).toEqual({ qst_need: ['Canary-Need'] })
    expect(plain?.version).toBe(sensitive?.version)
    expect(JSON.stringify(await house.enrollment(seminar, 'ayse'))).not.toContain('Canary')
    expect(JSON.stringify(await house.mails())).not.toContain('Canary')
  })

  test('nothing is stored of somebody who answered nothing', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'ayse', { answers: { plain: {}, sensitive: {} } })
    expect(house.table.everything().filter(({ kind }) => kind === 'answers')).toEqual([])
  })

  test('a second form with the same address changes nothing that its owner answered', async () => {
    const { house, seminar, name } = await answered()
    const strange = sheetOf(everyKind, { qst_role: 'Stranger', qst_need: ['Stranger'] })
    await house.enroll(seminar, 'ayse', { answers: strange })
    const read = await answersShelf.read(house.table, await name('ayse'))
    expect(read?.facts.answers.qst_role).toBe('Canary-Role')
    expect(JSON.stringify(house.table.everything())).not.toContain('Stranger')
  })

  test('whoever enrolls again after cancelling has the answers of the new form', async () => {
    const { house, seminar, name } = await answered()
    await house.cancel('ayse')
    await house.enroll(seminar, 'ayse', { answers: sheetOf(everyKind, { qst_role: 'Chair' }) })
    expect((await answersShelf.read(house.table, await name('ayse')))?.facts.answers).toEqual({
      qst_role: 'Chair',
    })
  })
})

describe('answers go', () => {
  test('with a hold that nobody confirmed', async () => {
    const { house, seminar, found } = await answered()
    await house.passTo(later(house.now(), day + 5 * minute))
    expect((await house.enrollment(seminar, 'ayse')).state).toBe('expired')
    expect(found()).toEqual([])
  })

  test('in the same commit as a cancellation', async () => {
    const { house, found } = await answered()
    await house.confirm('ayse')
    await house.cancel('ayse')
    expect(found()).toEqual([])
  })

  test('with a seminar that is called off', async () => {
    const { house, seminar, found } = await answered()
    await cancelSeminar(house.world(), seminar.id)
    await house.settle()
    expect(found()).toEqual([])
  })

  test('each at its time: sensitive ones right after the last session, others after their days', async () => {
    const { house, end, found } = await answered()
    await house.confirm('ayse')
    await house.passTo(later(end, -minute), hour)
    expect(found()).toEqual(everything)
    await house.passTo(later(end, 6 * minute))
    expect(found()).toEqual(['people food', 'people role', 'people wish'])
    await house.passTo(later(end, 10 * day - minute), hour)
    expect(found()).toEqual(['people food', 'people role', 'people wish'])
    await house.passTo(later(end, 10 * day + minute))
    expect(found()).toEqual(['people role', 'people wish'])
    await house.passTo(later(end, 30 * day + minute), hour)
    expect(found()).toEqual([])
    expect(house.table.everything().filter(({ kind }) => kind === 'answers')).toEqual([])
  })

  test('later, when the last session moves', async () => {
    const { house, seminar, end, found } = await answered()
    await house.confirm('ayse')
    await house.passTo(later(end, -hour), hour)
    const sessions = seminar.sessions.map((session) => ({ ...session, end: later(session.end, 2 * hour) }))
    expect(await house.change(seminar.id, { sessions })).toMatchObject({ ok: true })
    await house.passTo(later(end, 5 * minute))
    expect(found()).toEqual(everything)
    await house.passTo(later(end, 2 * hour + 6 * minute))
    expect(found()).not.toContain('sensitive need')
  })

  test('with the question that they answer, also when the form was on its way', async () => {
    const { house, seminar, found } = await answered()
    const { version } = await readQuestions(house.table, seminar.id)
    const world = { ...house.world(), hasAnswers: async () => true }
    const removed = await removeQuestion(world, { seminarId: seminar.id, version, questionId: 'qst_role' })
    expect(removed).toMatchObject({ ok: true })
    await house.settle()
    expect(found()).toEqual(['people food', 'people wish', 'sensitive need'])
    await house.enroll(seminar, 'late', { answers })
    expect(found()).toContain('people role')
    await house.passTo(later(house.now(), 6 * minute), minute)
    expect(found()).not.toContain('people role')
  })

  test('of many people at once, and once more without harm', async () => {
    const names = Array.from({ length: 90 }, (_, i) => `p${i}`)
    const { house, seminar, end, found } = await answered(names)
    house.moveTo(later(end, minute))
    expect(await forgetAnswers(house.world(), seminar.id)).toEqual({
      asked: true,
      next: later(end, 10 * day),
      missed: 0,
    })
    const after = house.table.everything()
    expect(found()).not.toContain('sensitive need')
    expect(found().filter((one) => one === 'people food')).toHaveLength(90)
    await forgetAnswers(house.world(), seminar.id)
    expect(house.table.everything()).toEqual(after)
  })
})

describe('answers of an application', () => {
  test('go with the decision that declines it', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ places: { ...plainPlaces, approval: true } })
    await ask(house.table, seminar.id)
    await house.enroll(seminar, 'ayse', { answers })
    await house.confirm('ayse')
    const { id } = await house.enrollment(seminar, 'ayse')
    const kept = () => house.table.everything().filter(({ kind }) => kind === 'answers')
    expect(kept()).toHaveLength(2)
    const declined = { seminarId: seminar.id, enrollmentId: id, admit: false, message: '' }
    expect(await decideApplication(house.world(), declined)).toMatchObject({ ok: true })
    expect((await house.enrollment(seminar, 'ayse')).state).toBe('declined')
    expect(kept()).toEqual([])
  })
})
