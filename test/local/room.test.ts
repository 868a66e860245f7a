import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { now } from '../../functions/aws/clock.ts'
import { hour, type Instant, later, minute } from '../../functions/kernel/time.ts'
import { type Pass, signedNotices, writePass } from '../../functions/session/meeting/room.meeting.ts'
import { readBody } from '../../infra/local/gateway.ts'
import { meetingDoor } from '../../infra/local/meeting.tsx'
import { type OpenPort, openPort } from '../../infra/local/open-port.ts'
import type { PartSwitch } from '../../infra/local/part-mode.ts'
import { openCallbacks, type RoomCallbacks } from '../../infra/local/room-callbacks.ts'
import { openPresence, type Presence } from '../../infra/local/room-presence.ts'

const key = 'the key of the rooms'
type Told = { enrollmentId: string; kind: string; device: string; at: Instant }

let folder: string
let house: OpenPort
let houseStatus: number
let told: Told[]
let callbacks: RoomCallbacks
let presence: Presence
let partSwitch: PartSwitch
let room: Hono

beforeEach(async () => {
  process.env.CLOCK_AHEAD_MS = '0'
  folder = mkdtempSync(join(tmpdir(), 'lernhaus-room-'))
  told = []
  houseStatus = 200
  house = await openPort({ port: 0, name: 'the house' })
  house.answer(async (request, response) => {
    const body = (await readBody(request, 1e6))?.toString() ?? ''
    if (houseStatus === 200) {
      expect(request.headers['x-room-signature']).toBe(await signedNotices(key, body))
      for (const { enrollmentId, notice } of JSON.parse(body).notices) told.push({ enrollmentId, ...notice })
    }
    response.writeHead(houseStatus).end()
  })
  openRoom()
})
afterEach(async () => {
  vi.useRealTimers()
  callbacks.stop()
  await house.stop()
  rmSync(folder, { recursive: true })
  delete process.env.CLOCK_AHEAD_MS
})

function openRoom() {
  callbacks = openCallbacks({
    file: join(folder, 'notices.json'),
    address: `${house.origin}/attendance/room`,
    key: async () => key,
  })
  presence = openPresence(join(folder, 'rooms.json'), callbacks.add)
  partSwitch = { mode: 'ok' }
  room = meetingDoor({ presence, partSwitch, roomKey: async () => key })
}

const moveTo = (instant: Instant) => {
  process.env.CLOCK_AHEAD_MS = String(Date.parse(instant) - Date.now())
}
const passFor = (enrollmentId: string, more: Partial<Pass> = {}): Pass => ({
  seminarId: 'sem_1',
  sessionId: 'ses_1',
  room: 1,
  enrollmentId,
  name: 'Şükrü Yağız Öztürk',
  title: 'Bütçe <und> mehr',
  language: 'tr',
  until: later(now(), 2 * hour),
  ...more,
})
const linkFor = async (pass: Pass) => `/rooms/${pass.sessionId}?pass=${await writePass(key, pass)}`

/** A browser without scripts: opens the page, presses its one button, follows. */
async function press(link: string): Promise<{ link: string; page: string }> {
  const page = await (await room.request(link)).text()
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? ''
  const fields = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const body = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value]))
  const answer = await room.request(action, { method: 'POST', body })
  const onward = answer.headers.get('location') ?? ''
  return { link: onward, page: await (await room.request(onward)).text() }
}
const passages = () => told.map(({ enrollmentId, kind }) => `${enrollmentId} ${kind}`)

describe('a visit without scripts', () => {
  it('enters and leaves by buttons, and the house hears of both', async () => {
    const link = await linkFor(passFor('e1'))
    const inside = await press(link)
    expect(inside.page).toContain('Odadasınız, Şükrü.')
    const gone = await press(inside.link)
    expect(gone.page).toContain('Odadan çıktınız')
    await callbacks.idle()
    expect(passages()).toEqual(['e1 joined', 'e1 left'])
    expect(told[0]?.device).toBe(told[1]?.device)
  })

  it('changes nothing by looking', async () => {
    const link = await linkFor(passFor('e1'))
    for (let i = 0; i < 3; i++) expect((await room.request(link)).status).toBe(200)
    await callbacks.idle()
    expect(told).toEqual([])
  })

  it('shows who is there by first names, each once, and escapes what others wrote', async () => {
    await press(await linkFor(passFor('e1')))
    await press(await linkFor(passFor('e1')))
    const { page } = await press(await linkFor(passFor('e2', { name: 'Anna <b> Schmidt' })))
    const list = /data-present[^>]*>(.*?)<\/ul>/s.exec(page)?.[1] ?? ''
    expect(list.match(/<li>(.*?)<\/li>/g)).toEqual(['<li>Şükrü</li>', '<li>Anna</li>'])
    expect(page).toContain('Bütçe &lt;und&gt; mehr')
    expect(page).not.toContain('Schmidt')
  })

  it.each(['de', 'tr', 'en'] as const)('speaks %s', async (language) => {
    const page = await (await room.request(await linkFor(passFor('e1', { language })))).text()
    expect(page).toContain(`<html lang="${language}">`)
  })
})

describe('a pass', () => {
  it.each<[string, number, () => Promise<string>]>([
    ['forged', 403, async () => `/rooms/ses_1?pass=${await writePass('another key', passFor('e1'))}`],
    ['of another room', 403, async () => `/rooms/ses_2?pass=${await writePass(key, passFor('e1'))}`],
    [
      'of a session that is over (it thanks whoever stayed)',
      410,
      async () => linkFor(passFor('e1', { until: later(now(), -minute) })),
    ],
    ['missing', 403, async () => '/rooms/ses_1'],
    ['in pieces', 403, async () => '/rooms/ses_1?pass=abc.def'],
  ])('%s opens nothing', async (_, status, link) => {
    expect((await room.request(await link())).status).toBe(status)
    expect(presence.rooms().size).toBe(0)
  })
})

describe('the end', () => {
  it('of the session sends everybody out at that moment', async () => {
    const until = later(now(), hour)
    await press(await linkFor(passFor('e1', { until })))
    await press(await linkFor(passFor('e2', { until })))
    expect(presence.next()).toBe(until)
    moveTo(later(until, 3 * hour))
    expect(presence.run()).toEqual([{ at: until, work: 'room ended ses_1' }])
    await callbacks.idle()
    expect(told.filter(({ kind }) => kind === 'left').map(({ at }) => at)).toEqual([until, until])
  })

  it('comes for all when the room is closed', async () => {
    await press(await linkFor(passFor('e1')))
    await press(await linkFor(passFor('e2', { sessionId: 'ses_2' })))
    presence.empty('ses_1')
    await callbacks.idle()
    expect(passages()).toEqual(['e1 joined', 'e2 joined', 'e1 left'])
  })

  it('comes for a page that fell silent at the time it was last heard, and for none that cannot speak', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    await press(await linkFor(passFor('button')))
    const silent = presence.enter(passFor('silent'), { beats: true })
    const heard = presence.enter(passFor('heard'), { beats: true })
    const lastHeard = told.length
    vi.advanceTimersByTime(60_000)
    expect(presence.beat(heard)).toBe(true)
    vi.advanceTimersByTime(60_000)
    presence.run()
    expect(presence.beat(silent)).toBe(false)
    expect(presence.inside('ses_1').map(({ enrollmentId }) => enrollmentId)).toEqual(['button', 'heard'])
    await callbacks.idle()
    expect(passages().slice(lastHeard)).toContain('silent left')
  })
})

describe('what is kept', () => {
  it('is everybody inside, over a restart', async () => {
    const inside = await press(await linkFor(passFor('e1')))
    await callbacks.idle()
    callbacks.stop()
    openRoom()
    expect(await (await room.request(inside.link)).text()).toContain('Odadasınız')
    await press(inside.link)
    await callbacks.idle()
    expect(passages()).toEqual(['e1 joined', 'e1 left'])
  })

  it('is everything that the house has not taken yet', async () => {
    houseStatus = 503
    await press(await linkFor(passFor('e1')))
    await callbacks.idle()
    expect(told).toEqual([])
    callbacks.stop()
    houseStatus = 200
    openRoom()
    await callbacks.idle()
    expect(passages()).toEqual(['e1 joined'])
  })
})

describe('a script in the page', () => {
  const post = (verb: string, fields: Record<string, string>) =>
    room.request(`/rooms/ses_1/${verb}`, { method: 'POST', body: new URLSearchParams(fields) })

  it('enters, says it is there, and leaves when the page goes', async () => {
    const entered = await post('enter', { pass: await writePass(key, passFor('e1')), script: 'yes' })
    const { device } = (await entered.json()) as { device: string }
    expect(await (await post('beat', { device })).json()).toMatchObject({ present: ['Şükrü'] })
    expect((await post('leave', { device })).status).toBe(204)
    expect((await post('beat', { device })).status).toBe(410)
    await callbacks.idle()
    expect(passages()).toEqual(['e1 joined', 'e1 left'])
  })

  it('hears that the room is down', async () => {
    partSwitch.mode = 'down'
    expect((await post('beat', { device: 'x' })).status).toBe(503)
    expect((await room.request(await linkFor(passFor('e1')))).status).toBe(503)
  })
})
