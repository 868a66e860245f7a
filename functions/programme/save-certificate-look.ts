import { accept, type Result, refuse } from '../kernel/result.ts'
import type { Table, Write } from '../kernel/table.ts'
import { certificateLookShelf, keepPicture, nameOfPicture } from './certificate-look.table.ts'
import {
  type CertificateLook,
  type CertificatePicture,
  certificatePictures,
  isReadableOnPaper,
} from './certificate-look.ts'
import { examinePicture, type PictureRefusal } from './picture.ts'

/** Why the look was not saved: a color that is too pale, a picture that cannot be taken, or somebody was faster. */
export type SaveLookRefusal =
  | { code: 'pale' }
  | { code: 'picture'; which: CertificatePicture; why: PictureRefusal['code'] }
  | { code: 'changed-meanwhile' }

type LookCommand = {
  /** The version shown in the form; empty where nothing had been chosen. */
  version: string
  chosen: Pick<CertificateLook, 'design' | 'color' | 'bilingual'>
  /** New pictures; `none` takes one away; what is not named stays. */
  pictures: Partial<Record<CertificatePicture, Uint8Array | 'none'>>
}

/** An administrator decides how certificates look from now on; those that were issued stay as they are. */
export async function saveCertificateLook(
  { table, also = [] }: { table: Table; also?: readonly Write[] },
  { version, chosen, pictures }: LookCommand,
): Promise<Result<CertificateLook, SaveLookRefusal>> {
  if (!isReadableOnPaper(chosen.color)) return refuse({ code: 'pale' })
  const stored = await certificateLookShelf.read(table, null)
  const look: CertificateLook = { ...chosen }
  const kept = new Map<string, Write>()
  for (const which of certificatePictures) {
    const given = pictures[which]
    const before = stored?.facts[which]
    if (given === undefined && before !== undefined) look[which] = before
    if (given === undefined || given === 'none') continue
    const examined = await examinePicture(given)
    if (!examined.ok) return refuse({ code: 'picture', which, why: examined.refusal.code })
    look[which] = await nameOfPicture(given)
    for (const write of await keepPicture(table, given)) kept.set(look[which], write)
  }
  const { committed } = await table.commit([
    stored
      ? certificateLookShelf.replace({ ...stored, version }, look)
      : certificateLookShelf.create(null, look),
    ...kept.values(),
    ...also,
  ])
  return committed ? accept(look) : refuse({ code: 'changed-meanwhile' })
}
