import type { Child } from 'hono/jsx'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { sheetWords } from '../../functions/certificate/text/words.ts'
import { fullName } from '../../functions/enrollment/enrollment.ts'
import { type Instant, longSpan, plainDate } from '../../functions/kernel/time.ts'
import { teachingUnits } from '../../functions/seminar/seminar.ts'
import { Field, SubmitButton } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { FactList, Notice } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { verifyText } from '../text/verify.ts'
import { MachineLinks } from './credential-links.tsx'

/** Asks for the number that stands on the paper. */
export function VerifyPage({ setting }: { setting: PageSetting }) {
  const text = verifyText[setting.language]
  return (
    <Page setting={setting} title={text.title}>
      <div class="reading">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <form method="get" action="/verify" class="form">
          {setting.chosen && <input type="hidden" name="lang" value={setting.language} />}
          <Field
            name="number"
            label={text.number}
            hint={text.hint}
            maxlength={40}
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
          <SubmitButton label={text.check} />
        </form>
      </div>
    </Page>
  )
}

type GenuineProps = {
  setting: PageSetting
  certificate: Certificate
  /** When the house has revoked it; why is nobody's business here. */
  revokedAt?: Instant | undefined
}

/** Everything that is printed on a certificate that we issued, and whether it still holds. */
export function GenuinePage({ setting, certificate, revokedAt }: GenuineProps) {
  const text = verifyText[setting.language]
  const title = revokedAt ? text.revoked : text.valid
  return (
    <Page setting={setting} title={title}>
      <div class="reading">
        <h1>{title}</h1>
        <Notice tone={revokedAt ? 'bad' : 'good'}>
          <p>
            {revokedAt
              ? text.revokedMore(plainDate(revokedAt, certificate.zone, setting.language))
              : text.validMore}
          </p>
        </Notice>
        <FactList facts={printed(setting, certificate)} />
        {!revokedAt && <MachineLinks setting={setting} certificate={certificate} />}
        <AnotherNumber setting={setting} />
      </div>
    </Page>
  )
}

/** The same page for unknown, malformed and tampered numbers. */
export function UnknownNumberPage({ setting }: { setting: PageSetting }) {
  const text = verifyText[setting.language]
  return (
    <Page setting={setting} title={text.invalid}>
      <div class="reading">
        <h1>{text.invalid}</h1>
        <Notice tone="bad">
          <p>{text.invalidMore}</p>
        </Notice>
        <AnotherNumber setting={setting} />
      </div>
    </Page>
  )
}

function AnotherNumber({ setting }: { setting: PageSetting }) {
  return (
    <p>
      <a href={inside(setting, '/verify')}>{verifyText[setting.language].again}</a>
    </p>
  )
}

function printed({ language }: PageSetting, certificate: Certificate): [Child, Child][] {
  const text = verifyText[language]
  const figure = (n: number) => new Intl.NumberFormat(language).format(n)
  const length = (minutes: number) => text.units(figure(minutes), figure(teachingUnits(minutes)))
  const { organisation, signer, signerFunction } = certificate
  const rows: [string, string | readonly string[]][] = [
    [text.rows.number, certificate.number],
    [text.rows.name, fullName(certificate)],
    [text.rows.title, certificate.title],
    [
      text.rows.sessions,
      certificate.sessions.map(
        ({ start, end, online }) =>
          `${longSpan(start, end, certificate.zone, language)} (${online ? text.online : text.onsite})`,
      ),
    ],
    [text.rows.scope, length(certificate.plannedMinutes)],
    [
      text.rows.attended,
      [length(certificate.attendedMinutes), certificate.reduced ? sheetWords[language].partlyNote : ''],
    ],
    [text.rows.contents, certificate.contents],
    [text.rows.trainer, certificate.trainer],
    [text.rows.organisation, [organisation.name, organisation.street, organisation.city]],
    [text.rows.support, certificate.acknowledgement],
    [text.rows.signer, [signer, signerFunction]],
    [text.rows.issued, plainDate(certificate.issuedAt, certificate.zone, language)],
  ]
  return rows
    .map(([name, value]) => [name, typeof value === 'string' ? [value] : value] as const)
    .map(([name, lines]) => [name, lines.filter(Boolean)] as const)
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => [name, lines.map((line) => <span class="address-line">{line}</span>)])
}
