import {
  createECDH,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  randomBytes,
  sign as signMessage,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import * as v from 'valibot'
import { readBody } from './gateway.ts'
import { keep } from './kept-file.ts'

/** What each kind of key is called in KMS, and how Node makes one. */
const kinds = {
  ECC_NIST_P256: {
    algorithm: 'ECDSA_SHA_256',
    generate: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  },
  ECC_NIST_EDWARDS25519: {
    algorithm: 'ED25519_SHA_512',
    generate: () => generateKeyPairSync('ed25519').privateKey,
  },
} as const
type Spec = keyof typeof kinds

/** Where a key lies, and of which kind it is. */
type KeyFile = { file: string; spec: Spec }
type OpenKey = { key: KeyObject; spec: Spec }

const requestSchema = v.object({
  KeyId: v.string(),
  Message: v.optional(v.string()),
  MessageType: v.optional(v.picklist(['RAW', 'DIGEST']), 'RAW'),
  SigningAlgorithm: v.optional(v.string()),
})
type KmsRequest = v.InferOutput<typeof requestSchema>
type KmsAnswer = { status: number; body: object }

/** Stands in for KMS: keys for signing that never leave this machine, by their ids, asked by the real SDK. */
export function keys(files: Record<string, KeyFile>): RequestListener {
  const open = new Map(
    Object.entries(files).map(([id, { file, spec }]) => [id, { key: readKey(file, spec), spec }]),
  )
  return async (request, response) => {
    const body = await readBody(request, 64 * 1024)
    const target = String(request.headers['x-amz-target'] ?? '')
    const answer = answerTo(target, body?.toString('utf8') ?? '', open)
    response
      .writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(answer.body))
  }
}

function readKey(file: string, spec: Spec): KeyObject {
  try {
    return createPrivateKey(readFileSync(file))
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
    const privateKey = kinds[spec].generate()
    keep(file, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    return privateKey
  }
}

function answerTo(target: string, text: string, open: ReadonlyMap<string, OpenKey>): KmsAnswer {
  const request = readRequest(text)
  if (!request) return refused('ValidationException', 'The request cannot be read')
  const key = open.get(request.KeyId)
  if (!key) return refused('NotFoundException', `Key '${request.KeyId}' does not exist`)
  switch (target) {
    case 'TrentService.Sign':
      return sign(request, key)
    case 'TrentService.GetPublicKey':
      return publicKey(request, key)
    default:
      return refused('UnknownOperationException', target)
  }
}

function readRequest(text: string): KmsRequest | undefined {
  try {
    const read = v.safeParse(requestSchema, JSON.parse(text))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

const refused = (type: string, message: string): KmsAnswer => ({
  status: 400,
  body: { __type: type, message },
})

function sign(
  { KeyId, Message = '', MessageType, SigningAlgorithm }: KmsRequest,
  { key, spec }: OpenKey,
): KmsAnswer {
  if (SigningAlgorithm !== kinds[spec].algorithm)
    return refused('InvalidKeyUsageException', `${SigningAlgorithm} does not fit ${spec}`)
  const message = Buffer.from(Message, 'base64')
  if (message.length > 4096) return refused('ValidationException', 'The message is longer than 4096 bytes.')
  const signature =
    spec === 'ECC_NIST_P256' ? signEcdsa(key, message, MessageType) : signEd25519(key, message, MessageType)
  if (!signature)
    return refused('ValidationException', `Digest is invalid for algorithm ${SigningAlgorithm}.`)
  return { status: 200, body: { KeyId, Signature: signature.toString('base64'), SigningAlgorithm } }
}

function signEcdsa(key: KeyObject, message: Buffer, type: 'RAW' | 'DIGEST'): Buffer | undefined {
  const digest = type === 'DIGEST' ? message : hash('sha256', message, 'buffer')
  return digest.length === 32 ? signDigest(key, digest) : undefined
}

/** Pure Ed25519 (RFC 8032) digests the message itself, so KMS takes only the message. */
const signEd25519 = (key: KeyObject, message: Buffer, type: 'RAW' | 'DIGEST'): Buffer | undefined =>
  type === 'RAW' ? signMessage(null, message, key) : undefined

function publicKey({ KeyId }: KmsRequest, { key, spec }: OpenKey): KmsAnswer {
  const PublicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
  const SigningAlgorithms = [kinds[spec].algorithm]
  return {
    status: 200,
    body: { KeyId, PublicKey, KeySpec: spec, KeyUsage: 'SIGN_VERIFY', SigningAlgorithms },
  }
}

/** The order of P-256 (FIPS 186-5, D.1.2.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const numberFrom = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const bytesOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex')

/**
 * ECDSA over a digest that somebody else made (FIPS 186-5, 6.4.1): Node signs only messages it digests itself. Not in
 * constant time, which is no matter for a key that signs demonstrations.
 */
function signDigest(key: KeyObject, digest: Uint8Array): Buffer {
  const secret = numberFrom(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'))
  for (;;) {
    const nonce = numberFrom(randomBytes(32))
    if (nonce === 0n || nonce >= order) continue
    const curve = createECDH('prime256v1')
    curve.setPrivateKey(bytesOf(nonce))
    const r = numberFrom(curve.getPublicKey().subarray(1, 33)) % order
    const s = (inverse(nonce) * (numberFrom(digest) + r * secret)) % order
    if (r !== 0n && s !== 0n) return derSequence([r, s])
  }
}

/** By Fermat: n to the power of order - 2. */
function inverse(number: bigint): bigint {
  let result = 1n
  let base = number % order
  for (let exponent = order - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % order
    base = (base * base) % order
  }
  return result
}

/** Two whole numbers as ASN.1 DER, the form in which KMS answers. */
function derSequence(numbers: bigint[]): Buffer {
  const parts = numbers.map((number) => {
    const hex = number.toString(16)
    const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
    const positive = (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes
    return Buffer.concat([Buffer.of(0x02, positive.length), positive])
  })
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(0x30, content.length), content])
}
