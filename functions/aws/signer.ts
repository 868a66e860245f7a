import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import type { Config } from './config.ts'

/** Signs in the name of the house, and tells whether a signature is the house's. */
export type Signer = {
  /** ECDSA P-256 over the text; DER in base64url. */
  sign(text: string): Promise<string>
  /** Whether any key that the house ever signed with made this signature. */
  isSigned(text: string, signature: string): Promise<boolean>
  /** Ed25519 over these bytes, at most 4,096 of them. */
  signBytes(bytes: Uint8Array): Promise<Uint8Array>
  /** The public halves (SubjectPublicKeyInfo, DER), the newest first. */
  publicKeys(): Promise<{ certificates: Uint8Array[]; credentials: Uint8Array[] }>
}

/**
 * The house's keys in AWS KMS: the private halves never leave it. Of each kind the newest signs; only keys that the
 * configuration names are believed, whatever a certificate or a credential says of itself.
 */
export function openSigner(config: Config): Signer {
  const client = new KMSClient({
    region: config.region,
    ...(config.endpoints.kms && {
      endpoint: config.endpoints.kms,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  })
  const known = new Map<string, Promise<Uint8Array>>()
  const publicKey = (KeyId: string): Promise<Uint8Array> => {
    const asked =
      known.get(KeyId) ??
      readPublicKey(client, KeyId).catch((fault) => {
        known.delete(KeyId)
        throw fault
      })
    known.set(KeyId, asked)
    return asked
  }
  const allOf = (names: readonly string[]) => Promise.all(names.map(publicKey))
  return {
    async sign(text) {
      const signature = await signWith(client, config.signingKeys, {
        Message: await digest(text),
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      })
      return Buffer.from(signature).toString('base64url')
    },
    async isSigned(text, signature) {
      const keys = (await allOf(config.signingKeys)).map(keyFrom)
      const [bytes, signed] = [Buffer.from(text, 'utf8'), Buffer.from(signature, 'base64url')]
      return keys.some((key) => verify('sha256', bytes, key, signed))
    },
    signBytes: (Message) =>
      signWith(client, config.credentialKeys, {
        Message,
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      }),
    async publicKeys() {
      const [certificates, credentials] = await Promise.all([
        allOf(config.signingKeys),
        allOf(config.credentialKeys),
      ])
      return { certificates, credentials }
    },
  }
}

const keyFrom = (der: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })

async function readPublicKey(client: KMSClient, KeyId: string): Promise<Uint8Array> {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId }))
  if (!PublicKey) throw new Error('the signing key has no public half')
  return PublicKey
}

type Asked = {
  Message: Uint8Array
  MessageType: 'RAW' | 'DIGEST'
  SigningAlgorithm: 'ECDSA_SHA_256' | 'ED25519_SHA_512'
}

async function signWith(client: KMSClient, [newest]: readonly string[], asked: Asked): Promise<Uint8Array> {
  const { Signature } = await client.send(new SignCommand({ KeyId: newest, ...asked }))
  if (!Signature) throw new Error('the signing key gave no signature')
  return Signature
}

/** KMS signs at most 4,096 bytes of text; a digest of a longer one is as good. */
const digest = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
