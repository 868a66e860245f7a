import { asText } from './archive.sheet.ts'
import { writeRuns } from './body.sheet.ts'
import type { Paper, Style } from './paper.sheet.ts'
import { qrCode } from './qr-code.ts'
import type { SheetText } from './sheet-facts.ts'
import { bottom, hairline, ink, type Look, left, muted, right, wholeWidth } from './sheet-look.ts'
import type { Run } from './sheet-pieces.ts'

type Element = PDFKit.PDFStructureElement

/** Place and date, signature, number and code: together at the end of the last page. */
export type Foot = { height: number; signature: Signature; proof: Proof }

type Signature = { height: number; date: Run[]; dateWidth: number; signer: Run[]; lineAt: number }
type Proof = { height: number; number: Run[]; address: Run[]; link: string; path: string; module: number }

const columnGap = 36
const columnWidth = (wholeWidth - columnGap) / 2
const signerLeft = left + columnWidth + columnGap
/** Room for a signature by hand, or a stamp. */
const handRoom = 40
const codeSize = 92
const proofGap = 20
/** From the top of the proof to the first baseline beside the code, so that both begin at one height. */
const textBelow = 18

/** Measures the foot; it is drawn upward from the bottom margin. */
export function measureFoot(paper: Paper, text: SheetText, look: Look): Foot {
  const signature = measureSignature(paper, text, look)
  const proof = measureProof(paper, text, look)
  return { height: signature.height + proofGap + proof.height, signature, proof }
}

function measureSignature(paper: Paper, text: SheetText, look: Look): Signature {
  const { entry, strong, small } = look
  const placeAndDate = paper.wrap(text.placeAndDate.value, entry, columnWidth)
  const lineAt = handRoom + (placeAndDate.length - 1) * entry.leading
  const date: Run[] = [
    ...placeAndDate.map((words, i) => ({
      words,
      style: entry,
      x: left,
      y: lineAt - 6 - (placeAndDate.length - 1 - i) * entry.leading,
    })),
    { words: text.placeAndDate.label, style: small, x: left, y: lineAt + 12 },
  ]
  const names = paper.wrap(text.signer, strong, columnWidth)
  const functions = paper.wrap(text.signerFunction, small, columnWidth)
  const signer: Run[] = text.signer
    ? [
        ...names.map((words, i) => ({
          words,
          style: strong,
          x: signerLeft,
          y: lineAt + 14 + i * strong.leading,
        })),
        ...functions.map((words, i) => ({
          words,
          style: small,
          x: signerLeft,
          y: lineAt + 13 + names.length * strong.leading + i * small.leading,
        })),
      ]
    : []
  const deepest = Math.max(...[...date, ...signer].map((run) => run.y))
  return { height: deepest + 4, date, dateWidth: columnWidth, signer, lineAt }
}

function measureProof(paper: Paper, text: SheetText, look: Look): Proof {
  const { small, strong } = look
  const code = qrCode(text.verify.address)
  const module = codeSize / code.size
  const x = left + codeSize - 2 * code.quiet * module + 18
  const width = right - x
  const number: Run[] = [
    { words: text.number.label, style: small, x, y: 0 },
    { words: text.number.value, style: { ...strong, leading: 14 }, x, y: 15 },
  ]
  if (text.number.register)
    number.push({
      words: text.number.register,
      style: small,
      x: x + paper.widthOf(text.number.value, strong) + 14,
      y: 15,
    })
  const lead = paper.wrap(text.verify.label, small, width)
  const plain = { ...small, color: ink }
  const address = paper.wrap(text.verify.address, plain, width)
  const below = (lines: string[], from: number, style: Style): Run[] =>
    lines.map((words, i) => ({ words, style, x, y: from + i * style.leading }))
  const leadRuns = below(lead, 36, { ...small, color: muted })
  const addressRuns = below(address, 36 + lead.length * small.leading, plain)
  const deepest = Math.max(...addressRuns.map((run) => run.y))
  return {
    height: Math.max(codeSize - code.quiet * module, deepest + 14),
    number: [...number, ...leadRuns],
    address: addressRuns,
    link: text.verify.address,
    path: code.path,
    module,
  }
}

/** Draws the foot where the last page ends. */
export function drawFoot(
  paper: Paper,
  foot: Foot,
  add: (element: Element) => void,
  says: { code: string; link: string },
): void {
  const { pdf } = paper
  const { signature, proof } = foot
  const paragraph = (runs: Run[], from: number) => pdf.struct('P', {}, () => writeRuns(paper, runs, from))

  const signatureTop = bottom - foot.height
  paper.rule(left, signatureTop + signature.lineAt, signature.dateWidth, 0.5, muted)
  add(paragraph(signature.date, signatureTop))
  if (signature.signer.length > 0) {
    paper.rule(signerLeft, signatureTop + signature.lineAt, columnWidth, 0.5, muted)
    add(paragraph(signature.signer, signatureTop))
  }

  const proofTop = bottom - proof.height
  paper.rule(left, proofTop - 6, wholeWidth, 0.5, hairline)
  const codeLeft = left - 4 * proof.module
  const codeTop = proofTop + 12 - 4 * proof.module
  const box: [number, number, number, number] = [codeLeft, codeTop, codeLeft + codeSize, codeTop + codeSize]
  add(
    // The types leave out where a figure stands.
    pdf.struct('Figure', { alt: says.code, bbox: box } as PDFKit.Mixins.StructureElementOptions, () => {
      pdf.save().translate(codeLeft, codeTop).scale(proof.module).path(proof.path).fill(ink).restore()
    }),
  )
  add(paragraph(proof.number, proofTop + textBelow))
  const line = pdf.struct('P')
  add(line)
  line.add(linked(paper, proof, proofTop + textBelow, says.link))
  line.end()
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
