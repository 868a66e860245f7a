import { encode } from 'uqr'

/** A QR code as one vector path in units of its modules; `size` includes the quiet zone on all sides. */
type QrCode = { path: string; size: number; quiet: number }

/** Readers need four white modules around the code (ISO/IEC 18004). */
const quiet = 4

/** Level Q: a quarter of the code may be torn, stained or stamped over. */
export function qrCode(text: string): QrCode {
  const { data } = encode(text, { ecc: 'Q', boostEcc: false, border: 0 })
  const runs = data.flatMap((row, y) => darkRuns(row).map(({ from, length }) => bar(from, y, length)))
  return { path: runs.join(''), size: data.length + 2 * quiet, quiet }
}

const bar = (x: number, y: number, length: number): string =>
  `M${x + quiet} ${y + quiet}h${length}v1h${-length}z`

function darkRuns(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last.from + last.length === x) last.length++
    else runs.push({ from: x, length: 1 })
  })
  return runs
}
