const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Bytes as base58btc, the writing of keys and proofs in credentials (W3C Controlled Identifiers 1.0, 2.4). */
export function base58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0)
  const leading = zeros < 0 ? bytes.length : zeros
  let rest = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  let word = ''
  for (; rest > 0n; rest /= 58n) word = (alphabet[Number(rest % 58n)] ?? '') + word
  return alphabet.charAt(0).repeat(leading) + word
}

/** The same with the letter that names the writing (multibase). */
export const multibase58 = (bytes: Uint8Array): string => `z${base58(bytes)}`
