import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listNotices } from '../../functions/attendance/attendance.table.ts'
import { readShownCode, showCode } from '../../functions/attendance/code/show-code.ts'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import { mostLookUpsAMinute } from '../../functions/certificate/lookup-allowance.ts'
import { listSensitiveAnswers } from '../../functions/enrollment/answers/sensitive-answers.table.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { tableNames } from '../../functions/kernel/table.ts'
import { day, hour, type Instant, instantFrom, later, minute } from '../../functions/kernel/time.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { findRecipients, readCrowd } from '../../functions/message/find-recipients.ts'
import { keepDraft } from '../../functions/message/keep-draft.ts'
import { peopleMark } from '../../functions/message/message.table.ts'
import { sendMessage } from '../../functions/message/send-message.ts'
import { linePlace } from '../../functions/seminar/line.ts'
import { publishSeminar } from '../../functions/seminar/publish-seminar.ts'
import { seminarShelf, slugShelf } from '../../functions/seminar/seminar.table.ts'
import { requestInvites } from '../../functions/session/invite.ts'
import { bundling, projectFolder } from '../../infra/bundle.ts'
import { localTableNames } from '../../infra/local/database.ts'
import { functions } from '../../infra/manifest.ts'
import { type BundledHouse, openBundledHouse } from '../world/bundled-house.ts'
import { openHouse } from '../world/house.ts'
import { httpEvent, scheduleEvent } from '../world/lambda-events.ts'
import { ask } from '../world/questions.ts'
import { openRightsGate } from '../world/rights-gate.ts'
import { aSeminar, aSession } from '../world/seminar.ts'
import { openServersOverNetwork } from '../world/servers-over-network.ts'
import { variedSecrets } from '../world/working-house.ts'

let house: BundledHouse
beforeAll(async () => {
  house = await openBundledHouse()
}, 60_000)
afterAll(() => house?.close())

const now = instantFrom(Date.now())
const session = aSession({
  id: 'ses_tomorrow',
  start: later(now, day),
  end: later(now, day + 2 * hour),
  place: { kind: 'link', url: 'https://meet.example.org/foerdermittel' },
})
const seminar = aSeminar({
  id: 'sem_bcdfghjkmnpq',
  state: 'draft',
  sessions: [session],
  opens: later(now, -day),
  closes: later(now, day),
})
const slug = { slug: seminar.slug }
/** Answers to the questions of the seminar, one of them sensitive. */
const answered = { 'q-qst_food': 'opt_meat', 'q-qst_first': 'yes', 'q-qst_need-opt_sign': 'yes' }

test('the rights of the manifest suffice from the catalog to the room and out again', {
  timeout: 60_000,
}, async () => {
  await house.table.commit([
    seminarShelf.create(seminar.id, seminar),
    slugShelf.create(seminar.slug, { seminarId: seminar.id }),
  ])
  await ask(house.table, seminar.id)
  await publishSeminar({ table: house.table, now }, seminar.id)
  expect(await statuses('web', at(`/seminars/${seminar.slug}`, 'GET /seminars/{slug}', slug))).toEqual([200])

  const enrollPath = `/seminars/${seminar.slug}/enroll`
  const [shown] = await house.run('enrollment', [at(enrollPath, 'GET /seminars/{slug}/enroll', slug)])
  const form = {
    form: hiddenValue(shown?.body ?? '', 'form'),
    firstName: 'Şükrü',
    lastName: 'İğdeoğlu',
    email: 'sukru@example.org',
    associationId: 'other',
    association: 'Kulturverein Unna',
    language: 'de',
    note: '',
    consent: 'yes',
    ...answered,
  }
  const filledIn = [post(enrollPath, 'POST /seminars/{slug}/enroll', slug, form)]
  // A form that comes back at once is taken for a program's.
  const [taken] = await house.run('enrollment', filledIn, { CLOCK_AHEAD_MS: '2000' })
  expect(taken?.statusCode).toBe(200)

  const sheetPath = `/seminars/${seminar.slug}/statistics`
  const [empty] = await house.run('enrollment', [at(sheetPath, 'GET /seminars/{slug}/statistics', slug)])
  const sheet = { form: hiddenValue(empty?.body ?? '', 'form'), gender: 'diverse' }
  expect(
    await statuses('enrollment', post(sheetPath, 'POST /seminars/{slug}/statistics', slug, sheet)),
  ).toEqual([200])

  const my = await linkInMail('/my/')
  const token = { token: my.slice('/my/'.length) }
  expect(
    await statuses(
      'enrollment',
      at(my, 'GET /my/{token}', token),
      post(`${my}/confirm`, 'POST /my/{token}/confirm', token),
      at(`${my}/calendar.ics`, 'GET /my/{token}/calendar.ics', token),
      at(`${my}/questions`, 'GET /my/{token}/questions', token),
      post(`${my}/questions`, 'POST /my/{token}/questions', token, form),
    ),
  ).toEqual([200, 303, 200, 200, 303])
  expect(await listSensitiveAnswers(house.table, seminar.id)).toHaveLength(1)

  await requestInvites({ table: house.table, now }, { seminarId: seminar.id, sessionId: session.id })
  await house.run('clock', [scheduleEvent()])
  const join = await linkInMail('/join/')
  const pass = { token: join.slice('/join/'.length) }
  const atTheDoor = { CLOCK_AHEAD_MS: String(day - 10 * minute) }
  const [door, room] = await house.run(
    'session',
    [at(join, 'GET /join/{token}', pass), post(join, 'POST /join/{token}', pass)],
    atTheDoor,
  )
  const inTheRoom = { statusCode: 303, headers: { location: 'https://meet.example.org/foerdermittel' } }
  expect(door?.statusCode).toBe(200)
  expect(room).toMatchObject(inTheRoom)

  const myWay = `${my}/join/${session.id}`
  const named = { ...token, sessionId: session.id }
  const [page] = await house.run('enrollment', [at(my, 'GET /my/{token}', token)], atTheDoor)
  const [again] = await house.run(
    'session',
    [post(myWay, 'POST /my/{token}/join/{sessionId}', named)],
    atTheDoor,
  )
  expect(page?.body).toContain(`action="${myWay}"`)
  expect(again).toMatchObject(inTheRoom)

  const over = later(session.end, minute)
  const leading = {
    table: house.table,
    now: over,
    newId: openHouse().world().newId,
    newSecret: variedSecrets(9),
  }
  const place = { seminarId: seminar.id, sessionId: session.id }
  expect(await showCode(leading, place)).toMatchObject({ ok: true })
  const onScreen = await readShownCode(leading, session.id)
  const [typed] = await house.run(
    'enrollment',
    [
      post(`${my}/code/${session.id}`, 'POST /my/{token}/code/{sessionId}', named, {
        [`code-${session.id}`]: onScreen?.code ?? '',
      }),
    ],
    { CLOCK_AHEAD_MS: String(day + 2 * hour + 2 * minute) },
  )
  expect(typed).toMatchObject({ statusCode: 303 })
  expect([...(await listNotices(house.table, session.id)).values()].flat().map(({ kind }) => kind)).toContain(
    'present',
  )

  await sendMessageWithFile()
  // The first run writes the letters, the second hands them over.
  await house.run('clock', [scheduleEvent(), scheduleEvent()])
  // What falls due at one moment is handed over in any order.
  const letters = await Promise.all(
    house.handedOver.map((call) => simpleParser(Buffer.from(call.get('RawMessage.Data') ?? '', 'base64'))),
  )
  const letter = letters.find(({ subject }) => subject === 'Raum')
  expect(letter?.attachments.map(({ filename, content }) => [filename, content.equals(pdf)])).toEqual([
    ['Weg.pdf', true],
  ])

  expect(await statuses('enrollment', post(`${my}/cancel`, 'POST /my/{token}/cancel', token))).toEqual([303])
  expect((await listEnrollments(house.table, seminar.id)).map(({ facts }) => facts.state)).toEqual([
    'cancelled',
  ])
  expect(await listSensitiveAnswers(house.table, seminar.id)).toEqual([])
  expect(house.refused).toEqual([])
})

test('the rights suffice to change details, to find all seminars, and to be forgotten', {
  timeout: 60_000,
}, async () => {
  const path = `/seminars/${seminar.slug}/enroll`
  const [shown] = await house.run('enrollment', [at(path, 'GET /seminars/{slug}/enroll', slug)])
  const form = { form: hiddenValue(shown?.body ?? '', 'form'), email: 'canan@example.org', consent: 'yes' }
  const details = { firstName: 'Canan', lastName: 'Ay', associationId: 'other', association: 'keiner' }
  const person = { ...details, language: 'en', note: '' }
  const sent = post(path, 'POST /seminars/{slug}/enroll', slug, { ...form, ...person, ...answered })
  await house.run('enrollment', [sent], { CLOCK_AHEAD_MS: '2000' })
  const my = await linkFor('canan@example.org', '/my/')
  const token = { token: my.slice('/my/'.length) }
  const [, , , find] = await house.run('enrollment', [
    post(`${my}/confirm`, 'POST /my/{token}/confirm', token),
    post(`${my}/change`, 'POST /my/{token}/change', token, { ...person, firstName: 'Canan Su' }),
    at(`${my}/more`, 'GET /my/{token}/more', token),
    at('/my', 'GET /my', {}),
  ])
  const asked = {
    form: hiddenValue(find?.body ?? '', 'form'),
    email: 'canan@example.org',
    wish: 'overview',
  }
  expect(await statuses('enrollment', post('/my', 'POST /my', {}, asked))).toEqual([200])
  const all = await linkFor('canan@example.org', '/my/all/')
  const key = { token: all.slice('/my/all/'.length) }
  expect(
    await statuses(
      'enrollment',
      at(all, 'GET /my/all/{token}', key),
      post(`${all}/open`, 'POST /my/all/{token}/open', key, { seminar: seminar.id, to: '' }),
      post(`${path}/filled`, 'POST /seminars/{slug}/enroll/filled', slug, key),
    ),
  ).toEqual([200, 303, 200])

  expect(await statuses('web', at('/calendar.ics', 'GET /calendar.ics', {}))).toEqual([200])
  const [feeds] = await house.run('enrollment', [at(`${my}/feed`, 'GET /my/{token}/feed', token)])
  const button = { form: hiddenValue(feeds?.body ?? '', 'form') }
  expect(await statuses('enrollment', post(`${my}/feed`, 'POST /my/{token}/feed', token, button))).toEqual([
    303,
  ])
  const calendar = await linkFor('canan@example.org', '/calendar/')
  const feed = { feed: calendar.slice('/calendar/'.length) }
  expect(
    await statuses(
      'enrollment',
      at(`${calendar}/add`, 'GET /calendar/{feed}/add', feed),
      at(`${calendar}.ics`, 'GET /calendar/{feed}', { feed: `${feed.feed}.ics` }),
      post(`${calendar}/end`, 'POST /calendar/{feed}/end', feed, { which: 'this' }),
      at(`${calendar}.ics`, 'GET /calendar/{feed}', { feed: `${feed.feed}.ics` }),
      post(`${my}/feed/end`, 'POST /my/{token}/feed/end', token),
      post(`${my}/feed`, 'POST /my/{token}/feed', token, { form: 'another_form_22_letter' }),
    ),
  ).toEqual([200, 200, 303, 404, 303, 303])

  const data = `${my}/data`
  expect(
    await statuses(
      'privacy',
      at(data, 'GET /my/{token}/data', token),
      post(`${data}/code`, 'POST /my/{token}/data/code', token),
    ),
  ).toEqual([200, 303])
  const code = /"Code","(\d{4} \d{4})"/.exec(JSON.stringify(await mailsTo('canan@example.org')))?.[1] ?? ''
  const [opened] = await house.run('privacy', [post(data, 'POST /my/{token}/data', token, { code })])
  const pass = hiddenValue(opened?.body ?? '', 'pass')
  expect(opened?.body).toContain('Canan Su Ay')
  expect(
    await statuses(
      'privacy',
      post(`${data}/file`, 'POST /my/{token}/data/file', token, { pass }),
      post(`${data}/erase`, 'POST /my/{token}/data/erase', token, { pass, sure: 'yes' }),
    ),
  ).toEqual([200, 200])
  expect(JSON.stringify(await listEnrollments(house.table, seminar.id))).not.toContain('Canan')
  expect(house.refused).toEqual([])
})

test('the rights suffice to verify a certificate, and to count who asks how often', async () => {
  const number = '2026-AAAA-AAAA-AAAA'
  expect(
    await statuses(
      'certificate',
      ...Array.from({ length: mostLookUpsAMinute * 2 + 1 }, () =>
        at(`/verify/${number}`, 'GET /verify/{number}', { number }),
      ),
    ),
  ).toContain(429)
  expect(house.refused).toEqual([])
})

/** Somebody enrolled in a session that begins in twenty minutes on that server, and presses the button. */
async function enterSoon(
  people: ReturnType<typeof openHouse>,
  server: string,
  environment: () => Record<string, string>,
) {
  const place = { kind: 'server' as const, server, waitingRoom: false }
  const soon = { start: later(now, 20 * minute), end: later(now, 40 * minute), place }
  const dates = { opens: later(now, -day), closes: later(now, 15 * minute), slug: server.replace('_', '-') }
  const { id, sessions } = await people.offer({ ...dates, sessions: [aSession(soon)] })
  await people.enrollAndConfirm({ id }, server)
  const [{ id: sessionId } = { id: '' }] = sessions
  const token = await people.token(server)
  const way = `/my/${token}/join/${sessionId}`
  const event = post(way, 'POST /my/{token}/join/{sessionId}', { token, sessionId })
  const [entered] = await house.run('session', [event], environment())
  const inside = await fetch(entered?.headers.location ?? '')
  expect([entered?.statusCode, await inside.text()]).toEqual([
    303,
    expect.stringContaining('data-meeting="inside"'),
  ])
  return {
    page: new URL(inside.url).pathname,
    kinds: async () =>
      [...(await listNotices(house.table, sessionId)).values()]
        .flat()
        .map((notice) => ('source' in notice ? `${notice.kind} ${notice.source}` : notice.kind))
        .sort(),
  }
}

test('the rights suffice from the button to the minutes of a session at Zoom, and at BigBlueButton', {
  timeout: 60_000,
}, async () => {
  const servers = await openServersOverNetwork(house.table, '/Lernhaus/meeting')
  const people = openHouse(house.table)
  people.moveTo(now)
  const atZoom = await enterSoon(people, 'srv_zoom', servers.environment)
  const atBigBlueButton = await enterSoon(people, 'srv_bbb', servers.environment)
  servers.pass(25 * minute)
  // The clock asks who is inside.
  await house.run('clock', [scheduleEvent()], servers.environment())
  expect(await atBigBlueButton.kinds()).toEqual(['clicked', 'joined polled'])
  servers.pass(5 * minute)
  for (const { page } of [atZoom, atBigBlueButton]) await servers.press(`${page}/leave`)
  servers.pass(2 * minute)
  servers.run()

  const takes = async (routeKey: string, of: RegExp, environment = servers.environment()) => {
    const events = servers.told
      .filter(({ address }) => of.test(address))
      .map(({ method, address, headers, body }) => {
        const { pathname: path, search } = new URL(address)
        const [, , , name = ''] = path.split('/')
        const parameters: Record<string, string> = routeKey.includes('{key}')
          ? { key: name }
          : { server: name }
        return {
          ...httpEvent({ method, path, routeKey, query: search.slice(1), parameters }),
          headers,
          body,
          isBase64Encoded: false,
        }
      })
    return (await house.run('attendance', events, environment)).map(({ statusCode }) => statusCode)
  }
  const zoomRoute = 'POST /attendance/zoom/{server}'
  expect(
    await takes(zoomRoute, /attendance\/zoom/, { ...servers.environment(), CLOCK_AHEAD_MS: '0' }),
  ).toEqual([...[204, 403, 403]])
  expect(await takes(zoomRoute, /attendance\/zoom/)).toEqual([403, 204, 204])
  expect(await takes('GET /attendance/bigbluebutton/{key}/ended', /ended/)).toEqual([204])
  expect(await takes('POST /attendance/bigbluebutton/{key}/analytics', /analytics/)).toEqual([200])

  servers.pass(15 * minute)
  await house.run('clock', [scheduleEvent()], servers.environment())
  expect(await atZoom.kinds()).toEqual(['clicked', 'joined zoom', 'left zoom', 'present zoom'])
  expect(await atBigBlueButton.kinds()).toEqual([
    'clicked',
    ...['joined polled', 'left polled', 'present bigbluebutton'],
  ])
  expect(house.refused).toEqual([])
  servers.close()
})

test('whoever wants more than the manifest gives is refused, as in AWS', async () => {
  const gate = await openRightsGate(
    { tables: { catalog: [{ may: 'read' }, { may: 'write', keys: ['line#'] }] } },
    { endpoint: house.config.endpoints.dynamodb, names: localTableNames },
  )
  const config = { ...house.config, endpoints: { ...house.config.endpoints, dynamodb: gate.endpoint } }
  const table = openTable(openDatabase(config), localTableNames)
  await table.draw(linePlace(seminar.id), 'next')
  expect(await seminarShelf.read(table, seminar.id)).toBeDefined()
  await expect(table.commit([seminarShelf.create('sem_other', seminar)])).rejects.toThrow('not authorized')
  await expect(table.list('people', 'anybody')).rejects.toThrow('not authorized')
  gate.close()
  expect(gate.refused).toEqual([
    'PutItem on lernhaus-catalog under seminars',
    'Query on lernhaus-people under anybody',
  ])
})

describe('no function has a right to a table', () => {
  const granted = functions.flatMap(({ name, entry, tables }) =>
    tableNames.flatMap((table) => (tables[table] ? [{ name, entry, table }] : [])),
  )
  const notGranted = functions.flatMap(({ name, entry, tables }) =>
    tableNames.flatMap((table) => (tables[table] ? [] : [{ name, entry, table }])),
  )

  test.each(granted)('that its code never names: $name, $table', ({ entry, table }) => {
    expect(tablesNamedIn(entry)).toContain(table)
  })

  test('and some code names fewer tables than there are, so that this can fail', () => {
    expect(notGranted.filter(({ entry, table }) => !tablesNamedIn(entry).includes(table))).not.toEqual([])
  })
})

test('what people say about their health is open to those who take, show and delete it, and to nobody else', () => {
  const open = functions.flatMap(({ name, tables }) =>
    (tables.sensitive ?? []).map(({ may }) => `${name} may ${may}`),
  )
  expect(open).toEqual(['enrollment may write', 'privacy may write', 'office may write', 'clock may write'])
})

/** The tables that a shelf or a list names in what is really bundled of the function's code. */
const tablesNamedIn = (entry: string): string[] => {
  const known = namedTables.get(entry)
  if (known) return known
  const { metafile } = buildSync({
    ...bundling,
    entryPoints: [entry],
    outfile: 'never-written.mjs',
    write: false,
    metafile: true,
  })
  const sources = Object.values(metafile?.outputs ?? {})
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([path, { bytesInOutput }]) => /^(functions|web)\//.test(path) && bytesInOutput > 0)
    .map(([path]) => readFileSync(join(projectFolder, path), 'utf8'))
    .join('\n')
  const found = tableNames.filter((table) =>
    new RegExp(`\\btable: '${table}'|\\b(list|query)\\('${table}'`).test(sources),
  )
  namedTables.set(entry, found)
  return found
}
const namedTables = new Map<string, string[]>()

const at = (path: string, routeKey: string, parameters: Record<string, string>): object =>
  httpEvent({ path, routeKey, parameters })
const post = (
  path: string,
  routeKey: string,
  parameters: Record<string, string>,
  form: Record<string, string> = {},
): object => httpEvent({ path, routeKey, parameters, form })

async function statuses(name: Parameters<BundledHouse['run']>[0], ...events: object[]): Promise<number[]> {
  return (await house.run(name, events)).map(({ statusCode }) => statusCode)
}

const hiddenValue = (html: string, name: string): string => {
  const field = html.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0] ?? ''
  return /value="([^"]*)"/.exec(field)?.[1] ?? ''
}

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(400_000, 7)])

/** What the office does when somebody writes to everybody who is enrolled. */
async function sendMessageWithFile(): Promise<void> {
  const world = { table: house.table, now: instantFrom(Date.now()), newSecret: variedSecrets(5) }
  const name = { seminarId: seminar.id, messageId: 'msg_bcdfghjkmnpq' }
  const fresh = [{ filename: 'Weg.pdf', contentType: 'application/pdf', bytes: new Uint8Array(pdf) }]
  const draft = await keepDraft(world, { ...name, typed: {}, keep: [], fresh })
  const audience = { group: 'all' as const, sessionId: '' }
  const { recipients } = findRecipients(await readCrowd(house.table, seminar, now), audience)
  const sent = await sendMessage(world, {
    ...name,
    version: draft.version,
    mark: await peopleMark(recipients.map(({ id }) => id)),
    audience,
    picked: new Set(),
    texts: [{ language: 'de', subject: 'Raum', text: 'Raum 3.' }],
    withButton: true,
    by: 'Anna',
  })
  expect(sent.ok).toBe(true)
}

/** The path of the newest link of that kind in any mail of the outbox. */
async function linkInMail(start: string): Promise<string> {
  const mails = await house.table.listDue(later(now, 2 * day) as Instant, 50)
  const letters = mails.flatMap(({ kind, facts }) => (kind === 'mail' ? [(facts as Mail).letter] : []))
  const sent = house.handedOver.map((call) =>
    Buffer.from(call.get('RawMessage.Data') ?? '', 'base64').toString(),
  )
  const text = JSON.stringify(letters) + sent.join('\n').replaceAll('=\r\n', '')
  const found = [...text.matchAll(new RegExp(`https://lernhaus\\.example\\.org(${start}[\\w-]+)`, 'g'))]
  return found.at(-1)?.[1] ?? ''
}

/** What waits in the outbox for an address. */
const mailsTo = async (address: string): Promise<Mail[]> =>
  (await house.table.listDue(later(now, 2 * day) as Instant, 50))
    .flatMap(({ kind, facts }) => (kind === 'mail' ? [facts as Mail] : []))
    .filter(({ to }) => to.address === address)

/** The path of a link of that kind that waits in the outbox for an address. */
async function linkFor(address: string, start: string): Promise<string> {
  const text = JSON.stringify(await mailsTo(address))
  return new RegExp(`https://lernhaus\\.example\\.org(${start}[\\w-]{22,})`).exec(text)?.[1] ?? ''
}
