import { jwkOf, multikeyOf, type PublicHalves } from './public-keys.ts'

/** The house's name among machines: its address (did:web). A port is written as %3A. */
export const didOf = (origin: string): string => `did:web:${encodeURIComponent(new URL(origin).host)}`

/** How an Ed25519 key of the house is called in a proof. */
export const proofKeyName = (origin: string, der: Uint8Array): string => `${didOf(origin)}#${multikeyOf(der)}`

/**
 * All keys with which the house ever signed, at /.well-known/did.json: whoever has seen a proof or a JWT finds the key
 * here by its name (W3C Controlled Identifiers 1.0).
 */
export async function didDocument(origin: string, { certificates, credentials }: PublicHalves) {
  const did = didOf(origin)
  const jwks = await Promise.all(certificates.map(jwkOf))
  const methods = [
    ...credentials.map((der) => ({
      id: proofKeyName(origin, der),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: multikeyOf(der),
    })),
    ...jwks.map((publicKeyJwk) => ({
      id: `${did}#${publicKeyJwk.kid}`,
      type: 'JsonWebKey',
      controller: did,
      publicKeyJwk,
    })),
  ]
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  }
}
