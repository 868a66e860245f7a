import type { Context } from 'hono'
import type { UploadedFile } from '../../functions/message/attached-file.ts'
import { answer } from '../parts/door-page.tsx'
import { readForm } from '../parts/read-form.ts'
import type { Values } from './field-reader.ts'

/** A form with the files that came with it. */
type FilledForm = { values: Values; files: (UploadedFile & { field: string })[] }

/**
 * Reads a form with one field for several files, or some for one each. Everything else is as strict as in other forms: no name twice, no
 * file elsewhere. Browsers send an empty file without a name where none was chosen.
 */
export async function readFiles(
  c: Context,
  { bytes, keys, field }: { bytes: number; keys: number; field: string | readonly string[] },
): Promise<FilledForm | Response> {
  const contentType = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    const values = await readForm(c, { bytes, keys })
    return values instanceof Response ? values : { values, files: [] }
  }
  const body = await c.req.arrayBuffer()
  if (body.byteLength > bytes) return answer(c, 'too-large')
  const parts = await partsOf(contentType, body)
  if (!parts || parts.length > keys) return answer(c, 'unreadable')
  const texts = parts.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  const uploads = parts.flatMap(([name, value]) => (value instanceof File ? [{ name, file: value }] : []))
  const values = new Map(texts)
  const fields = typeof field === 'string' ? [field] : field
  if (values.size < texts.length || uploads.some(({ name }) => !fields.includes(name)))
    return answer(c, 'unreadable')
  const chosen = uploads.filter(({ file }) => file.size > 0 || file.name !== '')
  return { values, files: await Promise.all(chosen.map(({ name, file }) => readBytes(name, file))) }
}

const readBytes = async (field: string, file: File): Promise<FilledForm['files'][number]> => ({
  field,
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

async function partsOf(contentType: string, body: ArrayBuffer) {
  try {
    return [...(await new Response(body, { headers: { 'content-type': contentType } }).formData())]
  } catch {
    return undefined
  }
}
