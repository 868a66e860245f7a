import { textOfFile } from '../enrollment/invitation/text-of-file.ts'
import { utf8 } from '../kernel/encoding.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'

/** A file as it was uploaded. */
export type UploadedFile = { name: string; bytes: Uint8Array }
/** A file that may go out, under a clean name and with the type that its content has. */
export type AttachableFile = { filename: string; contentType: string; bytes: Uint8Array }

/** empty: nothing inside · type: of a kind that we do not send · content: not what its name says · macros: runs code */
export type FileRefusal = { code: 'empty' | 'type' | 'content' | 'macros' }

type Kind = { contentType: string; begins?: readonly number[]; archive?: string; isText?: true }

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))
const zip = [0x50, 0x4b, 0x03, 0x04]
const openXml = (kind: string, folder: string): Kind => ({
  contentType: `application/vnd.openxmlformats-officedocument.${kind}`,
  begins: zip,
  archive: folder,
})
const openDocument = (kind: string): Kind => {
  const contentType = `application/vnd.oasis.opendocument.${kind}`
  return { contentType, begins: zip, archive: contentType }
}

/** What may be attached, by the end of its name. Old office formats are not among them: they can hide programs. */
const kinds: Record<string, Kind> = {
  pdf: { contentType: 'application/pdf', begins: letters('%PDF-') },
  png: { contentType: 'image/png', begins: [0x89, ...letters('PNG')] },
  jpg: { contentType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  jpeg: { contentType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  gif: { contentType: 'image/gif', begins: letters('GIF8') },
  webp: { contentType: 'image/webp', begins: letters('RIFF') },
  docx: openXml('wordprocessingml.document', 'word/'),
  xlsx: openXml('spreadsheetml.sheet', 'xl/'),
  pptx: openXml('presentationml.presentation', 'ppt/'),
  odt: openDocument('text'),
  ods: openDocument('spreadsheet'),
  odp: openDocument('presentation'),
  ics: { contentType: 'text/calendar; charset=utf-8', isText: true },
  txt: { contentType: 'text/plain; charset=utf-8', isText: true },
}

/** What the choice of files in a browser offers. */
export const acceptedFiles = Object.keys(kinds)
  .map((end) => `.${end}`)
  .join(',')

/** Looks at a file before it is taken: its name, and whether its content is what the name says. */
export function examineFile({ name, bytes }: UploadedFile): Result<AttachableFile, FileRefusal> {
  const end = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(kinds, end) ? kinds[end] : undefined
  if (!kind) return refuse({ code: 'type' })
  if (bytes.length === 0) return refuse({ code: 'empty' })
  if (kind.isText) return examineText(name, end, kind, bytes)
  if (!kind.begins?.every((byte, i) => bytes[i] === byte)) return refuse({ code: 'content' })
  const wrong = kind.archive && examineArchive(bytes, kind.archive)
  if (wrong) return refuse({ code: wrong })
  return accept({ filename: cleanName(name, end), contentType: kind.contentType, bytes })
}

/** What office documents run, and what nobody puts into one for a good reason. */
const programs = /vbaProject|^Basic\/|^Scripts\/|\.(?:exe|dll|scr|com|bat|cmd|ps1|js|vbs|jar)$/i

/** The names in a ZIP archive: its directory says them in plain letters (APPNOTE 4.3.12). */
function namesIn(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (bytes[at] !== 0x50 || view.getUint32(at) !== 0x504b0102) continue
    names.push(latin(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))))
  }
  return names
}

/** An office document of that kind begins with its type (ODF), or has a folder of that name (Office Open XML). */
function examineArchive(bytes: Uint8Array, kind: string): 'content' | 'macros' | undefined {
  const names = namesIn(bytes)
  if (!names.some((name) => name.startsWith(kind)) && !latin(bytes.subarray(0, 200)).includes(kind))
    return 'content'
  return names.some((name) => programs.test(name)) ? 'macros' : undefined
}

/** One letter for each byte. */
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Texts are passed on in UTF-8, whatever they were saved in; a calendar says its method beside its type. */
function examineText(
  name: string,
  end: string,
  kind: Kind,
  bytes: Uint8Array,
): Result<AttachableFile, FileRefusal> {
  const text = textOfFile(bytes)
  if (text === undefined) return refuse({ code: 'content' })
  const isCalendar = end === 'ics'
  if (isCalendar && !/^\uFEFF?BEGIN:VCALENDAR\r?\n/i.test(text)) return refuse({ code: 'content' })
  const [, method] = (isCalendar && /^METHOD:(PUBLISH|REQUEST|CANCEL)\s*$/im.exec(text)) || []
  const contentType = method ? `${kind.contentType}; method=${method.toUpperCase()}` : kind.contentType
  return accept({ filename: cleanName(name, end), contentType, bytes: utf8(text) })
}

/** Longer names are cut by mail programs, some of them in the wrong place. */
const longestName = 80

/** A name without a path, and without anything that a file system or a reader's eye could stumble over. */
function cleanName(name: string, end: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .slice(0, -end.length - 1)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029<>:"|?*;]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  return `${[...stem].slice(0, longestName).join('').trim() || 'Anhang'}.${end}`
}
