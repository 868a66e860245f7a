import { createVerify } from 'node:crypto'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import type { Config } from './config.ts'

/** Signs in the name of the house, and tells whether a signature is the house's. */
type Signer = {
  sign(text: string): Promise<string>
  isSigned(text: string, signature: string): Promise<boolean>
}

/** The house's key in AWS KMS (ECDSA P-256): the private half never leaves it. Signatures are DER in base64url. */
export function openSigner(config: Config): Signer {
  const client = new KMSClient({
    region: config.region,
    ...(config.endpoints.kms && {
      endpoint: config.endpoints.kms,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  })
  let publicKey: Promise<string> | undefined
  const readPublicKey = async (): Promise<string> => {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: config.signingKey }))
    if (!PublicKey) throw new Error('the signing key has no public half')
    return `-----BEGIN PUBLIC KEY-----\n${Buffer.from(PublicKey).toString('base64')}\n-----END PUBLIC KEY-----\n`
  }
  const knownPublicKey = (): Promise<string> => {
    publicKey ??= readPublicKey().catch((fault) => {
      publicKey = undefined
      throw fault
    })
    return publicKey
  }
  return {
    async sign(text) {
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: config.signingKey,
          Message: await digest(text),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      )
      if (!Signature) throw new Error('the signing key gave no signature')
      return Buffer.from(Signature).toString('base64url')
    },
    async isSigned(text, signature) {
      return createVerify('sha256')
        .update(text, 'utf8')
        .verify(await knownPublicKey(), signature, 'base64url')
    },
  }
}

/** KMS signs at most 4,096 bytes of text; a digest of a longer one is as good. */
const digest = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
