import { describe, expect, test } from 'vitest'
import { enrollmentWords } from '../../functions/enrollment/text/words.ts'
import { languages } from '../../functions/kernel/language.ts'
import { hour } from '../../functions/kernel/time.ts'
import { openHouse } from '../world/house.ts'

const subjects = async (house: ReturnType<typeof openHouse>, name: string) =>
  (await house.mails(name)).map(({ cause }) => cause)

describe('taking a place', () => {
  test('one commit stores enrollment, seat and the mail that asks for confirmation', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 2 })
    const enrolled = await house.enroll(seminar, 'Ayse', { firstName: 'Ayşe', lastName: 'Çelik' })
    expect(enrolled).toMatchObject({ ok: true, value: { standing: 'seat', reaches: 0 } })
    expect(await house.standing(seminar)).toEqual({ seats: ['Ayşe'], waiting: [] })
    expect(await house.enrollment(seminar, 'Ayse')).toMatchObject({
      state: 'held',
      number: 1,
      standing: 'seat',
      holdsUntil: '2026-03-03T09:00:00.000Z',
    })
    const [mail, ...others] = await house.mails('Ayse')
    expect(others).toEqual([])
    expect(mail).toMatchObject({ state: 'queued', cause: 'confirm', to: { name: '' } })
  })

  test('beyond the capacity people wait, with the place in the queue', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enroll(seminar, 'erste')
    const second = await house.enroll(seminar, 'zweite')
    expect(second).toMatchObject({ ok: true, value: { standing: 'waiting', reaches: 1 } })
    expect(await house.standing(seminar)).toEqual({ seats: ['erste'], waiting: ['zweite'] })
    const [mail] = await house.mails('zweite')
    expect(JSON.stringify(mail?.letter)).toContain(
      'auf der Warteliste und sind als Nächste oder Nächster an der Reihe',
    )
  })

  test.each(languages)(
    'the mail to an unconfirmed address carries nothing from the form (%s)',
    async (language) => {
      const house = openHouse()
      const seminar = await house.offer()
      const planted = {
        firstName: 'Canary-First',
        lastName: 'Canary-Last',
        association: 'Canary-Club',
        note: 'Canary-Note',
      }
      for (let form = 0; form < 3; form++) await house.enroll(seminar, 'fremde', { ...planted, language })
      const mails = await house.mails('fremde')
      expect(mails.map(({ cause }) => cause)).toEqual(['confirm', 'already', 'already'])
      // The enrollment itself does hold the words, so the check could find them.
      expect(JSON.stringify(await house.enrollment(seminar, 'fremde'))).toContain('Canary-Note')
      expect(JSON.stringify(mails)).not.toContain('Canary')
      expect(mails[0]?.letter.blocks[0]).toEqual({ is: 'text', text: enrollmentWords[language].greeting })
    },
  )
})

describe('the same again', () => {
  test('the same form twice gives the same answer, no second record, no second mail', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    const first = await house.enroll(seminar, 'Deniz', { formId: 'one' })
    house.pass(3 * hour)
    await house.enroll(seminar, 'another')
    const second = await house.enroll(seminar, 'Deniz', { formId: 'one' })
    expect(second).toEqual(first)
    expect(await subjects(house, 'Deniz')).toEqual(['confirm'])
    expect(await house.standing(seminar)).toEqual({ seats: ['Deniz', 'another'], waiting: [] })
  })

  test('twenty copies of one form at once are one enrollment and one mail', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 5 })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => house.enroll(seminar, 'Deniz', { formId: 'one' })),
    )
    expect(answers.filter(({ ok }) => !ok).map((a) => !a.ok && a.refusal.code)).not.toContain('over')
    expect(await subjects(house, 'Deniz')).toEqual(['confirm'])
    await house.sweep(seminar)
    for (const name of ['a', 'b', 'c', 'd', 'e']) await house.enroll(seminar, name)
    expect(await house.standing(seminar)).toEqual({ seats: ['Deniz', 'a', 'b', 'c', 'd'], waiting: ['e'] })
  })

  test('another form with the same address tells its owner, and nobody else, what they have', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enroll(seminar, 'Deniz', { language: 'tr' })
    const again = await house.enroll(seminar, 'DENIZ@verein.example', { formId: 'other' })
    expect(again).toMatchObject({ ok: true, value: { standing: 'waiting', reaches: 1 } })
    expect(await subjects(house, 'Deniz')).toEqual(['confirm', 'already'])
    const repeated = await house.enroll(seminar, 'Deniz', { formId: 'other' })
    expect(repeated).toEqual(again)
    expect(await subjects(house, 'Deniz')).toEqual(['confirm', 'already'])
  })

  /** What a curious person sees who tries an address, tries it again, and sends the first form once more. */
  async function probe(isKnown: boolean) {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enroll(seminar, isKnown ? 'tested' : 'somebody')
    await house.enroll(seminar, 'waiting')
    const answers = []
    for (const formId of ['probe-1', 'probe-2', 'probe-1']) {
      answers.push(await house.enroll(seminar, 'tested', { formId }))
      await house.enroll(seminar, `other-${answers.length}`)
      house.pass(hour)
    }
    return answers.map((answer) => (answer.ok ? { ...answer.value, seminar: null } : answer))
  }

  test('the answers to a known address are the answers to a fresh one, also when asked again', async () => {
    const [known, fresh] = [await probe(true), await probe(false)]
    expect(known).toEqual(fresh)
    expect(known[0]).toMatchObject({ standing: 'waiting', reaches: 2 })
    expect(known[2]).toEqual(known[0])
  })

  test('asking again and again takes no seat away', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 3 })
    await house.enroll(seminar, 'a')
    for (let form = 0; form < 2; form++) await house.enroll(seminar, 'a')
    await house.enroll(seminar, 'b')
    await house.enroll(seminar, 'c')
    await house.enroll(seminar, 'd')
    expect(await house.standing(seminar)).toEqual({ seats: ['a', 'b', 'c'], waiting: ['d'] })
  })

  test('the same form once more after cancelling is a new enrollment, not a claim', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 2 })
    await house.enroll(seminar, 'a', { formId: 'one' })
    await house.cancel('a')
    expect(await house.enroll(seminar, 'a', { formId: 'one' })).toMatchObject({
      ok: true,
      value: { standing: 'seat' },
    })
    expect(await house.standing(seminar)).toEqual({ seats: ['a'], waiting: [] })
    expect(await subjects(house, 'a')).toEqual(['confirm', 'cancelled', 'confirm'])
  })

  test('no address gets more than three mails a day from forms, over all seminars', async () => {
    const house = openHouse()
    const one = await house.offer({ slug: 'one' })
    const two = await house.offer({ slug: 'two' })
    for (const seminar of [one, two, one])
      expect(await house.enroll(seminar, 'opfer')).toMatchObject({ ok: true })
    expect(await house.enroll(two, 'opfer')).toEqual({ ok: false, refusal: { code: 'too-many-mails' } })
    expect(await house.mails('opfer')).toHaveLength(3)
    house.pass(24 * hour)
    expect(await house.enroll(two, 'opfer')).toMatchObject({ ok: true })
  })

  test('whoever confirms may enroll in as many seminars as they like', async () => {
    const house = openHouse()
    for (let i = 0; i < 6; i++) await house.enrollAndConfirm(await house.offer({ slug: `s${i}` }), 'eager')
    expect((await subjects(house, 'eager')).filter((cause) => cause === 'confirmed')).toHaveLength(6)
  })

  test('a stranger who cancels what somebody enrolled them in reads nothing that was typed', async () => {
    const house = openHouse()
    const seminar = await house.offer()
    await house.enroll(seminar, 'fremde', { firstName: 'Canary' })
    await house.cancel('fremde')
    expect(await subjects(house, 'fremde')).toEqual(['confirm', 'cancelled'])
    expect(JSON.stringify(await house.mails('fremde'))).not.toContain('Canary')
  })

  test('whoever cancelled may come again, at the end of the line', async () => {
    const house = openHouse()
    const seminar = await house.offer({ capacity: 1 })
    await house.enrollAndConfirm(seminar, 'a')
    await house.enroll(seminar, 'b')
    await house.cancel('a')
    await house.enroll(seminar, 'a')
    expect(await house.standing(seminar)).toEqual({ seats: ['b'], waiting: ['a'] })
  })
})

describe('when the door is closed', () => {
  test.each([
    ['before it opens', '2026-01-15T08:00:00.000Z', 'not-yet'],
    ['after it closed', '2026-03-24T11:00:00.000Z', 'over'],
    ['after the start', '2026-03-24T18:00:00.000Z', 'over'],
  ])('%s', async (_, instant, code) => {
    const house = openHouse()
    house.moveTo('2026-01-10T08:00:00.000Z')
    const seminar = await house.offer()
    house.moveTo(instant)
    expect(await house.enroll(seminar, 'late')).toEqual({ ok: false, refusal: { code } })
    expect(await house.mails()).toEqual([])
  })

  test('unknown and unpublished seminars', async () => {
    const house = openHouse()
    expect(await house.enroll({ id: 'sem_none' }, 'x')).toEqual({ ok: false, refusal: { code: 'unknown' } })
  })
})
