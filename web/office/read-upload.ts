import type { Context } from 'hono'
import { textOfFile } from '../../functions/enrollment/invitation/text-of-file.ts'
import { answer } from '../parts/door-page.tsx'
import { readForm } from '../parts/read-form.ts'
import type { Values } from './field-reader.ts'

/** A form that may carry one file, already read as text; `unreadable` where the file is no text. */
export type Upload = { values: Values; file: string | 'unreadable' | undefined }

/**
 * Reads a form with one field for a file. Everything else is as strict as in other forms; browsers send an empty file
 * where none was chosen.
 */
export async function readUpload(
  c: Context,
  { bytes, field }: { bytes: number; field: string },
): Promise<Upload | Response> {
  const contentType = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    const values = await readForm(c, { bytes })
    return values instanceof Response ? values : { values, file: undefined }
  }
  const body = await c.req.arrayBuffer()
  if (body.byteLength > bytes) return answer(c, 'too-large')
  const parts = await partsOf(contentType, body)
  const files = parts?.filter((part) => part[1] instanceof File) ?? []
  const texts = parts?.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  const values = new Map(texts)
  const isStrange = files.length > 1 || files.some(([name]) => name !== field)
  if (!texts || isStrange || texts.length > 50 || values.size < texts.length) return answer(c, 'unreadable')
  return { values, file: await readFile(files[0]?.[1]) }
}

async function partsOf(contentType: string, body: ArrayBuffer) {
  try {
    return [...(await new Response(body, { headers: { 'content-type': contentType } }).formData())]
  } catch {
    return undefined
  }
}

async function readFile(file: File | string | undefined): Promise<Upload['file']> {
  if (!(file instanceof File) || file.size === 0) return undefined
  return textOfFile(new Uint8Array(await file.arrayBuffer())) ?? 'unreadable'
}
