import { randomUUID } from 'node:crypto'

/** The SES v1 Query protocol: form fields in, XML out. */
const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/'

/** Something that SES refuses, with its own code. */
export type SesRefusal = { status: number; code: string; message: string }

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The answer to an action that was done. */
export function sesAnswer(action: string, result: Record<string, string>): string {
  const fields = Object.entries(result).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
  return `<${action}Response xmlns="${namespace}"><${action}Result>${fields.join('')}</${action}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`
}

/** The answer to an action that was refused. */
export function sesRefusal({ status, code, message }: SesRefusal): string {
  const type = status < 500 ? 'Sender' : 'Receiver'
  return `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`
}

/** The values of a list: `Destinations.member.1`, `Destinations.member.2`, … */
export function members(form: URLSearchParams, prefix: string): string[] {
  const list: string[] = []
  for (let i = 1; form.has(`${prefix}.member.${i}`); i++) list.push(form.get(`${prefix}.member.${i}`) ?? '')
  return list
}

/** Name and value pairs: `Tags.member.1.Name`, `Tags.member.1.Value`, … */
export function namedMembers(form: URLSearchParams, prefix: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  for (let i = 1; form.has(`${prefix}.member.${i}.Name`); i++)
    pairs[form.get(`${prefix}.member.${i}.Name`) ?? ''] = form.get(`${prefix}.member.${i}.Value`) ?? ''
  return pairs
}
