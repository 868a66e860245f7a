import { type Instant, millisecondsOf } from '../../functions/kernel/time.ts'

/** The header fields of a raw mail, unfolded, in their order. */
type HeaderField = { name: string; value: string; lines: string }

/** What SES reads from a raw mail, and the mail as it goes on from there. */
export type SesMessage = {
  from: string
  recipients: string[]
  configurationSet: string
  tags: Record<string, string>
  raw: Buffer
}

const endOfHeaders = /\r?\n\r?\n/

/**
 * Treats a mail as SES does: Message-ID and Date become SES's own, its own X-SES-* fields and Bcc disappear, the rest
 * goes on byte for byte.
 */
export function sesMessage(
  raw: Buffer,
  stamp: { messageId: string; region: string; now: Instant },
): SesMessage {
  const text = raw.toString('latin1')
  const end = endOfHeaders.exec(text)
  const head = end ? text.slice(0, end.index) : text
  const rest = end ? text.slice(end.index) : '\r\n\r\n'
  const fields = readFields(head)
  const field = (name: string) => fields.find((one) => one.name === name)?.value ?? ''
  const kept = fields.filter(({ name }) => !isReplaced(name)).map(({ lines }) => lines)
  const own = [
    `Message-ID: <${stamp.messageId}@${stamp.region}.amazonses.com>`,
    `Date: ${mailDate(stamp.now)}`,
  ]
  return {
    from: addressesIn(field('from'))[0] ?? '',
    recipients: ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(field(name))),
    configurationSet: field('x-ses-configuration-set').trim(),
    tags: readTags(field('x-ses-message-tags')),
    raw: Buffer.from([...own, ...kept].join('\r\n') + rest, 'latin1'),
  }
}

const isReplaced = (name: string): boolean =>
  ['message-id', 'date', 'bcc'].includes(name) || name.startsWith('x-ses-')

function readFields(head: string): HeaderField[] {
  const fields: HeaderField[] = []
  for (const line of head.split(/\r?\n/)) {
    const last = fields.at(-1)
    if (/^[ \t]/.test(line) && last) {
      last.value += ` ${line.trim()}`
      last.lines += `\r\n${line}`
    } else {
      const [name = ''] = line.split(':')
      fields.push({ name: name.trim().toLowerCase(), value: line.slice(name.length + 1).trim(), lines: line })
    }
  }
  return fields
}

/** The bare addresses of an address field; display names fall away. */
export const addressesIn = (field: string): string[] =>
  field
    .replace(/"(?:[^"\\]|\\.)*"/g, '')
    .split(',')
    .map((part) => /<([^<>]+)>/.exec(part)?.[1] ?? part)
    .map((address) => address.trim())
    .filter((address) => address.includes('@'))

const readTags = (field: string): Record<string, string> =>
  Object.fromEntries(
    field
      .split(',')
      .map((pair) => pair.trim().split('='))
      .flatMap(([name, value]) => (name && value !== undefined ? [[name, value]] : [])),
  )

/** `Mon, 23 Nov 2026 08:26:38 +0000` (RFC 5322) */
const mailDate = (now: Instant): string => new Date(millisecondsOf(now)).toUTCString().replace('GMT', '+0000')
