import { describe, expect, test } from 'vitest'
import { feedListShelf, feedShelf } from '../../functions/enrollment/link/calendar-feed.table.ts'
import { listFeeds } from '../../functions/enrollment/link/calendar-feed.ts'
import { mailboxKey } from '../../functions/enrollment/link/mailbox.table.ts'
import { fingerprint } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { hour, later } from '../../functions/kernel/time.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { feedDoor } from '../../web/public/feed.door.tsx'
import { openCalendar, readCalendar } from '../world/calendar-reader.ts'
import { aSession } from '../world/seminar.ts'
import { type Doors, openDoors, post } from './open-doors.ts'

/** Ayşe in two seminars of which the second is later. */
async function withSomebody() {
  const doors = await openDoors()
  const { house } = doors
  const seminar = await house.offer()
  const other = await house.offer({
    slug: 'other',
    title: { de: 'Ein anderes', tr: 'Başka', en: 'Another' },
    sessions: [
      aSession({
        start: later(aSession().start, 2 * hour),
        end: later(aSession().end, 2 * hour),
        place: { kind: 'link', url: 'https://meet.example/secret-room' },
      }),
    ],
  })
  await house.enrollAndConfirm(seminar, 'ayse', { note: 'Nur hierfür' })
  const token = await house.token('ayse')
  await house.enrollAndConfirm(other, 'ayse')
  return { ...doors, seminar, other, token }
}

const secretIn = (html: string): string => /name="secret" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** Presses the button of the personal page, follows, and answers the address that the page shows. */
async function subscribe({ my, feed }: Doors, token: string): Promise<string> {
  const secret = secretIn(await (await my.request(`/my/${token}`)).text())
  const made = await feed.request(`/my/${token}/feed`, post({ secret }))
  expect([made.status, made.headers.get('location')]).toEqual([303, `/my/${token}/feed/${secret}`])
  const page = await (await feed.request(`/my/${token}/feed/${secret}`)).text()
  const address = /https:\/\/lernhaus\.example(\/calendar\/[\w-]{22}\.ics)/.exec(page)
  expect(page).toContain(`href="webcal://lernhaus.example${address?.[1]}"`)
  return address?.[1] ?? ''
}

const datesIn = async (answer: Response) => {
  const calendar = openCalendar()
  calendar.take(await answer.text())
  return Object.values(calendar.dates()).map(({ summary }) => summary)
}

const links = async ({ house }: Doors, name = 'ayse') =>
  listFeeds(house.table, await mailboxKey(`${name}@verein.example`))

describe('a subscription', () => {
  test('is made by a button; looking at pages makes none', async () => {
    const doors = await withSomebody()
    const { my, feed, token } = doors
    for (const door of [my, feed])
      for (const path of ['', '/feed', '/feed/sssssssssssssssssssss1'])
        await door.request(`/my/${token}${path}`)
    expect(await links(doors)).toEqual([])
    await subscribe(doors, token)
    expect(await links(doors)).toHaveLength(1)
  })

  test('shows all seminars of the mailbox, with and without the ending', async () => {
    const doors = await withSomebody()
    const address = await subscribe(doors, doors.token)
    for (const path of [address, address.replace('.ics', '')]) {
      const answer = await doors.feed.request(path)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'text/calendar; charset=utf-8',
      ])
      expect(answer.headers.get('cache-control')).toBe('private, max-age=3600')
      expect(answer.headers.get('x-robots-tag')).toBe('noindex')
      expect(await datesIn(answer)).toEqual([
        'Fördermittel finden und beantragen',
        'Fördermittel finden und beantragen',
        'Ein anderes',
      ])
    }
  })

  test('asks to be asked again in some hours, and says when nothing is new', async () => {
    const doors = await withSomebody()
    const address = await subscribe(doors, doors.token)
    const first = await doors.feed.request(address)
    const file = await first.text()
    expect(file).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n')
    const etag = first.headers.get('etag') ?? ''
    doors.house.pass(5 * hour)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await doors.feed.request(address, { headers: { 'if-none-match': known } })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    await doors.house.change(doors.seminar.id, { title: { de: 'Neuer Titel', tr: '', en: '' } })
    const changed = await doors.feed.request(address, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('Neuer Titel')
  })

  test('says nothing about the person, and leads into no room and to no page of theirs', async () => {
    const doors = await withSomebody()
    const file = (await (await doors.feed.request(await subscribe(doors, doors.token))).text()).replaceAll(
      '\r\n ',
      '',
    )
    expect(file).not.toMatch(/ayse|Yıldız|Hagen|Nur hierfür|secret-room|\/my\/|\/join\/|ATTENDEE/i)
  })

  test('marks as cancelled what was given up or called off, with the same id and a higher number', async () => {
    const doors = await withSomebody()
    const { house, feed, seminar, other } = doors
    const address = await subscribe(doors, doors.token)
    const before = readCalendar(await (await feed.request(address)).text()).events
    house.pass(hour)
    await house.cancel('ayse')
    const stored = await seminarShelf.read(house.table, seminar.id)
    const [first, ...rest] = stored?.facts.sessions ?? []
    if (!stored || !first) throw new Error('it has sessions')
    const cancelledSessions = [{ ...first, cancelledAt: house.now() }]
    await house.table.commit([
      seminarShelf.replace(stored, { ...stored.facts, sessions: rest, cancelledSessions }),
    ])
    const after = readCalendar(await (await feed.request(address)).text()).events
    const status = (id: string) =>
      after.find(({ uid }) => uid.startsWith(id))?.component.getFirstPropertyValue('status')
    expect([first, ...rest].map(({ id }) => status(id))).toEqual(['CANCELLED', 'CONFIRMED'])
    expect(other.sessions.map(({ id }) => status(id))).toEqual(['CANCELLED'])
    expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort())
    for (const { uid, sequence } of after) {
      const earlier = before.find((event) => event.uid === uid)?.sequence
      expect(sequence).toBeGreaterThan(earlier ?? Number.NaN)
    }
  })

  test('follows a seminar that is called off', async () => {
    const doors = await withSomebody()
    const address = await subscribe(doors, doors.token)
    await cancelSeminar(doors.house.world(), doors.other.id)
    expect(await datesIn(await doors.feed.request(address))).toEqual(
      Array(2).fill('Fördermittel finden und beantragen'),
    )
  })

  test('made twice by the same form is one; the sixth ends the first', async () => {
    const doors = await withSomebody()
    const { my, feed, token } = doors
    const secret = secretIn(await (await my.request(`/my/${token}`)).text())
    for (let press = 0; press < 2; press++) await feed.request(`/my/${token}/feed`, post({ secret }))
    expect(await links(doors)).toHaveLength(1)
    const addresses: string[] = []
    for (let more = 0; more < 5; more++) addresses.push(await subscribe(doors, token))
    expect(await links(doors)).toHaveLength(5)
    expect((await feed.request(`/calendar/${secret}.ics`)).status).toBe(404)
    for (const address of addresses) expect((await feed.request(address)).status).toBe(200)
  })
})

describe('the end of subscriptions', () => {
  test('is a button; ended, unknown and malformed links are answered alike', async () => {
    const doors = await withSomebody()
    const { feed, token } = doors
    const address = await subscribe(doors, token)
    const ended = await feed.request(`/my/${token}/feed/end`, post({}))
    expect([ended.status, ended.headers.get('location')]).toEqual([303, `/my/${token}/feed?done=ended`])
    const page = await (await feed.request(`/my/${token}/feed?done=ended`)).text()
    expect(page).toContain('Alle Abo-Links sind beendet.')
    expect(page).toContain('Sie haben zurzeit keinen Abo-Link.')
    const answers = await Promise.all(
      [address, '/calendar/ssssssssssssssssssss99.ics', '/calendar/x.ics'].map(async (path) => {
        const answer = await feed.request(path)
        const html = (await answer.text()).replaceAll(path, '')
        return JSON.stringify([answer.status, [...answer.headers], html])
      }),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('404')
    expect((await feed.request(`/my/${token}/feed/end`, post({}))).status).toBe(303)
  })

  test('is for good: the old form does not bring a link back', async () => {
    const doors = await withSomebody()
    const { my, feed, token } = doors
    const secret = secretIn(await (await my.request(`/my/${token}`)).text())
    await feed.request(`/my/${token}/feed`, post({ secret }))
    await feed.request(`/my/${token}/feed/end`, post({}))
    const again = await feed.request(`/my/${token}/feed`, post({ secret }))
    expect(again.headers.get('location')).toBe(`/my/${token}/feed?done=stale`)
    expect((await feed.request(`/calendar/${secret}`)).status).toBe(404)
    expect((await feed.request(`/my/${token}/feed/${secret}`)).status).toBe(404)
  })

  test('comes with a new personal link, as whoever had the old one may have subscribed', async () => {
    const doors = await withSomebody()
    const address = await subscribe(doors, doors.token)
    expect((await doors.myMore.request(`/my/${doors.token}/renew`, post({}))).status).toBe(303)
    expect((await doors.feed.request(address)).status).toBe(404)
  })

  test('comes by itself a year after the last date', async () => {
    const doors = await withSomebody()
    const address = await subscribe(doors, doors.token)
    doors.house.moveTo('2027-03-31T17:00:00.000Z')
    expect((await doors.feed.request(address)).status).toBe(200)
    doors.house.moveTo('2027-03-31T19:00:00.000Z')
    expect((await doors.feed.request(address)).status).toBe(404)
  })
})

describe('who may subscribe', () => {
  test('is only who has confirmed the address', async () => {
    const doors = await withSomebody()
    await doors.house.enroll(doors.seminar, 'held')
    const token = await doors.house.token('held')
    expect(secretIn(await (await doors.my.request(`/my/${token}`)).text())).toBe('')
    const sent = post({ secret: 'ssssssssssssssssssss77' })
    expect((await doors.feed.request(`/my/${token}/feed`, sent)).status).toBe(404)
    expect((await doors.feed.request(`/my/${token}/feed`)).status).toBe(404)
    expect(await links(doors, 'held')).toEqual([])
  })

  test('is nobody from elsewhere, without a secret, or with a link of somebody else', async () => {
    const doors = await withSomebody()
    const { house, feed, seminar, token } = doors
    await house.enrollAndConfirm(seminar, 'bora')
    const address = await subscribe(doors, await house.token('bora'))
    const secret = address.slice('/calendar/'.length, -'.ics'.length)
    expect((await feed.request(`/my/${token}/feed/${secret}`)).status).toBe(404)
    expect((await feed.request(`/my/${token}/feed`, post({ secret: 'short' }))).status).toBe(404)
    const foreign = post({ secret: 'ssssssssssssssssssss77' }, { origin: 'https://evil.example' })
    expect((await feed.request(`/my/${token}/feed`, foreign)).status).toBe(403)
    expect(await links(doors)).toEqual([])
    expect((await feed.request(`/my/${token}/feed`, post({ secret }))).status).toBe(503)
    expect(await datesIn(await feed.request(address))).toHaveLength(2)
  })
})

test('the house keeps only the fingerprint of a link, and of the mailbox', async () => {
  const doors = await withSomebody()
  const address = await subscribe(doors, doors.token)
  const secret = address.slice('/calendar/'.length, -'.ics'.length)
  const mailbox = await mailboxKey('ayse@verein.example')
  const { table } = doors.house
  expect((await feedShelf.read(table, await fingerprint(secret)))?.facts).toEqual({ mailbox })
  const kept = JSON.stringify([
    await feedShelf.read(table, await fingerprint(secret)),
    await feedListShelf.read(table, mailbox),
  ])
  expect(kept).not.toMatch(new RegExp(`${secret}|ayse|verein`))
})

test('a calendar that asks costs four requests, and a wrong link one', async () => {
  const doors = await withSomebody()
  const address = await subscribe(doors, doors.token)
  let requests = 0
  const counted = new Proxy(doors.house.table, {
    get: (table, name: keyof Table) =>
      typeof table[name] === 'function'
        ? (...given: never[]) => {
            requests++
            return (table[name] as (...all: never[]) => unknown)(...given)
          }
        : table[name],
  })
  const door = feedDoor({ ...doors.world, table: counted })
  expect((await door.request(address)).status).toBe(200)
  expect(requests).toBe(4)
  await door.request('/calendar/ssssssssssssssssssss99.ics')
  expect(requests).toBe(5)
})
