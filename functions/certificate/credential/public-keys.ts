import { base64url, utf8 } from '../../kernel/encoding.ts'
import { multibase58 } from './base58.ts'

/** The public halves of the house's keys (SubjectPublicKeyInfo, DER), the newest first. */
export type PublicHalves = { certificates: readonly Uint8Array[]; credentials: readonly Uint8Array[] }

/** A P-256 key as JSON Web Key (RFC 7517); its id is its own digest. */
export type HouseJwk = {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
  kid: string
  alg: 'ES256'
  use: 'sig'
}

/** Before the 32 bytes of an Ed25519 key stand twelve that name it (RFC 8410, 4). */
const ed25519Head = 12
/** Before the two numbers of a P-256 key stand 26 bytes that name it, and one that says that both follow (RFC 5480, 2). */
const p256Head = 27

/** An Ed25519 key as Multikey (W3C Controlled Identifiers 1.0, 2.2.2). */
export function multikeyOf(der: Uint8Array): string {
  if (der.length !== ed25519Head + 32) throw new Error('not an Ed25519 key')
  return multibase58(Uint8Array.of(0xed, 0x01, ...der.subarray(ed25519Head)))
}

/** A P-256 key as JWK, named by its thumbprint (RFC 7638). */
export async function jwkOf(der: Uint8Array): Promise<HouseJwk> {
  if (der.length !== p256Head + 64) throw new Error('not a P-256 key')
  const x = base64url(der.subarray(p256Head, p256Head + 32))
  const y = base64url(der.subarray(p256Head + 32))
  const named = utf8(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y })).slice()
  const kid = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', named)))
  return { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' }
}

/** The address that returns a key and nothing else (Open Badges 3.0, 8.2.2). */
export const keyAddress = (origin: string, kid: string): string => `${origin}/keys/${kid}`
