import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One line of words as it stands on a page, in points from the lower left corner. */
export type PrintedLine = { words: string; page: number; x: number; y: number; width: number; size: number }

/** A node of the structure that screen readers follow. */
export type Tag = { role: string; alt?: string; children: Tag[] }

/** What a foreign reader finds in a PDF. */
export type ReadPdf = {
  pages: number
  lines: PrintedLine[]
  /** All words without spaces, so that line breaks do not matter. */
  words: string
  info: Record<string, unknown>
  xmp: (name: string) => unknown
  tags: Tag[]
  fonts: { name: string; embedded: boolean }[]
  links: string[]
  /** Files that lie inside. */
  attachments: { name: string; description: string; words: string }[]
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({
    data: bytes.slice(),
    verbosity: 0,
    useSystemFonts: false,
    fontExtraProperties: true,
  }).promise
  const { info, metadata } = await pdf.getMetadata()
  const read: ReadPdf = {
    pages: pdf.numPages,
    lines: [],
    words: '',
    info: info as Record<string, unknown>,
    xmp: (name) => metadata?.get(name),
    tags: [],
    fonts: [],
    links: [],
    attachments: [],
  }
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , size, x, y] = item.transform as number[]
      read.lines.push({
        words: item.str,
        page: number,
        x: x ?? 0,
        y: y ?? 0,
        width: item.width,
        size: size ?? 0,
      })
    }
    read.tags.push(...tagsOf(await page.getStructTree()))
    await page.getOperatorList()
    for (const name of new Set(items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])))) {
      const font = page.commonObjs.get(name) as { name?: string; missingFile?: boolean }
      read.fonts.push({ name: font.name ?? '', embedded: font.missingFile === false })
    }
    for (const annotation of await page.getAnnotations()) if (annotation.url) read.links.push(annotation.url)
  }
  for (const [id, { filename, description }] of (await pdf.getAttachments()) ?? []) {
    const content = await pdf.getAttachmentContent(id)
    read.attachments.push({
      name: filename,
      description,
      words: new TextDecoder().decode(content ?? undefined),
    })
  }
  read.words = read.lines
    .map((line) => line.words)
    .join('')
    .replace(/\s/g, '')
  await pdf.loadingTask.destroy()
  return read
}

const tagsOf = (node: unknown): Tag[] => {
  if (typeof node !== 'object' || node === null || !('role' in node)) return []
  const { role, alt, children } = node as { role: string; alt?: string; children?: unknown[] }
  return [{ role, ...(alt !== undefined && { alt }), children: (children ?? []).flatMap(tagsOf) }]
}

/** Every tag with that role, wherever it lies. */
export const tagsNamed = (tags: readonly Tag[], role: string): Tag[] =>
  tags.flatMap((tag) => [...(tag.role === role ? [tag] : []), ...tagsNamed(tag.children, role)])
