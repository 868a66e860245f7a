import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificateShelf } from '../../functions/certificate/certificate.table.ts'
import { type Certificate, signedText } from '../../functions/certificate/certificate.ts'
import { verify } from '../../functions/certificate/verify.ts'
import { aCertificate } from '../world/certificate.ts'
import { openMemoryTable } from '../world/memory-table.ts'
import { signer } from '../world/working-house.ts'

async function signed(overrides: Partial<Certificate> = {}): Promise<Certificate> {
  const { signature: _, ...content } = aCertificate(overrides)
  return { ...content, signature: await signer.sign(signedText(content)) }
}

/** Looks a number up in a house where this certificate is stored under its own number. */
async function lookUp(stored: Certificate, number = stored.number) {
  const table = openMemoryTable()
  await table.commit([certificateShelf.create(stored.number, stored)])
  return verify({ table, isGenuine: signer.isGenuine }, number)
}

describe('verifying', () => {
  test('a genuine one shows what is printed', async () => {
    const certificate = await signed()
    expect(await lookUp(certificate)).toEqual(certificate)
  })

  test.each([
    '2026-7K3M-9QXW-P4TS',
    '2025-7K3M-9QXW-P4TR',
    '',
    'x',
    '2026-7k3m-9qxw-p4tr',
    ' 2026-7K3M-9QXW-P4TR',
    '../2026',
    "' OR 1=1",
  ])('%j is unknown', async (number) => expect(await lookUp(await signed(), number)).toBeUndefined())

  const tampered: [string, Partial<Certificate>][] = [
    ['firstName', { firstName: 'Andere' }],
    ['lastName', { lastName: '' }],
    ['title', { title: 'Doktor' }],
    ['attendedMinutes', { attendedMinutes: 241 }],
    ['plannedMinutes', { plannedMinutes: 241 }],
    ['contents', { contents: [] }],
    ['sessions', { sessions: [] }],
    ['trainer', { trainer: 'x' }],
    ['organisation', { organisation: { name: 'x', street: 'Alte Gasse 3', city: '50667 Köln' } }],
    ['acknowledgement', { acknowledgement: '' }],
    ['funder', { funder: '' }],
    ['signer', { signer: 'x' }],
    ['signerFunction', { signerFunction: 'x' }],
    ['issuedAt', { issuedAt: aCertificate().sessions[0]?.start ?? aCertificate().issuedAt }],
    ['language', { language: 'en' }],
    ['zone', { zone: 'UTC' }],
    ['enrollmentId', { enrollmentId: 'x' }],
    ['seminarId', { seminarId: 'x' }],
    ['signature', { signature: '' }],
    ['signature', { signature: Buffer.alloc(64).toString('base64url') }],
  ]
  test.each(tampered)('with another %s it is not genuine', async (_, change) => {
    expect(await lookUp({ ...(await signed()), ...change })).toBeUndefined()
  })

  test('stored under a number that is not its own it is not genuine', async () => {
    const certificate = await signed()
    expect(await lookUp({ ...certificate, number: '2026-0000-0000-0000' })).toBeUndefined()
  })

  test('the signature of another one does not do', async () => {
    const other = await signed({ firstName: 'Andere' })
    expect(await lookUp({ ...(await signed()), signature: other.signature })).toBeUndefined()
  })
})

describe('the text that is signed', () => {
  /** The same facts, with the keys of every object in another order. */
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, turned(inner)]),
          )
        : value

  const { signature: _, ...content } = aCertificate()

  test('is the same whatever the order of the keys, and after a way through a database', () => {
    const text = signedText(content)
    expect(JSON.stringify(turned(content))).not.toBe(JSON.stringify(content))
    expect(signedText(turned(content) as typeof content)).toBe(text)
    expect(signedText(JSON.parse(JSON.stringify(content)))).toBe(text)
    expect(JSON.parse(text)).toEqual(content)
  })

  test('keeps apart what is different', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const texts = [
          signedText({ ...content, firstName: one, lastName: other }),
          signedText({ ...content, firstName: other, lastName: one }),
        ]
        expect(texts[0] === texts[1]).toBe(one === other)
      }),
    )
    expect(signedText({ ...content, contents: ['a', 'b'] })).not.toBe(
      signedText({ ...content, contents: ['a,b'] }),
    )
    expect(signedText({ ...content, contents: ['b', 'a'] })).not.toBe(
      signedText({ ...content, contents: ['a', 'b'] }),
    )
  })
})
