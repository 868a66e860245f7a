import { accept, type Result, refuse } from '../kernel/result.ts'

/**
 * Why a picture cannot stand on certificates. not-png: another kind of file · too-large: more bytes or dots than a
 * sheet needs · interlaced, deep: kinds of PNG that an archive's PDF does not take as they are · broken: cut off
 */
export type PictureRefusal = { code: 'not-png' | 'too-large' | 'interlaced' | 'deep' | 'broken' }

/** A picture lies in the table with others, as text; more would not fit beside its name. */
export const mostPictureBytes = 200 * 1024
/** Enough for a logo of five centimeters in print. */
const mostDots = 1600

const signature = [137, 80, 78, 71, 13, 10, 26, 10]
/** Values per dot by color type: gray, color, palette, gray or color with transparency (PNG, 11.2.1). */
const channelsOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Looks at a picture before it is taken: that it is a PNG, whole, and of a kind that every sheet can carry. */
export async function examinePicture(
  bytes: Uint8Array,
): Promise<Result<{ width: number; height: number }, PictureRefusal>> {
  if (!signature.every((byte, i) => bytes[i] === byte)) return refuse({ code: 'not-png' })
  if (bytes.length > mostPictureBytes) return refuse({ code: 'too-large' })
  const chunks = chunksOf(bytes)
  const header = chunks?.[0]
  if (!chunks || header?.name !== 'IHDR' || header.data.length !== 13) return refuse({ code: 'broken' })
  const view = new DataView(header.data.buffer, header.data.byteOffset)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth = 0, colorType = 0, , , interlace] = header.data.subarray(8)
  const channels = channelsOf[colorType]
  if (width === 0 || height === 0 || channels === undefined) return refuse({ code: 'broken' })
  if (width > mostDots || height > mostDots) return refuse({ code: 'too-large' })
  if (interlace !== 0) return refuse({ code: 'interlaced' })
  if (depth > 8) return refuse({ code: 'deep' })
  const dots = height * (1 + Math.ceil((width * channels * depth) / 8))
  const packed = chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)
  const hasColors = colorType !== 3 || chunks.some(({ name, data }) => name === 'PLTE' && data.length >= 3)
  if (!hasColors || !(await unpacksTo(packed, dots))) return refuse({ code: 'broken' })
  return accept({ width, height })
}

type Chunk = { name: string; data: Uint8Array<ArrayBuffer> }

/** The chunks of a PNG up to its end; undefined where one is cut off or the end is missing. */
function chunksOf(bytes: Uint8Array): Chunk[] | undefined {
  const whole = new Uint8Array(bytes)
  const view = new DataView(whole.buffer)
  const chunks: Chunk[] = []
  for (let at = signature.length; at + 12 <= whole.length; ) {
    const length = view.getUint32(at)
    const data = whole.subarray(at + 8, at + 8 + length)
    const name = String.fromCharCode(...whole.subarray(at + 4, at + 8))
    if (at + 12 + length > whole.length) return undefined
    if (name === 'IEND') return chunks
    chunks.push({ name, data })
    at += 12 + length
  }
  return undefined
}

/** A few bytes can unpack to gigabytes, so nobody unpacks more than a picture of that size has. */
async function unpacksTo(packed: Uint8Array<ArrayBuffer>[], size: number): Promise<boolean> {
  const stream = new Blob(packed).stream().pipeThrough(new DecompressionStream('deflate'))
  let unpacked = 0
  try {
    for await (const part of stream) {
      unpacked += part.length
      if (unpacked > size) return false
    }
  } catch {
    return false
  }
  return unpacked === size
}
