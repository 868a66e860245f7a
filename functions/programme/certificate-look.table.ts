import * as v from 'valibot'
import { base64, bytesFromBase64 } from '../kernel/encoding.ts'
import { type ReadingTable, shelf, type Write } from '../kernel/table.ts'
import { type CertificateLook, certificateLookSchema, certificatePictures } from './certificate-look.ts'

/** How the association's certificates look; it lies with the programme, which is read whenever they are issued. */
export const certificateLookShelf = shelf<CertificateLook, null>({
  table: 'catalog',
  kind: 'certificate-look',
  schema: certificateLookSchema,
  key: () => ({ pk: 'programme', sk: 'certificate-look' }),
})

/** A picture lies under the hash of its bytes and is never changed: what is printed once prints the same again. */
const pictureShelf = shelf<{ content: string }, string>({
  table: 'catalog',
  kind: 'picture',
  schema: v.object({ content: v.string() }),
  key: (name) => ({ pk: `picture#${name}`, sk: 'picture' }),
})

/** The SHA-256 of its bytes, as 64 letters. */
export async function nameOfPicture(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What keeps a picture; nothing where it is kept already. */
export async function keepPicture(table: ReadingTable, bytes: Uint8Array): Promise<Write[]> {
  const name = await nameOfPicture(bytes)
  return (await pictureShelf.read(table, name)) ? [] : [pictureShelf.create(name, { content: base64(bytes) })]
}

/** The pictures of a look by their names, for whoever draws with it. */
export async function readPictures(
  table: ReadingTable,
  look: CertificateLook | undefined,
): Promise<Map<string, Uint8Array>> {
  const names = certificatePictures.flatMap((kind) => look?.[kind] ?? [])
  const unique = [...new Set(names)]
  if (unique.length === 0) return new Map()
  const stored = await table.read(unique.map((name) => pictureShelf.place(name)))
  return new Map(
    stored.flatMap((picture, i) => {
      const name = unique[i]
      return picture && name
        ? [[name, bytesFromBase64(pictureShelf.decode(picture).facts.content)] as const]
        : []
    }),
  )
}
