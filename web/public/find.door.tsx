import type { Context, Hono } from 'hono'
import { type MailWish, mailWishes, requestMail } from '../../functions/enrollment/link/request-mail.ts'
import { type EmailAddress, parseEmailAddress } from '../../functions/kernel/email-address.ts'
import type { NewSecret } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import type { FieldErrors } from '../parts/form.tsx'
import { issueFormToken, readFormToken } from '../parts/form-token.ts'
import { leftLanguage } from '../parts/language-switch.tsx'
import { readForm } from '../parts/read-form.ts'
import { type PageSetting, settingOf } from '../parts/setting.ts'
import { myMoreText } from '../text/my-more.ts'
import { AskedPage, FindPage, RenewedPage } from './find-page.tsx'

/** What asking for links by mail needs. */
type FindWorld = DoorWorld & {
  table: Table
  now: () => Instant
  newSecret: NewSecret
  sealKey: () => Promise<string>
}

/** For who has no link at hand: one mail brings new ones, or the page with all seminars. */
export function findDoor(world: FindWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/my', (c) => showForm(c, world))
  door.post('/my', (c) => takeForm(c, world))
  return door
}

const purpose = 'find'

const freshToken = async ({ sealKey, newSecret, now }: FindWorld): Promise<string> =>
  issueFormToken(await sealKey(), { purpose, formId: newSecret(), issuedAt: now() })

const settingFor = async (c: Context, { table }: FindWorld): Promise<PageSetting> =>
  settingOf(c, (await organisationShelf.read(table, null))?.facts ?? unnamedOrganisation)

async function showForm(c: Context, world: FindWorld) {
  const setting = await settingFor(c, world)
  if (c.req.query('done') === 'renewed') return c.html(<RenewedPage setting={setting} />)
  const values = { email: '', wish: 'links' }
  return c.html(<FindPage setting={setting} values={values} token={await freshToken(world)} errors={{}} />)
}

async function takeForm(c: Context, world: FindWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const setting = await settingFor(c, world)
  const values = { email: sent.get('email') ?? '', wish: sent.get('wish') ?? '' }
  const token = sent.get('form') ?? ''
  const formId = await readFormToken(await world.sealKey(), token, { purpose, now: world.now() })
  const form = { setting, values, errors: {} }
  if (!formId) return c.html(<FindPage {...form} token={await freshToken(world)} stale />, 422)
  if (sent.has(leftLanguage)) return c.html(<FindPage {...form} token={token} />)
  const read = readRequest(values, setting)
  if ('errors' in read) return c.html(<FindPage {...form} token={token} errors={read.errors} />, 422)
  await requestMail({ ...world, now: world.now() }, { ...read, formId })
  return c.html(<AskedPage setting={setting} />)
}

type Request = { email: EmailAddress; wish: MailWish }

function readRequest(
  values: { email: string; wish: string },
  { language }: PageSetting,
): Request | { errors: FieldErrors } {
  const text = myMoreText[language].find
  const email = parseEmailAddress(values.email)
  const wish = mailWishes.find((known) => known === values.wish)
  if (email && wish) return { email, wish }
  return {
    errors: {
      ...(!email && { email: values.email.trim() ? text.wrong : text.missing }),
      ...(!wish && { wish: text.wishMissing }),
    },
  }
}
