import type { Context } from 'hono'
import { unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { type DoorAnswer, doorText } from '../text/door.ts'
import { ButtonLink } from './form.tsx'
import { MessagePage } from './message-page.tsx'
import { inside, type PageSetting, settingOf } from './setting.ts'

const status: Record<DoorAnswer, 400 | 403 | 404 | 413 | 429 | 500 | 503> = {
  'not-found': 404,
  forbidden: 403,
  'too-large': 413,
  'too-many': 429,
  unreadable: 400,
  busy: 503,
  unsure: 503,
  fault: 500,
}

/**
 * Answers with one of the door's own pages in the reader's language. It reads nothing from the table: it must also
 * work when the table does not.
 */
export function answer(c: Context, why: DoorAnswer, code = ''): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  if (status[why] === 503 || status[why] === 429) c.header('retry-after', '60')
  const asked = settingOf(c, unnamedOrganisation)
  const setting = c.req.method === 'GET' ? asked : { ...asked, path: pageOf(asked.path) }
  return c.html(<DoorPage setting={setting} why={why} code={code} />, status[why])
}

/** Buttons have addresses of their own that show nothing: a page about them stands for the page with the button. */
const pageOf = (path: string): string =>
  /^\/office\b/.test(path)
    ? '/office'
    : path
        .replace(/^(\/my\/(?:all\/)?[^/]+)\/.*$/, '$1')
        .replace(/(\/enroll)\/filled$/, '$1')
        .replace(/^(\/calendar\/[^/]+)\/end$/, '$1/add')

function DoorPage({ setting, why, code }: { setting: PageSetting; why: DoorAnswer; code: string }) {
  const text = doorText[setting.language]
  return (
    <MessagePage setting={setting} title={text[why].title}>
      <p>{text[why].text}</p>
      {code && (
        <p>
          <code>{code}</code>
        </p>
      )}
      <p>
        <ButtonLink kind="quiet" href={inside(setting, '/')} label={text.home} />
      </p>
    </MessagePage>
  )
}
