import PDFDocument from 'pdfkit'
import { drawSheet } from '../../functions/certificate/sheet/certificate.sheet.ts'
import { certificateDesigns, usualLook } from '../../functions/programme/certificate-look.ts'
import { aCertificate } from '../world/certificate.ts'
import { type PrintedLine, readPdf } from '../world/pdf.ts'
import { sheetMaterial as material } from '../world/sheet-material.ts'

const origin = 'https://lernhaus.example.org'
const sheets = 40
const rounds = 5

export type SheetFigures = {
  name: string
  perSecond: number
  barePerSecond: number
  ratio: number
  bytes: number
  bareBytes: number
}

/**
 * Certificates drawn in one second on one core, measured and tagged and made to last; beside the bare library, which is
 * handed each line of the same page with its place, and neither measures nor tags. Both in turns, the median counts.
 */
export async function measureSheets(): Promise<SheetFigures[]> {
  const figures: SheetFigures[] = []
  for (const design of certificateDesigns) {
    const certificate = (i: number) =>
      aCertificate({ serial: i + 1, lastName: `İğdeoğlu ${i}`, look: { ...usualLook, design } })
    const ours = (i: number) => drawSheet(certificate(i), { material, origin })
    const lines = (await readPdf(await ours(0))).lines
    const bare = () => drawBare(lines)
    await perSecond(10, ours)
    await perSecond(10, bare)
    const [own, others]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      own.push(await perSecond(sheets, ours))
      others.push(await perSecond(sheets, bare))
    }
    figures.push({
      name: design,
      perSecond: median(own),
      barePerSecond: median(others),
      ratio: median(own.map((value, i) => value / (others[i] ?? value))),
      bytes: (await ours(0)).length,
      bareBytes: (await bare()).length,
    })
  }
  return figures
}

/** The same words in the same places and sizes, and nothing else: no structure, no profile, no code. */
async function drawBare(lines: readonly PrintedLine[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, font: null as unknown as string })
  pdf.registerFont('text', material.text)
  pdf.registerFont('bold', material.bold)
  pdf.registerFont('small', material.small)
  for (const { words, x, y, size } of lines)
    pdf
      .font(size > 14 ? 'bold' : size > 9 ? 'text' : 'small')
      .fontSize(size)
      .text(words, x, 841.89 - y, { lineBreak: false, baseline: 'alphabetic' })
  pdf.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of pdf) chunks.push(chunk as unknown as Uint8Array)
  return Buffer.concat(chunks)
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

async function perSecond(times: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let i = 0; i < times; i++) await work(i)
  return (times * 1000) / (performance.now() - began)
}
