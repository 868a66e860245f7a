import { describe, expect, test } from 'vitest'
import { mailboxKey } from '../../functions/enrollment/link/mailbox.table.ts'
import { minute } from '../../functions/kernel/time.ts'
import { dataCodeShelf } from '../../functions/privacy/data-code.table.ts'
import { askForCode, readPass, tryCode } from '../../functions/privacy/data-code.ts'
import { mailedCode } from '../world/data-code.ts'
import { openWorkingHouse, variedSecrets } from '../world/working-house.ts'

async function withCode() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  await house.enrollAndConfirm(seminar, 'ayse')
  const token = await house.token('ayse')
  const newSecret = variedSecrets(7)
  const world = () => ({ ...house.world(), newSecret, sealKey: async () => 'a key for tests' })
  const ask = () => askForCode(world(), token)
  const enter = (code: string) => tryCode(world(), { token, code })
  await ask()
  return { house, seminar, token, world, ask, enter, code: await mailedCode(house, 'ayse') }
}

const wrong = (left: number) => ({ ok: false, refusal: { code: 'wrong', left } })
const noCode = { ok: false, refusal: { code: 'no-code' } }
/** Another code of the same length. */
const notThe = (code: string) => code.replaceAll(/\d/g, (digit) => String((Number(digit) + 1) % 10))

describe('the code', () => {
  test('has eight figures, comes by mail in time or not at all, and lies nowhere in the clear but in that mail', async () => {
    const { house, code } = await withCode()
    expect(code).toMatch(/^\d{4} \d{4}$/)
    const [mail] = (await house.mails('ayse')).filter(({ cause }) => cause === 'data-code')
    expect(mail).toMatchObject({ notAfter: '2026-03-02T09:10:00.000Z', to: { name: 'ayse Yıldız' } })
    const elsewhere = house.table.everything().filter(({ kind }) => kind !== 'mail')
    for (const form of [code, code.replace(' ', '')]) expect(JSON.stringify(elsewhere)).not.toContain(form)
    expect(mail?.letter.subject).not.toContain(code)
  })

  test('opens once, however it is typed, and gives a pass for ten minutes', async () => {
    const { house, token, world, enter, code } = await withCode()
    const opened = await enter(` ${code.replace(' ', '-')} `)
    if (!opened.ok) throw new Error('refused')
    expect(await enter(code)).toEqual(noCode)
    const { pass } = opened.value
    expect(await readPass(world(), { token, pass })).toBeDefined()
    expect(await readPass(world(), { token, pass: `${pass.slice(0, -1)}x` })).toBeUndefined()
    expect(await readPass(world(), { token, pass: '' })).toBeUndefined()
    house.pass(10 * minute)
    expect(await readPass(world(), { token, pass })).toBeUndefined()
  })

  test('is no longer good after ten minutes', async () => {
    const { house, enter, code } = await withCode()
    house.pass(10 * minute - 1)
    expect(await enter(notThe(code))).toEqual(wrong(4))
    house.pass(1)
    expect(await enter(code)).toEqual(noCode)
  })

  test('is used up by five wrong tries; then a new one is needed, and the old one is dead', async () => {
    const { house, ask, enter, code } = await withCode()
    for (const left of [4, 3, 2, 1, 0]) expect(await enter(notThe(code))).toEqual(wrong(left))
    expect(await enter(code)).toEqual(noCode)
    await ask()
    const fresh = await mailedCode(house, 'ayse')
    expect(fresh).not.toBe(code)
    expect(await enter(code)).toEqual(wrong(4))
    expect(await enter(fresh)).toMatchObject({ ok: true })
  })

  test('twins that try at the same time are both counted', async () => {
    const { house, enter, code } = await withCode()
    await Promise.all([1, 2, 3].map(() => enter(notThe(code))))
    const stored = await dataCodeShelf.read(house.table, await mailboxKey('ayse@verein.example'))
    expect(stored?.facts.tries).toBe(3)
  })

  test('goes to one mailbox five times a day at most, and again the next day', async () => {
    const { house, ask } = await withCode()
    for (let more = 0; more < 4; more++) expect(await ask()).toMatchObject({ ok: true })
    expect(await ask()).toEqual({ ok: false, refusal: { code: 'too-many-codes' } })
    house.moveTo('2026-03-03T09:00:00.000Z')
    expect(await ask()).toMatchObject({ ok: true })
  })

  test('of one person opens nothing of another', async () => {
    const { house, seminar, world, code } = await withCode()
    await house.enrollAndConfirm(seminar, 'bahar')
    const token = await house.token('bahar')
    expect(await tryCode(world(), { token, code })).toEqual(noCode)
    await askForCode(world(), token)
    expect(await tryCode(world(), { token, code })).toEqual(wrong(4))
  })

  test('to an address that nobody has confirmed greets nobody by name', async () => {
    const { house, seminar, world } = await withCode()
    await house.enroll(seminar, 'stranger', { firstName: 'Buy now', lastName: 'cheap' })
    await askForCode(world(), await house.token('stranger'))
    const mail = (await house.mails('stranger')).at(-1)
    expect(mail?.cause).toBe('data-code')
    expect(JSON.stringify(mail)).not.toMatch(/Buy now|cheap/)
  })
})
