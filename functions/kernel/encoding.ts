/** Bytes as base64 (RFC 4648, 4), as attachments are kept. */
export const base64 = (bytes: Uint8Array): string => {
  let binary = ''
  for (let from = 0; from < bytes.length; from += 8_192)
    binary += String.fromCharCode(...bytes.subarray(from, from + 8_192))
  return btoa(binary)
}

/** Bytes as base64url without padding (RFC 4648, 5), as they may stand in addresses. */
export const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** The bytes of a base64 or base64url word; throws on anything else. */
export const bytesFromBase64 = (word: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(word.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const textFromUtf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
