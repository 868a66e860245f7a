import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Attachment, type ParsedMail, simpleParser } from 'mailparser'
import type { Instant } from '../../functions/kernel/time.ts'
import { keep, keepJson } from './kept-file.ts'

/** What the mailbox notes beside a mail's bytes. */
export type KeptMail = {
  /** Counts up from 1 in the order of arrival. */
  id: string
  messageId: string
  from: string
  to: string[]
  configurationSet: string
  tags: Record<string, string>
  sentAt: Instant
  /** Whether everybody who wants to know what became of it was told. */
  told: boolean
}

/** A mail as a reader sees it. */
export type OpenedMail = KeptMail & {
  subject: string
  text: string
  html: string
  attachments: readonly Attachment[]
}

export type MailStore = {
  list(): readonly KeptMail[]
  find(id: string): KeptMail | undefined
  raw(id: string): Buffer
  open(mail: KeptMail): Promise<OpenedMail>
  add(mail: Omit<KeptMail, 'id' | 'told'>, raw: Uint8Array): KeptMail
  noteTold(id: string): void
}

/** Keeps mails in a folder, two files each, so that they survive a restart. */
export function openMailStore(folder: string): MailStore {
  mkdirSync(folder, { recursive: true })
  const mails = readFolder(folder)
  const opened = new Map<string, Promise<ParsedMail>>()
  const fileOf = (id: string, ending: 'eml' | 'json') => join(folder, `${id.padStart(6, '0')}.${ending}`)
  const raw = (id: string) => readFileSync(fileOf(id, 'eml'))

  return {
    list: () => [...mails.values()],
    find: (id) => mails.get(id),
    raw,

    async open(mail) {
      const parsing = opened.get(mail.id) ?? parse(raw(mail.id))
      opened.set(mail.id, parsing)
      const { subject = '', text = '', html, attachments } = await parsing
      return { ...mail, subject, text, html: html || '', attachments }
    },

    add(mail, bytes) {
      const last = [...mails.keys()].at(-1) ?? '0'
      const kept: KeptMail = { id: String(Number(last) + 1), ...mail, told: false }
      keep(fileOf(kept.id, 'eml'), bytes)
      keepJson(fileOf(kept.id, 'json'), kept)
      mails.set(kept.id, kept)
      return kept
    },

    noteTold(id) {
      const mail = mails.get(id)
      if (!mail) return
      mails.set(id, { ...mail, told: true })
      keepJson(fileOf(id, 'json'), { ...mail, told: true })
    },
  }
}

/** Only what has its note counts: a mail is accepted when both files are there. */
function readFolder(folder: string): Map<string, KeptMail> {
  const notes = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KeptMail)
  return new Map(notes.map((note) => [note.id, note]))
}

/** What stands in the mail, and nothing made up from the other part. */
const parse = (raw: Buffer): Promise<ParsedMail> =>
  simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true })
