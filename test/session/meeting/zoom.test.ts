import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../functions/kernel/time.ts'
import { hour, later, minute } from '../../../functions/kernel/time.ts'
import {
  MeetingBusy,
  MeetingUnreachable,
  type Room,
  type Visitor,
} from '../../../functions/session/meeting/meeting.ts'
import type { ServerOf } from '../../../functions/session/meeting/meeting-server.ts'
import { zoomScopes } from '../../../functions/session/meeting/zoom-scopes.ts'
import { openMemoryTable } from '../../world/memory-table.ts'
import { openPracticeServers, zoomOrigin, zoomRecord, zoomSecrets } from '../../world/practice-servers.ts'
import { aSeminar, aSession } from '../../world/seminar.ts'

const ayse: Visitor = { id: 'enr_ayse', name: 'Ayşe Yıldız', language: 'de', leads: false }
const deniz: Visitor = { id: 'enr_deniz', name: 'Deniz', language: 'tr', leads: false }
const trainer: Visitor = { id: 'trainer-1', name: 'Hatice Demir', language: 'de', leads: true }

function open(waitingRoom = false) {
  let now = '2026-03-24T16:45:00.000Z' as Instant
  const servers = openPracticeServers(() => now)
  const { zoom } = servers.providers
  const table = openMemoryTable()
  const world = servers.meetings(table)
  const session = aSession({ place: { kind: 'server', server: 'srv_zoom', waitingRoom } })
  const room: Room = { seminar: aSeminar({ sessions: [session] }), session, number: 1 }
  const enter = (visitor: Visitor, into = room) => zoom.enter(world(), zoomRecord, into, visitor)
  const asked = (method: string, path: RegExp) =>
    servers.questions.filter((one) => one.method === method && path.test(new URL(one.address).pathname))
  return {
    ...{ servers, zoom, table, world, room, enter, asked },
    meetings: servers.zoom.meetings,
    pass: (milliseconds: number) => {
      now = later(now, milliseconds)
    },
  }
}

describe('entering', () => {
  test('makes the meeting right before somebody comes, once for all, and keeps nobody’s address', async () => {
    const { servers, enter, meetings, table } = open()
    expect(meetings.all).toHaveLength(0)
    const first = await enter(ayse)
    const second = await enter(deniz)
    expect(meetings.all).toHaveLength(1)
    expect((await servers.follow(first)).html).toContain('You are inside, Ayşe Yıldız.')
    expect((await servers.follow(second)).html).toContain('You are inside, Deniz.')
    expect(new Set([first, second]).size).toBe(2)
    expect(await enter(ayse)).toBe(first)
    const kept = JSON.stringify(table.everything())
    expect(kept).not.toMatch(/tk=|zak=|zoom\.example/)
    expect(kept).not.toContain(zoomSecrets.client)
    expect(first).toMatch(/tk=.+/)
  })

  test('Zoom gets the name that is shown, and an address that is nobody’s and in each room another one', async () => {
    const { enter, room, asked } = open()
    await enter(ayse)
    await enter(ayse, { ...room, number: 2 })
    const bodies = asked('POST', /registrants$/).map(({ body }) => JSON.parse(body ?? ''))
    expect(bodies).toEqual([
      {
        ...{ first_name: 'Ayşe', last_name: 'Yıldız', auto_approve: true },
        email: expect.stringMatching(/^gast-[a-z\d]{12}@teilnahme\.lernhaus\.example$/),
      },
      expect.objectContaining({ email: expect.stringMatching(/^gast-/) }),
    ])
    expect(bodies[0].email).not.toBe(bodies[1].email)
    expect(JSON.stringify(bodies)).not.toContain('enr_')
  })

  test.each([
    ["Seán O'Brien", "Seán O'Brien"],
    ['Şükrü İğdeoğlu', 'Şükrü İğdeoğlu'],
    ['Ẍezal', 'Ẍezal'],
    ['Maria del Carmen Hernández', 'Maria del Carmen Hernández'],
    ['Иван Ωmega', 'Иван Ωmega'],
    [`${'ğ'.repeat(80)} Öz`, `${'ğ'.repeat(64)} Öz`],
    ['𝒜'.repeat(70), '𝒜'.repeat(64)],
  ])('under the name %s', async (name, shown) => {
    const { servers, enter } = open()
    expect((await servers.follow(await enter({ ...ayse, name }))).html.replaceAll('&#39;', "'")).toContain(
      `You are inside, ${shown}.`,
    )
  })

  test('many clicks of one person are one registration', async () => {
    const { enter, asked } = open()
    for (let click = 0; click < 8; click++) await enter(ayse)
    expect(asked('POST', /registrants$/)).toHaveLength(1)
  })

  test('an answer that got lost is asked again: the same person stays the same registrant', async () => {
    const { servers, enter, meetings, table } = open()
    const commit = table.commit.bind(table)
    await enter(deniz)
    table.commit = async () => {
      throw new Error('the process died')
    }
    await expect(enter(ayse)).rejects.toThrow('the process died')
    table.commit = commit
    expect((await servers.follow(await enter(ayse))).status).toBe(200)
    expect(meetings.all[0]?.registrants).toHaveLength(2)
  })

  test('two at once make one meeting that is used; the other one is removed', async () => {
    const { servers, enter, meetings, asked } = open()
    const addresses = await Promise.all([enter(ayse), enter(deniz), enter({ ...deniz, id: 'enr_can' })])
    expect(asked('POST', /\/users\/[^/]+\/meetings$/).length).toBeGreaterThan(1)
    expect(meetings.all).toHaveLength(1)
    for (const address of addresses) expect((await servers.follow(address)).status).toBe(200)
    expect(meetings.all[0]?.instances[0]?.participants).toHaveLength(3)
  })

  test('a meeting that somebody removed at Zoom is made anew, and the link still leads in', async () => {
    const { servers, enter, meetings } = open()
    await enter(ayse)
    meetings.all.splice(0)
    expect((await servers.follow(await enter(ayse))).status).toBe(200)
    expect((await servers.follow(await enter(trainer))).html).toContain('End the meeting')
    expect(meetings.all).toHaveLength(1)
  })

  test('an address is good on one device at a time', async () => {
    const { servers, enter } = open()
    const phone = await servers.follow(await enter(ayse))
    const laptop = await servers.follow(await enter(ayse))
    expect([phone.status, laptop.status]).toEqual([200, 409])
    await servers.press(`${phone.path}/leave`)
    expect((await servers.follow(await enter(ayse))).status).toBe(200)
  })

  test('trainers come in as the host, by an address asked for each time; others wait where the session says so', async () => {
    const { servers, enter, meetings } = open(true)
    expect((await servers.follow(await enter(ayse))).html).toContain('data-meeting="waiting"')
    const one = await enter(trainer)
    const other = await enter(trainer)
    expect(one).not.toBe(other)
    const lead = await servers.follow(other)
    const admit = /action="([^"]*\/admit\/[^"]*)"/.exec(lead.html)?.[1]
    await servers.press(admit ?? '')
    expect(meetings.all[0]?.instances[0]?.participants.map(({ state }) => state)).toEqual([
      'inside',
      'inside',
    ])
    expect(meetings.all[0]?.registrants.map(({ email }) => email)).toHaveLength(1)
  })

  test('somebody whom the host turned away stays outside', async () => {
    const { enter, meetings } = open()
    await enter(ayse)
    const [registrant] = meetings.all[0]?.registrants ?? []
    if (registrant) registrant.status = 'denied'
    await expect(enter(ayse)).rejects.toBeInstanceOf(MeetingUnreachable)
  })
})

test('one host leads one meeting at a time, as at Zoom', async () => {
  const { servers, enter, room } = open()
  const first = await servers.follow(await enter(ayse))
  const other = await enter(deniz, { ...room, number: 2 })
  expect((await servers.follow(other)).html).toContain('another meeting in progress')
  await servers.press(`${first.path}/leave`)
  expect((await servers.follow(other)).status).toBe(200)
})

describe('what Zoom is asked for', () => {
  test('registration by itself, no mails, no recording, one device', async () => {
    const { enter, asked } = open()
    await enter(ayse)
    const [create] = asked('POST', /\/users\/[^/]+\/meetings$/)
    expect(JSON.parse(create?.body ?? '')).toMatchObject({
      type: 2,
      start_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      settings: {
        approval_type: 0,
        registrants_email_notification: false,
        registrants_confirmation_email: false,
        auto_recording: 'none',
        allow_multiple_devices: false,
        waiting_room: false,
        join_before_host: true,
      },
    })
  })

  test('a token is asked for once an hour, by the account’s grant, and never lies in the table', async () => {
    const { enter, asked, pass, table } = open()
    await enter(ayse)
    await enter(deniz)
    expect(asked('POST', /oauth/)).toHaveLength(1)
    expect(asked('POST', /oauth/)[0]?.body).toBe('grant_type=account_credentials&account_id=konto-1')
    pass(hour)
    await enter(ayse)
    expect(asked('POST', /oauth/)).toHaveLength(2)
    const token = asked('GET', /registrants/)[0]?.headers?.authorization?.replace('Bearer ', '') ?? ''
    expect(token.length).toBeGreaterThan(20)
    expect(JSON.stringify(table.everything())).not.toContain(token)
  })

  test('without an address of its own the record leads to Zoom, and nowhere else', async () => {
    const { zoom, world, room } = open()
    const { address: _, ...record } = zoomRecord
    const addresses: string[] = []
    const answers = [
      { access_token: 't', expires_in: 3600 },
      { id: 1 },
      { registrant_id: 'r', join_url: 'https://zoom.us.evil.example/w/1?tk=x' },
    ]
    const asking = {
      ...world(),
      ask: async ({ address }: { address: string }) => {
        addresses.push(new URL(address).origin)
        const status = addresses.length === 1 ? 200 : 201
        return { status, headers: new Headers(), text: JSON.stringify(answers[addresses.length - 1]) }
      },
    }
    await expect(zoom.enter(asking, record as ServerOf<'zoom'>, room, ayse)).rejects.toThrow('not Zoom’s')
    expect(addresses).toEqual(['https://zoom.us', 'https://api.zoom.us', 'https://api.zoom.us'])
  })

  test.each([
    ['https://zoom.us/w/1?tk=x', true],
    ['https://us02web.zoom.us/w/1?tk=x', true],
    ['https://verein.zoom-x.de/w/1?tk=x', true],
    ['http://zoom.us/w/1?tk=x', false],
    ['https://notzoom.us/w/1', false],
    ['https://zoom.us@evil.example/w/1', false],
    ['javascript:alert(1)//zoom.us', false],
  ])('people are sent to %s: %s', async (join_url, isTaken) => {
    const { zoom, world, room } = open()
    const { address: _, ...record } = zoomRecord
    const ask = async ({ address, method }: { address: string; method: string }) => {
      const answer = address.includes('oauth')
        ? { access_token: 't', expires_in: 3600 }
        : { id: 1, registrant_id: 'r', join_url }
      const status = method === 'POST' && !address.includes('oauth') ? 201 : 200
      return { status, headers: new Headers(), text: JSON.stringify(answer) }
    }
    const entered = await zoom
      .enter({ ...world(), ask }, record as ServerOf<'zoom'>, room, ayse)
      .catch((fault: unknown) => fault)
    expect(entered === join_url).toBe(isTaken)
    if (!isTaken) expect(entered).toBeInstanceOf(MeetingUnreachable)
  })
})

describe('the rights that the office names', () => {
  /** Everything that the house ever does at Zoom. */
  async function life(scene: ReturnType<typeof open>) {
    const { servers, zoom, world, room, enter, pass } = scene
    const tried = async (deed: () => Promise<unknown>) => {
      try {
        return await deed()
      } catch (fault) {
        if (!(fault instanceof MeetingUnreachable)) throw fault
        return undefined
      }
    }
    await tried(() => zoom.check(world(), zoomRecord))
    await tried(() => Promise.all([enter(ayse), enter(deniz)]))
    const address = await tried(() => enter(ayse))
    if (typeof address === 'string') await servers.follow(address)
    await tried(() => enter(trainer))
    await tried(() => zoom.close(world(), zoomRecord, room))
    pass(10 * minute)
    await tried(async () => zoom.report?.(world(), zoomRecord, room))
  }
  const refusedIn = ({ servers }: ReturnType<typeof open>) =>
    servers.answers.filter((text) => text.includes('does not contain scopes'))

  test('suffice', async () => {
    const scene = open()
    await life(scene)
    expect(refusedIn(scene)).toEqual([])
  })

  test.each(zoomScopes)('are all needed: %s', async (missing) => {
    const scene = open()
    const { scopes } = scene.servers.zoomAccount
    scopes.splice(scopes.indexOf(missing), 1)
    await life(scene)
    expect(refusedIn(scene).length).toBeGreaterThan(0)
    expect(refusedIn(scene).every((text) => text.includes(`[${missing}]`))).toBe(true)
  })
})

describe('closing', () => {
  test('sends everybody out, and nobody gets in again without the host', async () => {
    const { servers, zoom, world, room, enter, meetings } = open()
    const address = await enter(ayse)
    await servers.follow(address)
    expect(await zoom.close(world(), zoomRecord, room)).toBe('closed')
    expect(meetings.all[0]?.instances[0]?.endedAt).toBeDefined()
    expect((await servers.follow(address)).html).toContain('data-meeting="waiting"')
    expect(await zoom.close(world(), zoomRecord, room)).toBe('closed')
  })

  test('a room that nobody came to is closed already', async () => {
    const { zoom, world, room, servers } = open()
    expect(await zoom.close(world(), zoomRecord, room)).toBe('closed')
    expect(servers.asked).toEqual([])
  })
})

describe('limits', () => {
  test('a hundred meetings a day: whoever comes next is turned away, Zoom is left alone, old rooms stay open', async () => {
    const { enter, room, asked, pass } = open()
    await enter(ayse)
    for (let number = 2; number <= 100; number++) {
      await enter(trainer, { ...room, number })
      pass(1000)
    }
    const another = { ...room, number: 101 }
    const fault = await enter(trainer, another).catch((caught: unknown) => caught)
    expect(fault).toMatchObject({ until: '2026-03-25T00:00:00.000Z' })
    const before = asked('POST', /meetings$/).length
    pass(5 * minute)
    await expect(enter(trainer, another)).rejects.toBeInstanceOf(MeetingBusy)
    expect(asked('POST', /meetings$/)).toHaveLength(before)
    expect(await enter(ayse)).toContain(zoomOrigin)
    pass(8 * hour)
    expect(await enter(trainer, another)).toContain(zoomOrigin)
  })

  test('too many in one second are turned away, and a moment later they come in', async () => {
    const { enter, asked, pass } = open()
    await enter({ ...ayse, id: 'enr_0' })
    pass(1000)
    const all = Array.from({ length: 40 }, (_, i) => ({ ...ayse, id: `enr_${i + 1}` }))
    const outcomes = await Promise.allSettled(all.map((visitor) => enter(visitor)))
    const turnedAway = outcomes.filter(({ status }) => status === 'rejected')
    expect(turnedAway).toHaveLength(10)
    const before = asked('POST', /registrants$/).length
    pass(2000)
    for (const visitor of all.slice(30)) expect(await enter(visitor)).toContain(zoomOrigin)
    expect(asked('POST', /registrants$/)).toHaveLength(before + 10)
  })

  test.each([
    ['seconds', { 'retry-after': '30' }, '{}', 30],
    ['a date', { 'retry-after': '2026-03-24T18:45:00Z' }, '{}', 2 * 60 * 60],
    ['nothing', {}, '{}', 2],
    ['nonsense', { 'retry-after': 'soon' }, 'x', 2],
    ['a time that is over', { 'retry-after': '2026-03-24T10:00:00Z' }, '{}', 2],
    ['more than a day', { 'retry-after': '999999' }, '{}', 24 * 60 * 60],
    ['a day in words only', {}, '{"message":"You have exceeded the daily rate limit (100)"}', 26_100],
  ])('Zoom is left alone for as long as it says: %s', async (_, headers, text, seconds) => {
    const { servers, enter } = open()
    await enter(ayse)
    servers.instead.answer = { status: 429, headers: new Headers(headers as Record<string, string>), text }
    const fault = await enter(ayse).catch((caught: unknown) => caught)
    expect(fault).toMatchObject({
      name: 'MeetingBusy',
      until: later('2026-03-24T16:45:00.000Z' as Instant, seconds * 1000),
    })
    servers.instead.answer = undefined
    const before = servers.asked.length
    await expect(enter(ayse)).rejects.toBeInstanceOf(MeetingBusy)
    expect(servers.asked).toHaveLength(before)
  })
})

describe('a Zoom that is not as it should be', () => {
  const answered = (status: number, text: string) => ({ status, headers: new Headers(), text })

  test.each([
    ['an error', answered(500, '{"registrant_id":"r","join_url":"https://zoom.us/w/1"}')],
    ['no JSON', answered(200, '<html>')],
    ['half of it', answered(200, '{"status":"approved","join_url":')],
    ['another kind', answered(200, '{"status":"approved","join_url":7}')],
    ['nothing', answered(200, '')],
    ['a refusal', answered(400, '{"code":4711,"message":"does not contain scopes"}')],
  ])('%s: nobody enters, and nothing of it is said', async (_, answer) => {
    const { servers, enter } = open()
    await enter(ayse)
    servers.instead.answer = answer
    const fault = await enter(ayse).catch((caught: unknown) => caught)
    expect(fault).toBeInstanceOf(MeetingUnreachable)
    expect(String(fault)).not.toMatch(/zoom\.example|tk=|Ayşe|4711 .*scopes/)
  })

  test('that withdrew the token gets asked for one more, and no more often', async () => {
    const { servers, enter, asked } = open()
    await enter(ayse)
    servers.instead.answer = answered(401, '{"code":124,"message":"Invalid access token."}')
    await expect(enter(ayse)).rejects.toBeInstanceOf(MeetingUnreachable)
    servers.instead.answer = undefined
    await enter(ayse)
    expect(asked('POST', /oauth/).length).toBeLessThanOrEqual(3)
  })

  test('is told apart when it is checked: fine, wrong secret, unknown host, down', async () => {
    const { servers, zoom, world } = open()
    expect(await zoom.check(world(), zoomRecord)).toBe('ok')
    expect(await zoom.check(world(), { ...zoomRecord, hostUser: 'nobody@verband.example' })).toBe('refused')
    expect(await zoom.check(world(), { ...zoomRecord, accountId: 'another' })).toBe('refused')
    await servers.secrets.write('srv_zoom/client-secret', 'another')
    expect(await zoom.check(world(), zoomRecord)).toBe('refused')
    await servers.secrets.remove('srv_zoom/client-secret')
    expect(await zoom.check(world(), zoomRecord)).toBe('refused')
    await servers.secrets.write('srv_zoom/client-secret', zoomSecrets.client)
    servers.partSwitch.mode = 'down'
    expect(await zoom.check(world(), zoomRecord)).toBe('unreachable')
  })
})
