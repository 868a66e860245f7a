import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

/** What stands in a PDF where a value can stand, as qpdf writes it down. */
export type PdfValue = string | number | boolean | null | PdfValue[] | { [key: string]: PdfValue }
export type PdfDictionary = { [key: string]: PdfValue }

/** The objects of a file, before anybody has interpreted them. */
export type PdfObjects = {
  bytes: Uint8Array
  trailer: PdfDictionary
  catalog: PdfDictionary
  /** Every dictionary of the file, also those of streams. */
  dictionaries: PdfDictionary[]
  /** The dictionaries of streams alone. */
  streams: PdfDictionary[]
  /** The dictionary that a value is or points to; empty where there is none. */
  at: (value: PdfValue | undefined) => PdfDictionary
  list: (value: PdfValue | undefined) => PdfValue[]
  /** What a stream says, unpacked; undefined where the value points to none. */
  stream: (value: PdfValue | undefined) => Uint8Array | undefined
}

type Written = { value?: PdfValue; stream?: { dict: PdfDictionary; data: string } }

/** Takes a file apart with qpdf, a reader that shares no line with the one that wrote it. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const folder = mkdtempSync(join(tmpdir(), 'objects-'))
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes)
    const options = ['--json', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=none']
    const run = spawnSync('qpdf', [...options, 'file.pdf'], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
    const [, objects] = (JSON.parse(run.stdout) as { qpdf: [unknown, Record<string, Written>] }).qpdf
    return openObjects(bytes, objects)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function openObjects(bytes: Uint8Array, objects: Record<string, Written>): PdfObjects {
  const written = (value: PdfValue | undefined): Written =>
    typeof value === 'string' && / R$/.test(value)
      ? (objects[`obj:${value}`] ?? {})
      : { value: value ?? null }
  const at = (value: PdfValue | undefined): PdfDictionary => {
    const found = written(value)
    return asDictionary(found.stream?.dict ?? found.value)
  }
  const trailer = at(objects.trailer?.value)
  return {
    bytes,
    trailer,
    catalog: at(trailer['/Root']),
    dictionaries: Object.values(objects).flatMap(({ value, stream }) =>
      nested(stream?.dict ?? value ?? null),
    ),
    streams: Object.values(objects).flatMap(({ stream }) => (stream ? [stream.dict] : [])),
    at,
    list: (value) => {
      const found = written(value).value
      return Array.isArray(found) ? found : []
    },
    stream: (value) => {
      const { stream } = written(value)
      if (!stream) return undefined
      const data = Buffer.from(stream.data, 'base64')
      return stream.dict['/Filter'] === '/FlateDecode' ? inflateSync(data) : data
    },
  }
}

const asDictionary = (value: PdfValue | undefined): PdfDictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

const nested = (value: PdfValue): PdfDictionary[] => {
  if (Array.isArray(value)) return value.flatMap(nested)
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(nested)]
}
