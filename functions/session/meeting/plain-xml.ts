/** An element of a server's answer: its name, its text, the elements in it. */
export type PlainElement = { name: string; text: string; children: PlainElement[] }

const piece =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.-]*)([^<>]*?)(\/?)>|([^<]+)|([\s\S])/g

/** Deeper is no answer of a meeting server. */
const deepest = 20

/**
 * Reads the plain kind of XML in which meeting servers answer: elements and texts. Anything more powerful (document
 * types, entities of one's own) is refused, as is what does not close what it opened; then it answers undefined.
 */
export function readPlainXml(text: string): PlainElement | undefined {
  const document: PlainElement = { name: '', text: '', children: [] }
  const open = [document]
  for (const [, data, closes, name, , empty, words, stray] of text.matchAll(piece)) {
    const current = open.at(-1)
    if (!current || stray !== undefined) return undefined
    if (data !== undefined) current.text += data
    else if (words !== undefined) {
      const decoded = decode(words)
      if (decoded === undefined) return undefined
      current.text += decoded
    } else if (name !== undefined && closes) {
      if (open.length === 1 || current.name !== name) return undefined
      open.pop()
    } else if (name !== undefined) {
      const element = { name, text: '', children: [] }
      current.children.push(element)
      if (!empty) open.push(element)
      if (open.length > deepest) return undefined
    }
  }
  const [root] = document.children
  const isWhole = open.length === 1 && document.children.length === 1 && document.text.trim() === ''
  return isWhole ? root : undefined
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five names of XML and numbers (XML 1.0, 4.1 and 4.6); undefined for any other. */
function decode(words: string): string | undefined {
  let isKnown = true
  const decoded = words.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));|&/g, (_, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code)
    if (name !== undefined && Object.hasOwn(named, name)) return named[name] ?? ''
    isKnown = false
    return ''
  })
  return isKnown ? decoded : undefined
}

/** The text of a child, without the spaces around it; empty where there is none. */
export const textOf = (element: PlainElement, name: string): string =>
  element.children.find((child) => child.name === name)?.text.trim() ?? ''
