import { millisecondsOf } from '../../kernel/time.ts'
import {
  type CertificateLook,
  type CertificatePicture,
  certificatePictures,
  usualLook,
} from '../../programme/certificate-look.ts'
import type { Certificate } from '../certificate.ts'
import { attachFile, type SheetAttachment } from './archive.sheet.ts'
import { openBody } from './body.sheet.ts'
import { drawFoot } from './foot.sheet.ts'
import { type Plan, planPages, stretchOf, topOfNext } from './page-plan.sheet.ts'
import { type Paper, pageHeight, pageWidth, type SheetMaterial, takePaper } from './paper.sheet.ts'
import { germanText, type SheetContent, type SheetText, sheetText } from './sheet-facts.ts'
import type { Look } from './sheet-look.ts'
import type { Piece } from './sheet-pieces.ts'
import type { SheetWords } from './text/de.ts'
import { sheetWords } from './text/words.ts'

/** What a sheet is drawn with besides what it says; pictures by the SHA-256 of their bytes. */
type Surroundings = {
  material: SheetMaterial
  origin: string
  pictures?: ReadonlyMap<string, Uint8Array>
  attachments?: readonly SheetAttachment[]
}

/**
 * Draws a certificate as PDF: one page where it can, more where there is more to say. The same certificate always
 * gives the same bytes.
 */
export async function drawSheet(certificate: Certificate, surroundings: Surroundings): Promise<Uint8Array> {
  const { origin, material, pictures, attachments } = surroundings
  const text = sheetText(certificate, origin)
  const words = sheetWords[certificate.language]
  const look = certificate.look ?? usualLook
  const paper = takePaper(material, {
    language: certificate.language,
    title: `${text.heading}: ${text.title}`,
    subject: text.name,
    author: text.organisation,
    number: certificate.number,
    at: new Date(millisecondsOf(certificate.issuedAt)),
  })
  const content: SheetContent = {
    text,
    german: germanText(certificate, origin),
    pictures: readPictures(paper, look, pictures),
    alt: {
      logo: words.logo(text.organisation),
      funderLogo: words.logo(certificate.funder),
      signature: words.signature(text.signer),
    },
  }
  drawPlan(paper, planPages(paper, content, look), text, words)
  for (const attachment of attachments ?? []) attachFile(paper.pdf, attachment)
  return paper.finish()
}

/** A sheet without a picture that it once had would be another sheet: rather none. */
function readPictures(
  paper: Paper,
  look: CertificateLook,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): SheetContent['pictures'] {
  // Own letter paper has its logos, and a plain sheet no colors; it is signed all the same.
  const wanted: readonly CertificatePicture[] = look.design === 'plain' ? ['signature'] : certificatePictures
  return Object.fromEntries(
    wanted.flatMap((kind) => {
      const name = look[kind]
      if (name === undefined) return []
      const bytes = pictures.get(name)
      if (!bytes) throw new Error(`the picture ${name} of a certificate is missing`)
      return [[kind, paper.readPicture(bytes)]]
    }),
  )
}

/** Draws second, exactly what was measured. */
function drawPlan(paper: Paper, plan: Plan, text: SheetText, words: SheetWords): void {
  const { pdf } = paper
  const { look } = plan
  const document = pdf.struct('Document')
  pdf.addStructure(document)
  const body = openBody(paper, document, look)
  plan.pages.forEach((page, i) => {
    pdf.addPage({ size: [pageWidth, pageHeight], margin: 0 })
    if (look.design === 'frame') drawFrame(paper, look)
    if (plan.pages.length > 1) drawPageMarks(paper, look, text, words.page(i + 1, plan.pages.length), i)
    const stretch = i === 0 ? stretchOf(plan) : 0
    let y = i === 0 ? look.top : topOfNext(look)
    page.pieces.forEach((piece, n) => {
      y += n === 0 ? 0 : piece.above + piece.stretch * stretch
      body.draw(piece, { top: y, stretch, beginsPage: n === 0 })
      y += piece.height
    })
    if (i === 0) drawLetterheadRule(paper, look, page.pieces[0])
    if (!page.hasFoot) return
    body.close()
    drawFoot(paper, plan, (element) => document.add(element), {
      code: words.code(text.verify.address),
      link: words.link(text.verify.address),
    })
  })
  document.end()
}

function drawLetterheadRule(paper: Paper, look: Look, letterhead: Piece | undefined): void {
  const { left, width, colors } = look
  const y = look.top + (letterhead?.height ?? 0) + 9
  if (look.design === 'letter') paper.rule(left, y, width, 0.5, colors.hairline)
  if (look.design === 'letter') paper.rule(left, y, 46, 2, colors.accent)
  if (look.design === 'frame') paper.rule(pageWidth / 2 - 23, y + 4, 46, 1.5, colors.accent)
}

/** Two quiet lines around the page. */
function drawFrame(paper: Paper, { colors }: Look): void {
  const frame = (inset: number, thickness: number, color: string) =>
    paper.pdf
      .rect(inset, inset, pageWidth - 2 * inset, pageHeight - 2 * inset)
      .lineWidth(thickness)
      .stroke(color)
  paper.decorate(() => {
    frame(28, 1.4, colors.accent)
    frame(33, 0.5, colors.hairline)
  })
}

/** On several pages each says whose it is and which it is. */
function drawPageMarks(paper: Paper, look: Look, text: SheetText, page: string, index: number): void {
  const { small, left, right, top, bottom, width } = look
  paper.decorate(() => {
    paper.write(page, small, right - paper.widthOf(page, small), bottom + 16)
    if (index === 0) return
    const western = text.nameParts.filter(({ script }) => script === 'western').map(({ words }) => words)
    const whose = [text.heading, text.number.value, ...western].join(' · ')
    const [line = ''] = paper.wrap(whose, small, width)
    paper.write(line, small, left, top)
  })
  if (index > 0) paper.rule(left, top + 9, width, 0.5, look.colors.hairline)
}
