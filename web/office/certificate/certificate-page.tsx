import type { CertificateRequest } from '../../../functions/certificate/request/certificate-request.table.ts'
import type { RequestRefusal } from '../../../functions/certificate/request/request-certificate.ts'
import type { RevokeRefusal } from '../../../functions/certificate/revoke.ts'
import type { CertificateTrace } from '../../../functions/certificate/traces.ts'
import { type Enrollment, fullName } from '../../../functions/enrollment/enrollment.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import type { Instant } from '../../../functions/kernel/time.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { ButtonForm, ButtonLink, type FieldErrors } from '../../parts/form.tsx'
import { FactList, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { issuedText } from '../../text/issued-certificate.ts'
import { revokeText } from '../../text/revoke.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { type PlainField, PlainForm, plainFormName } from '../plain-form.tsx'
import { shortDate } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { certificatePath } from './preview-path.ts'

/** Why a certificate is revoked. */
export const reasonFields = ({ setting }: Visit): PlainField[] => {
  const text = revokeText[setting.language]
  return [
    { name: 'reason', label: text.reason, hint: text.reasonHint, kind: 'lines', most: 300, required: true },
  ]
}

/** Whether the form came back, and what was typed. */
export type Shown = {
  form: 'none' | 'revoke'
  values: Values
  errors: FieldErrors
  refusal?: RevokeRefusal['code'] | RequestRefusal['code']
}

type Props = {
  visit: Visit
  seminar: Seminar
  person: Enrollment
  latest: CertificateTrace
  former: readonly CertificateTrace[]
  request: CertificateRequest | undefined
  shown: Shown
  done?: string | undefined
}

/** One person's certificate, and everything that can be done with it. */
export function CertificatePage(props: Props) {
  const { visit, seminar, person, latest, former, shown, done } = props
  const { setting } = visit
  const text = issuedText[setting.language]
  const { certificate, revocation } = latest
  const dateOf = (instant: Instant) => shortDate(instant, setting.language, seminar.zone)
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={`${revokeText[setting.language].title}: ${fullName(certificate)}`}
      path={certificatePath(seminar.id, person.id)}
      form={shown.form === 'none' ? undefined : plainFormName}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }}
      done={done}
    >
      <FactList facts={factsOf(visit, latest, dateOf)} />
      <p>
        <a href={inside(setting, `/verify/${certificate.number}`)}>{revokeText[setting.language].verify}</a>
      </p>
      {revocation && (
        <Notice tone="bad" title={revokeText[setting.language].revokedOn(dateOf(revocation.at))}>
          {revocation.reason && (
            <p>
              {revokeText[setting.language].because}: {revocation.reason}
            </p>
          )}
        </Notice>
      )}
      <RequestNotice {...props} />
      {person.state === 'confirmed' && <RenewSection {...props} />}
      {person.state === 'confirmed' && !revocation && <AgainSection {...props} />}
      {!revocation && <RevokeSection {...props} />}
      {former.length > 0 && (
        <section>
          <h2>{text.former}</h2>
          <DataTable
            caption={text.former}
            captionHidden
            head={[text.number, text.name, text.issued, text.standing]}
            rows={former.map((trace) => [
              trace.certificate.number,
              fullName(trace.certificate),
              dateOf(trace.certificate.issuedAt),
              standingWords(visit, trace, dateOf),
            ])}
          />
        </section>
      )}
    </OfficePage>
  )
}

type DateOf = (instant: Instant) => string

function factsOf({ setting }: Visit, { certificate }: CertificateTrace, dateOf: DateOf): [string, string][] {
  const text = issuedText[setting.language]
  const { number, serial, issuedAt, attendedMinutes, plannedMinutes } = certificate
  return [
    [text.number, number],
    ...(serial === undefined ? [] : [[text.register, `${number.slice(0, 4)}/${serial}`] as [string, string]]),
    [text.issued, dateOf(issuedAt)],
    [text.minutes, text.ofPlanned(attendedMinutes, plannedMinutes)],
  ]
}

function standingWords(
  { setting }: Visit,
  { revocation, replacement }: CertificateTrace,
  dateOf: DateOf,
): string {
  const text = issuedText[setting.language]
  if (revocation) return revokeText[setting.language].revokedOn(dateOf(revocation.at))
  return replacement ? text.replacedOn(dateOf(replacement.at)) : text.holds
}

/** What was asked for and is on its way, or why nothing came of it. */
function RequestNotice({ visit, request }: Props) {
  const text = issuedText[visit.setting.language]
  if (!request) return null
  if (request.obstacle === null)
    return (
      <Notice tone="info">
        <p>{text.onItsWay}</p>
      </Notice>
    )
  return (
    <Notice tone="warning">
      <p>{text.obstacles[request.obstacle]}</p>
    </Notice>
  )
}

function RenewSection({ visit, seminar, person, latest }: Props) {
  const text = issuedText[visit.setting.language]
  return (
    <section>
      <h2>{text.renewTitle}</h2>
      <p>{latest.revocation ? text.renewRevoked : text.renewText}</p>
      <p>
        <ButtonLink
          kind="quiet"
          href={inside(visit.setting, `${certificatePath(seminar.id, person.id)}/renew`)}
          label={text.renew}
        />
      </p>
    </section>
  )
}

function AgainSection({ visit, seminar, person, shown }: Props) {
  const { setting } = visit
  const text = issuedText[setting.language]
  const refusal = shown.form === 'none' && refusalWords(visit, shown)
  return (
    <section>
      <h2>{text.againTitle}</h2>
      {refusal && (
        <Notice tone="bad">
          <p>{refusal}</p>
        </Notice>
      )}
      <p>{text.againText(person.email)}</p>
      <ButtonForm
        kind="quiet"
        action={inside(setting, `${certificatePath(seminar.id, person.id)}/again`)}
        label={text.again}
      />
    </section>
  )
}

function RevokeSection({ visit, seminar, person, shown }: Props) {
  const text = revokeText[visit.setting.language]
  const isBack = shown.form === 'revoke'
  return (
    <section>
      <h2>{text.revokeTitle}</h2>
      <p>{text.explained}</p>
      <PlainForm
        visit={visit}
        action={certificatePath(seminar.id, person.id)}
        fields={reasonFields(visit)}
        values={isBack ? shown.values : new Map()}
        errors={isBack ? shown.errors : {}}
        refusal={isBack ? refusalWords(visit, shown) : undefined}
        submit={text.revoke}
      />
    </section>
  )
}

const refusalWords = ({ setting }: Visit, { refusal }: Shown): string | undefined =>
  refusal && { ...issuedText[setting.language].refusals, ...revokeText[setting.language].refusals }[refusal]
