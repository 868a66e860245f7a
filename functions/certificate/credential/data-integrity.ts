import jsonld from 'jsonld'
import { utf8 } from '../../kernel/encoding.ts'
import { multibase58 } from './base58.ts'
import { loadContext } from './contexts.ts'

/** A proof inside the document it proves (W3C Data Integrity 1.0). */
export type Proof = {
  type: 'DataIntegrityProof'
  cryptosuite: 'eddsa-rdfc-2022'
  created: string
  verificationMethod: string
  proofPurpose: 'assertionMethod'
  proofValue: string
}

type Signing = {
  /** Ed25519 over these bytes. */
  signBytes: (bytes: Uint8Array) => Promise<Uint8Array>
  verificationMethod: string
  created: string
}

/**
 * Adds the proof `eddsa-rdfc-2022` (W3C Data Integrity EdDSA Cryptosuites 1.0, 3.2): what is signed are two digests,
 * of the proof's own facts and of the document, each in the one order that its meaning has. A word that no dictionary
 * knows would not be signed, so it is a fault.
 */
export async function withProof<Document extends { '@context': readonly string[] }>(
  document: Document,
  { signBytes, verificationMethod, created }: Signing,
): Promise<Document & { proof: Proof }> {
  const facts = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created,
    verificationMethod,
    proofPurpose: 'assertionMethod',
  } as const
  const digests = [await digestOf({ '@context': document['@context'], ...facts }), await digestOf(document)]
  const proofValue = multibase58(await signBytes(Uint8Array.from(digests.flatMap((digest) => [...digest]))))
  return { ...document, proof: { ...facts, proofValue } }
}

async function digestOf(document: object): Promise<Uint8Array> {
  const lines = await jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    safe: true,
    documentLoader: loadContext,
  })
  return new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(lines).slice()))
}
