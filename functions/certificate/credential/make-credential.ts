import type { Certificate } from '../certificate.ts'
import { type Credential, credentialContent, wholeSecond } from './credential.ts'
import { withProof } from './data-integrity.ts'
import { proofKeyName } from './did-document.ts'
import { jwtOf } from './jwt.ts'
import { jwkOf, keyAddress, type PublicHalves } from './public-keys.ts'

/** What signing credentials needs. */
export type CredentialSigner = {
  /** ECDSA P-256 over the text; DER in base64url. */
  sign: (text: string) => Promise<string>
  /** Ed25519 over the bytes. */
  signBytes: (bytes: Uint8Array) => Promise<Uint8Array>
  publicKeys: () => Promise<PublicHalves>
}

type World = { signer: CredentialSigner; origin: string }

/**
 * The certificate as a credential that a machine verifies without asking anybody but for our keys and our status list:
 * the same facts with a proof inside, which most wallets take, and as JWT for the others.
 */
export async function makeCredential(
  { signer, origin }: World,
  certificate: Certificate,
): Promise<Credential> {
  const content = await credentialContent(certificate, origin)
  const { certificates, credentials } = await signer.publicKeys()
  const { kid } = await jwkOf(newest(certificates))
  const proven = await withProof(content, {
    signBytes: signer.signBytes,
    verificationMethod: proofKeyName(origin, newest(credentials)),
    created: wholeSecond(certificate.issuedAt),
  })
  return {
    json: JSON.stringify(proven, null, 2),
    jwt: await jwtOf(content, { sign: signer.sign, kid: keyAddress(origin, kid) }),
  }
}

/** The key that signs. */
export function newest(keys: readonly Uint8Array[]): Uint8Array {
  const [key] = keys
  if (!key) throw new Error('the house has no key of this kind')
  return key
}
