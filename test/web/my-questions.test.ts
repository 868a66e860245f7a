import { describe, expect, it } from 'vitest'
import { sheetOf } from '../../functions/enrollment/answers/answers.ts'
import { readAnswersOf } from '../../functions/enrollment/answers/change-answers.ts'
import { sensitiveAnswersShelf } from '../../functions/enrollment/answers/sensitive-answers.table.ts'
import { ask, everyKind } from '../world/questions.ts'
import { openDoors, post } from './open-doors.ts'

const given = { qst_food: 'opt_none', qst_need: ['opt_text'], qst_first: true, qst_wish: 'Canary-Wish' }

async function opened(confirmed = true) {
  const doors = await openDoors()
  const { house } = doors
  const seminar = await house.offer()
  await ask(house.table, seminar.id)
  await house.enroll(seminar, 'ayse', { answers: sheetOf(everyKind, given) })
  if (confirmed) await house.confirm('ayse')
  const path = `/my/${await house.token('ayse')}/questions`
  const name = { seminarId: seminar.id, enrollmentId: (await house.enrollment(seminar, 'ayse')).id }
  const send = (fields: Record<string, string>, query = '') =>
    doors.myQuestions.request(`${path}${query}`, post(fields))
  return { doors, house, seminar, path, name, send, stored: () => readAnswersOf(house.table, name) }
}
const changed = { 'q-qst_food': 'opt_meat', 'q-qst_first': 'yes', 'q-qst_members': '12' }

describe('the own answers', () => {
  it('are linked from the personal page, and shown as they were given', async () => {
    const { doors, path } = await opened()
    const mine = await (await doors.my.request(path.replace('/questions', ''))).text()
    expect(mine).toContain(`href="${path}"`)
    const html = await (await doors.myQuestions.request(path)).text()
    expect(html).toMatch(/value="opt_none" checked/)
    expect(html).toMatch(/name="q-qst_need-opt_text" value="yes" checked/)
    expect(html).toContain('Canary-Wish')
  })

  it('can be changed and taken back, in both stores', async () => {
    const { house, path, name, send, stored } = await opened()
    const answer = await send(changed)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?done=saved`])
    expect(await stored()).toEqual({ qst_food: 'opt_meat', qst_first: true, qst_members: 12 })
    expect(await sensitiveAnswersShelf.read(house.table, name)).toBeUndefined()
    await send({ ...changed, 'q-qst_need-opt_sign': 'yes' })
    expect((await sensitiveAnswersShelf.read(house.table, name))?.facts.answers).toEqual({
      qst_need: ['opt_sign'],
    })
  })

  it('stay required where they are, and everything typed is kept', async () => {
    const { send, stored } = await opened()
    const answer = await send({ 'q-qst_food': '', 'q-qst_first': 'no', 'q-qst_role': 'Vorsitz' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('href="#q-qst_food"')
    expect(html).toContain('value="Vorsitz"')
    expect(await stored()).toEqual(given)
  })

  it('go along into another language', async () => {
    const { send, stored } = await opened()
    const html = await (await send({ ...changed, 'left-language': 'de' }, '?lang=en')).text()
    expect(html).toContain('<html lang="en"')
    expect(html).toMatch(/value="opt_meat" checked/)
    expect(await stored()).toEqual(given)
  })

  it.each([
    ['before the address is confirmed', false, ''],
    ['after the start', true, '2026-03-24T17:00:00.000Z'],
  ])('are neither shown nor changed %s', async (_, confirmed, instant) => {
    const { doors, house, path, send, stored } = await opened(confirmed)
    if (instant) house.moveTo(instant)
    const shown = await doors.myQuestions.request(path)
    expect(shown.status).toBe(409)
    expect(await shown.text()).not.toContain('Canary')
    expect((await send(changed)).status).toBe(409)
    expect(await stored()).toEqual(given)
    const mine = await (await doors.my.request(path.replace('/questions', ''))).text()
    expect(mine).not.toContain(path)
  })

  it('are gone with a cancellation, and nobody can write them again', async () => {
    const { house, send, stored } = await opened()
    await house.cancel('ayse')
    expect((await send(changed)).status).toBe(409)
    expect(await stored()).toEqual({})
  })

  it('do not outlive a cancellation in the same moment', async () => {
    const { house, send, stored } = await opened()
    await Promise.all([send(changed), house.cancel('ayse'), send(changed)])
    expect(await stored()).toEqual({})
  })

  it('belong to their link: an unknown one is not found', async () => {
    const { doors, path } = await opened()
    const wrong = `${path.slice(0, 5)}${'x'.repeat(49)}/questions`
    expect((await doors.myQuestions.request(wrong)).status).toBe(404)
    expect((await doors.myQuestions.request(wrong, post(changed))).status).toBe(404)
  })
})
