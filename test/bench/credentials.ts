import { generateKeyPairSync, sign } from 'node:crypto'
import { makeCredential } from '../../functions/certificate/credential/make-credential.ts'
import { statusListContent } from '../../functions/certificate/credential/status-list.ts'
import { languages } from '../../functions/kernel/language.ts'
import { aCertificate } from '../world/certificate.ts'
import { didOfSigner, openCredentialSigner, verifyAsStranger } from '../world/credential.ts'
import { origin } from '../world/house.ts'

const rounds = 400

export type CredentialFigures = {
  perSecond: number
  verifiedPerSecond: number
  barePerSecond: number
  ratio: number
  bytes: { json: number; jwt: number; statusList: number }
}

/**
 * Credentials made in one second on one core, in both writings, with keys in this process; beside the bare two
 * signatures over as many bytes, and what a stranger's program verifies in the same time.
 */
export async function measureCredentials(): Promise<CredentialFigures> {
  const signer = openCredentialSigner()
  const did = await didOfSigner(signer)
  const make = (i: number) =>
    makeCredential(
      { signer, origin },
      aCertificate({ serial: i + 1, language: languages[i % languages.length] ?? 'de' }),
    )
  const made = await make(0)
  const credential = JSON.parse(made.json)
  const withoutStatus = await makeCredential({ signer, origin }, aCertificate())
  const document = JSON.parse(withoutStatus.json)
  const verify = async () => {
    if (!(await verifyAsStranger(document, { did })).verified) throw new Error('it is genuine')
  }
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const ed25519 = generateKeyPairSync('ed25519').privateKey
  const text = Buffer.from(JSON.stringify(credential))
  const bare = async () => {
    sign('sha256', text, p256)
    sign(null, text.subarray(0, 64), ed25519)
  }
  const list = await statusListContent(
    { list: '2026-1', indexes: [1, 7, 4_000], at: aCertificate().issuedAt },
    origin,
  )
  await perSecond(40, make)
  const barePerSecond = await perSecond(rounds, bare)
  const oursPerSecond = await perSecond(rounds, make)
  await perSecond(20, verify)
  return {
    perSecond: oursPerSecond,
    verifiedPerSecond: await perSecond(rounds / 2, verify),
    barePerSecond,
    ratio: oursPerSecond / barePerSecond,
    bytes: {
      json: Buffer.byteLength(made.json),
      jwt: made.jwt.length,
      statusList: Buffer.byteLength(JSON.stringify(list)),
    },
  }
}

async function perSecond(times: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let i = 0; i < times; i++) await work(i)
  return (times * 1000) / (performance.now() - began)
}
