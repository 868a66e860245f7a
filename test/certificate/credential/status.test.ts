import { describe, expect, test } from 'vitest'
import { recordByHand } from '../../../functions/attendance/record.ts'
import { findCertificateOf } from '../../../functions/certificate/certificate.table.ts'
import { findCredential } from '../../../functions/certificate/credential/credential.table.ts'
import { issueCredential } from '../../../functions/certificate/credential/issue-credential.ts'
import { publishStatusList } from '../../../functions/certificate/credential/publish-status-list.ts'
import {
  findSignedList,
  readStatusBits,
  setStatusBit,
} from '../../../functions/certificate/credential/status.table.ts'
import { isStatusListName, statusPlace } from '../../../functions/certificate/credential/status-list.ts'
import { issueCertificates } from '../../../functions/certificate/issue.ts'
import { requestCertificate } from '../../../functions/certificate/request/request-certificate.ts'
import { findRevocation } from '../../../functions/certificate/revocation.table.ts'
import { revokeCertificate } from '../../../functions/certificate/revoke.ts'
import type { Table } from '../../../functions/kernel/table.ts'
import { completeSeminar } from '../../../functions/seminar/complete-seminar.ts'
import { withEveryCrash } from '../../world/crashing-table.ts'
import { didOfSigner, verifyAsStranger } from '../../world/credential.ts'
import { origin } from '../../world/house.ts'
import { credentialSigner, openWorkingHouse } from '../../world/working-house.ts'

const by = 'cem@verein.example'

/** Ayşe and Deniz have certificates with real credentials. */
async function certified() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  for (const name of ['ayse', 'deniz']) {
    await house.enrollAndConfirm(seminar, name)
    const { id: enrollmentId } = await house.enrollment(seminar, name)
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId, minutes: 120, by: 'k' })
  }
  house.moveTo(seminar.sessions.at(-1)?.end ?? '')
  await completeSeminar(house.world(), seminar.id)
  const world = () => ({ table: house.table, signer: credentialSigner, origin, now: house.now() })
  await issueCertificates(
    { ...house.issuing(), makeCredential: (certificate) => issueCredential(world(), certificate) },
    seminar.id,
  )
  await house.settle()
  const of = async (name: string) => {
    const { id: enrollmentId } = await house.enrollment(seminar, name)
    const certificate = await findCertificateOf(house.table, { seminarId: seminar.id, enrollmentId })
    if (!certificate) throw new Error('none was issued')
    return { certificate, name: { seminarId: seminar.id, enrollmentId } }
  }
  const verify = async (number: string) => {
    const credential = await findCredential(house.table, number)
    const list = await findSignedList(house.table, '2026-1')
    return verifyAsStranger(JSON.parse(credential?.json ?? '{}'), {
      did: await didOfSigner(credentialSigner),
      lists: { [`${origin}/status/2026-1`]: JSON.parse(list?.json ?? '{}') },
    })
  }
  const revoke = async (who: string, table: Table = house.table) =>
    revokeCertificate({ ...house.world(), table }, { ...(await of(who)).name, reason: 'Irrtum', by })
  return { house, of, verify, revoke, world }
}

describe('a credential that was issued', () => {
  test('lies beside its certificate, and its status list is there', async () => {
    const { of, verify } = await certified()
    for (const name of ['ayse', 'deniz'])
      expect(await verify((await of(name)).certificate.number)).toEqual({ verified: true, why: '' })
  })

  test('holds no longer when its certificate is revoked; another’s does', async () => {
    const { house, of, verify, revoke } = await certified()
    await revoke('ayse')
    await house.settle()
    expect(await verify((await of('ayse')).certificate.number)).toEqual({ verified: false, why: 'revoked' })
    expect(await verify((await of('deniz')).certificate.number)).toMatchObject({ verified: true })
    await revoke('deniz')
    await house.settle()
    expect(await readStatusBits(house.table, '2026-1')).toEqual([0, 1])
    expect(await verify((await of('deniz')).certificate.number)).toMatchObject({ why: 'revoked' })
  })

  test('holds no longer when another certificate took its place, also if that one was revoked before', async () => {
    const { house, of, verify, revoke } = await certified()
    const first = (await of('ayse')).certificate
    const anew = async () =>
      requestCertificate(house.world(), {
        ...{ ...(await of('ayse')).name, wish: 'everything' as const, by },
        names: { firstName: 'Ayşe', lastName: `Çelik-${house.now()}` },
      })
    await anew()
    await house.settle()
    expect(await verify(first.number)).toEqual({ verified: false, why: 'revoked' })
    await revoke('ayse')
    house.pass(60_000)
    await anew()
    await house.settle()
    expect((await of('ayse')).certificate.serial).toBe(4)
    expect(await readStatusBits(house.table, '2026-1')).toEqual([0, 2])
  })

  test('though the worker dies anywhere: its bit is set and the list signed, or nothing happened', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, of, verify, revoke } = await certified()
      const { mortal, death, effects } = open(house.table)
      await Promise.race([revoke('ayse', mortal), death])
      effects()
      await house.settle()
      const { number } = (await of('ayse')).certificate
      const isRevoked = (await findRevocation(house.table, number)) !== undefined
      expect((await verify(number)).verified).toBe(!isRevoked)
    })
    expect(crashes).toBeGreaterThan(5)
  })
})

test('two who sign a list at once leave it as it stands last', async () => {
  const { house, of, verify, world, revoke } = await certified()
  await revoke('ayse')
  // A bit that is set while the list is just being signed.
  let set = false
  const table: Table = {
    ...house.table,
    commit: async (writes) => {
      if (!set) {
        set = true
        await revoke('deniz')
        await publishStatusList(world(), '2026-1')
      }
      return house.table.commit(writes)
    },
  }
  await publishStatusList({ ...world(), table }, '2026-1')
  for (const name of ['ayse', 'deniz'])
    expect(await verify((await of(name)).certificate.number)).toMatchObject({ why: 'revoked' })
})

test.each([
  [undefined, undefined],
  [0, undefined],
  [1, { list: '2026-1', index: 0 }],
  [16_384, { list: '2026-1', index: 16_383 }],
  [16_385, { list: '2026-2', index: 0 }],
  [32_769, { list: '2026-3', index: 0 }],
])('the place %s of the register stands on the list at %j', (serial, place) => {
  expect(statusPlace({ number: '2026-7K3M-9QXW-P4TR', serial })).toEqual(place)
})

test('a certificate from before the register has no bit', async () => {
  const { house } = await certified()
  expect(await setStatusBit(house.table, { number: '2025-7K3M-9QXW-P4TR' }, house.now())).toEqual([])
})

test.each(['', '2026', '2026-0', '2026-01', '2026-1/..', '26-1', '2026-12345', 'x'])(
  '%j is no status list',
  (text) => expect(isStatusListName(text)).toBe(false),
)
