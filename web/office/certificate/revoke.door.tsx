import { Hono } from 'hono'
import { findCertificateOf } from '../../../functions/certificate/certificate.table.ts'
import type { Certificate } from '../../../functions/certificate/certificate.ts'
import { findRevocation, type Revocation } from '../../../functions/certificate/revocation.table.ts'
import { type RevokeRefusal, revokeCertificate } from '../../../functions/certificate/revoke.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { FactList, Notice } from '../../parts/notice.tsx'
import { readForm } from '../../parts/read-form.ts'
import { inside } from '../../parts/setting.ts'
import { revokeText } from '../../text/revoke.ts'
import type { Values } from '../field-reader.ts'
import { findSeminar } from '../find-seminar.ts'
import { OfficePage } from '../office-page.tsx'
import { errorsFrom, type PlainField, PlainForm, plainFormName, readPlainForm } from '../plain-form.tsx'
import { shortDate } from '../short-dates.ts'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { certificatePath } from './preview-path.ts'

/** One person's certificate, and the form by which it is revoked. */
export function revokeDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/certificates/:enrollmentId{[\\w-]{16}}'
  door.get(path, only('change-seminars'), (c) => show(c, c.req.param(), { values: new Map(), errors: {} }))
  door.post(path, only('change-seminars'), (c) => revoke(c, c.req.param()))
  return door
}

type Name = { id: string; enrollmentId: string }
type Shown = { values: Values; errors: FieldErrors; refusal?: RevokeRefusal['code'] }

async function find({ world, ...visit }: Visit, { id, enrollmentId }: Name) {
  const seminar = (await findSeminar({ world, ...visit }, id))?.facts
  const certificate = seminar && (await findCertificateOf(world.table, { seminarId: id, enrollmentId }))
  if (!certificate) return undefined
  return { seminar, certificate, revocation: await findRevocation(world.table, certificate.number) }
}

async function show(c: OfficeContext, name: Name, shown: Shown): Promise<Response> {
  const visit = c.get('visit')
  const found = await find(visit, name)
  if (!found) return notFound(c)
  const status = shown.refusal ? 409 : Object.keys(shown.errors).length > 0 ? 422 : 200
  return c.html(<RevokePage {...{ visit, name, ...found, ...shown }} done={c.req.query('done')} />, status)
}

async function revoke(c: OfficeContext, name: Name): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  // Only who may see the seminar revokes in it.
  if (values.has(leftLanguage) || !(await find(visit, name))) return show(c, name, { values, errors: {} })
  const { typed, troubles } = readPlainForm(fieldsOf(visit), values)
  const errors = errorsFrom(troubles, visit.setting.language)
  if (Object.keys(errors).length > 0) return show(c, name, { values, errors })
  const { id: seminarId, enrollmentId } = name
  const revoked = await revokeCertificate(
    noting(visit, { deed: 'revoke-certificate', seminarId, about: enrollmentId }),
    { seminarId, enrollmentId, reason: typed.reason ?? '', by: visit.member.email },
  )
  if (revoked.ok) return goTo(c, certificatePath(seminarId, enrollmentId), 'certificateRevoked')
  return show(c, name, { values, errors: {}, refusal: revoked.refusal.code })
}

const fieldsOf = ({ setting }: Visit): PlainField[] => {
  const text = revokeText[setting.language]
  return [
    { name: 'reason', label: text.reason, hint: text.reasonHint, kind: 'lines', most: 300, required: true },
  ]
}

type Props = Shown & {
  visit: Visit
  name: Name
  seminar: Seminar
  certificate: Certificate
  revocation: Revocation | undefined
  done?: string | undefined
}

function RevokePage({ visit, name, seminar, certificate, revocation, done, ...form }: Props) {
  const { setting } = visit
  const text = revokeText[setting.language]
  const path = certificatePath(name.id, name.enrollmentId)
  const date = (instant: Certificate['issuedAt']) => shortDate(instant, setting.language, seminar.zone)
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={`${text.title}: ${fullName(certificate)}`}
      path={path}
      form={revocation ? undefined : plainFormName}
      back={{ path: `/office/seminars/${name.id}`, label: textIn(seminar.title, setting.language) }}
      done={done}
    >
      <FactList
        facts={[
          [text.number, certificate.number],
          [text.issued, date(certificate.issuedAt)],
        ]}
      />
      <p>
        <a href={inside(setting, `/verify/${certificate.number}`)}>{text.verify}</a>
      </p>
      {revocation ? (
        <Notice tone="bad" title={text.revokedOn(date(revocation.at))}>
          {revocation.reason && (
            <p>
              {text.because}: {revocation.reason}
            </p>
          )}
        </Notice>
      ) : (
        <>
          <p>{text.explained}</p>
          <PlainForm
            visit={visit}
            action={path}
            fields={fieldsOf(visit)}
            values={form.values}
            errors={form.errors}
            refusal={form.refusal && text.refusals[form.refusal]}
            submit={text.revoke}
          />
        </>
      )}
    </OfficePage>
  )
}
