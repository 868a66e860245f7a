import * as v from 'valibot'
import { type ReadingTable, shelf } from '../../kernel/table.ts'
import type { Credential } from './credential.ts'

/** It lies beside the certificate, under the same number; whoever forgets the one forgets the other. */
export const credentialShelf = shelf<Credential, string>({
  table: 'people',
  kind: 'certificate-credential',
  schema: v.object({ json: v.string(), jwt: v.string() }),
  key: (number) => ({ pk: `certificate#${number}`, sk: 'credential' }),
})

/** The credential of a certificate; undefined for those that were issued before there were any. */
export const findCredential = async (
  table: Pick<ReadingTable, 'read'>,
  number: string,
): Promise<Credential | undefined> => (await credentialShelf.read(table, number))?.facts
