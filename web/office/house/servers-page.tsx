import { textIn } from '../../../functions/kernel/language.ts'
import type { Instant } from '../../../functions/kernel/time.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import {
  checksumHashes,
  type MeetingServer,
  type MeetingServerKind,
} from '../../../functions/session/meeting/meeting-server.ts'
import { optionalSecrets, secretsOf } from '../../../functions/session/meeting/save-server.ts'
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Field,
  type FieldErrors,
  HiddenField,
  Select,
  SubmitButton,
  TextArea,
} from '../../parts/form.tsx'
import { Badge, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { meetingServersText, serverKindNames } from '../../text/meeting-servers.ts'
import { officeHouseText, officeText } from '../../text/office.ts'
import { officeZone, type Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { fieldsOf, longestName, type ServerField, secretField } from './server-form.ts'
import { ZoomAdvice } from './zoom-advice.tsx'

/** Where meeting servers are set up. */
export const serversPath = '/office/meeting-servers'

/** A server, and since when it gives no answer; null while it does. */
export type ServerState = { server: MeetingServer; downSince: Instant | null; busyUntil: Instant | null }

const kinds = Object.keys(serverKindNames) as MeetingServerKind[]

/** The association's meeting servers, how it stands with each, and the ways to add one. */
export function ServersPage(props: {
  visit: Visit
  servers: readonly ServerState[]
  done?: string | undefined
}) {
  const { visit, servers, done } = props
  const { setting } = visit
  const text = meetingServersText[setting.language]
  return (
    <OfficePage visit={visit} area="programme" title={text.title} done={done} back={backToProgramme(visit)}>
      <p>{text.lead}</p>
      <DataTable
        caption={text.title}
        captionHidden
        head={[text.name, text.kind, text.state]}
        rows={servers.map((one) => [
          one.server.state === 'removed' ? (
            one.server.name
          ) : (
            <a href={inside(setting, `${serversPath}/${one.server.id}`)}>{one.server.name}</a>
          ),
          serverKindNames[one.server.kind],
          <StateBadge visit={visit} {...one} />,
        ])}
        empty={text.none}
      />
      <div class="button-row">
        {kinds.map((kind) => (
          <ButtonLink
            kind="quiet"
            href={inside(setting, `${serversPath}/new/${kind}`)}
            label={text.add(serverKindNames[kind])}
          />
        ))}
      </div>
    </OfficePage>
  )
}

const backToProgramme = ({ setting }: Visit) => ({
  path: '/office/programme',
  label: officeHouseText[setting.language].programme.title,
})

function StateBadge({ visit, server, downSince, busyUntil }: { visit: Visit } & ServerState) {
  const { language } = visit.setting
  const text = meetingServersText[language]
  if (server.state === 'removed') return <Badge>{text.removed}</Badge>
  if (downSince && busyUntil && busyUntil > visit.now)
    return <Badge tone="bad">{text.busyUntil(shortDateTime(busyUntil, language, officeZone))}</Badge>
  return downSince ? (
    <Badge tone="bad">{text.downSince(shortDateTime(downSince, language, officeZone))}</Badge>
  ) : (
    <Badge tone="good">{text.answers}</Badge>
  )
}

export type ServerPageProps = {
  visit: Visit
  kind: MeetingServerKind
  /** Absent for a new one. */
  known: ServerState | undefined
  isSet: Readonly<Record<string, boolean>>
  values: Values
  errors: FieldErrors
  refusal?: string | undefined
  /** Why it cannot be removed. */
  inUse?: readonly Seminar[] | undefined
  done?: string | undefined
}

/** One server: its fields, a check, and the way to take it off the list. */
export function ServerPage(props: ServerPageProps) {
  const { visit, kind, known, refusal, inUse, done } = props
  const { setting } = visit
  const text = meetingServersText[setting.language]
  const house = officeText[setting.language]
  const path = known ? `${serversPath}/${known.server.id}` : `${serversPath}/new/${kind}`
  return (
    <OfficePage
      visit={visit}
      area="programme"
      title={known ? known.server.name : text.newTitle(serverKindNames[kind])}
      path={path}
      form={formName}
      back={{ path: serversPath, label: text.title }}
      done={done}
    >
      <CheckNotice visit={visit} done={done} />
      {refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      {inUse && (
        <Notice tone="warning" announce>
          <p>{text.inUse}</p>
          <ul>
            {inUse.map((seminar) => (
              <li>
                <a href={inside(setting, `/office/seminars/${seminar.id}`)}>
                  {textIn(seminar.title, setting.language)}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {known && (
        <p>
          <StateBadge visit={visit} {...known} />
        </p>
      )}
      <p>{text.about[kind]}</p>
      {kind === 'zoom' && <ZoomAdvice visit={visit} server={known?.server} />}
      <ServerForm {...props} path={path} />
      {known && (
        <section class="button-row">
          <ButtonForm kind="quiet" action={inside(setting, `${path}/check`)} label={text.check} />
          <details class="confirm">
            <summary class="button button-danger">{text.remove}</summary>
            <p>{text.removeExplained}</p>
            <ButtonForm kind="danger" action={inside(setting, `${path}/remove`)} label={text.removeNow} />
          </details>
        </section>
      )}
    </OfficePage>
  )
}

const formName = 'server-form'

function CheckNotice({ visit, done }: { visit: Visit; done: string | undefined }) {
  const { checks } = meetingServersText[visit.setting.language]
  if (done !== 'ok' && done !== 'unreachable' && done !== 'refused') return null
  return (
    <Notice tone={done === 'ok' ? 'good' : 'bad'} announce>
      <p>{checks[done]}</p>
    </Notice>
  )
}

function ServerForm({ visit, kind, isSet, values, errors, path }: ServerPageProps & { path: string }) {
  const { setting } = visit
  const { language } = setting
  const text = meetingServersText[language]
  const of = (name: string) => ({ name, value: values.get(name), error: errors[name] })
  return (
    <>
      <ErrorSummary
        title={officeText[language].errorsTitle}
        errors={errors}
        fields={{
          name: text.name,
          ...Object.fromEntries(fieldsOf[kind].map((name) => [name, text[name]])),
          ...Object.fromEntries(
            secretsOf[kind].map((name) => [secretField(name), text.secrets[name] ?? name]),
          ),
        }}
      />
      <form class="form" method="post" action={inside(setting, path)} novalidate id={formName}>
        <HiddenField name="version" value={values.get('version') ?? ''} />
        <HiddenField name="form" value={values.get('form') ?? ''} />
        <Field {...of('name')} label={text.name} hint={text.nameHint} maxlength={longestName} required />
        {fieldsOf[kind].map((name) => (
          <OneField visit={visit} kind={kind} name={name} values={values} errors={errors} />
        ))}
        {secretsOf[kind].map((name) => {
          const field = secretField(name)
          const label = text.secrets[name] ?? name
          const hint = isSet[name]
            ? text.secretSet
            : optionalSecrets.includes(name)
              ? text.webhookHint
              : text.secretNew
          // What was typed is not shown again either: a page may lie in somebody's history.
          return name === 'private-key' ? (
            <TextArea name={field} label={label} hint={hint} error={errors[field]} rows={5} />
          ) : (
            <Field
              name={field}
              label={label}
              hint={hint}
              error={errors[field]}
              spellcheck={false}
              autocomplete="off"
            />
          )
        })}
        <SubmitButton label={officeText[language].save} />
      </form>
    </>
  )
}

type OneFieldProps = Pick<ServerPageProps, 'visit' | 'kind' | 'values' | 'errors'> & { name: ServerField }

function OneField({ visit, kind, name, values, errors }: OneFieldProps) {
  const text = meetingServersText[visit.setting.language]
  const of = { name, label: text[name], value: values.get(name), error: errors[name] }
  switch (name) {
    case 'address':
      return (
        <Field
          {...of}
          type="url"
          hint={kind === 'jaas' || kind === 'zoom' ? undefined : text.addressHint[kind]}
          maxlength={500}
          required
        />
      )
    case 'hash':
      return (
        <Select
          {...of}
          value={of.value || 'sha256'}
          hint={text.hashHint}
          options={checksumHashes.map((hash) => ({ value: hash, label: hash }))}
        />
      )
    case 'appId':
      return <Field {...of} maxlength={200} spellcheck={false} required />
    case 'keyId':
      return <Field {...of} hint={text.keyIdHint} maxlength={200} spellcheck={false} required />
    case 'accountId':
    case 'clientId':
      return <Field {...of} maxlength={200} spellcheck={false} required />
    case 'hostUser':
      return <Field {...of} hint={text.hostUserHint} maxlength={200} spellcheck={false} required />
  }
}
