import { describe, expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import {
  certificateShelf,
  findCertificate,
  findCertificateOf,
} from '../../functions/certificate/certificate.table.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import {
  fileFingerprint,
  mailedFiles,
  noteMailedAgain,
} from '../../functions/certificate/certificate-file.table.ts'
import { listRegister } from '../../functions/certificate/register.table.ts'
import { findReplacement } from '../../functions/certificate/replacement.table.ts'
import { answerRequest } from '../../functions/certificate/request/answer-request.ts'
import { findRequest } from '../../functions/certificate/request/certificate-request.table.ts'
import { correctName } from '../../functions/certificate/request/correct-name.ts'
import { requestCertificate } from '../../functions/certificate/request/request-certificate.ts'
import { findRevocation, findValidCertificateOf } from '../../functions/certificate/revocation.table.ts'
import { revokeCertificate } from '../../functions/certificate/revoke.ts'
import { listCertificatesOf } from '../../functions/certificate/traces.ts'
import { utf8 } from '../../functions/kernel/encoding.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { minute } from '../../functions/kernel/time.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { openWorkingHouse, signer } from '../world/working-house.ts'

const by = 'cem@verein.example'

/** Ayşe was there for so many minutes of 240 and has a certificate; her link is at hand. */
async function certified(minutes = 120) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ reducedThreshold: 50 })
  await house.enrollAndConfirm(seminar, 'ayse', { firstName: 'Ayse', lastName: 'Celik' })
  const { id: enrollmentId } = await house.enrollment(seminar, 'ayse')
  const wasThere = async (each: number) => {
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId, minutes: each, by: 'k' })
  }
  await wasThere(minutes)
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  await completeSeminar(house.world(), seminar.id)
  await house.settle()
  const name = { seminarId: seminar.id, enrollmentId }
  const first = await findCertificateOf(house.table, name)
  if (!first) throw new Error('none was issued')
  const mails = () => house.post.arrived.filter(({ cause }) => cause === 'certificate')
  const correct = async (firstName: string, lastName = 'Çelik') =>
    correctName(house.world(), { token: await house.token('ayse'), names: { firstName, lastName } })
  const ask = (wish: 'everything' | 'again', names?: { firstName: string; lastName: string }) =>
    requestCertificate(house.world(), { ...name, wish, by, ...(names && { names }) })
  const now = async () => findCertificateOf(house.table, name)
  return { house, seminar, name, first, mails, correct, ask, now, wasThere }
}

describe('a name that is corrected', () => {
  test('after the certificate went out brings a new one; both are known, one holds', async () => {
    const { house, name, first, mails, correct, now } = await certified()
    house.pass(minute)
    expect(await correct('Ayşe')).toEqual({ ok: true, value: { isReissued: true } })
    await house.settle()
    const second = await now()
    expect(second).toEqual({
      ...first,
      number: second?.number,
      serial: 2,
      firstName: 'Ayşe',
      lastName: 'Çelik',
      issuedAt: house.now(),
      signature: second?.signature,
    })
    expect(second?.number).not.toBe(first.number)
    expect(second && (await signer.isGenuine(second))).toBe(true)
    expect(await findCertificate(house.table, first.number)).toEqual(first)
    expect(await findReplacement(house.table, first.number)).toEqual({ at: house.now(), by: second?.number })
    expect(await findReplacement(house.table, second?.number ?? '')).toBeUndefined()
    expect(await findValidCertificateOf(house.table, name)).toEqual(second)
    expect(await findRequest(house.table, name)).toBeUndefined()
    expect((await listRegister(house.table, '2026')).map(({ number }) => number)).toEqual([
      first.number,
      second?.number,
    ])
    expect((await listCertificatesOf(house.table, name)).map(({ certificate }) => certificate)).toEqual([
      first,
      second,
    ])
    const [, mail, ...more] = mails()
    expect(more).toEqual([])
    expect(mail?.to).toEqual({ name: 'Ayşe Çelik', address: 'ayse@verein.example' })
    expect(JSON.stringify(mail?.letter.blocks)).toContain(
      `Sie ersetzt die Bescheinigung mit der Nummer ${first.number}.`,
    )
  })

  test('before it goes out stands on it at once', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse', { firstName: 'Ayse' })
    const { id: enrollmentId } = await house.enrollment(seminar, 'ayse')
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId, minutes: 120, by: 'k' })
    const names = { firstName: 'Ayşe', lastName: 'Çelik' }
    const correct = async () => correctName(house.world(), { token: await house.token('ayse'), names })
    // Until the end everything can be changed on the page of details.
    expect(await correct()).toEqual({ ok: false, refusal: { code: 'closed' } })
    house.moveTo(seminar.sessions.at(-1)?.end ?? '')
    expect(await correct()).toEqual({ ok: true, value: { isReissued: false } })
    await completeSeminar(house.world(), seminar.id)
    await house.settle()
    expect(await findCertificateOf(house.table, { seminarId: seminar.id, enrollmentId })).toMatchObject({
      ...names,
      serial: 1,
    })
    expect(house.post.arrived.filter(({ cause }) => cause === 'certificate')).toHaveLength(1)
  })

  test('three times, then somebody should look; the same name again is no correction', async () => {
    const { house, correct, now } = await certified()
    for (const firstName of ['Ayşe', 'Ayşe', 'Ayşa', 'Ayşen']) {
      house.pass(minute)
      expect((await correct(firstName)).ok).toBe(true)
      await house.settle()
    }
    expect(await correct('Fatma')).toEqual({ ok: false, refusal: { code: 'too-often' } })
    expect(await now()).toMatchObject({ firstName: 'Ayşen', serial: 4 })
  })

  test('of a revoked certificate brings none, and neither does one by a dead link', async () => {
    const { house, name, correct } = await certified()
    await revokeCertificate(house.world(), { ...name, reason: 'Irrtum', by })
    expect(await correct('Fatma')).toEqual({ ok: false, refusal: { code: 'revoked' } })
    const names = { firstName: 'Fatma', lastName: '' }
    expect(await correctName(house.world(), { token: 'x'.repeat(50), names })).toEqual({
      ok: false,
      refusal: { code: 'unknown' },
    })
  })

  const orders = ['the new one is made', 'it is revoked'].flatMap((order) => [
    { order, age: 'in the register' },
    { order, age: 'from before the register' },
  ])
  test.each(orders)(
    'revoked in the very moment in which $order first ($age): none that holds is left',
    async ({ order, age }) => {
      const { house, name, first, correct, now } = await certified()
      if (age === 'from before the register') {
        const stored = await certificateShelf.read(house.table, first.number)
        const { serial, ...facts } = first
        if (stored) await house.table.commit([certificateShelf.replace(stored, facts)])
      }
      await correct('Ayşe')
      const revoke = (table: Table) =>
        revokeCertificate({ ...house.world(), table }, { ...name, reason: 'Irrtum', by })
      const answer = (table: Table) => answerRequest(house.issuing(table), name)
      const [slow, quick] = order === 'it is revoked' ? [answer, revoke] : [revoke, answer]
      let isMet = false
      // The slow one has read everything when the quick one commits.
      const table: Table = {
        ...house.table,
        async commit(writes) {
          if (!isMet) {
            isMet = true
            await quick(house.table)
          }
          return house.table.commit(writes)
        },
      }
      await slow(table)
      await house.settle()
      expect(await findValidCertificateOf(house.table, name)).toBeUndefined()
      const last = await now()
      expect(last && (await findRevocation(house.table, last.number))).toBeDefined()
    },
  )

  test('revoked in the moment before the clock comes brings none either', async () => {
    const { house, name, first, correct, now, mails } = await certified()
    await correct('Ayşe')
    await revokeCertificate(house.world(), { ...name, reason: 'Irrtum', by })
    await house.settle()
    expect(await now()).toEqual(first)
    expect(mails()).toHaveLength(1)
    expect(await findRequest(house.table, name)).toMatchObject({ obstacle: 'over' })
  })

  test('that cannot be printed leaves the old certificate and says so', async () => {
    const { house, name, first, correct, now } = await certified()
    await correct('愛')
    await house.settle()
    expect(await now()).toEqual(first)
    expect(await findRequest(house.table, name)).toMatchObject({ wish: 'name', obstacle: 'letters' })
    house.pass(minute)
    await correct('Ayşe')
    await house.settle()
    expect(await now()).toMatchObject({ firstName: 'Ayşe' })
  })

  test('brings one new certificate and one mail, wherever the process dies', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, name, first, correct, now, mails } = await certified()
      await correct('Ayşe')
      const { mortal, death, effects } = open(house.table)
      await Promise.race([answerRequest(house.issuing(mortal), name), death])
      effects()
      await house.settle()
      expect(await now()).toMatchObject({ firstName: 'Ayşe', serial: 2 })
      expect(await findReplacement(house.table, first.number)).toBeDefined()
      expect(await listCertificatesOf(house.table, name)).toHaveLength(2)
      expect(await listRegister(house.table, '2026')).toHaveLength(2)
      expect(mails()).toHaveLength(2)
    })
    expect(crashes).toBeGreaterThan(10)
  })
})

describe('what the office asks for', () => {
  test('more minutes make a full certificate of a reduced one', async () => {
    const { house, first, ask, now, wasThere } = await certified(70)
    expect(first).toMatchObject({ reduced: true, attendedMinutes: 140 })
    await wasThere(120)
    house.pass(minute)
    expect(await ask('everything', { firstName: 'Ayşe', lastName: 'Çelik' })).toEqual({
      ok: true,
      value: null,
    })
    await house.settle()
    expect(await now()).toMatchObject({ reduced: false, attendedMinutes: 240, firstName: 'Ayşe' })
    expect(await findReplacement(house.table, first.number)).toBeDefined()
  })

  test.each([
    ['same', 120, 120],
    ['none', 120, 10],
  ])('nothing comes of it where the reason is %s, and the page says so', async (obstacle, before, after) => {
    const { house, name, first, ask, now, wasThere, mails } = await certified(before)
    await wasThere(after)
    house.pass(minute)
    await ask('everything')
    await house.settle()
    expect(await now()).toEqual(first)
    expect(await findRequest(house.table, name)).toMatchObject({ obstacle })
    expect(mails()).toHaveLength(1)
  })

  test('in place of a revoked one a new one goes out; the old one stays revoked', async () => {
    const { house, name, first, ask, now } = await certified()
    await revokeCertificate(house.world(), { ...name, reason: 'Irrtum', by })
    house.pass(minute)
    expect(await ask('again')).toEqual({ ok: false, refusal: { code: 'revoked' } })
    await ask('everything')
    await house.settle()
    expect(await findValidCertificateOf(house.table, name)).toEqual(await now())
    expect((await now())?.number).not.toBe(first.number)
    expect(await findReplacement(house.table, first.number)).toBeUndefined()
  })

  test('the mail once more carries the same certificate, each time it is asked for', async () => {
    const { house, first, ask, now, mails } = await certified()
    for (const times of [2, 3]) {
      house.pass(minute)
      await ask('again')
      await house.settle()
      expect(mails()).toHaveLength(times)
    }
    expect(await now()).toEqual(first)
    expect(await listRegister(house.table, '2026')).toHaveLength(1)
    const contents = mails().map(({ letter }) => letter.attachments[0]?.content)
    expect(new Set(contents).size).toBe(1)
  })

  test('every file that went out is known, also when the house draws its sheets another way by then', async () => {
    const { house, name, first, ask } = await certified()
    const known = () => mailedFiles(house.table, first.number)
    const [mailed = ''] = await known()
    for (const drawing of ['as ever', 'another', 'another', 'a third', 'as ever']) {
      house.pass(minute)
      await ask('again')
      const drawSheet = async (certificate: Certificate) =>
        drawing === 'as ever' ? house.issuing().drawSheet(certificate) : utf8(`%PDF-1.7 ${drawing}`)
      await answerRequest({ ...house.issuing(), drawSheet }, name)
    }
    const sum = (text: string) => fileFingerprint(utf8(`%PDF-1.7 ${text}`))
    expect(await known()).toEqual([mailed, await sum('another'), await sum('a third')])

    const before = '2020-AAAA-AAAA-AAAA'
    await house.table.commit(await noteMailedAgain(house.table, before, utf8('%PDF-1.7 as ever')))
    expect(await mailedFiles(house.table, before)).toEqual([await sum('as ever')])
  })

  test('nobody is sent anything who has none', async () => {
    const { house, name } = await certified()
    const other = { ...name, enrollmentId: 'x'.repeat(16) }
    for (const wish of ['again', 'everything'] as const)
      expect(await requestCertificate(house.world(), { ...other, wish, by })).toEqual({
        ...{ ok: false, refusal: { code: 'unknown' } },
      })
    expect(await findRequest(house.table, other)).toBeUndefined()
  })
})
