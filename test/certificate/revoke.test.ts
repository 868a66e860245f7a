import { describe, expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { findCertificateOf } from '../../functions/certificate/certificate.table.ts'
import { findRevocation, findValidCertificateOf } from '../../functions/certificate/revocation.table.ts'
import { revokeCertificate } from '../../functions/certificate/revoke.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { openWorkingHouse } from '../world/working-house.ts'

/** Ayşe has a certificate in Turkish, Bora was not there. */
async function certified() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  await house.enrollAndConfirm(seminar, 'ayse', { language: 'tr' })
  await house.enrollAndConfirm(seminar, 'bora')
  const { id: enrollmentId } = await house.enrollment(seminar, 'ayse')
  for (const { id: sessionId } of seminar.sessions)
    await recordByHand(house.world(), { sessionId, enrollmentId, minutes: 120, by: 'k' })
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  await completeSeminar(house.world(), seminar.id)
  await house.settle()
  const name = { seminarId: seminar.id, enrollmentId }
  const certificate = await findCertificateOf(house.table, name)
  if (!certificate) throw new Error('none was issued')
  const told = () => house.post.arrived.filter(({ cause }) => cause === 'certificate-revoked')
  const revoke = (changes: { enrollmentId?: string; table?: Table } = {}) => {
    const { table = house.table, ...other } = changes
    return revokeCertificate(
      { ...house.world(), table },
      { ...name, ...other, reason: 'Verwechslung zweier Namen', by: 'cem@verein.example' },
    )
  }
  return { house, seminar, name, certificate, told, revoke }
}

describe('a certificate that is revoked', () => {
  test('holds no longer; what was signed stays, and the person reads why in their language', async () => {
    const { house, name, certificate, told, revoke } = await certified()
    expect(await findValidCertificateOf(house.table, name)).toEqual(certificate)
    expect(await revoke()).toEqual({ ok: true, value: null })
    await house.settle()
    expect(await findRevocation(house.table, certificate.number)).toEqual({
      ...{ at: house.now(), by: 'cem@verein.example', reason: 'Verwechslung zweier Namen' },
    })
    expect(await findValidCertificateOf(house.table, name)).toBeUndefined()
    expect(await findCertificateOf(house.table, name)).toEqual(certificate)
    const [mail, ...more] = told()
    expect(more).toEqual([])
    expect(mail?.to.address).toBe('ayse@verein.example')
    expect(mail?.letter.subject).toMatch(/^Katılım belgeniz artık geçerli değil/)
    const words = JSON.stringify(mail?.letter.blocks)
    for (const word of [certificate.number, 'Verwechslung zweier Namen']) expect(words).toContain(word)
    expect(words).not.toContain('cem@verein.example')
  })

  test('is revoked once, by whoever comes first, and nothing is issued in its place', async () => {
    const { house, certificate, name, told, revoke } = await certified()
    const both = await Promise.all([revoke(), revoke()])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await revoke()).toEqual({ ok: false, refusal: { code: 'revoked' } })
    await house.passTo(house.now().replace('2026', '2027'), 24 * 60 * 60_000)
    expect([told().length, (await findCertificateOf(house.table, name))?.number]).toEqual([
      1,
      certificate.number,
    ])
  })

  test('is the own one of somebody who has one', async () => {
    const { house, seminar, revoke } = await certified()
    const bora = await house.enrollment(seminar, 'bora')
    expect(await revoke({ enrollmentId: bora.id })).toEqual({ ok: false, refusal: { code: 'unknown' } })
    expect(await revoke({ enrollmentId: 'nobody' })).toEqual({ ok: false, refusal: { code: 'unknown' } })
  })

  test('though the worker dies anywhere: revoked and told, or neither', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, certificate, told, revoke } = await certified()
      const { mortal, death, effects } = open(house.table)
      await Promise.race([revoke({ table: mortal }), death])
      effects()
      await house.settle()
      const isRevoked = (await findRevocation(house.table, certificate.number)) !== undefined
      expect(told()).toHaveLength(isRevoked ? 1 : 0)
    })
    expect(crashes).toBeGreaterThan(5)
  })
})
