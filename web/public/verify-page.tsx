import type { Child } from 'hono/jsx'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import type { KnownFiles } from '../../functions/certificate/certificate-file.table.ts'
import { sheetWords } from '../../functions/certificate/sheet/text/words.ts'
import type { Standing } from '../../functions/certificate/standing.ts'
import { fullName } from '../../functions/enrollment/enrollment.ts'
import { longSpan, plainDate } from '../../functions/kernel/time.ts'
import { teachingUnits } from '../../functions/seminar/seminar.ts'
import { Field, SubmitButton } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { FactList, Notice, type Tone } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { verifyText } from '../text/verify.ts'
import { MachineLinks } from './credential-links.tsx'
import { CompareFile, CompareScript } from './verify-file.tsx'

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
  standing: Standing
  /** The files that are this certificate; nobody needs them of one that holds no longer. */
  files?: KnownFiles | undefined
}

const toneOf: Record<Standing['is'], Tone> = { valid: 'good', replaced: 'warning', revoked: 'bad' }

/**
 * Everything that is printed on a certificate that we issued, and whether it still holds. Why it does not, and what
 * stands on the one that took its place, is nobody's business here.
 */
export function GenuinePage({ setting, certificate, standing, files }: GenuineProps) {
  const text = verifyText[setting.language]
  const title = text.standing[standing.is]
  return (
    <Page setting={setting} title={title} head={files && <CompareScript setting={setting} />}>
      <div class="reading">
        <h1>{title}</h1>
        <Notice tone={toneOf[standing.is]}>
          <p>
            {standing.is === 'valid'
              ? text.validMore
              : text.noLonger[standing.is](plainDate(standing.at, certificate.zone, setting.language))}
          </p>
        </Notice>
        <FactList facts={printed(setting, certificate)} />
        {standing.is === 'valid' && <MachineLinks setting={setting} certificate={certificate} />}
        {files && <CompareFile setting={setting} files={files} />}
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
    [text.rows.register, certificate.serial ? `${certificate.number.slice(0, 4)}/${certificate.serial}` : ''],
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
