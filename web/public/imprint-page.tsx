import type { Child } from 'hono/jsx'
import { parseEmailAddress } from '../../functions/kernel/email-address.ts'
import { Page } from '../parts/layout.tsx'
import { FactList, Notice } from '../parts/notice.tsx'
import type { PageSetting } from '../parts/setting.ts'
import { imprintText } from '../text/imprint.ts'

/** Who runs the house (§ 5 DDG); shows what has been entered. */
export function ImprintPage({ setting }: { setting: PageSetting }) {
  const text = imprintText[setting.language]
  const { name, street, city, phone, email, representedBy, register } = setting.organisation
  const rows: [string, Child][] = []
  const row = (label: string, value: string, shown: Child = value) => value && rows.push([label, shown])
  row(text.house, name, <Lines lines={[name, street, city]} />)
  row(text.represented, representedBy)
  row(text.register, register)
  row(text.phone, phone)
  row(text.email, email, <MailLink address={email} />)
  row(text.responsible, representedBy, <Lines lines={[representedBy, street, city]} />)
  return (
    <Page setting={setting} title={text.title}>
      <div class="reading">
        <h1>{text.title}</h1>
        <p>{text.law}</p>
        {street ? <FactList facts={rows} /> : <Notice tone="warning">{text.missing}</Notice>}
      </div>
    </Page>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.filter(Boolean).map((line, i) => (
        <>
          {i > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}

/** A mail link for what is an address; anything else stays plain text. */
export function MailLink({ address }: { address: string }) {
  return parseEmailAddress(address) ? <a href={`mailto:${address}`}>{address}</a> : address
}
