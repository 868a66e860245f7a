import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { loadContext } from '../../functions/certificate/credential/contexts.ts'
import { didDocument } from '../../functions/certificate/credential/did-document.ts'
import type { CredentialSigner } from '../../functions/certificate/credential/make-credential.ts'
import { origin } from './house.ts'

/** A pair of keys as KMS keeps them. */
const freshPair = () => ({
  p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  ed25519: generateKeyPairSync('ed25519').privateKey,
})

const publicHalf = (key: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }))

/** Pairs of keys, the newest first; `renewed` answers the same house with one pair more. */
export function openCredentialSigner(
  pairs = [freshPair()],
): CredentialSigner & { renewed(): CredentialSigner } {
  const [newest = freshPair()] = pairs
  return {
    sign: async (text) => sign('sha256', Buffer.from(text), newest.p256).toString('base64url'),
    signBytes: async (bytes) => new Uint8Array(sign(null, bytes, newest.ed25519)),
    publicKeys: async () => ({
      certificates: pairs.map(({ p256 }) => publicHalf(p256)),
      credentials: pairs.map(({ ed25519 }) => publicHalf(ed25519)),
    }),
    renewed: () => openCredentialSigner([freshPair(), ...pairs]),
  }
}

type Document = Record<string, unknown>
type DidDocument = Awaited<ReturnType<typeof didDocument>>

/**
 * What a stranger's program loads while it verifies: the public dictionaries, the house's did document, its status
 * lists. Whatever else is asked for is refused, so nothing comes from the network.
 */
export function strangersLoader(did: DidDocument, lists: Record<string, object> = {}) {
  return async (address: string): Promise<object> => {
    if (address === did.id) return { documentUrl: address, document: did }
    const method = did.verificationMethod.find(({ id }) => id === address)
    if (method) {
      const document = { '@context': 'https://w3id.org/security/multikey/v1', ...method }
      return { documentUrl: address, document }
    }
    if (lists[address]) return { documentUrl: address, document: lists[address] }
    return loadContext(address)
  }
}

/** Verifies a credential as somebody does who has never heard of us, with public libraries only. */
export async function verifyAsStranger(
  credential: object,
  { did, lists = {}, at }: { did: DidDocument; lists?: Record<string, object>; at?: Date },
): Promise<{ verified: boolean; why: string }> {
  const documentLoader = strangersLoader(did, lists)
  const suite = () => new DataIntegrityProof({ cryptosuite })
  const { verified, error, statusResult } = await verifyCredential({
    credential,
    suite: suite(),
    documentLoader,
    ...(at && { now: at }),
    checkStatus: async ({ credential: asked }) => {
      const { statusListCredential, statusListIndex } = (asked as { credentialStatus: Document })
        .credentialStatus
      const list = lists[String(statusListCredential)]
      if (!list) return { verified: false, error: new Error('the status list is not there') }
      const signed = await verifyCredential({
        credential: list,
        suite: suite(),
        documentLoader,
        ...(at && { now: at }),
      })
      const isSet = bitOf(list, Number(statusListIndex))
      return { verified: signed.verified && !isSet, error: new Error(isSet ? 'revoked' : 'list not signed') }
    },
  })
  const reasons = error?.errors?.map(({ message }) => message) ?? (error ? [error.message] : [])
  const status = verified ? [] : [statusResult?.error?.message ?? '']
  return { verified, why: [...reasons, ...status].filter((why) => why !== '').join('; ') }
}

/** Reads one bit of a status list as the specification says. */
export function bitOf(list: object, index: number): boolean {
  const { encodedList } = (list as { credentialSubject: { encodedList: string } }).credentialSubject
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
  if (bits.length * 8 !== 131_072) throw new Error('a list has 131,072 bits')
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0
}

/** What the house publishes of its keys. */
export const didOfSigner = async (signer: CredentialSigner, at = origin): Promise<DidDocument> =>
  didDocument(at, await signer.publicKeys())
