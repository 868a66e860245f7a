import { describe, expect, test } from 'vitest'
import {
  moveQuestion,
  type QuestionDraft,
  removeQuestion,
  saveQuestion,
} from '../../functions/seminar/edit-questions.ts'
import { readQuestions } from '../../functions/seminar/questions.ts'
import { openHouse } from '../world/house.ts'
import { aQuestion, ask, everyKind } from '../world/questions.ts'

const aDraft = (overrides: Partial<QuestionDraft> = {}): QuestionDraft => {
  const { id: _, choices, ...draft } = aQuestion()
  return { ...draft, choices: choices.map(({ label }) => ({ id: '', label })), ...overrides }
}

async function asked(answered: string[] = []) {
  const house = openHouse()
  const seminar = await house.offer()
  const seminarId = seminar.id
  const world = () => ({ ...house.world(), hasAnswers: async (id: string) => answered.includes(id) })
  const list = () => readQuestions(house.table, seminarId)
  const save = async (questionId: string | null, draft: QuestionDraft, version?: string) =>
    saveQuestion(world(), { seminarId, version: version ?? (await list()).version, questionId, draft })
  return { house, seminarId, world, list, save }
}
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('the questions of a seminar', () => {
  test('are written down in their order, each with ids of its own', async () => {
    const { save, list } = await asked()
    await save(null, aDraft())
    await save(null, aDraft({ kind: 'number', choices: [] }))
    const { questions } = await list()
    expect(questions.map(({ kind }) => kind)).toEqual(['one-of', 'number'])
    const ids = questions.flatMap(({ id, choices }) => [id, ...choices.map((choice) => choice.id)])
    expect(new Set(ids).size).toBe(4)
    expect(ids).not.toContain('')
  })

  test('no more than twelve', async () => {
    const { save, list } = await asked()
    for (let n = 0; n < 12; n++) expect(await save(null, aDraft())).toMatchObject({ ok: true })
    expect(await save(null, aDraft())).toEqual(refused('too-many'))
    expect((await list()).questions).toHaveLength(12)
  })

  test('two coordinators do not overwrite each other, with a first question either', async () => {
    const { save, list } = await asked()
    const both = await Promise.all([save(null, aDraft(), ''), save(null, aDraft(), '')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const { version } = await list()
    await save(null, aDraft())
    expect(await save(null, aDraft(), version)).toEqual(refused('changed-meanwhile'))
    expect((await list()).questions).toHaveLength(2)
  })

  test('with answers: reworded yes, another kind or mark no', async () => {
    const { house, seminarId, save, list } = await asked(['qst_food'])
    await ask(house.table, seminarId)
    const { choices } = aQuestion()
    const wording = { de: 'Was essen Sie?', tr: '', en: '' }
    expect(await save('qst_food', aDraft({ wording, choices }))).toMatchObject({ ok: true })
    expect((await list()).questions[0]).toEqual(aQuestion({ wording }))
    expect(await save('qst_food', aDraft({ kind: 'several-of', choices }))).toEqual(refused('has-answers'))
    expect(await save('qst_food', aDraft({ sensitive: true, choices }))).toEqual(refused('has-answers'))
  })

  test('of another kind are other questions, so that no answer changes its meaning', async () => {
    const { house, seminarId, save, list } = await asked()
    await ask(house.table, seminarId)
    expect(await save('qst_role', aDraft({ kind: 'date', choices: [] }))).toMatchObject({ ok: true })
    const ids = (await list()).questions.map(({ id }) => id)
    expect(ids).not.toContain('qst_role')
    expect(ids).toHaveLength(everyKind.length)
  })

  test('a choice that comes after one was dropped gets an id that no answer names', async () => {
    const { house, seminarId, save, list } = await asked()
    await ask(house.table, seminarId)
    const [first] = aQuestion().choices
    if (!first) throw new Error('it has choices')
    const fresh = { id: 'opt_none', label: { de: 'Neu', tr: '', en: '' } }
    await save('qst_food', aDraft({ choices: [first] }))
    await save('qst_food', aDraft({ choices: [first, fresh] }))
    const choices = (await list()).questions[0]?.choices ?? []
    expect(choices.map(({ id }) => id)[0]).toBe('opt_meat')
    expect(choices.map(({ id }) => id)[1]).not.toBe('opt_none')
  })

  test.each([
    ['qst_food', 1, ['need', 'food', 'role', 'wish', 'first', 'members', 'since']],
    ['qst_need', -1, ['need', 'food', 'role', 'wish', 'first', 'members', 'since']],
    ['qst_food', -1, ['food', 'need', 'role', 'wish', 'first', 'members', 'since']],
    ['qst_since', 1, ['food', 'need', 'role', 'wish', 'first', 'members', 'since']],
  ] as const)('%s moves by %i', async (questionId, by, order) => {
    const { house, seminarId, world, list } = await asked()
    await ask(house.table, seminarId)
    const { version } = await list()
    expect(await moveQuestion(world(), { seminarId, version, questionId, by })).toMatchObject({ ok: true })
    expect((await list()).questions.map(({ id }) => id)).toEqual(order.map((name) => `qst_${name}`))
  })

  test('refusals change nothing', async () => {
    const { house, seminarId, world, list, save } = await asked()
    await ask(house.table, seminarId)
    const before = await list()
    const named = { seminarId, version: before.version, questionId: 'qst_none' }
    expect(await removeQuestion(world(), named)).toEqual(refused('unknown-question'))
    expect(await moveQuestion(world(), { ...named, by: 1 })).toEqual(refused('unknown-question'))
    expect(await save('qst_none', aDraft())).toEqual(refused('unknown-question'))
    expect(await removeQuestion(world(), { ...named, seminarId: 'sem_none' })).toEqual(refused('unknown'))
    expect(await list()).toEqual(before)
  })
})
