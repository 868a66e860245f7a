/**
 * The text of a file as spreadsheets and address books save it: UTF-8 with or without its mark, UTF-16 either way
 * round, or Windows-1252. Undefined for what is no text at all, such as a spreadsheet that was not saved as CSV.
 */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const text = decode(bytes)
  // Control characters that no text has.
  return hasControls(text) ? undefined : text
}

function decode(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  const wide = wideWithoutMark(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Latin text in UTF-16 has a zero in every other byte. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.subarray(0, 200)
  const zeros = (odd: 0 | 1) => start.filter((byte, i) => i % 2 === odd && byte === 0).length
  const most = start.length * 0.3
  if (start.length < 4) return undefined
  if (zeros(1) > most && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > most && zeros(1) === 0 ? 'utf-16be' : undefined
}

const hasControls = (text: string): boolean =>
  [...text.slice(0, 4_000)].some((letter) => letter < ' ' && !'\t\r\n\f'.includes(letter))
