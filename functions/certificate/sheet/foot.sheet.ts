import { asText } from './archive.sheet.ts'
import { writeRuns } from './body.sheet.ts'
import { drawFigure } from './figure.sheet.ts'
import { measureSignature, type Signature } from './foot-signature.ts'
import type { Paper, Style } from './paper.sheet.ts'
import { qrCode } from './qr-code.ts'
import type { SheetContent } from './sheet-facts.ts'
import type { Look } from './sheet-look.ts'
import type { Run } from './sheet-pieces.ts'

type Element = PDFKit.PDFStructureElement

/** Place and date, signature, number and code: together at the end of the last page. */
export type Foot = { height: number; signature: Signature; proof: Proof }

type Proof = { height: number; number: Run[]; address: Run[]; link: string; path: string; module: number }

const codeSize = 92
const proofGap = 20
/** From the top of the proof to the first baseline beside the code, so that both begin at one height. */
const textBelow = 18

/** Measures the foot; it is drawn upward from the bottom margin. */
export function measureFoot(paper: Paper, content: SheetContent, look: Look): Foot {
  const signature = measureSignature(paper, content, look)
  const proof = measureProof(paper, content, look)
  return { height: signature.height + proofGap + proof.height, signature, proof }
}

function measureProof(paper: Paper, { text, german }: SheetContent, look: Look): Proof {
  const { small, strong, colors } = look
  const code = qrCode(text.verify.address)
  const module = codeSize / code.size
  const x = look.left + codeSize - 2 * code.quiet * module + 18
  const width = look.right - x
  const besideNumber = text.number.register
    ? [
        {
          words: text.number.register,
          style: small,
          x: x + paper.widthOf(text.number.value, strong) + 14,
          y: 15,
        },
      ]
    : []
  const number: Run[] = [
    { words: text.number.label, style: small, x, y: 0 },
    ...beside(paper, text.number.label, german?.number.label, small, x),
    { words: text.number.value, style: { ...strong, leading: 14 }, x, y: 15 },
    ...besideNumber,
  ]
  const plain = { ...small, color: colors.ink }
  const below = (lines: string[], from: number, style: Style): Run[] =>
    lines.map((words, i) => ({ words, style, x, y: from + i * style.leading }))
  const lead = paper.wrap(text.verify.label, small, width)
  const leadRuns = below(lead, 36, { ...small, color: colors.muted })
  const germanLead = german ? paper.wrap(german.verify.label, small, width) : []
  const germanRuns = below(germanLead, 36 + lead.length * small.leading, small).map(
    (run): Run => ({ ...run, lang: 'de' }),
  )
  const address = paper.wrap(text.verify.address, plain, width)
  const addressRuns = below(address, 36 + (lead.length + germanLead.length) * small.leading, plain)
  const deepest = Math.max(...addressRuns.map((run) => run.y))
  return {
    height: Math.max(codeSize - code.quiet * module, deepest + 14),
    number: [...number, ...leadRuns, ...germanRuns],
    address: addressRuns,
    link: text.verify.address,
    path: code.path,
    module,
  }
}

/** The German word after a label, where it is another one. */
const beside = (paper: Paper, label: string, german: string | undefined, style: Style, x: number): Run[] =>
  german && german !== label
    ? [{ words: `· ${german}`, style, x: x + paper.widthOf(`${label} `, style), y: 0, lang: 'de' }]
    : []

type Says = { code: string; link: string }

/** Draws the foot where the last page ends. */
export function drawFoot(
  paper: Paper,
  { foot, look }: { foot: Foot; look: Look },
  add: (element: Element) => void,
  says: Says,
): void {
  const { pdf } = paper
  const { proof } = foot
  const { left, colors } = look
  const paragraph = (runs: Run[], from: number) => pdf.struct('P', {}, () => writeRuns(paper, runs, from))

  drawSignature(paper, { foot, look }, add)
  const proofTop = look.bottom - proof.height
  paper.rule(left, proofTop - 6, look.width, 0.5, colors.hairline)
  const codeLeft = left - 4 * proof.module
  const codeTop = proofTop + 12 - 4 * proof.module
  const box: [number, number, number, number] = [codeLeft, codeTop, codeLeft + codeSize, codeTop + codeSize]
  add(
    // The types leave out where a figure stands.
    pdf.struct('Figure', { alt: says.code, bbox: box } as PDFKit.Mixins.StructureElementOptions, () => {
      pdf.save().translate(codeLeft, codeTop).scale(proof.module).path(proof.path).fill(colors.ink).restore()
    }),
  )
  add(paragraph(proof.number, proofTop + textBelow))
  const line = pdf.struct('P')
  add(line)
  line.add(linked(paper, proof, proofTop + textBelow, says.link))
  line.end()
}

function drawSignature(
  paper: Paper,
  { foot, look }: { foot: Foot; look: Look },
  add: (element: Element) => void,
): void {
  const { pdf } = paper
  const { signature } = foot
  const top = look.bottom - foot.height
  const line = top + signature.lineAt
  const paragraph = (runs: Run[]) => pdf.struct('P', {}, () => writeRuns(paper, runs, top))
  paper.rule(look.left, line, signature.columnWidth, 0.5, look.colors.muted)
  add(paragraph(signature.date))
  if (signature.hand) add(drawFigure(paper, signature.hand, top))
  if (signature.signer.length === 0) return
  paper.rule(signature.signerLeft, line, signature.columnWidth, 0.5, look.colors.muted)
  add(paragraph(signature.signer))
}

/** Each line of a long address can be pressed, and says where it leads. */
function linked(paper: Paper, { address, link }: Proof, from: number, says: string): Element {
  const { pdf } = paper
  const element: Element = pdf.struct('Link', {}, () => {
    writeRuns(paper, address, from)
    for (const { words, style, x, y } of address)
      pdf.link(x, from + y - style.size, paper.widthOf(words, style), style.size * 1.3, link, {
        structParent: element,
        Contents: asText(says),
      } as PDFKit.Mixins.AnnotationOption)
  })
  return element
}
