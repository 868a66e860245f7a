import { base64url } from './encoding.ts'

/** Draws an unguessable word of 128 bits, 22 base64url characters. Handed in, so that tests are repeatable. */
export type NewSecret = () => string

/** Draws a fresh id for a kind of thing: `sem_4k2m9x7rwtbc`. Handed in, so that tests are repeatable. */
export type NewId = (kind: IdKind) => string

/** The short prefix says what an id names. */
export type IdKind =
  | 'sem'
  | 'ses'
  | 'phase'
  | 'org'
  | 'form'
  | 'crt'
  | 'evt'
  | 'mail'
  | 'qst'
  | 'opt'
  | 'msg'
  | 'srv'
  | 'imp'
  | 'cod'
  | 'stf'

/** What an id is written in: no vowels that spell words, no letters that look like digits. 12 of them are 57 bits. */
export const idLetters = '23456789bcdfghjkmnpqrstvwxyz'
export const idLength = 12

const encoder = new TextEncoder()

const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)))

/** SHA-256 of a text, base64url, 43 characters: the only form in which the house stores a secret. */
export const fingerprint = async (text: string): Promise<string> => base64url(await sha256(text))

/** The id that follows from a text, written like a drawn one: the same text always names the same thing. */
export async function idFollowing(kind: IdKind, text: string): Promise<string> {
  const bytes = (await sha256(text)).subarray(0, idLength)
  return `${kind}_${Array.from(bytes, (byte) => idLetters[byte % idLetters.length]).join('')}`
}

/** Signs a text so that only this house can have written it (HMAC-SHA-256, RFC 2104), base64url. */
export async function seal(key: string, text: string): Promise<string> {
  const signer = await crypto.subtle.importKey(
    'raw',
    encoder.encode(key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', signer, encoder.encode(text))))
}

/** Compares two words in a time that does not tell where they differ. */
export function sameSecret(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let difference = 0
  for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i)
  return difference === 0
}
