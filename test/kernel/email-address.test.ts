import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEmailAddress, sameMailbox } from '../../functions/kernel/email-address.ts'

const label63 = 'a'.repeat(63)

describe('addresses that mail can be sent to', () => {
  test.each([
    ['ayse@example.org', 'ayse@example.org'],
    ['  ayse@example.org\t', 'ayse@example.org'],
    ['Ayse.Yildiz+seminar@Verein.EXAMPLE', 'Ayse.Yildiz+seminar@verein.example'],
    ["o'brien@example.org", "o'brien@example.org"],
    ['vorstand@müller.de', 'vorstand@xn--mller-kva.de'],
    // As some systems write it: u and two dots apart.
    ['vorstand@mu\u0308ller.de', 'vorstand@xn--mller-kva.de'],
    ['vorstand@MÜLLER.de', 'vorstand@xn--mller-kva.de'],
    ['bilgi@şişli.example', 'bilgi@xn--ili-rzab.example'],
    ['a@straße.example', 'a@xn--strae-oqa.example'],
    ['a@sub.sub.example.co', 'a@sub.sub.example.co'],
    ['a@xn--mller-kva.de', 'a@xn--mller-kva.de'],
    [`${'l'.repeat(64)}@example.org`, `${'l'.repeat(64)}@example.org`],
    [`a@${label63}.example`, `a@${label63}.example`],
    [
      `a@${label63}.${label63}.${label63}.${'a'.repeat(60)}`,
      `a@${label63}.${label63}.${label63}.${'a'.repeat(60)}`,
    ],
    ['a@1a.2b.example', 'a@1a.2b.example'],
  ])('%s', (typed, stored) => {
    expect(parseEmailAddress(typed)).toBe(stored)
  })
})

describe('no addresses', () => {
  test.each([
    '',
    '@',
    'ayse',
    'ayse@',
    '@example.org',
    'ayse@localhost',
    'a b@example.org',
    'a@b@example.org',
    'a@exam ple.org',
    'a,b@example.org',
    '"a b"@example.org',
    'a@example.org,b@example.org',
    'Ayse <ayse@example.org>',
    '.a@example.org',
    'a.@example.org',
    'a..b@example.org',
    'ayşe@example.org',
    'a@example..org',
    'a@.example.org',
    'a@example.org.',
    'a@-example.org',
    'a@example-.org',
    'a@exam_ple.org',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a@0x7f.1',
    'a@2130706433.1',
    'a@example.123',
    'a@xn--.org',
    'a@example.org\r\nBcc: b@example.org',
    'a\u0000@example.org',
    'a@example.org/path',
    'a@example.org:25',
    'a@user:pass@example.org',
    `${'l'.repeat(65)}@example.org`,
    `a@${label63}a.example`,
    `a@${label63}.${label63}.${label63}.${'a'.repeat(61)}`,
    // Short enough as typed, too long in punycode.
    `${'l'.repeat(64)}@${Array.from({ length: 10 }, () => 'ü'.repeat(15)).join('.')}.example`,
  ])('%j', (typed) => {
    expect(parseEmailAddress(typed)).toBeUndefined()
  })
})

test('what was stored reads the same again, and has nothing that a header could be broken with', () => {
  let read = 0
  const typed = fc.oneof(
    fc.emailAddress(),
    fc
      .tuple(fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 12 }))
      .map(([a, b]) => `${a}@${b}.de`),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const address = parseEmailAddress(text)
      if (address === undefined) return
      read++
      expect(parseEmailAddress(address)).toBe(address)
      expect(address).toMatch(/^[\x21-\x7e]+$/)
      expect(address).not.toMatch(/[,;:<>"\\()]/)
      expect(address.length).toBeLessThanOrEqual(254)
    }),
    { numRuns: 500 },
  )
  expect(read).toBeGreaterThan(100)
})

test('upper and lower case are one mailbox', () => {
  const [one, other] = ['Ayse@Example.org', 'aYSE@example.ORG'].map(parseEmailAddress)
  if (!one || !other) throw new Error('both are addresses')
  expect(sameMailbox(one)).toBe(sameMailbox(other))
})

test('a long word does not keep the house busy', () => {
  const started = performance.now()
  parseEmailAddress(`${'a'.repeat(250)}!`)
  parseEmailAddress(`a@${'a-'.repeat(120)}.org`)
  parseEmailAddress(`${'.'.repeat(1_000_000)}@x`)
  expect(performance.now() - started).toBeLessThan(100)
})
