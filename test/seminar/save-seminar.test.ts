import { describe, expect, test } from 'vitest'
import { type DueWorkName, dueWorkShelf } from '../../functions/kernel/due-work.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { publishSeminar } from '../../functions/seminar/publish-seminar.ts'
import { type SeminarDraft, saveSeminar, seminarIdOfForm } from '../../functions/seminar/save-seminar.ts'
import { findSeminarBySlug, listSeminars, seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { requestInvites } from '../../functions/session/invite.ts'
import { openHouse } from '../world/house.ts'
import { aSeminar } from '../world/seminar.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const at = (text: string) => text as Instant
const room = { kind: 'room' as const }
const later = {
  id: '',
  start: at('2026-04-14T16:00:00.000Z'),
  end: at('2026-04-14T18:00:00.000Z'),
  place: room,
}
const sooner = {
  id: '',
  start: at('2026-04-07T16:00:00.000Z'),
  end: at('2026-04-07T18:00:00.000Z'),
  place: room,
}

const aDraft = (overrides: Partial<SeminarDraft> = {}): SeminarDraft => {
  const { id: _, state: __, completedAt: ___, ...draft } = aSeminar()
  return { ...draft, sessions: [later, sooner], ...overrides }
}

type House = ReturnType<typeof openHouse>

async function plan(house: House, overrides: Partial<SeminarDraft> = {}) {
  const planned = await saveSeminar(house.world(), { seminarId: null, version: '', draft: aDraft(overrides) })
  if (!planned.ok) throw new Error(planned.refusal.code)
  return planned.value
}

const versionOf = async (house: House, id: string) =>
  (await seminarShelf.read(house.table, id))?.version ?? ''
const dueOf = async (house: House, name: DueWorkName) => (await dueWorkShelf.read(house.table, name))?.due

const emptyLine = { next: 0, serving: 0, owed: 0, struck: 0, beside: 0 }

describe('planning a seminar', () => {
  test('it is a draft with its sessions in order, nobody invited, and no line yet', async () => {
    const house = openHouse()
    const seminar = await plan(house, { capacity: 7 })
    expect(seminar).toMatchObject({ state: 'draft', completedAt: null })
    expect(seminar.sessions.map(({ start, invitedAt }) => [start, invitedAt])).toEqual([
      [sooner.start, null],
      [later.start, null],
    ])
    expect(new Set(seminar.sessions.map(({ id }) => id)).size).toBe(2)
    expect(await readLine(house.table, seminar.id)).toEqual(emptyLine)
    expect((await findSeminarBySlug(house.table, 'foerdermittel'))?.facts).toEqual(seminar)
    expect(await dueOf(house, { task: 'sweep', seminarId: seminar.id })).toBeUndefined()
  })

  test('an address that is taken is refused, and nothing of it is kept', async () => {
    const house = openHouse()
    const first = await plan(house)
    const second = await saveSeminar(house.world(), {
      seminarId: null,
      version: '',
      draft: aDraft({ trainer: 'x' }),
    })
    expect(second).toEqual({ ok: false, refusal: { code: 'slug-taken' } })
    expect(await listSeminars(house.table)).toEqual([first])
    expect((await findSeminarBySlug(house.table, 'foerdermittel'))?.facts.id).toBe(first.id)
  })

  test('two coordinators who take the same address at once: one of them has it', async () => {
    const house = openHouse()
    const both = await Promise.all(
      [1, 2].map(() => saveSeminar(house.world(), { seminarId: null, version: '', draft: aDraft() })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await listSeminars(house.table)).toHaveLength(1)
  })

  test('a session copied from another seminar becomes its own: attendance lies under its id', async () => {
    const house = openHouse()
    const original = await plan(house)
    const copy = await plan(house, { slug: 'kopie', sessions: original.sessions })
    const ids = [...original.sessions, ...copy.sessions].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
  })
})

describe('the same form sent twice', () => {
  const twice = async (house: House, second: Partial<SeminarDraft>, then = () => {}) => {
    const newSeminarId = await seminarIdOfForm('form_1')
    const send = (draft: SeminarDraft) =>
      saveSeminar(house.world(), { seminarId: null, newSeminarId, version: '', draft })
    // Empty means from now on, and by the second press it is later.
    const first = await send(aDraft({ opens: house.now() }))
    house.pass(3000)
    then()
    return [first, await send(aDraft({ opens: house.now(), ...second }))]
  }

  test('makes one seminar, also at once', async () => {
    const house = openHouse()
    const [first, second] = await twice(house, {})
    expect(second).toEqual(first)
    expect(await listSeminars(house.table)).toHaveLength(1)
    const other = openHouse()
    const newSeminarId = await seminarIdOfForm('form_1')
    const both = await Promise.all(
      [1, 2].map(() =>
        saveSeminar(other.world(), { seminarId: null, newSeminarId, version: '', draft: aDraft() }),
      ),
    )
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(await listSeminars(other.table)).toHaveLength(1)
  })

  test.each<[string, Partial<SeminarDraft>]>([
    ['title', { title: { de: 'Anders', tr: '', en: '' } }],
    ['seats', { capacity: 99 }],
    ['dates', { sessions: [sooner] }],
    ['opening', { opens: at('2026-03-20T09:00:00.000Z') }],
  ])('with another %s is refused: nothing that was typed is dropped in silence', async (_, second) => {
    const house = openHouse()
    const [first, told] = await twice(house, second)
    if (!first?.ok) throw new Error('first')
    expect(told).toEqual({ ok: false, refusal: { code: 'saved-before', seminarId: first.value.id } })
    expect(await house.seminar(first.value.id)).toEqual(first.value)
  })

  test('another form is another seminar', async () => {
    expect(await seminarIdOfForm('form_1')).not.toBe(await seminarIdOfForm('form_2'))
  })
})

describe('sessions that must stay', () => {
  const inUse = (sessionId: string | undefined) => ({
    ok: false,
    refusal: { code: 'session-in-use', sessionId },
  })

  test('a published seminar keeps at least one session; a draft need not', async () => {
    const house = openHouse()
    const draft = await plan(house)
    expect(await house.change(draft.id, { sessions: [] })).toMatchObject({ ok: true })
    const published = await house.offer({ slug: 'public' })
    expect(await house.change(published.id, { sessions: [] })).toEqual({
      ok: false,
      refusal: { code: 'no-session' },
    })
    expect(await house.seminar(published.id)).toEqual(published)
  })

  test('one that people were invited to can be moved, not dropped', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    const [first, second] = seminar.sessions
    if (!first || !second) throw new Error('two sessions')
    await requestInvites(house.world(), { seminarId: seminar.id, sessionId: second.id })
    expect(await house.change(seminar.id, { sessions: [first] })).toEqual(inUse(second.id))
    // Another one in its place is not the same one.
    expect(await house.change(seminar.id, { sessions: [first, { ...second, id: '' }] })).toEqual(
      inUse(second.id),
    )
    const moved = { ...second, start: later.start, end: later.end }
    expect(await house.change(seminar.id, { sessions: [first, moved] })).toMatchObject({ ok: true })
  })

  test('one that has begun stays, one that comes may go', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    const [first, second] = seminar.sessions
    if (!first || !second) throw new Error('two sessions')
    house.moveTo(first.start)
    expect(await house.change(seminar.id, { sessions: [second] })).toEqual(inUse(first.id))
    expect(await house.change(seminar.id, { sessions: [first] })).toMatchObject({ ok: true })
  })
})

describe('changing a seminar', () => {
  test('known sessions keep their id and that people were invited; one left out is gone; a double becomes new', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    const [first, second] = seminar.sessions
    if (!first || !second) throw new Error('two sessions')
    await requestInvites(house.world(), { seminarId: seminar.id, sessionId: second.id })
    const changed = await house.change(seminar.id, {
      sessions: [
        { ...later, invitedAt: null },
        second,
        { ...second, start: later.end, end: at('2026-04-14T20:00:00.000Z') },
      ],
    })
    if (!changed.ok) throw new Error(changed.refusal.code)
    const { sessions } = changed.value
    expect(sessions.map(({ start }) => start)).toEqual([second.start, later.start, later.end])
    expect(sessions[0]).toMatchObject({ id: second.id, invitedAt: house.now() })
    expect(sessions.slice(1).map(({ invitedAt }) => invitedAt)).toEqual([null, null])
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(3)
    expect(sessions.map(({ id }) => id)).not.toContain(first.id)
  })

  test('who saves over somebody else is told so', async () => {
    const house = openHouse()
    const seminar = await plan(house)
    const version = await versionOf(house, seminar.id)
    const save = (trainer: string) =>
      saveSeminar(house.world(), { seminarId: seminar.id, version, draft: aDraft({ trainer }) })
    expect(await save('Erste')).toMatchObject({ ok: true })
    expect(await save('Zweite')).toEqual({ ok: false, refusal: { code: 'changed-meanwhile' } })
    expect((await house.seminar(seminar.id)).trainer).toBe('Erste')
  })

  test('of two who save at once, one is told', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    const both = await Promise.all(['a', 'b'].map((trainer) => house.change(seminar.id, { trainer })))
    expect(both.map((outcome) => (outcome.ok ? 'saved' : outcome.refusal.code)).sort()).toEqual([
      'changed-meanwhile',
      'saved',
    ])
  })

  test('unknown, cancelled and completed ones', async () => {
    const house = openHouse()
    const unknown = { seminarId: 'sem_none', version: 'v', draft: aDraft() }
    expect(await saveSeminar(house.world(), unknown)).toEqual({ ok: false, refusal: { code: 'unknown' } })
    const seminar = await house.offer()
    const stored = await seminarShelf.read(house.table, seminar.id)
    if (!stored) throw new Error('it is there')
    for (const state of ['cancelled', 'completed'] as const) {
      const present = await seminarShelf.read(house.table, seminar.id)
      if (present) await house.table.commit([seminarShelf.replace(present, { ...present.facts, state })])
      expect(await house.change(seminar.id, { trainer: 'x' })).toEqual({
        ok: false,
        refusal: { code: 'over' },
      })
    }
  })

  test('a note that the clock is doing at this moment does not get in the way', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    const name = { task: 'sweep', seminarId: seminar.id } as const
    let disturbed = 0
    const table = {
      ...house.table,
      commit: async (writes: Parameters<typeof house.table.commit>[0]) => {
        const note = await dueWorkShelf.read(house.table, name)
        if (note && disturbed++ < 2)
          await house.table.commit([dueWorkShelf.replace(note, note.facts, { due: house.now() })])
        return house.table.commit(writes)
      },
    }
    const version = await versionOf(house, seminar.id)
    const draft = { ...(await house.seminar(seminar.id)), trainer: 'Neu' }
    const saved = await saveSeminar({ ...house.world(), table }, { seminarId: seminar.id, version, draft })
    expect(disturbed).toBe(3)
    expect(saved).toMatchObject({ ok: true, value: { trainer: 'Neu' } })
  })
})

describe('the address of a seminar', () => {
  test('a new one leads here and so does the old one, which nobody else can take', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    expect(await house.change(seminar.id, { slug: 'antraege' })).toMatchObject({ ok: true })
    for (const slug of ['foerdermittel', 'antraege'])
      expect((await findSeminarBySlug(house.table, slug))?.facts.id).toBe(seminar.id)
    expect(await saveSeminar(house.world(), { seminarId: null, version: '', draft: aDraft() })).toEqual({
      ok: false,
      refusal: { code: 'slug-taken' },
    })
    // And back again.
    expect(await house.change(seminar.id, { slug: 'foerdermittel' })).toMatchObject({ ok: true })
    expect((await house.seminar(seminar.id)).slug).toBe('foerdermittel')
  })

  test('one that is taken is refused, and nothing else of the change is kept', async () => {
    const house = openHouse()
    await plan(house, { slug: 'vergeben' })
    const seminar = await house.offer()
    const change = await house.change(seminar.id, { slug: 'vergeben', capacity: 50 })
    expect(change).toEqual({ ok: false, refusal: { code: 'slug-taken' } })
    expect(await house.seminar(seminar.id)).toEqual(seminar)
    expect(await readLine(house.table, seminar.id)).toMatchObject({ serving: 12 })
  })
})

describe('seats', () => {
  test('a draft may get more and fewer; the line opens with the last number', async () => {
    const house = openHouse()
    const seminar = await plan(house, { capacity: 5 })
    for (const capacity of [9, 2, 4])
      expect(await house.change(seminar.id, { capacity })).toMatchObject({ ok: true })
    await publishSeminar(house.world(), seminar.id)
    expect(await readLine(house.table, seminar.id)).toEqual({ ...emptyLine, serving: 4 })
  })
})

describe('what falls due', () => {
  test('moves with the dates, in the same commit', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    const [first, second] = seminar.sessions
    if (!first || !second) throw new Error('two sessions')
    const due = (task: 'invite' | 'remind', sessionId: string) =>
      dueOf(house, { task, seminarId: seminar.id, sessionId })
    // 24 hours before, across the change of the clocks, is not the same time on the wall.
    expect(await due('invite', first.id)).toBe('2026-03-23T17:00:00.000Z')
    expect(await due('remind', first.id)).toBe('2026-03-24T16:00:00.000Z')
    expect(await due('invite', second.id)).toBe('2026-03-30T16:00:00.000Z')
    expect(await dueOf(house, { task: 'complete', seminarId: seminar.id })).toBe('2026-04-02T18:00:00.000Z')

    const moved = { ...second, start: at('2026-04-09T15:00:00.000Z'), end: at('2026-04-09T17:30:00.000Z') }
    await house.change(seminar.id, { sessions: [first, moved], completesAfterHours: 24 })
    expect(await due('invite', first.id)).toBe('2026-03-23T17:00:00.000Z')
    expect(await due('invite', second.id)).toBe('2026-04-08T15:00:00.000Z')
    expect(await due('remind', second.id)).toBe('2026-04-09T14:00:00.000Z')
    expect(await dueOf(house, { task: 'complete', seminarId: seminar.id })).toBe('2026-04-10T17:30:00.000Z')

    const extra = { ...later, invitedAt: null }
    const added = await house.change(seminar.id, { sessions: [first, moved, extra] })
    if (!added.ok) throw new Error(added.refusal.code)
    expect(await due('remind', added.value.sessions[2]?.id ?? '')).toBe('2026-04-14T15:00:00.000Z')
    expect(await dueOf(house, { task: 'complete', seminarId: seminar.id })).toBe('2026-04-15T18:00:00.000Z')
  })

  test('a draft has nothing due', async () => {
    const house = openHouse()
    const seminar = await plan(house)
    await house.change(seminar.id, { trainer: 'x' })
    expect(await house.table.listDue(at('2030-01-01T00:00:00.000Z'), 100)).toEqual([])
  })

  test('a session that was taken away invites and reminds nobody', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse')
    await house.change(seminar.id, { sessions: seminar.sessions.slice(0, 1) })
    await house.passTo('2026-04-01T00:00:00.000Z', 3_600_000)
    expect(house.post.tally()).toMatchObject({ 'invite ayse': 1, 'reminder ayse': 1 })
  })
})
