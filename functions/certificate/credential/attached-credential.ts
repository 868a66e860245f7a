import { utf8 } from '../../kernel/encoding.ts'
import { millisecondsOf } from '../../kernel/time.ts'
import type { Certificate } from '../certificate.ts'
import type { SheetAttachment } from '../sheet/archive.sheet.ts'
import type { Credential } from './credential.ts'

/** A credential with its proof inside (W3C Verifiable Credentials 2.0, 6.1). */
export const credentialType = 'application/vc'

/** The credential as a file inside the sheet: whoever has the PDF has the proof for machines too. */
export const attachedCredential = (
  { json }: Credential,
  { number, issuedAt }: Pick<Certificate, 'number' | 'issuedAt'>,
): SheetAttachment => ({
  name: 'credential.json',
  description: `Open Badges 3.0: ${number}`,
  contentType: credentialType,
  bytes: utf8(json),
  // The date of the certificate, so that the same sheet has the same bytes.
  at: new Date(millisecondsOf(issuedAt)),
})
