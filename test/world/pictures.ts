import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

type Shape = {
  width: number
  height: number
  /** 0 gray, 2 red-green-blue, 4 gray with transparency, 6 color with transparency (PNG, 11.2.1). */
  colorType?: 0 | 2 | 4 | 6
  bitDepth?: 8 | 16
  interlaced?: boolean
}

const channels = { 0: 1, 2: 3, 4: 2, 6: 4 }

/** A PNG of that shape, written byte by byte; its dots fade from dark to light. */
export function aPng({ width, height, colorType = 6, bitDepth = 8, interlaced = false }: Shape): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bitDepth, colorType, 0, 0, interlaced ? 1 : 0], 8)
  const row = 1 + width * channels[colorType] * (bitDepth / 8)
  const dots = Buffer.alloc(row * height)
  for (let i = 0; i < dots.length; i++) dots[i] = i % row === 0 ? 0 : (i * 7) % 251
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(dots)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}

/** The name under which a picture lies: the SHA-256 of its bytes. */
export const nameOfPicture = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
