import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { decodeJwt, decodeProtectedHeader, importJWK, type JWTHeaderParameters, jwtVerify } from 'jose'
import { describe, expect, test } from 'vitest'
import { joseSignature } from '../../../functions/certificate/credential/jwt.ts'
import { makeCredential } from '../../../functions/certificate/credential/make-credential.ts'
import { type HouseJwk, jwkOf, keyAddress } from '../../../functions/certificate/credential/public-keys.ts'
import { base64url, utf8 } from '../../../functions/kernel/encoding.ts'
import { aCertificate } from '../../world/certificate.ts'
import { openCredentialSigner } from '../../world/credential.ts'
import { origin } from '../../world/house.ts'

const signer = openCredentialSigner()
const made = await makeCredential({ signer, origin }, aCertificate({ serial: 1 }))

/** What the house answers at the addresses of its keys. */
async function keysOf(of = signer): Promise<Map<string, HouseJwk>> {
  const jwks = await Promise.all((await of.publicKeys()).certificates.map(jwkOf))
  return new Map(jwks.map((jwk) => [keyAddress(origin, jwk.kid), jwk]))
}
const known = await keysOf()

/** Verifies as a stranger does: the key comes from the address in the header, and from nowhere else. */
const verify = (jwt: string, keys = known) =>
  jwtVerify(
    jwt,
    async ({ kid = '' }: JWTHeaderParameters) => {
      const jwk = keys.get(kid)
      if (!jwk) throw new Error('no such key')
      return importJWK(jwk, 'ES256')
    },
    { algorithms: ['ES256'], issuer: 'did:web:lernhaus.example', currentDate: new Date('2026-05-01') },
  )

const part = (facts: object) => base64url(utf8(JSON.stringify(facts)))
const [, payload = '', signature = ''] = made.jwt.split('.')

describe('a credential as JWT', () => {
  test('is verified by public libraries and says the same as the JSON', async () => {
    const { payload: claims, protectedHeader } = await verify(made.jwt)
    const { proof: _, ...content } = JSON.parse(made.json)
    const { iss, jti, sub, nbf, ...rest } = claims
    expect(rest).toEqual(content)
    expect([iss, jti, sub]).toEqual([content.issuer.id, content.id, content.credentialSubject.id])
    expect(new Date((nbf ?? 0) * 1000).toISOString()).toBe(content.validFrom.replace('Z', '.000Z'))
    // Open Badges 3.0, 8.2.2: no other words in the header.
    expect(Object.keys(protectedHeader).sort()).toEqual(['alg', 'kid', 'typ'])
  })

  test('does not hold changed in any claim', async () => {
    const claims = decodeJwt(made.jwt)
    const header = decodeProtectedHeader(made.jwt)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(claims)), fc.jsonValue(), async (name, value) => {
        const forged = { ...claims, [name]: value }
        fc.pre(JSON.stringify(forged) !== JSON.stringify(claims))
        await expect(verify(`${part(header)}.${part(forged)}.${signature}`)).rejects.toThrow()
      }),
    )
  })

  test('does not hold without a signature, with the key inside, or under another key’s address', async () => {
    const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = foreign.publicKey.export({ format: 'jwk' })
    const [kid] = known.keys()
    const signedBy = (header: object) => {
      const text = `${part(header)}.${payload}`
      const bytes = sign('sha256', Buffer.from(text), { key: foreign.privateKey, dsaEncoding: 'ieee-p1363' })
      return `${text}.${bytes.toString('base64url')}`
    }
    for (const forged of [
      `${part({ alg: 'none', typ: 'JWT', kid })}.${payload}.`,
      `${part({ alg: 'none', typ: 'JWT' })}.${payload}.`,
      `${part({ alg: 'ES256', typ: 'JWT', kid: `${origin}/keys/other` })}.${payload}.${signature}`,
      signedBy({ alg: 'ES256', typ: 'JWT', jwk }),
      signedBy({ alg: 'ES256', typ: 'JWT', kid, jwk }),
      signedBy({ alg: 'ES256', typ: 'JWT', kid }),
      signedBy({ alg: 'ES256', typ: 'JWT', jku: 'https://forged.example/keys' }),
    ])
      await expect(verify(forged), forged.slice(0, 60)).rejects.toThrow()
  })

  test('holds after a change of keys', async () => {
    expect(
      (await verify(made.jwt, await keysOf(signer.renewed() as typeof signer))).payload.iss,
    ).toBeDefined()
  })
})

test('signatures of KMS become those of JWT, whatever zeros they begin with', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  for (let i = 0; i < 300; i++) {
    const der = sign('sha256', Buffer.from([i]), privateKey)
    expect(joseSignature(new Uint8Array(der))).toHaveLength(64)
  }
  const number = (...bytes: number[]) => [0x02, bytes.length, ...bytes]
  const der = Uint8Array.of(0x30, 9, ...number(0x00, 0x80, 0x01), ...number(0x07))
  const expected = new Uint8Array(64)
  expected.set([0x80, 0x01], 30)
  expected.set([0x07], 63)
  expect(joseSignature(der)).toEqual(expected)
  for (const broken of [[], [0x30], [0x31, 0], [0x30, 2, 0x02, 40], [0x30, 3, 0x02, 1, 7]])
    expect(() => joseSignature(Uint8Array.from(broken))).toThrow('not a signature')
})
