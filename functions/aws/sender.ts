import type { ReadingTable } from '../kernel/table.ts'
import type { LetterSender } from '../mail/letter-words.ts'
import { organisationShelf, unnamedOrganisation } from '../programme/programme.table.ts'
import type { Config } from './config.ts'

/** Who the mails come from: the association as an administrator described it. */
export async function readSender(table: ReadingTable, config: Config): Promise<LetterSender> {
  const { name, street, city, email } =
    (await organisationShelf.read(table, null))?.facts ?? unnamedOrganisation
  return {
    name,
    street,
    city,
    email,
    imprintHref: `${config.publicOrigin}/imprint`,
    privacyHref: `${config.publicOrigin}/privacy`,
  }
}
