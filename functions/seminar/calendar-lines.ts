import type { Instant } from '../kernel/time.ts'

/** `20260331T160000Z` */
export const utc = (instant: Instant): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`

/** One kind of line break, no control characters, no half characters. */
const clean = (value: string): string =>
  value
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')

/** A text value (RFC 5545, 3.3.11): nothing in it can end the line or begin another value. */
export const text = (value: string): string =>
  clean(value)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/**
 * A parameter in quotes, with those inside it written as RFC 6868 has it. A backslash means nothing there, but some
 * readers take it for an escape, so it is turned.
 */
export const quoted = (value: string): string =>
  `"${clean(value).replaceAll('\\', '/').replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'")}"`

/** An address of a person; what has a meaning in a URI is written in percent (RFC 6068). */
export const mailto = (address: string): string =>
  `mailto:${clean(address).replace(/[%?#&\s"<>\\^`{|}]/g, (letter) => encodeURIComponent(letter))}`

const longestLine = 75

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** Breaks a line after at most 75 octets, never inside a character; what follows begins with a space. */
export function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const length = octetsOf(character)
    if (octets + length > longestLine) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += length
  }
  return folded
}
