import type { ReadingTable } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { certificateShelf } from './certificate.table.ts'
import type { Certificate } from './certificate.ts'
import { listRegister, type RegisterEntry } from './register.table.ts'
import { replacementShelf } from './replacement.table.ts'
import { revocationShelf } from './revocation.table.ts'
import type { Standing } from './standing.ts'

/**
 * A line of the register with what lies under its number. empty: the person has had their data erased, or left before
 * the certificate was made
 */
export type RegisterLine = RegisterEntry & {
  serial: number
  certificate: Certificate | undefined
  standing: Standing | { is: 'empty' }
}

/** A page holds so many lines; the table reads no more things at once. */
export const linesPerPage = 100

/** One page of the register of a year, the latest first, and how many pages there are. */
export async function readRegister(
  table: ReadingTable,
  { year, page }: { year: string; page: number },
): Promise<{ lines: RegisterLine[]; pages: number; count: number }> {
  const entries = (await listRegister(table, year)).toReversed()
  const shown = entries.slice((page - 1) * linesPerPage, page * linesPerPage)
  const pages = Math.max(1, Math.ceil(entries.length / linesPerPage))
  if (shown.length === 0) return { lines: [], pages, count: entries.length }
  const [certificates, revocations, replacements] = await Promise.all(
    [certificateShelf, revocationShelf, replacementShelf].map(({ place }) =>
      table.read(shown.map(({ number }) => place(number))),
    ),
  )
  const lines = shown.map((entry, i): RegisterLine => {
    const certificate = certificates?.[i] && certificateShelf.decode(certificates[i]).facts
    const revokedAt = revocations?.[i] && revocationShelf.decode(revocations[i]).facts.at
    const replacedAt = replacements?.[i] && replacementShelf.decode(replacements[i]).facts.at
    return { ...entry, certificate, standing: standingFrom({ certificate, revokedAt, replacedAt }) }
  })
  return { lines, pages, count: entries.length }
}

function standingFrom({
  certificate,
  revokedAt,
  replacedAt,
}: {
  certificate: Certificate | undefined
  revokedAt: Instant | undefined
  replacedAt: Instant | undefined
}): RegisterLine['standing'] {
  if (!certificate) return { is: 'empty' }
  if (revokedAt) return { is: 'revoked', at: revokedAt }
  return replacedAt ? { is: 'replaced', at: replacedAt } : { is: 'valid' }
}
