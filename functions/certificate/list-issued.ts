import { listEnrollments } from '../enrollment/enrollment.table.ts'
import type { ReadingTable } from '../kernel/table.ts'
import { certificateNoteShelf, certificateShelf } from './certificate.table.ts'
import type { Certificate } from './certificate.ts'
import { revocationShelf } from './revocation.table.ts'

/** The table reads so many things at once, and two lie under each number. */
const atOnce = 50

/** The certificates of a seminar that hold today, in the order of the register. */
export async function listIssued(table: ReadingTable, seminarId: string): Promise<Certificate[]> {
  const people = await listEnrollments(table, seminarId)
  const valid: Certificate[] = []
  for (let at = 0; at < people.length; at += atOnce) {
    const names = people.slice(at, at + atOnce).map(({ facts }) => ({ seminarId, enrollmentId: facts.id }))
    const notes = await table.read(names.map(certificateNoteShelf.place))
    const numbers = notes.flatMap((note) => (note ? [certificateNoteShelf.decode(note).facts.number] : []))
    if (numbers.length > 0) valid.push(...(await readValid(table, numbers)))
  }
  return valid.sort(
    (a, b) =>
      a.issuedAt.slice(0, 4).localeCompare(b.issuedAt.slice(0, 4)) || (a.serial ?? 0) - (b.serial ?? 0),
  )
}

/** Those of the numbers under which a certificate lies that nobody has revoked. */
async function readValid(table: ReadingTable, numbers: readonly string[]): Promise<Certificate[]> {
  const stored = await table.read([
    ...numbers.map(certificateShelf.place),
    ...numbers.map(revocationShelf.place),
  ])
  return numbers.flatMap((_, i) => {
    const [certificate, revocation] = [stored[i], stored[numbers.length + i]]
    return certificate && !revocation ? [certificateShelf.decode(certificate).facts] : []
  })
}
