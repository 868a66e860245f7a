/** A mail address as the house stores it: trimmed, domain lower-case and in punycode. */
export type EmailAddress = string & { readonly __brand: 'EmailAddress' }

const localPart = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/
const domainLabel = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/** The domain in its ASCII form (RFC 5891), as the URL parser of every runtime makes it. */
function asciiDomain(domain: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.-]{1,253}$/u.test(domain)) return undefined
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return undefined
  }
}

/**
 * Reads an address that mail can be sent to: local part 7-bit and at most 64 characters, the whole at most 254
 * (RFC 5321), umlaut domains welcome. Quotes, commas, control characters and bare hosts are not.
 */
export function parseEmailAddress(text: string): EmailAddress | undefined {
  const trimmed = text.trim()
  if (trimmed.length > 254) return undefined
  const at = trimmed.lastIndexOf('@')
  const local = trimmed.slice(0, at)
  if (at < 1 || !localPart.test(local)) return undefined
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined
  const domain = asciiDomain(trimmed.slice(at + 1).toLowerCase())
  const labels = domain?.split('.') ?? []
  if (labels.length < 2 || !labels.every((label) => domainLabel.test(label))) return undefined
  if (/^\d+$/.test(labels.at(-1) ?? '')) return undefined
  const whole = `${local}@${domain}`
  return whole.length > 254 ? undefined : (whole as EmailAddress)
}

/** Who an address is, for comparing: Ayse@Example.org and ayse@example.org are one mailbox in practice. */
export const sameMailbox = (address: EmailAddress): string => address.toLowerCase()
