import { createPublicKey, hash, verify } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keys } from '../../infra/local/keys.ts'
import { type OpenPort, openPort } from '../../infra/local/open-port.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernhaus-keys-'))
const store = {
  house: { file: join(folder, 'key.pem'), spec: 'ECC_NIST_P256' },
  credentials: { file: join(folder, 'credential-key.pem'), spec: 'ECC_NIST_EDWARDS25519' },
} as const
let door: OpenPort
let client: KMSClient

beforeAll(async () => {
  door = await openPort({ port: 0, name: 'the key store' })
  door.answer(keys(store))
  client = new KMSClient({
    endpoint: `http://127.0.0.1:${door.port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
})
afterAll(async () => {
  client.destroy()
  await door.stop()
  rmSync(folder, { recursive: true })
})

const publicKey = async (KeyId = 'house') => {
  const { PublicKey = new Uint8Array() } = await client.send(new GetPublicKeyCommand({ KeyId }))
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' })
}
const sign = async (MessageType: 'RAW' | 'DIGEST', Message: Uint8Array) => {
  const { Signature = new Uint8Array() } = await client.send(
    new SignCommand({ KeyId: 'house', MessageType, Message, SigningAlgorithm: 'ECDSA_SHA_256' }),
  )
  return Signature
}

describe('the key store, asked by the real KMS client', () => {
  const message = Buffer.from('Teilnahmebescheinigung für Şükrü')

  it.each([
    ['RAW', message],
    ['DIGEST', hash('sha256', message, 'buffer')],
  ] as const)('signs %s so that anybody can check it', async (type, asked) => {
    const key = await publicKey()
    // Signatures differ each time, and some begin with bits that DER writes differently.
    for (let i = 0; i < 20; i++) expect(verify('sha256', message, key, await sign(type, asked))).toBe(true)
    expect(verify('sha256', Buffer.from('another'), key, await sign(type, asked))).toBe(false)
  })

  it('keeps its key over a restart', async () => {
    const before = await sign('RAW', message)
    door.answer(keys(store))
    expect(verify('sha256', message, await publicKey(), before)).toBe(true)
  })

  it('does not know other keys', async () => {
    const asking = client.send(new GetPublicKeyCommand({ KeyId: 'another' }))
    await expect(asking).rejects.toMatchObject({ name: 'NotFoundException' })
  })

  it('signs no digest of another length', async () => {
    await expect(sign('DIGEST', message)).rejects.toMatchObject({ name: 'ValidationException' })
  })

  it('signs with Ed25519 whole messages only', async () => {
    const ask = (MessageType: 'RAW' | 'DIGEST', SigningAlgorithm: 'ED25519_SHA_512' | 'ECDSA_SHA_256') =>
      client.send(new SignCommand({ KeyId: 'credentials', MessageType, Message: message, SigningAlgorithm }))
    const { Signature = new Uint8Array() } = await ask('RAW', 'ED25519_SHA_512')
    const key = await publicKey('credentials')
    expect([verify(null, message, key, Signature), Signature.length]).toEqual([true, 64])
    await expect(ask('DIGEST', 'ED25519_SHA_512')).rejects.toMatchObject({ name: 'ValidationException' })
    await expect(ask('RAW', 'ECDSA_SHA_256')).rejects.toMatchObject({ name: 'InvalidKeyUsageException' })
  })

  it('signs nothing longer than KMS would', async () => {
    await expect(sign('RAW', new Uint8Array(4097))).rejects.toMatchObject({ name: 'ValidationException' })
  })
})
