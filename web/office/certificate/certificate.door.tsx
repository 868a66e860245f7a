import { Hono } from 'hono'
import { findRequest } from '../../../functions/certificate/request/certificate-request.table.ts'
import {
  type RequestRefusal,
  requestCertificate,
} from '../../../functions/certificate/request/request-certificate.ts'
import { revokeCertificate } from '../../../functions/certificate/revoke.ts'
import { listCertificatesOf } from '../../../functions/certificate/traces.ts'
import { enrollmentShelf } from '../../../functions/enrollment/enrollment.table.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import type { Values } from '../field-reader.ts'
import { findSeminar } from '../find-seminar.ts'
import { errorsFrom, readPlainForm } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { CertificatePage, reasonFields, type Shown } from './certificate-page.tsx'
import { certificatePath } from './preview-path.ts'
import { nameFields, RenewPage } from './renew-page.tsx'

/** One person's certificate: a new one in its place, the mail once more, or that it holds no longer. */
export function certificateDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/certificates/:enrollmentId{[\\w-]{16}}'
  door.get(path, only('change-seminars'), (c) => show(c, c.req.param(), nothingTyped))
  door.post(path, only('change-seminars'), (c) => revoke(c, c.req.param()))
  door.get(`${path}/renew`, only('change-seminars'), (c) => showRenew(c, c.req.param(), {}))
  door.post(`${path}/renew`, only('change-seminars'), (c) => renew(c, c.req.param()))
  door.post(`${path}/again`, only('change-seminars'), (c) => sendAgain(c, c.req.param()))
  return door
}

type Name = { id: string; enrollmentId: string }

const nothingTyped: Shown = { form: 'none', values: new Map(), errors: {} }

async function find({ world, ...visit }: Visit, { id, enrollmentId }: Name) {
  const seminar = (await findSeminar({ world, ...visit }, id))?.facts
  if (!seminar) return undefined
  const name = { seminarId: id, enrollmentId }
  const person = (await enrollmentShelf.read(world.table, name))?.facts
  const certificates = await listCertificatesOf(world.table, name)
  const latest = certificates.at(-1)
  if (!person || !latest) return undefined
  const request = await findRequest(world.table, name)
  return { seminar, person, latest, former: certificates.slice(0, -1), request }
}

async function show(c: OfficeContext, name: Name, shown: Shown): Promise<Response> {
  const visit = c.get('visit')
  const found = await find(visit, name)
  if (!found) return notFound(c)
  const status = shown.refusal ? 409 : Object.keys(shown.errors).length > 0 ? 422 : 200
  return c.html(<CertificatePage {...{ visit, ...found, shown }} done={c.req.query('done')} />, status)
}

async function revoke(c: OfficeContext, name: Name): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  // Only who may see the seminar revokes in it.
  if (values.has(leftLanguage) || !(await find(visit, name)))
    return show(c, name, { form: 'revoke', values, errors: {} })
  const { typed, troubles } = readPlainForm(reasonFields(visit), values)
  const errors = errorsFrom(troubles, visit.setting.language)
  if (Object.keys(errors).length > 0) return show(c, name, { form: 'revoke', values, errors })
  const { id: seminarId, enrollmentId } = name
  const revoked = await revokeCertificate(
    noting(visit, { deed: 'revoke-certificate', seminarId, about: enrollmentId }),
    { seminarId, enrollmentId, reason: typed.reason ?? '', by: visit.member.email },
  )
  if (revoked.ok) return goTo(c, certificatePath(seminarId, enrollmentId), 'certificateRevoked')
  return show(c, name, { form: 'revoke', values, errors: {}, refusal: revoked.refusal.code })
}

type Typed = { values?: Values; errors?: FieldErrors; refusal?: RequestRefusal['code'] }

async function showRenew(c: OfficeContext, name: Name, typed: Typed): Promise<Response> {
  const visit = c.get('visit')
  const found = await find(visit, name)
  if (found?.person.state !== 'confirmed') return notFound(c)
  const { values, errors = {}, refusal } = typed
  const status = refusal ? 409 : Object.keys(errors).length > 0 ? 422 : 200
  const { person, latest } = found
  return c.html(
    <RenewPage {...{ visit, person, latest, values, errors }} {...(refusal && { refusal })} />,
    status,
  )
}

async function renew(c: OfficeContext, name: Name): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  if (values.has(leftLanguage) || !(await find(visit, name))) return showRenew(c, name, { values })
  const { typed, troubles } = readPlainForm(nameFields(visit), values)
  const errors = errorsFrom(troubles, visit.setting.language)
  if (Object.keys(errors).length > 0) return showRenew(c, name, { values, errors })
  const { id: seminarId, enrollmentId } = name
  const names = { firstName: typed.firstName ?? '', lastName: typed.lastName ?? '' }
  const asked = await requestCertificate(
    noting(visit, { deed: 'renew-certificate', seminarId, about: enrollmentId }),
    { seminarId, enrollmentId, wish: 'everything', names, by: visit.member.email },
  )
  if (asked.ok) return goTo(c, certificatePath(seminarId, enrollmentId), 'certificateRenewed')
  return showRenew(c, name, { values, refusal: asked.refusal.code })
}

async function sendAgain(c: OfficeContext, name: Name): Promise<Response> {
  const visit = c.get('visit')
  if (!(await find(visit, name))) return notFound(c)
  const { id: seminarId, enrollmentId } = name
  const asked = await requestCertificate(
    noting(visit, { deed: 'send-certificate-again', seminarId, about: enrollmentId }),
    { seminarId, enrollmentId, wish: 'again', by: visit.member.email },
  )
  if (asked.ok) return goTo(c, certificatePath(seminarId, enrollmentId), 'certificateAgain')
  return show(c, name, { ...nothingTyped, refusal: asked.refusal.code })
}
