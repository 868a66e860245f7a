import type { Context, Hono } from 'hono'
import { certificateFilename } from '../../functions/certificate/certificate.mail.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { findValidCertificateOf } from '../../functions/certificate/revocation.table.ts'
import { readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'

/** What handing out a certificate needs: it reads, and draws what was frozen when it was issued. */
type CertificateFileWorld = DoorWorld & {
  table: ReadingTable
  drawSheet: (certificate: Certificate) => Promise<Uint8Array>
}

/** The certificate of attendance as a file, for the person whose link it is. */
export function certificateFileDoor(world: CertificateFileWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/my/:token/certificate.pdf', (c) => handOut(c, world))
  return door
}

async function handOut(c: Context, { table, drawSheet }: CertificateFileWorld) {
  const linked = await readPersonalLink(table, c.req.param('token') ?? '', 'my')
  const { seminarId, id } = linked?.enrollment.facts ?? { seminarId: '', id: '' }
  const certificate = linked && (await findValidCertificateOf(table, { seminarId, enrollmentId: id }))
  if (!certificate) return answer(c, 'not-found')
  c.header('content-type', 'application/pdf')
  c.header('content-disposition', `inline; filename="${certificateFilename(certificate)}"`)
  return c.body(new Uint8Array(await drawSheet(certificate)))
}
