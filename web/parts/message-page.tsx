import type { Child } from 'hono/jsx'
import { Page } from './layout.tsx'
import type { PageSetting } from './setting.ts'

/** A page that says one thing in a few sentences. */
export function MessagePage(props: { setting: PageSetting; title: string; children?: Child }) {
  return (
    <Page setting={props.setting} title={props.title}>
      <div class="message">
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </Page>
  )
}
