import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64, base64url, bytesFromBase64, textFromUtf8, utf8 } from '../../functions/kernel/encoding.ts'
import { accept, refuse } from '../../functions/kernel/result.ts'
import { fingerprint, sameSecret, seal } from '../../functions/kernel/secret.ts'

const bytes = fc.uint8Array({ maxLength: 400 })

describe('words made of bytes', () => {
  test('are those that everybody makes, and read back the same', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(base64(given)).toBe(Buffer.from(given).toString('base64'))
        expect(base64url(given)).toBe(Buffer.from(given).toString('base64url'))
        expect([...bytesFromBase64(base64(given))]).toEqual([...given])
        expect([...bytesFromBase64(base64url(given))]).toEqual([...given])
      }),
    )
  })

  test('also for something as long as a PDF', () => {
    const long = Uint8Array.from({ length: 300_001 }, (_, i) => (i * 7919) % 256)
    expect(base64(long)).toBe(Buffer.from(long).toString('base64'))
    expect(bytesFromBase64(base64(long))).toEqual(long)
  })

  test.each(['*', 'a', 'ü', 'AAA%'])('%s is none', (word) => {
    expect(() => bytesFromBase64(word)).toThrow()
  })

  test('text in every script survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(textFromUtf8(utf8(text))).toBe(text)
      }),
    )
    expect(textFromUtf8(bytesFromBase64(base64(utf8('Şükrü İğdeoğlu · Hêlîn · 日本'))))).toBe(
      'Şükrü İğdeoğlu · Hêlîn · 日本',
    )
  })
})

describe('secrets', () => {
  test('two words are the same exactly when they are', () => {
    const word = fc.string({ minLength: 0, maxLength: 8, unit: fc.constantFrom('a', 'b', 'ş') })
    fc.assert(fc.property(word, word, (one, other) => sameSecret(one, other) === (one === other)))
    fc.assert(fc.property(word, (one) => sameSecret(one, one)))
    expect(sameSecret('a', 'a\u0100')).toBe(false)
    expect(sameSecret('', 'a')).toBe(false)
  })

  test('a fingerprint is SHA-256 in 43 letters', async () => {
    // RFC 6234: SHA-256 of "abc".
    const known = Buffer.from('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'hex')
    expect(await fingerprint('abc')).toBe(known.toString('base64url'))
    expect(await fingerprint('')).toMatch(/^[\w-]{43}$/)
  })

  test('a seal is HMAC-SHA-256, and depends on key and text', async () => {
    // RFC 4231, test case 2.
    const known = Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex')
    expect(await seal('Jefe', 'what do ya want for nothing?')).toBe(known.toString('base64url'))
    const seals = await Promise.all([seal('k', 'a'), seal('k', 'b'), seal('l', 'a'), seal('k', 'a')])
    expect(new Set(seals).size).toBe(3)
  })
})

test('a result is the thing or the reason', () => {
  expect(accept(7)).toEqual({ ok: true, value: 7 })
  expect(refuse({ code: 'over' })).toEqual({ ok: false, refusal: { code: 'over' } })
})
