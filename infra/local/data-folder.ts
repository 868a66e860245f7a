import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from './folder-lock.ts'

/** Where the parts of the local system keep what must survive a restart. */
export type DataFolder = {
  folder: string
  database: string
  mails: string
  files: string
  clock: string
  stream: string
  rooms: string
  roomNotices: string
  signingKey: string
  credentialKey: string
  secrets: string
  openid: string
  log: string
}

/** Everything in the folder begins with one of these names, so that nothing else is ever thrown away. */
const ownNames = [
  'database',
  'mails',
  'files',
  'clock.json',
  'stream.json',
  'room',
  'signing-key',
  'credential-key',
  'secrets.json',
  'openid',
  'log',
]

/** Makes the folder, holds it for this process alone, and names the places in it. */
export function openDataFolder(folder: string): DataFolder {
  lockFolder(folder)
  const at = (name: string) => join(folder, name)
  return {
    folder,
    database: at('database.db'),
    mails: at('mails'),
    files: at('files'),
    clock: at('clock.json'),
    stream: at('stream.json'),
    rooms: at('rooms.json'),
    roomNotices: at('room-notices.json'),
    signingKey: at('signing-key.pem'),
    credentialKey: at('credential-key.pem'),
    secrets: at('secrets.json'),
    openid: at('openid.json'),
    log: at('log.jsonl'),
  }
}

/** Begins anew: throws away what the local system has kept, and only that. Whoever holds the folder may do so. */
export function emptyDataFolder({ folder }: DataFolder): void {
  for (const name of readdirSync(folder))
    if (ownNames.some((own) => name.startsWith(own))) rmSync(join(folder, name), { recursive: true })
}
