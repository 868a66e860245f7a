import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import { listCodes } from '../../../functions/attendance/code/attendance-code.table.ts'
import { codeFrom, spanOfCode, spoken } from '../../../functions/attendance/code/attendance-code.ts'
import { readShownCode, showCode } from '../../../functions/attendance/code/show-code.ts'
import { mostTries, typeCode } from '../../../functions/attendance/code/type-code.ts'
import { confirmList, counterConfirmList } from '../../../functions/attendance/list/confirm-list.ts'
import { printOf, type Signatory } from '../../../functions/attendance/list/confirmed-list.ts'
import { readPresentList } from '../../../functions/attendance/list/read-list.ts'
import { minutesPresent } from '../../../functions/attendance/minutes.ts'
import { tableNames } from '../../../functions/kernel/table.ts'
import { type Instant, later, minute } from '../../../functions/kernel/time.ts'
import { cancelSeminar } from '../../../functions/seminar/cancel-seminar.ts'
import type { Session } from '../../../functions/seminar/seminar.ts'
import { aSession } from '../../world/seminar.ts'
import { openWorkingHouse, variedSecrets } from '../../world/working-house.ts'

const freshSecret = variedSecrets(7)

/** A session from 18:00 to 20:00 with people who have a seat; times are minutes from its start. */
async function inTheSession(overrides: Partial<Session> = {}, people = ['ayse', 'bora']) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ sessions: [aSession(overrides)] })
  const [session = aSession()] = seminar.sessions
  for (const name of people) await house.enrollAndConfirm(seminar, name)
  const at = (minutes: number): Instant => later(session.start, minutes * minute)
  const moveTo = (minutes: number) => house.moveTo(at(minutes))
  const name = { seminarId: seminar.id, sessionId: session.id }
  moveTo(0)
  return {
    ...{ house, session, seminar, at, moveTo, name },
    show: () => showCode({ ...house.world(), newSecret: freshSecret }, name),
    /** Shows one and reads it as those who show it do. */
    async shown(): Promise<string> {
      const shown = await showCode({ ...house.world(), newSecret: freshSecret }, name)
      if (!shown.ok) throw new Error(shown.refusal.code)
      return (await readShownCode({ table: house.table, now: house.now() }, session.id))?.code ?? ''
    },
    read: () => readShownCode({ table: house.table, now: house.now() }, session.id),
    type: async (who: string, code: string, sessionId = session.id) =>
      typeCode(house.world(), { token: await house.token(who), sessionId, code }),
    async minutes(who: string) {
      const { id } = await house.enrollment(seminar, who)
      return minutesPresent((await listNotices(house.table, session.id)).get(id) ?? [], session)
    },
  }
}

const refused = (code: string) => ({ ok: false, refusal: { code } })
const accepted = { ok: true, value: null }

describe('a code that is typed', () => {
  test('two of them, in the middle and at the end, prove the whole session', async () => {
    const { moveTo, shown, type, minutes } = await inTheSession()
    moveTo(60)
    const middle = await shown()
    expect(await type('ayse', middle)).toEqual(accepted)
    expect(await type('bora', middle)).toEqual(accepted)
    moveTo(107)
    const last = await shown()
    expect(await type('ayse', last)).toEqual(accepted)
    expect([(await minutes('ayse')).minutes, (await minutes('bora')).minutes]).toEqual([120, 60])
    expect((await minutes('ayse')).lines.map(({ source }) => source)).toEqual(['code'])
  })

  test('stands since the one before, not for what was missed', async () => {
    const { moveTo, shown, type, minutes } = await inTheSession()
    moveTo(50)
    await type('bora', await shown())
    moveTo(90)
    await type('ayse', await shown())
    expect((await minutes('ayse')).minutes).toBe(40)
  })

  test('reaches back over one that nobody typed: shown by mistake, it costs nobody anything', async () => {
    const { moveTo, shown, type, minutes } = await inTheSession()
    moveTo(50)
    await shown()
    moveTo(51)
    await type('ayse', await shown())
    expect((await minutes('ayse')).minutes).toBe(51)
  })

  test.each([
    ['104 minutes in it stands until then', 104, 104],
    ['in the last quarter of an hour it stands to the end', 105, 120],
    ['after the end it stands for all of it', 149, 120],
  ])('%s', async (_, shownAt, counts) => {
    const { moveTo, shown, type, minutes } = await inTheSession()
    moveTo(shownAt)
    await type('ayse', await shown())
    expect((await minutes('ayse')).minutes).toBe(counts)
  })

  test('breaks do not count', async () => {
    const start = aSession().start
    const breaks = [{ start: later(start, 55 * minute), end: later(start, 65 * minute) }]
    const { moveTo, shown, type, minutes } = await inTheSession({ breaks })
    moveTo(120)
    await type('ayse', await shown())
    expect((await minutes('ayse')).minutes).toBe(110)
  })

  test('at the end stands for the same time when it is shown again, for those who missed it', async () => {
    const { moveTo, shown, type, minutes, read } = await inTheSession({}, ['ayse', 'bora', 'cem'])
    moveTo(60)
    const middle = await shown()
    for (const who of ['ayse', 'bora', 'cem']) await type(who, middle)
    moveTo(108)
    await type('ayse', await shown())
    moveTo(121)
    await type('bora', await shown())
    // After the end there is no time left since the one before: it would stand for nothing, and say thanks.
    moveTo(132)
    const again = await shown()
    expect(await type('cem', again)).toEqual(accepted)
    const got = [await minutes('ayse'), await minutes('bora'), await minutes('cem')]
    expect(got.map(({ minutes }) => minutes)).toEqual([120, 120, 120])
    const standing = await read()
    expect(standing && standing.from < standing.to).toBe(true)
  })

  test.each([
    ['as it is shown', (code: string) => code],
    ['in small letters', (code: string) => code.toLowerCase()],
    ['as it is read aloud', spoken],
    ['with hyphens and spaces', (code: string) => ` ${[...code].join('-')} `],
  ])('may be written %s', async (_, write) => {
    const { shown, type } = await inTheSession()
    expect(await type('ayse', write(await shown()))).toEqual(accepted)
  })

  test('counts once, however often and at once it is sent', async () => {
    const { moveTo, shown, type, minutes, read } = await inTheSession()
    moveTo(60)
    const code = await shown()
    const all = await Promise.all(Array.from({ length: 8 }, () => type('ayse', code)))
    expect(all.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    expect(await type('ayse', code)).toEqual(accepted)
    expect([(await minutes('ayse')).minutes, (await read())?.typedBy]).toEqual([60, 1])
  })
})

describe('a code does not count', () => {
  test('a moment after its ten minutes, and does in the moment before', async () => {
    const { house, at, moveTo, shown, type } = await inTheSession()
    moveTo(30)
    const code = await shown()
    house.moveTo(later(at(40), -1))
    expect(await type('ayse', code)).toEqual(accepted)
    moveTo(40)
    expect(await type('bora', code)).toEqual(refused('not-good'))
  })

  test('when a new one was shown', async () => {
    const { shown, type } = await inTheSession()
    const [first, second] = [await shown(), await shown()]
    expect(await type('ayse', first)).toEqual(refused('not-good'))
    expect(await type('ayse', second)).toEqual(accepted)
  })

  test('in another session', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ sessions: [aSession(), aSession({ id: 'ses_other' })] })
    const [one = aSession(), other = aSession()] = seminar.sessions
    await house.enrollAndConfirm(seminar, 'ayse')
    house.moveTo(one.start)
    for (const { id } of [one, other])
      await showCode({ ...house.world(), newSecret: freshSecret }, { seminarId: seminar.id, sessionId: id })
    const code = (await readShownCode({ table: house.table, now: house.now() }, one.id))?.code ?? ''
    const type = async (sessionId: string) =>
      typeCode(house.world(), { token: await house.token('ayse'), sessionId, code })
    expect([await type(other.id), await type(one.id)]).toEqual([refused('not-good'), accepted])
  })

  test('after five tries, though the sixth is right and all come at once; the next code may be tried anew', async () => {
    const { moveTo, shown, type } = await inTheSession()
    const code = await shown()
    const wrong = await Promise.all(Array.from({ length: 40 }, (_, i) => type('ayse', `AAAA${i}`)))
    expect(wrong.filter((one) => !one.ok && one.refusal.code === 'not-good')).toHaveLength(mostTries)
    expect(await type('ayse', code)).toEqual(refused('too-often'))
    // Others are not held up by that.
    expect(await type('bora', code)).toEqual(accepted)
    moveTo(20)
    expect(await type('ayse', await shown())).toEqual(accepted)
  })

  test('whether there is one cannot be told from the answer to a wrong one', async () => {
    const { shown, type } = await inTheSession()
    const tries = async () => {
      const said = []
      for (let i = 0; i < 7; i++) said.push(await type('ayse', 'AAAAAA'))
      return said
    }
    const without = await tries()
    await shown()
    expect(await tries()).toEqual(without)
  })

  test.each([
    ['before the session', -1, 'ayse', 'unknown'],
    ['long after it', 200, 'ayse', 'unknown'],
    ['of who gave the seat back', 10, 'left', 'unknown'],
  ])('%s', async (_, when, who, code) => {
    const { house, moveTo, type } = await inTheSession({}, ['ayse', 'left'])
    await house.cancel('left')
    moveTo(when)
    expect(await type(who, 'AAAAAA')).toEqual(refused(code))
  })

  test('once two people have put their names to the list', async () => {
    const { house, moveTo, name, shown, type, minutes } = await inTheSession()
    moveTo(121)
    const code = await shown()
    await type('bora', code)
    const by = (mailbox: string, as?: Signatory['as']): Signatory => ({
      ...{ mailbox, name: mailbox, role: 'coordinator', ...(as && { as }) },
    })
    const seen = async () => {
      const list = await readPresentList(house.table, name)
      return { entry: list?.entries.length ?? 0, print: await printOf(list?.rows ?? []) }
    }
    await confirmList(house.world(), { ...name, by: by('hatice', 'in-place'), seen: await seen() })
    await counterConfirmList(house.world(), { ...name, by: by('cem'), seen: await seen() })
    expect(await type('ayse', code)).toEqual(refused('locked'))
    expect((await minutes('ayse')).minutes).toBe(0)
    expect(await showCode({ ...house.world(), newSecret: freshSecret }, name)).toEqual(refused('locked'))
  })
})

describe('a code is shown', () => {
  test.each([
    ['not before the session', -1, 'not-begun'],
    ['until half an hour after it', 149, undefined],
    ['and no longer', 150, 'over'],
  ])('%s', async (_, when, code) => {
    const { moveTo, show } = await inTheSession()
    moveTo(when)
    expect(await show()).toMatchObject(code ? refused(code) : { ok: true })
  })

  test('not of a seminar that is called off', async () => {
    const { house, seminar, show } = await inTheSession()
    await cancelSeminar(house.world(), seminar.id)
    expect(await show()).toEqual(refused('cancelled'))
  })

  test('to two who press at once as two, of which the later counts', async () => {
    const { house, session, show, read, type } = await inTheSession()
    const both = await Promise.all([show(), show()])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect((await listCodes(house.table, session.id)).map(({ facts }) => facts.number)).toEqual([1, 2])
    expect(await type('ayse', (await read())?.code ?? '')).toEqual(accepted)
  })

  test('and lies in clear in the office’s table only', async () => {
    const { house, session, shown } = await inTheSession()
    const code = await shown()
    const keys = [`attendance-codes#${session.id}`, `shown-code#${session.id}`]
    const found = await Promise.all(
      tableNames.flatMap((name) => keys.map(async (pk) => [name, await house.table.list(name, pk)] as const)),
    )
    const withCode = found.filter(([, stored]) => JSON.stringify(stored).includes(code))
    expect(withCode.map(([name]) => name)).toEqual(['office'])
    expect(found.filter(([, stored]) => stored.length > 0)).toHaveLength(2)
  })
})

test('codes are six letters and figures that cannot be mistaken, all different', () => {
  const newSecret = variedSecrets()
  const codes = Array.from({ length: 500 }, () => codeFrom(newSecret()))
  expect(codes.filter((code) => !/^[ACDEFGHJKMNPRTWXY3479]{6}$/.test(code))).toEqual([])
  expect(new Set(codes).size).toBe(500)
})

test('whatever codes are shown and typed when, nobody has more than the session without its breaks', () => {
  const session = aSession({
    breaks: [{ start: later(aSession().start, 50 * minute), end: later(aSession().start, 60 * minute) }],
  })
  const shows = fc.array(fc.record({ at: fc.integer({ min: 0, max: 150 }), typed: fc.boolean() }), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(shows, fc.integer(), (some, seed) => {
      const inOrder = [...some].sort((a, b) => a.at - b.at)
      let before: Instant | undefined
      const notices = inOrder.flatMap(({ at, typed }, i) => {
        const now = later(session.start, at * minute)
        const span = spanOfCode(session, { now, before })
        if (!typed) return []
        before = now
        const id = `code.${i}`
        return [{ id, kind: 'present' as const, device: 'code', source: 'code' as const, ...span }]
      })
      const { minutes, twice } = minutesPresent(notices, session)
      const turned = notices.map((_, i) => notices[(i + Math.abs(seed)) % notices.length] as never)
      expect(minutesPresent(turned, session).minutes).toBe(minutes)
      expect(minutes).toBeLessThanOrEqual(110)
      expect(twice).toEqual([])
      const last = inOrder.findLast(({ typed }) => typed)
      // Whoever typed every code that counts was there from the start to the last of them.
      const end = last === undefined ? 0 : last.at >= 105 ? 120 : last.at
      expect(minutes).toBe(end - Math.max(0, Math.min(60, end) - 50))
    }),
    { numRuns: 200 },
  )
})
