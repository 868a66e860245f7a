import { utf8 } from '../../kernel/encoding.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Certificate } from '../certificate.ts'
import type { Credential } from './credential.ts'

/** A file inside a sheet. Its date is that of the certificate, so that the same sheet has the same bytes. */
type AttachedFile = { name: string; description: string; contentType: string; bytes: Uint8Array; at: Instant }

/** A credential with its proof inside (W3C Verifiable Credentials 2.0, 6.1). */
export const credentialType = 'application/vc'

/** The credential as a file inside the sheet: whoever has the PDF has the proof for machines too. */
export const attachedCredential = (
  { json }: Credential,
  { number, issuedAt }: Pick<Certificate, 'number' | 'issuedAt'>,
): AttachedFile => ({
  name: 'credential.json',
  description: `Open Badges 3.0: ${number}`,
  contentType: credentialType,
  bytes: utf8(json),
  at: issuedAt,
})
