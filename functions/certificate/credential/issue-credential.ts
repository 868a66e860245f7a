import type { Certificate } from '../certificate.ts'
import type { Credential } from './credential.ts'
import { makeCredential } from './make-credential.ts'
import { ensureStatusList, type StatusWorld } from './publish-status-list.ts'

/** The credential for a certificate that is just being issued; the status list that it names is there from then on. */
export async function issueCredential(world: StatusWorld, certificate: Certificate): Promise<Credential> {
  await ensureStatusList(world, certificate)
  return makeCredential(world, certificate)
}
