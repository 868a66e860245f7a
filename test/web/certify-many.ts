import { certificateNoteShelf, certificateShelf } from '../../functions/certificate/certificate.table.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { takePlaces } from '../../functions/certificate/register.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { aCertificate } from '../world/certificate.ts'
import { openOffice } from './office-world.ts'

type Office = ReturnType<typeof openOffice>

/** A certificate with the next place of 2026, as issuing leaves it. */
async function certify(
  { house }: Office,
  seminar: Seminar,
  name: string,
  changes: Partial<Certificate> = {},
) {
  const { id: enrollmentId } = await house.enrollment(seminar, name)
  const number = `2026-${name.toUpperCase().padEnd(4, 'X').slice(0, 4)}-0000-0000`
  const entry = { number, seminarId: seminar.id, enrollmentId, at: house.now() }
  const { serials, writes } = await takePlaces(house.table, '2026', [entry])
  const [serial = 0] = serials
  await house.table.commit([
    ...writes,
    certificateShelf.create(
      number,
      aCertificate({ ...entry, serial, firstName: name, lastName: 'Öz', ...changes }),
    ),
    certificateNoteShelf.create({ seminarId: seminar.id, enrollmentId }, { number, serial }),
  ])
  return number
}

/** An office in which these people have a certificate each. */
export async function certifyAll(names: readonly string[]) {
  const office = openOffice()
  const seminar = await office.house.offer({ trainer: 'Zeynep Aydın', capacity: names.length })
  for (const name of names) await office.house.enrollAndConfirm(seminar, name)
  const numbers: string[] = []
  for (const name of names) numbers.push(await certify(office, seminar, name))
  return { office, seminar, numbers, house: office.house }
}

/** The same for so many, whoever they are. */
export const certifyMany = (count: number) =>
  certifyAll(Array.from({ length: count }, (_, i) => `p${String(i).padStart(3, '0')}`))
