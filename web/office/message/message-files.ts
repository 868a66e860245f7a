import type { Language } from '../../../functions/kernel/language.ts'
import type { StoredFile } from '../../../functions/mail/letter.ts'
import {
  type AttachableFile,
  examineFile,
  type UploadedFile,
} from '../../../functions/message/attached-file.ts'
import { mostFileBytes, mostFiles } from '../../../functions/message/message.ts'
import { isReadable } from '../../parts/readable-text.ts'
import { messagesText } from '../../text/messages.ts'

/** The files that fit beside those that are attached already, and why the others do not. */
export function sortFiles(
  uploads: readonly UploadedFile[],
  kept: readonly StoredFile[],
  language: Language,
): { fresh: AttachableFile[]; trouble: string } {
  const text = messagesText[language].troubles
  const fresh: AttachableFile[] = []
  const troubles: string[] = []
  let bytes = kept.reduce((sum, { size }) => sum + size, 0)
  for (const upload of uploads) {
    const examined = examineFile(upload)
    const name = shown(upload.name)
    if (!examined.ok) troubles.push(text.files[examined.refusal.code](name))
    else if (kept.length + fresh.length >= mostFiles) troubles.push(text.tooManyFiles(name))
    else if (bytes + examined.value.bytes.length > mostFileBytes) troubles.push(text.tooLarge(name))
    else {
      fresh.push(examined.value)
      bytes += examined.value.bytes.length
    }
  }
  return { fresh, trouble: troubles.join(' ') }
}

/** Names of other people's files may be anything; the page shows the start of what can be shown. */
const shown = (name: string): string => (isReadable(name.slice(0, 80)) ? name.slice(0, 80) : '…')
