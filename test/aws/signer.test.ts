import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../functions/aws/config.ts'
import { openSigner } from '../../functions/aws/signer.ts'
import { keys } from '../../infra/local/keys.ts'
import { type OpenPort, openPort } from '../../infra/local/open-port.ts'
import { lambdaEnvironment } from '../world/lambda-environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernhaus-signer-'))
let door: OpenPort
beforeAll(async () => {
  door = await openPort({ port: 0, name: 'the key store' })
  const p256 = (name: string) => ({ file: join(folder, name), spec: 'ECC_NIST_P256' }) as const
  const ed25519 = (name: string) => ({ file: join(folder, name), spec: 'ECC_NIST_EDWARDS25519' }) as const
  door.answer(
    keys({ old: p256('old'), new: p256('new'), 'old-cred': ed25519('oc'), 'new-cred': ed25519('nc') }),
  )
})
afterAll(async () => {
  await door.stop()
  rmSync(folder, { recursive: true })
})

const signerWith = (SIGNING_KEYS: string, CREDENTIAL_KEYS: string) =>
  openSigner(
    readConfig(
      lambdaEnvironment(folder, {
        SIGNING_KEYS,
        CREDENTIAL_KEYS,
        KMS_ENDPOINT: `http://127.0.0.1:${door.port}`,
      }),
    ),
  )

test('after a change of keys the newest signs, what an older one signed is genuine, and a foreign one is not', async () => {
  const before = signerWith('old', 'old-cred')
  const after = signerWith('new old', 'new-cred old-cred')
  const signature = await before.sign('Şükrü')
  const fresh = await after.sign('Şükrü')
  expect(await after.isSigned('Şükrü', signature)).toBe(true)
  expect(await after.isSigned('Şükrü', fresh)).toBe(true)
  expect(await before.isSigned('Şükrü', fresh)).toBe(false)
  expect(await after.isSigned('Sukru', signature)).toBe(false)
  const [old, both] = [await before.publicKeys(), await after.publicKeys()]
  expect(both.certificates.slice(1)).toEqual(old.certificates)
  expect(both.credentials.slice(1)).toEqual(old.credentials)
  expect(both.credentials[0]).not.toEqual(old.credentials[0])
})
