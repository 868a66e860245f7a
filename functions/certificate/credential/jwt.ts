import { base64url, bytesFromBase64, utf8 } from '../../kernel/encoding.ts'
import type { CredentialContent } from './credential.ts'

type Signing = {
  /** ECDSA P-256 over the text; DER in base64url, as KMS answers. */
  sign: (text: string) => Promise<string>
  /** The address of the key. */
  kid: string
}

/**
 * The credential as a signed JWT (Open Badges 3.0, 8.2): its facts are the claims, with the four that JWT readers look
 * for. The header names the key by its address and carries none: whoever reads it must ask the house.
 */
export async function jwtOf(content: CredentialContent, { sign, kid }: Signing): Promise<string> {
  const claims = {
    ...content,
    iss: content.issuer.id,
    jti: content.id,
    sub: content.credentialSubject.id,
    nbf: Date.parse(content.validFrom) / 1000,
  }
  const part = (facts: object) => base64url(utf8(JSON.stringify(facts)))
  const signed = `${part({ alg: 'ES256', typ: 'JWT', kid })}.${part(claims)}`
  return `${signed}.${base64url(joseSignature(bytesFromBase64(await sign(signed))))}`
}

/**
 * ECDSA from the writing of KMS (ASN.1 DER: two whole numbers) into that of JWT (RFC 7518, 3.4: both in 32 bytes). DER
 * leaves leading zeros out, and puts one where a number would look negative.
 */
export function joseSignature(der: Uint8Array): Uint8Array {
  const numberAt = (at: number): Uint8Array => {
    const length = der[at + 1] ?? 0
    if (der[at] !== 0x02 || at + 2 + length > der.length) throw new Error('not a signature in DER')
    return der.subarray(at + 2, at + 2 + length)
  }
  if (der[0] !== 0x30) throw new Error('not a signature in DER')
  const r = numberAt(2)
  const s = numberAt(4 + r.length)
  const raw = new Uint8Array(64)
  for (const [number, end] of [
    [r, 32],
    [s, 64],
  ] as const) {
    const bytes = number.subarray(Math.max(0, number.length - 32))
    raw.set(bytes, end - bytes.length)
  }
  return raw
}
