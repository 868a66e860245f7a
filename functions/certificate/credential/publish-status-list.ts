import { type Table, TableBusy } from '../../kernel/table.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Certificate } from '../certificate.ts'
import { withProof } from './data-integrity.ts'
import { proofKeyName } from './did-document.ts'
import { type CredentialSigner, newest } from './make-credential.ts'
import { readStatusBits, signedListShelf } from './status.table.ts'
import { type StatusListContent, statusListContent, statusPlace } from './status-list.ts'

/** What signing a status list needs. */
export type StatusWorld = { table: Table; signer: CredentialSigner; origin: string; now: Instant }

/**
 * Signs a status list as its bits stand now, and keeps it for whoever asks. It is signed when a bit changes and not when
 * somebody asks: what stands at the street can then sign nothing, and asking costs nothing.
 */
export async function publishStatusList(world: StatusWorld, list: string): Promise<void> {
  const { table, origin, now } = world
  for (let attempt = 0; attempt < 5; attempt++) {
    // The list first: where it is still the same at the end, no later bit has been signed meanwhile.
    const stored = await signedListShelf.read(table, list)
    const indexes = await readStatusBits(table, list)
    const content = await statusListContent({ list, indexes, at: now }, origin)
    const facts = {
      json: JSON.stringify(await signStatusList(world, content)),
      bits: indexes.length,
      at: now,
    }
    const outcome = await table.commit([
      stored ? signedListShelf.replace(stored, facts) : signedListShelf.create(list, facts),
    ])
    if (outcome.committed) return
  }
  throw new TableBusy('the status list kept changing')
}

/** The list on which a certificate stands is there before the certificate is. */
export async function ensureStatusList(
  world: StatusWorld,
  certificate: Pick<Certificate, 'number' | 'serial'>,
): Promise<void> {
  const place = statusPlace(certificate)
  if (place && !(await signedListShelf.read(world.table, place.list)))
    await publishStatusList(world, place.list)
}

/** The list with the proof inside, by the key that signs credentials. */
export async function signStatusList(
  { signer, origin }: Pick<StatusWorld, 'signer' | 'origin'>,
  content: StatusListContent,
) {
  const { credentials } = await signer.publicKeys()
  return withProof(content, {
    signBytes: signer.signBytes,
    verificationMethod: proofKeyName(origin, newest(credentials)),
    created: content.validFrom,
  })
}
