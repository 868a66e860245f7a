import { describe, expect, it, test } from 'vitest'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import type { Language } from '../../functions/kernel/language.ts'
import { day, hour } from '../../functions/kernel/time.ts'
import { countMessage } from '../../functions/message/count-message.ts'
import { listMessages, messageShelf } from '../../functions/message/message.table.ts'
import { textFor } from '../../functions/message/message.ts'
import { sendMessage } from '../../functions/message/send-message.ts'
import { writeMessage } from '../../functions/message/write-message.ts'
import { openCrashingTable, withEveryCrash } from '../world/crashing-table.ts'
import { audience, english, german, turkish, writing } from '../world/messages.ts'
import { openWorkingHouse, variedSecrets } from '../world/working-house.ts'

async function aSeminarWith(...names: string[]) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity: 600 })
  for (const name of names) await house.enrollAndConfirm(seminar, name)
  await house.settle()
  return { house, seminar, ...writing(house) }
}

const codeOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  outcome.ok ? 'ok' : outcome.refusal.code

describe('a message', () => {
  it('goes to each of the group once, and says so', async () => {
    const { house, seminar, write, letters } = await aSeminarWith('ayse', 'cem')
    const message = await write(seminar, { withButton: true })
    expect((await countMessage(house.table, message)).count).toMatchObject({ waiting: 2, arrived: 0 })
    await house.settle()
    for (const name of ['ayse', 'cem']) {
      const [letter, ...more] = await letters(name)
      expect(more).toEqual([])
      expect(letter).toMatchObject({ language: 'de', subject: 'Raum' })
      expect(letter?.blocks.slice(0, 2)).toEqual([
        { is: 'text', text: `Guten Tag ${name} Yıldız,` },
        { is: 'text', text: 'Wir sind in Raum 3.' },
      ])
      expect((await house.cancel(name)).ok).toBe(true)
    }
    const stored = await messageShelf.read(house.table, { seminarId: seminar.id, messageId: message.id })
    expect(stored?.facts.writtenAt).toBe(house.now())
    const { count } = await countMessage(house.table, stored?.facts ?? message)
    expect(count).toEqual({ waiting: 0, arrived: 2, failed: 0, 'left-out': 0 })
    expect(house.post.tally()).toMatchObject({ 'message ayse': 1, 'message cem': 1 })
  })

  it('is one, however often the same form is pressed, also at once', async () => {
    const { house, seminar, prepare, send } = await aSeminarWith('ayse')
    const form = await prepare(seminar)
    const both = await Promise.all([send(form), send(form)])
    await house.settle()
    house.pass(day)
    const outcomes = [...both, await send(form)]
    await house.settle()
    expect(outcomes.map(codeOf)).toEqual(['ok', 'ok', 'ok'])
    expect(await listMessages(house.table, seminar.id, house.now())).toHaveLength(1)
    expect(house.post.tally()['message ayse']).toBe(1)
  })

  it('twice with the same words is two messages where somebody writes two', async () => {
    const { house, seminar, write } = await aSeminarWith('ayse')
    await write(seminar)
    await write(seminar)
    await house.settle()
    expect(house.post.tally()['message ayse']).toBe(2)
  })

  it('goes to those who were shown, or to nobody', async () => {
    const { house, seminar, prepare, send } = await aSeminarWith('ayse')
    const form = await prepare(seminar)
    await house.enrollAndConfirm(seminar, 'cem')
    expect(codeOf(await send(form))).toBe('people-changed')
    const nobody = await prepare(seminar, { audience: audience('cancelled') })
    expect(codeOf(await send(nobody))).toBe('nobody')
    const other = await prepare(seminar)
    expect(codeOf(await send({ ...other, version: 'another' }))).toBe('changed-meanwhile')
    house.pass(day)
    expect(codeOf(await send(other))).toBe('draft-gone')
    await house.settle()
    expect(house.post.tally()['message ayse']).toBeUndefined()
  })

  it('does not go to who left meanwhile', async () => {
    const { house, seminar, write } = await aSeminarWith('ayse', 'cem')
    const message = await write(seminar)
    await house.cancel('cem')
    await house.settle()
    expect(house.post.tally()).toMatchObject({ 'message ayse': 1 })
    expect(house.post.tally()['message cem']).toBeUndefined()
    const stored = await messageShelf.read(house.table, { seminarId: seminar.id, messageId: message.id })
    expect((await countMessage(house.table, stored?.facts ?? message)).count).toMatchObject({
      arrived: 1,
      'left-out': 1,
    })
  })

  it('reaches who has left, where it is for them', async () => {
    const { house, seminar, write, letters } = await aSeminarWith('ayse', 'cem')
    await house.cancel('cem')
    await write(seminar, { audience: audience('cancelled') })
    await house.settle()
    expect(await letters('ayse')).toEqual([])
    expect(JSON.stringify(await letters('cem'))).toContain('angemeldet waren')
  })
})

describe('an address that nobody has confirmed', () => {
  it('is greeted without what was typed, and not named in the address line', async () => {
    const { house, seminar, write, letters } = await aSeminarWith()
    await house.enroll(seminar, 'ayse')
    await write(seminar, { withButton: true })
    await house.settle()
    const [letter] = await letters('ayse')
    expect(JSON.stringify(letter)).not.toMatch(/ayse|Yıldız/i)
    const [, mail] = await house.mails('ayse')
    expect(mail?.to.name).toBe('')
    expect((await house.confirm('ayse')).ok).toBe(true)
  })

  it('gets no more than its mails of the day; the rest comes the next day, if it is still enrolled', async () => {
    const { house, seminar, write, letters } = await aSeminarWith()
    const long = await house.offer({ slug: 'long' })
    await house.enroll(seminar, 'ayse')
    await house.enroll(long, 'ayse')
    await house.enroll(await house.offer({ slug: 'third' }), 'ayse')
    house.moveTo('2026-03-02T23:00:00.000Z')
    await write(seminar)
    await house.settle()
    expect(await letters('ayse')).toEqual([])
    await house.passTo('2026-03-03T00:05:00.000Z')
    expect(await letters('ayse')).toHaveLength(1)
    expect((await house.mails('ayse')).length).toBe(4)
  })

  it('is not waited for when it has expired', async () => {
    const { house, seminar, write, letters } = await aSeminarWith()
    await house.enroll(seminar, 'ayse')
    await house.enroll(await house.offer({ slug: 'other' }), 'ayse')
    await house.enroll(await house.offer({ slug: 'third' }), 'ayse')
    house.pass(23 * hour - 9 * hour + 59 * 60_000)
    const message = await write(seminar)
    await house.settle()
    const late = await house.enrollment(seminar, 'ayse')
    const name = { seminarId: seminar.id, enrollmentId: late.id }
    const stored = await enrollmentShelf.read(house.table, name)
    if (stored)
      await house.table.commit([enrollmentShelf.replace(stored, { ...stored.facts, state: 'expired' })])
    await house.passTo('2026-03-03T00:05:00.000Z')
    expect(await letters('ayse')).toEqual([])
    const [sent] = await listMessages(house.table, seminar.id, house.now())
    expect(sent?.facts.writtenAt).not.toBeNull()
    expect((await countMessage(house.table, sent?.facts ?? message)).count['left-out']).toBe(1)
  })
})

describe('whoever reads another language', () => {
  test.each<[Language, Language[], Language]>([
    ['de', ['de', 'tr', 'en'], 'de'],
    ['tr', ['de', 'tr', 'en'], 'tr'],
    ['en', ['de', 'tr', 'en'], 'en'],
    ['tr', ['de', 'en'], 'de'],
    ['en', ['de', 'tr'], 'de'],
    ['de', ['tr', 'en'], 'en'],
    ['tr', ['en'], 'en'],
    ['de', ['tr'], 'tr'],
  ])('%s, of %j, gets %s', (reader, written, read) => {
    const texts = [german, turkish, english].filter(({ language }) => written.includes(language))
    expect(textFor(texts, reader).language).toBe(read)
  })

  it('gets the whole letter in the language of the words', async () => {
    const { house, seminar, write, letters } = await aSeminarWith()
    await house.enrollAndConfirm(seminar, 'dilan', { language: 'tr' })
    await house.enrollAndConfirm(seminar, 'john', { language: 'en' })
    await write(seminar, { texts: [german, turkish] })
    await house.settle()
    expect((await letters('dilan')).map(({ language, subject }) => [language, subject])).toEqual([
      ['tr', 'Salon'],
    ])
    const [letter] = await letters('john')
    expect(letter?.language).toBe('de')
    expect(letter?.blocks[0]).toEqual({ is: 'text', text: 'Guten Tag john Yıldız,' })
  })
})

describe('a worker that dies anywhere', () => {
  it('neither loses nor doubles a letter, nor a message', { timeout: 60_000 }, async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, seminar, prepare } = await aSeminarWith('ayse', 'cem')
      const bytes = new Uint8Array(190_000)
      const form = await prepare(seminar, {
        withButton: true,
        files: [{ filename: 'a.pdf', contentType: 'application/pdf', bytes }],
      })
      const { mortal, death, effects } = open(house.table)
      const newSecret = variedSecrets(7)
      const world = () => ({ ...house.world(), table: mortal, newSecret })
      const process = async () => {
        await sendMessage(world(), form)
        let seen: Record<string, number[]> | undefined = {}
        while (seen)
          seen = (await writeMessage(world(), { seminarId: seminar.id, messageId: form.messageId, seen }))
            ?.seen
      }
      await Promise.race([process(), death])
      effects()
      // Whoever pressed the button got no answer and presses it again.
      expect(codeOf(await sendMessage(house.world(), form))).toBe('ok')
      await house.settle()
      expect(house.post.tally()).toMatchObject({ 'message ayse': 1, 'message cem': 1 })
      const [sent, ...more] = await listMessages(house.table, seminar.id, house.now())
      expect(more).toEqual([])
      expect(sent?.facts.writtenAt).toBe(house.now())
    })
    expect(crashes).toBeGreaterThan(30)
  })

  it('is followed by others who may run at the same time', async () => {
    const { house, seminar, write } = await aSeminarWith('ayse', 'cem', 'eda')
    const message = await write(seminar, { withButton: true })
    const run = () =>
      writeMessage(
        { ...house.world(), newSecret: variedSecrets(9) },
        { seminarId: seminar.id, messageId: message.id, seen: {} },
      )
    await Promise.all([run(), run(), run()])
    await house.settle()
    expect(house.post.tally()).toMatchObject({ 'message ayse': 1, 'message cem': 1, 'message eda': 1 })
  })

  it('leaves no draft that names a file which is not there', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, seminar } = await aSeminarWith()
      const crashing = open(house.table)
      const bytes = new Uint8Array(400_000)
      const files = [{ filename: 'a.pdf', contentType: 'application/pdf', bytes }]
      await Promise.race([writing(house, crashing.mortal).prepare(seminar, { files }), crashing.death])
      crashing.effects()
      const everything = house.table.everything()
      const drafts = everything.filter(({ kind }) => kind === 'message-draft')
      const parts = everything.filter(({ kind }) => kind === 'file-part')
      if (drafts.length > 0) expect(parts).toHaveLength(3)
    })
    expect(crashes).toBeGreaterThan(10)
  })
})

test('a message to 500 people goes out to each exactly once', { timeout: 120_000 }, async () => {
  const { house, seminar, write } = await aSeminarWith()
  const names = Array.from({ length: 500 }, (_, i) => `p${i}`)
  for (const name of names) {
    const enrolled = await house.enroll(seminar, name)
    expect(enrolled.ok).toBe(true)
    const found = await house.enrollment(seminar, name)
    const stored = await enrollmentShelf.read(house.table, { seminarId: seminar.id, enrollmentId: found.id })
    if (!stored) throw new Error('nobody there')
    const facts = { ...stored.facts, state: 'confirmed' as const, confirmedAt: house.now() }
    await house.table.commit([enrollmentShelf.replace(stored, facts)])
  }
  await house.settle()
  house.post.arrived.length = 0
  await write(seminar)
  const crash = openCrashingTable(house.table, { at: 300, when: 'after' })
  const note = house.table.everything().find(({ pk }) => pk.startsWith('work#write-message'))
  expect(note).toBeDefined()
  const dying = house.clockWorld(crash.mortal).tasks['write-message']
  await Promise.race([
    dying({
      task: 'write-message',
      seminarId: seminar.id,
      sessionId: note?.pk.split('#')[3] ?? '',
      seen: { lot: [2] },
    }),
    crash.death,
  ])
  await house.settle()
  const addresses = house.post.arrived.filter(({ cause }) => cause === 'message').map(({ to }) => to.address)
  expect(addresses).toHaveLength(500)
  expect(new Set(addresses).size).toBe(500)
})
