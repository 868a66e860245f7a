import { describe, expect, test } from 'vitest'
import { later } from '../../functions/kernel/time.ts'
import { meetingServerShelf } from '../../functions/session/meeting/meeting-server.table.ts'
import { noteServerHealth } from '../../functions/session/meeting/server-health.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { bbbRecord, bbbSecret } from '../world/practice-servers.ts'
import { aSeminar } from '../world/seminar.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

const path = '/office/meeting-servers'
const typed = {
  form: 'form_one',
  version: '',
  name: 'Seminarraum des Verbands',
  address: 'https://bbb.verein.example/bigbluebutton/api/',
  hash: 'sha256',
  'secret-secret': 'nie-wieder-anzeigen',
}

describe('setting up a meeting server', () => {
  test('keeps what was typed, its secret elsewhere, and both out of every page', async () => {
    const office = openOffice()
    const browser = await office.browserOf('administrator')
    const empty = await browser.get((await browser.get(`${path}/new/bigbluebutton`)).location)
    expect(await htmlFindings(empty.html)).toEqual([])
    const saved = await browser.post(`${path}/new/bigbluebutton`, typed)
    expect(saved.status).toBe(303)
    const id = /srv_\w+/.exec(saved.location)?.[0] ?? ''
    expect((await meetingServerShelf.read(office.house.table, id))?.facts).toEqual({
      id,
      kind: 'bigbluebutton',
      name: 'Seminarraum des Verbands',
      address: 'https://bbb.verein.example/bigbluebutton',
      hash: 'sha256',
      since: office.house.now(),
      state: 'active',
    })
    expect(office.servers.secrets.kept.get(`${id}/secret`)).toBe('nie-wieder-anzeigen')
    expect(JSON.stringify(await office.house.table.list('office', 'meeting#servers'))).not.toContain('wieder')
    const shown = await browser.get(saved.location)
    expect(await htmlFindings(shown.html)).toEqual([])
    expect(shown.html).toContain('Ist gesetzt und wird nicht angezeigt.')
    expect(shown.html).not.toContain('nie-wieder-anzeigen')
    const list = await browser.get(path)
    expect(await htmlFindings(list.html)).toEqual([])
    expect(list.html).toContain('Seminarraum des Verbands')
    const trail = await listAudit(office.house.table, office.house.now(), 9)
    expect(trail.filter(({ deed }) => deed === 'save-meeting-server')).toMatchObject([
      { who: 'administrator@verein.example', about: id },
    ])
  })

  test('twice with the same form sets up one', async () => {
    const office = openOffice()
    const browser = await office.browserOf('administrator')
    const once = await browser.post(`${path}/new/bigbluebutton`, typed)
    const twice = await browser.post(`${path}/new/bigbluebutton`, typed)
    expect([twice.status, twice.location]).toEqual([303, once.location])
    expect((await office.house.table.list('office', 'meeting#servers')).length).toBe(1)
  })

  test('of every kind asks what that kind needs', async () => {
    const office = openOffice()
    const browser = await office.browserOf('administrator')
    const asked = async (kind: string) => {
      const { html } = await browser.get((await browser.get(`${path}/new/${kind}`)).location)
      return [...html.matchAll(/ id="([\w-]+)" (?:name|type)/g)].map(([, name]) => name).sort()
    }
    const { 'secret-secret': secret, hash, ...common } = typed
    const jitsi = {
      ...common,
      address: 'https://meet.verein.example/',
      appId: 'lernhaus',
      'secret-secret': secret,
    }
    const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PRIVATE KEY-----'
    const jaas = {
      ...common,
      appId: 'vpaas-1',
      keyId: 'vpaas-1/abc',
      'secret-private-key': pem,
      form: 'form_two',
    }
    expect(hash).toBe('sha256')
    expect((await browser.post(`${path}/new/jitsi`, jitsi)).status).toBe(303)
    expect((await browser.post(`${path}/new/jaas`, jaas)).status).toBe(303)
    const stored = await office.house.table.list('office', 'meeting#servers')
    expect(
      stored
        .map((one) => meetingServerShelf.decode(one).facts)
        .map(({ kind, address }) => [kind, address])
        .sort(),
    ).toEqual([
      ['jaas', 'https://8x8.vc'],
      ['jitsi', 'https://meet.verein.example'],
    ])
    expect(new Set(await asked('jitsi'))).toEqual(new Set(['name', 'address', 'appId', 'secret-secret']))
    expect((await browser.get(`${path}/new/teams`)).status).toBe(404)
  })

  test('of Zoom needs no address, gets its own for messages, and their secret later', async () => {
    const office = openOffice()
    const browser = await office.browserOf('administrator')
    const zoom = {
      ...{ name: 'Zoom des Verbands', accountId: 'konto', clientId: 'app', hostUser: 'zoom@verband.example' },
      ...{ address: 'https://evil.example', 'secret-client-secret': 'geheimnis-der-app', form: 'form_zoom' },
    }
    const { 'secret-client-secret': _, ...without } = zoom
    expect((await browser.post(`${path}/new/zoom`, without)).status).toBe(422)
    expect((await browser.post(`${path}/new/zoom`, zoom)).status).toBe(303)
    const [stored] = await office.house.table.list('office', 'meeting#servers')
    const server = stored && meetingServerShelf.decode(stored).facts
    expect(server).toMatchObject({ kind: 'zoom', accountId: 'konto', hostUser: 'zoom@verband.example' })
    expect(server).not.toHaveProperty('address')
    const { html } = await browser.get(`${path}/${server?.id}`)
    expect(html).toContain(`https://lernhaus.example/attendance/zoom/${server?.id}`)
    expect(html).not.toContain('geheimnis')
    expect(office.servers.secrets.kept.get(`${server?.id}/client-secret`)).toBe('geheimnis-der-app')
    const later = { ...zoom, version: stored?.version ?? '', 'secret-webhook-secret': 'geheimnis-zwei' }
    expect((await browser.post(`${path}/${server?.id}`, later)).status).toBe(303)
    expect(office.servers.secrets.kept.get(`${server?.id}/webhook-secret`)).toBe('geheimnis-zwei')
  })

  test('that turns everybody away says until when', async () => {
    const office = openOffice()
    await office.servers.setUpZoom(office.house.table)
    const now = office.house.now()
    await noteServerHealth({ table: office.house.table, now }, 'srv_zoom', {
      busyUntil: later(now, 60 * 60_000),
    })
    const browser = await office.browserOf('administrator')
    expect((await browser.get(path)).html).toMatch(/nimmt bis .* keine Anfragen an/)
    office.house.pass(2 * 60 * 60_000)
    expect((await browser.get(path)).html).toMatch(/antwortet nicht seit/)
  })

  test.each([
    ['no name', { name: '' }, 'name'],
    ['no secret', { 'secret-secret': '' }, 'secret-secret'],
    ['an address without encryption', { address: 'http://bbb.verein.example/bigbluebutton' }, 'address'],
    ['an address of the own network', { address: 'https://localhost/bigbluebutton' }, 'address'],
    ['an address with a name in it', { address: 'https://ich@bbb.verein.example' }, 'address'],
    ['an address with a question', { address: 'https://bbb.verein.example/?x=1' }, 'address'],
  ])('%s is refused at its field, and the secret is not shown again', async (_, wrong, field) => {
    const office = openOffice()
    const browser = await office.browserOf('administrator')
    const { status, html } = await browser.post(`${path}/new/bigbluebutton`, { ...typed, ...wrong })
    expect(status).toBe(422)
    expect(await htmlFindings(html)).toEqual([])
    expect(html).toContain(`id="${field}-error"`)
    expect(html).not.toContain('nie-wieder-anzeigen')
    expect(fieldValues(html)).toMatchObject({
      hash: 'sha256',
      ...('name' in wrong ? {} : { name: typed.name }),
    })
    expect(office.servers.secrets.kept.has('srv_bbb/secret')).toBe(true)
    expect([...office.servers.secrets.kept.values()]).not.toContain('nie-wieder-anzeigen')
  })
})

async function openWithServer() {
  const office = openOffice()
  await office.house.table.commit([meetingServerShelf.create('srv_bbb', bbbRecord)])
  const offer = (more: object = {}) =>
    office.house.offer({
      trainer: 'Hatice Demir',
      sessions: aSeminar().sessions.map((session) => ({
        ...session,
        place: { kind: 'server' as const, server: 'srv_bbb', waitingRoom: false },
      })),
      ...more,
    })
  return { office, offer, browser: await office.browserOf('administrator') }
}
const page = `${path}/srv_bbb`

describe('a meeting server that is there', () => {
  test('is renamed without its secret, and not by who saw an older one', async () => {
    const { office, browser } = await openWithServer()
    const form = fieldValues((await browser.get(page)).html)
    const renamed = { ...form, name: 'Großer Raum' }
    expect((await browser.post(page, renamed)).status).toBe(303)
    expect(office.servers.secrets.kept.get('srv_bbb/secret')).toBe(bbbSecret)
    const late = await browser.post(page, { ...form, name: 'Kleiner Raum' })
    expect(late.status).toBe(409)
    expect(fieldValues(late.html).name).toBe('Kleiner Raum')
    expect((await meetingServerShelf.read(office.house.table, 'srv_bbb'))?.facts.name).toBe('Großer Raum')
  })

  test('is checked by a button: it answers, it does not take the secret, it is gone', async () => {
    const { office, offer, browser } = await openWithServer()
    await offer()
    const check = async () => {
      const pressed = await browser.post(`${page}/check`, {})
      expect(pressed.status).toBe(303)
      return (await browser.get(pressed.location)).html
    }
    expect(await check()).toContain('Der Server antwortet und nimmt die Zugangsdaten an.')
    await office.servers.secrets.write('srv_bbb/secret', 'falsch')
    expect(await check()).toContain('nimmt die Zugangsdaten aber nicht an')
    await office.servers.secrets.write('srv_bbb/secret', bbbSecret)
    office.servers.partSwitch.mode = 'down'
    expect(await check()).toContain('Der Server antwortet nicht.')
    const coordinator = await office.browserOf('coordinator')
    const dashboard = (await coordinator.get('/office')).html
    expect(await htmlFindings(dashboard)).toEqual([])
    expect(dashboard).toContain('Der Meeting-Server „Seminarraum“ antwortet nicht seit')
    expect(dashboard).toContain('/room')
    office.servers.partSwitch.mode = 'ok'
    await check()
    expect((await coordinator.get('/office')).html).not.toContain('antwortet nicht seit')
  })

  test('stays as long as a session needs it; then it goes, with its secret', async () => {
    const { office, offer, browser } = await openWithServer()
    const seminar = await offer()
    const refused = await browser.post(`${page}/remove`, {})
    expect(refused.status).toBe(409)
    expect(await htmlFindings(refused.html)).toEqual([])
    expect(refused.html).toContain(`/office/seminars/${seminar.id}`)
    expect(office.servers.secrets.kept.get('srv_bbb/secret')).toBe(bbbSecret)
    office.house.moveTo('2026-12-24T12:00:00.000Z')
    const later = await office.browserOf('administrator', 'Zweite')
    expect((await later.post(`${page}/remove`, {})).location).toContain(`${path}?done=removed`)
    expect((await later.get(page)).status).toBe(404)
    expect((await later.get(path)).html).toContain('entfernt')
    expect(office.servers.secrets.kept.has('srv_bbb/secret')).toBe(false)
  })

  test.each(['coordinator', 'trainer'] as const)('is nothing that a %s sees or changes', async (role) => {
    const { office } = await openWithServer()
    const browser = await office.browserOf(role)
    for (const address of [path, page, `${path}/new/jitsi`]) {
      const { status, html } = await browser.get(address)
      expect(status).toBe(404)
      expect(html).not.toContain('bbb.example')
    }
    for (const address of [page, `${page}/check`, `${page}/remove`, `${path}/new/jitsi`])
      expect((await browser.post(address, typed)).status).toBe(404)
    expect((await meetingServerShelf.read(office.house.table, 'srv_bbb'))?.facts).toEqual(bbbRecord)
    expect(office.servers.asked).toEqual([])
  })
})

describe('who leads a session', () => {
  const roomOf = ({ id, sessions }: { id: string; sessions: { id: string }[] }) =>
    `/office/seminars/${id}/sessions/${sessions[0]?.id}/room`

  test('comes in as a moderator, by a button, an hour before the start', async () => {
    const { office, offer } = await openWithServer()
    const room = roomOf(await offer())
    office.house.moveTo('2026-03-24T15:59:00.000Z')
    const trainer = await office.browserOf('trainer', 'Hatice Demir')
    const early = await trainer.post(`${room}/enter`, {})
    expect(early.status).toBe(409)
    expect(early.html).toContain('eine Stunde vor dem Beginn')
    expect(office.servers.asked).toEqual([])
    office.house.moveTo('2026-03-24T16:00:00.000Z')
    const shown = await trainer.get(room)
    expect(shown.html).not.toContain('bbb.example')
    expect(shown.headers.get('content-security-policy')).toContain("form-action 'self' https:")
    const led = await trainer.post(`${room}/enter`, {})
    expect(led.status).toBe(303)
    const { status, html } = await office.servers.follow(led.location)
    expect(status).toBe(200)
    expect(html).toContain('Hatice Demir')
    expect(new URL(led.location).searchParams.get('role')).toBe('MODERATOR')
  })

  test('does not come into the seminar of somebody else', async () => {
    const { office, offer } = await openWithServer()
    const room = roomOf(await offer())
    office.house.moveTo('2026-03-24T16:30:00.000Z')
    const other = await office.browserOf('trainer', 'Ali Kaya')
    expect((await other.get(room)).status).toBe(404)
    expect((await other.post(`${room}/enter`, {})).status).toBe(404)
    expect(office.servers.asked).toEqual([])
  })

  test('is told when the server gives no answer, and so is everybody who can do something', async () => {
    const { office, offer } = await openWithServer()
    const seminar = await offer({ closes: '2026-03-24T17:00:00.000Z' })
    office.house.moveTo('2026-03-24T16:30:00.000Z')
    office.servers.partSwitch.mode = 'down'
    const trainer = await office.browserOf('trainer', 'Hatice Demir')
    const refused = await trainer.post(`${roomOf(seminar)}/enter`, {})
    expect(refused.status).toBe(503)
    expect(refused.html).toContain('Der Meeting-Server antwortet gerade nicht.')
    expect((await trainer.get(`/office/seminars/${seminar.id}`)).html).toContain('antwortet nicht seit')
    // Enrolling does not need the server.
    expect(await office.house.enroll(await office.house.seminar(seminar.id), 'ayse')).toMatchObject({
      ok: true,
    })
  })
})
