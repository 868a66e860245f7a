import { Hono } from 'hono'
import { idFollowing } from '../../../functions/kernel/secret.ts'
import type { Stored } from '../../../functions/kernel/table.ts'
import { checkMeetingServer } from '../../../functions/session/meeting/check-server.ts'
import {
  listMeetingServers,
  meetingServerShelf,
} from '../../../functions/session/meeting/meeting-server.table.ts'
import type { MeetingServer, MeetingServerKind } from '../../../functions/session/meeting/meeting-server.ts'
import {
  findSetSecrets,
  removeMeetingServer,
  saveMeetingServer,
} from '../../../functions/session/meeting/save-server.ts'
import { listServerHealth } from '../../../functions/session/meeting/server-health.ts'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import { inside } from '../../parts/setting.ts'
import { serverKindNames } from '../../text/meeting-servers.ts'
import { officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { errorsFrom } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { readServerForm, serverValues } from './server-form.ts'
import { ServerPage, type ServerPageProps, ServersPage, serversPath } from './servers-page.tsx'

/** The association's meeting servers: set up, changed, checked, taken off the list. For administrators. */
export function serversDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const manage = only('set-programme')
  door.get(serversPath, manage, async (c) => {
    const { table } = c.get('visit').world
    const [servers, healthOf] = await Promise.all([listMeetingServers(table), findHealth(c)])
    const states = servers.map((server) => ({ server, ...healthOf(server.id) }))
    return c.html(<ServersPage visit={c.get('visit')} servers={states} done={c.req.query('done')} />)
  })
  door.get(`${serversPath}/new/:kind`, manage, showNew)
  door.post(`${serversPath}/new/:kind`, manage, async (c) => {
    const kind = kindOf(c)
    return kind ? save(c, kind, undefined) : notFound(c)
  })
  door.get(`${serversPath}/:id`, manage, async (c) => {
    const stored = await findServer(c)
    return stored ? show(c, stored, { done: c.req.query('done') }) : notFound(c)
  })
  door.post(`${serversPath}/:id`, manage, async (c) => {
    const stored = await findServer(c)
    return stored ? save(c, stored.facts.kind, stored) : notFound(c)
  })
  door.post(`${serversPath}/:id/check`, manage, check)
  door.post(`${serversPath}/:id/remove`, manage, remove)
  return door
}

type KnownServer = Stored<MeetingServer>

const kindOf = (c: OfficeContext): MeetingServerKind | undefined => {
  const kind = c.req.param('kind') ?? ''
  return Object.hasOwn(serverKindNames, kind) ? (kind as MeetingServerKind) : undefined
}

/** A server that is in use; a removed one has no page any more. */
async function findServer(c: OfficeContext): Promise<KnownServer | undefined> {
  const stored = await meetingServerShelf.read(c.get('visit').world.table, c.req.param('id') ?? '')
  return stored?.facts.state === 'active' ? stored : undefined
}

async function findHealth(c: OfficeContext) {
  const health = await listServerHealth(c.get('visit').world.table)
  return (id: string) => {
    const { downSince = null, busyUntil = null } = health.find(({ server }) => server === id) ?? {}
    return { downSince, busyUntil }
  }
}

/** The form's id stands in its address: whoever saves twice sets up one server. */
function showNew(c: OfficeContext): Response | Promise<Response> {
  const kind = kindOf(c)
  const { world, setting } = c.get('visit')
  if (!kind) return notFound(c)
  const form = c.req.query('form') ?? ''
  if (!isFormId(form))
    return c.redirect(inside(setting, `${serversPath}/new/${kind}?form=${world.newId('form')}`), 303)
  return showForm(
    c,
    { kind, known: undefined, isSet: {}, values: new Map([['form', form]]), errors: {} },
    200,
  )
}

const isFormId = (text: string): boolean => /^[\w-]{1,64}$/.test(text)

const showForm = (c: OfficeContext, props: Omit<ServerPageProps, 'visit'>, status: 200 | 409 | 422) =>
  c.html(<ServerPage visit={c.get('visit')} {...props} />, status)

type Shown = Partial<Pick<ServerPageProps, 'values' | 'errors' | 'refusal' | 'inUse' | 'done'>>

async function show(c: OfficeContext, stored: KnownServer, shown: Shown, status: 200 | 409 | 422 = 200) {
  const server = stored.facts
  const { secrets } = c.get('visit').world.meetings()
  const [isSet, healthOf] = await Promise.all([findSetSecrets(secrets, server), findHealth(c)])
  const props: Omit<ServerPageProps, 'visit'> = {
    kind: server.kind,
    known: { server, ...healthOf(server.id) },
    isSet,
    values: serverValues(server, stored.version),
    errors: {},
    ...shown,
  }
  return showForm(c, props, status)
}

async function save(
  c: OfficeContext,
  kind: MeetingServerKind,
  before: KnownServer | undefined,
): Promise<Response> {
  const visit = c.get('visit')
  const { world, now, setting } = visit
  const values = await readForm(c)
  if (values instanceof Response) return values
  const again = (status: 200 | 409 | 422, shown: Shown) =>
    before
      ? show(c, before, { values, ...shown }, status)
      : showForm(c, { kind, known: undefined, isSet: {}, values, errors: {}, ...shown }, status)
  if (values.has(leftLanguage)) return again(200, {})
  const id = before?.facts.id ?? (await idFrom(c, values))
  const since = before?.facts.since ?? now
  const { server, secrets, troubles } = readServerForm(kind, values, { id, since, before: before?.facts })
  if (Object.keys(troubles).length > 0) return again(422, { errors: errorsFrom(troubles, setting.language) })
  const saved = await saveMeetingServer(
    { ...noting(visit, { deed: 'save-meeting-server', about: id }), secrets: world.meetings().secrets },
    { server, version: before ? (values.get('version') ?? '') : null, secrets },
  )
  if (saved.ok) return goTo(c, `${serversPath}/${id}`, 'saved')
  const present = await meetingServerShelf.read(world.table, id)
  // The same form once more: the server is there already.
  if (!before && present) return goTo(c, `${serversPath}/${id}`, 'saved')
  const renewed = new Map([...values, ['version', present?.version ?? ''] as const])
  return again(409, { values: renewed, refusal: officeText[setting.language].changedMeanwhile })
}

/** A form without its id, which none of ours is, sets up a server of its own each time. */
async function idFrom(c: OfficeContext, values: Values): Promise<string> {
  const form = values.get('form') ?? ''
  return isFormId(form) ? idFollowing('srv', `server-form|${form}`) : c.get('visit').world.newId('srv')
}

async function check(c: OfficeContext): Promise<Response> {
  const { world } = c.get('visit')
  const stored = await findServer(c)
  const checked = stored && (await checkMeetingServer(world.meetings(), world.providers, stored.facts.id))
  return checked?.ok ? goTo(c, `${serversPath}/${stored?.facts.id}`, checked.value) : notFound(c)
}

async function remove(c: OfficeContext): Promise<Response> {
  const visit = c.get('visit')
  const stored = await findServer(c)
  if (!stored) return notFound(c)
  const { id } = stored.facts
  const removed = await removeMeetingServer(
    {
      ...noting(visit, { deed: 'remove-meeting-server', about: id }),
      secrets: visit.world.meetings().secrets,
    },
    id,
  )
  if (removed.ok) return goTo(c, serversPath, 'removed')
  const { refusal } = removed
  switch (refusal.code) {
    case 'in-use':
      return show(c, stored, { inUse: refusal.seminars }, 409)
    case 'unknown':
    case 'changed-meanwhile':
      return show(c, stored, { refusal: officeText[visit.setting.language].changedMeanwhile }, 409)
  }
}
