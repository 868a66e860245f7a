import { describe, expect, test } from 'vitest'
import { mostLookUpsAMinute } from '../../functions/certificate/lookup-allowance.ts'
import { minute } from '../../functions/kernel/time.ts'
import { doorText } from '../../web/text/door.ts'
import { openDoors } from './open-doors.ts'

/** A house with one certificate, and a reader behind an address who has asked so often in this minute. */
async function asked(times: number, numbers: (i: number) => string = () => 'nonsense') {
  const doors = await openDoors()
  const enrollment = await doors.house.enrollAndConfirm(await doors.house.offer(), 'ayse')
  const { number } = await doors.certify(enrollment)
  const ask = (what: string, from = '203.0.113.7') =>
    doors.verify.request(`/verify/${what}`, {}, { requestContext: { http: { sourceIp: from } } })
  const statuses = new Set<number>()
  for (let i = 0; i < times; i++) statuses.add((await ask(numbers(i))).status)
  return { ...doors, number, ask, statuses }
}

describe('too many numbers from one network', () => {
  test('known, unknown and malformed ones look the same then, in every language, and say when to come back', async () => {
    const { ask, number, statuses } = await asked(mostLookUpsAMinute)
    expect(statuses).toEqual(new Set([404]))
    for (const language of ['de', 'tr', 'en'] as const) {
      const pages = await Promise.all(
        [number, '2026-AAAA-AAAA-AAAA', 'nonsense'].map(async (what) => {
          const answer = await ask(`${what}?lang=${language}`)
          const html = (await answer.text()).replaceAll(what, 'NUMBER')
          return [answer.status, answer.headers.get('retry-after'), html]
        }),
      )
      expect(pages[0]?.slice(0, 2)).toEqual([429, '60'])
      expect(pages[0]?.[2]).toContain(doorText[language]['too-many'].text)
      expect(pages[1]).toEqual(pages[0])
      expect(pages[2]).toEqual(pages[0])
    }
  })

  test('those that are found count as well', async () => {
    const doors = await openDoors()
    const { number } = await doors.certify(
      await doors.house.enrollAndConfirm(await doors.house.offer(), 'ayse'),
    )
    const from = { requestContext: { http: { sourceIp: '203.0.113.7' } } }
    const answers: number[] = []
    for (let i = 0; i <= mostLookUpsAMinute; i++)
      answers.push((await doors.verify.request(`/verify/${number}`, {}, from)).status)
    expect(new Set(answers.slice(0, -1))).toEqual(new Set([200]))
    expect(answers.at(-1)).toBe(429)
  })

  test.each(['json', 'jwt'])('whoever asks for credentials (%s) is counted, too', async (writing) => {
    const { ask, number, credential } = await asked(mostLookUpsAMinute - 1)
    const handOut = (what: string) =>
      credential.request(
        `/verify/${what}/credential.${writing}`,
        {},
        { requestContext: { http: { sourceIp: '203.0.113.7' } } },
      )
    expect((await handOut('2026-AAAA-AAAA-AAAA')).status).toBe(404)
    for (const answer of [await handOut(number), await handOut('nonsense'), await ask(number)])
      expect(answer.status).toBe(429)
  })

  test('ends with the minute, and concerns nobody else', async () => {
    const { ask, house, number } = await asked(mostLookUpsAMinute + 1)
    expect((await ask(number)).status).toBe(429)
    expect((await ask(number, '203.0.113.8')).status).toBe(200)
    house.pass(minute)
    expect((await ask(number)).status).toBe(200)
  })

  test('the form is still there, and no table knows the address', async () => {
    const { verify, house } = await asked(mostLookUpsAMinute + 1)
    expect((await verify.request('/verify')).status).toBe(200)
    expect(JSON.stringify(house.table.everything?.())).not.toContain('203.0.113')
  })
})
