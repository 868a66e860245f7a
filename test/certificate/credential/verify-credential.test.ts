import { Socket } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Certificate } from '../../../functions/certificate/certificate.ts'
import { loadContext } from '../../../functions/certificate/credential/contexts.ts'
import { makeCredential } from '../../../functions/certificate/credential/make-credential.ts'
import { signStatusList } from '../../../functions/certificate/credential/publish-status-list.ts'
import { statusListContent } from '../../../functions/certificate/credential/status-list.ts'
import { aCertificate } from '../../world/certificate.ts'
import { bitOf, didOfSigner, openCredentialSigner, verifyAsStranger } from '../../world/credential.ts'
import { origin } from '../../world/house.ts'

/** Nothing is fetched while signing or verifying: any connection is noted, and none is made. */
const connecting = vi.spyOn(Socket.prototype, 'connect')
beforeEach(() => {
  connecting.mockReset().mockImplementation(() => {
    throw new Error('nothing is fetched')
  })
})
afterEach(() => expect(connecting).not.toHaveBeenCalled())

const signer = openCredentialSigner()
const did = await didOfSigner(signer)
const signed = async (overrides: Partial<Certificate> = {}, by = signer) =>
  JSON.parse((await makeCredential({ signer: by, origin }, aCertificate(overrides))).json)

/** Every place in a document where a word or a number stands. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

/** A copy in which one place says something else. */
function changedAt(document: object, path: readonly (string | number)[], by: string): object {
  const copy = structuredClone(document)
  const owner = path
    .slice(0, -1)
    .reduce<Record<string, never>>((inner, key) => inner[key] ?? {}, copy as never)
  const last = path.at(-1) ?? ''
  const before: unknown = owner[last]
  owner[last] = (typeof before === 'number' ? before + by.length + 1 : `${before}${by}`) as never
  return copy
}

describe('a stranger with public libraries', () => {
  test.each([
    ['German', {}],
    ['Turkish, reduced', { language: 'tr', reduced: true, attendedMinutes: 130 }],
    ['English, with a place in the register', { language: 'en', serial: undefined, contents: [] }],
    [
      'without sessions, with odd names',
      { sessions: [], firstName: '"<&>\u2028', lastName: '', trainer: '' },
    ],
  ] as [string, Partial<Certificate>][])('finds it genuine: %s', async (_, overrides) => {
    expect(await verifyAsStranger(await signed(overrides), { did })).toEqual({ verified: true, why: '' })
  })

  test('finds any that was changed in any place not genuine', async () => {
    const credential = await signed({ reduced: true })
    const places = leaves(credential)
    expect(places.length).toBeGreaterThan(35)
    for (const path of places) {
      const { verified } = await verifyAsStranger(changedAt(credential, path, 'x'), { did })
      expect(verified, path.join('.')).toBe(false)
    }
    const anyPlace = fc.constantFrom(...places)
    const words = fc.string({ minLength: 1, unit: 'grapheme' })
    await fc.assert(
      fc.asyncProperty(anyPlace, words, async (path, by) => {
        expect((await verifyAsStranger(changedAt(credential, path, by), { did })).verified).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('finds one to which something was added, or of which something was left out, not genuine', async () => {
    const credential = await signed()
    for (const forged of [
      { ...credential, validUntil: '2999-01-01T00:00:00Z' },
      { ...credential, evidence: { id: 'https://forged.example', type: 'Evidence' } },
      { ...credential, name: undefined },
      { ...credential, proof: undefined },
      { ...credential, proof: [] },
    ])
      expect((await verifyAsStranger(JSON.parse(JSON.stringify(forged)), { did })).verified).toBe(false)
  })

  test('finds one of another house, that calls itself ours, not genuine', async () => {
    const stranger = openCredentialSigner()
    expect((await verifyAsStranger(await signed({}, stranger), { did })).verified).toBe(false)
    // Nor where it names our key.
    const [ours] = did.verificationMethod
    const forged = await signed({}, stranger)
    forged.proof.verificationMethod = ours?.id
    expect((await verifyAsStranger(forged, { did })).verified).toBe(false)
  })

  test('finds what an older key signed genuine, and what a newer one signs', async () => {
    const renewed = signer.renewed()
    const known = await didOfSigner(renewed)
    expect(await verifyAsStranger(await signed(), { did: known })).toMatchObject({ verified: true })
    const fresh = await signed({}, renewed as typeof signer)
    expect(await verifyAsStranger(fresh, { did: known })).toMatchObject({ verified: true })
    expect((await verifyAsStranger(fresh, { did })).verified).toBe(false)
  })

  test('finds out whether it was revoked', async () => {
    const credential = await signed({ serial: 16_385 + 7 })
    expect(credential.credentialStatus).toEqual({
      id: `${origin}/status/2026-2#7`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: `${origin}/status/2026-2`,
    })
    const listWith = async (...indexes: number[]) => {
      const content = await statusListContent(
        { list: '2026-2', indexes, at: aCertificate().issuedAt },
        origin,
      )
      return { [`${origin}/status/2026-2`]: await signStatusList({ signer, origin }, content) }
    }
    const ask = async (lists: Record<string, object>) => verifyAsStranger(credential, { did, lists })
    expect(await ask(await listWith(6, 8, 0, 16_383))).toMatchObject({ verified: true })
    expect(await ask(await listWith(6, 7))).toEqual({ verified: false, why: 'revoked' })
    const [[address, list] = ['', {}]] = Object.entries(await listWith(6, 7))
    const content = await statusListContent(
      { list: '2026-2', indexes: [], at: aCertificate().issuedAt },
      origin,
    )
    const wiped = { ...list, credentialSubject: content.credentialSubject }
    expect(bitOf(wiped, 7)).toBe(false)
    expect((await ask({ [address]: wiped })).verified).toBe(false)
    expect((await ask({})).verified).toBe(false)
  })

  test('is told of no status where a certificate is from before the register', async () => {
    expect(await signed()).not.toHaveProperty('credentialStatus')
  })
})

test('no dictionary is loaded but the two that come with the house', async () => {
  for (const address of [
    'https://www.w3.org/2018/credentials/v1',
    'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
    'https://forged.example/context.json',
    'file:///etc/passwd',
    '',
  ])
    await expect(loadContext(address)).rejects.toThrow('does not know')
})

test('the same certificate gives the same proof, and a person has another name in each', async () => {
  expect(await signed()).toEqual(await signed())
  const [one, other] = [await signed(), await signed({ number: '2026-7K3M-9QXW-P4TS' })]
  expect(one.credentialSubject.id).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(one.credentialSubject.id).not.toBe(other.credentialSubject.id)
})

test('it says of the person what the certificate says, and nothing else', async () => {
  const text = JSON.stringify(await signed({ serial: 3 }))
  expect(text).toContain('Şükrü İğdeoğlu')
  for (const inner of ['enr_sukru', 'sem_funding', 'Hêlîn', 'Alte Gasse']) expect(text).not.toContain(inner)
})
