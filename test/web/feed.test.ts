import { describe, expect, test } from 'vitest'
import { feedListShelf, feedShelf } from '../../functions/enrollment/link/calendar-feed.table.ts'
import { listFeeds } from '../../functions/enrollment/link/calendar-feed.ts'
import { mailboxKey } from '../../functions/enrollment/link/mailbox.table.ts'
import { fingerprint } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { day, hour, later } from '../../functions/kernel/time.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { calendarDoor } from '../../web/public/calendar.door.tsx'
import { mailedFeed, mailedFeeds } from '../world/calendar-feed.ts'
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

const formIn = (html: string): string => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** Presses the button of the personal page, opens the link in the mail, and answers the address that its page shows. */
async function subscribe(
  { my, feed, calendar, house }: Doors,
  token: string,
  name = 'ayse',
): Promise<string> {
  const form = formIn(await (await my.request(`/my/${token}`)).text())
  const made = await feed.request(`/my/${token}/feed`, post({ form }))
  expect([made.status, made.headers.get('location')]).toEqual([303, `/my/${token}/feed?done=sent`])
  const page = await (await calendar.request(`/calendar/${await mailedFeed(house, name)}/add`)).text()
  const address = /https:\/\/lernhaus\.example(\/calendar\/[\w-]{22}\.ics)/.exec(page)
  expect(page).toContain(`href="webcal://lernhaus.example${address?.[1]}"`)
  return address?.[1] ?? ''
}

/** Many links, over days: no mailbox gets more than three such mails a day. */
async function subscribeDaily(doors: Doors, token: string, links: number): Promise<string[]> {
  const addresses: string[] = []
  for (let link = 0; link < links; link++) {
    if (link > 0) doors.house.pass(day)
    addresses.push(await subscribe(doors, token))
  }
  return addresses
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
    const { my, feed, calendar, house, token } = doors
    for (const path of ['', '/feed', '/feed?done=sent'])
      for (const door of [my, feed]) await door.request(`/my/${token}${path}`)
    expect(await links(doors)).toEqual([])
    await subscribe(doors, token)
    const secret = await mailedFeed(house, 'ayse')
    for (const path of [`${secret}/add`, `${secret}.ics`, 'ended'])
      expect((await calendar.request(`/calendar/${path}`)).status).toBe(200)
    expect(await links(doors)).toHaveLength(1)
  })

  test('shows all seminars of the mailbox, with and without the ending', async () => {
    const doors = await withSomebody()
    const address = await subscribe(doors, doors.token)
    for (const path of [address, address.replace('.ics', '')]) {
      const answer = await doors.calendar.request(path)
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
    const first = await doors.calendar.request(address)
    const file = await first.text()
    expect(file).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n')
    const etag = first.headers.get('etag') ?? ''
    doors.house.pass(5 * hour)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await doors.calendar.request(address, { headers: { 'if-none-match': known } })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    await doors.house.change(doors.seminar.id, { title: { de: 'Neuer Titel', tr: '', en: '' } })
    const changed = await doors.calendar.request(address, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('Neuer Titel')
  })

  test('says nothing about the person, and leads into no room and to no page of theirs', async () => {
    const doors = await withSomebody()
    const file = (
      await (await doors.calendar.request(await subscribe(doors, doors.token))).text()
    ).replaceAll('\r\n ', '')
    expect(file).not.toMatch(/ayse|Yıldız|Hagen|Nur hierfür|secret-room|\/my\/|\/join\/|ATTENDEE/i)
  })

  test('marks as cancelled what was given up or called off, with the same id and a higher number', async () => {
    const doors = await withSomebody()
    const { house, calendar, seminar, other } = doors
    const address = await subscribe(doors, doors.token)
    const before = readCalendar(await (await calendar.request(address)).text()).events
    house.pass(hour)
    await house.cancel('ayse')
    const stored = await seminarShelf.read(house.table, seminar.id)
    const [first, ...rest] = stored?.facts.sessions ?? []
    if (!stored || !first) throw new Error('it has sessions')
    const cancelledSessions = [{ ...first, cancelledAt: house.now() }]
    await house.table.commit([
      seminarShelf.replace(stored, { ...stored.facts, sessions: rest, cancelledSessions }),
    ])
    const after = readCalendar(await (await calendar.request(address)).text()).events
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
    expect(await datesIn(await doors.calendar.request(address))).toEqual(
      Array(2).fill('Fördermittel finden und beantragen'),
    )
  })

  test('made twice by the same form is one, and one mail', async () => {
    const doors = await withSomebody()
    const { my, feed, house, token } = doors
    const form = formIn(await (await my.request(`/my/${token}`)).text())
    const press = () => feed.request(`/my/${token}/feed`, post({ form }))
    const answers = [...(await Promise.all([press(), press()])), await press()]
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual(
      Array(3).fill(`/my/${token}/feed?done=sent`),
    )
    expect(await links(doors)).toHaveLength(1)
    expect(await mailedFeeds(house, 'ayse')).toHaveLength(1)
  })

  test('ends with the sixth after it', async () => {
    const doors = await withSomebody()
    const [first = '', ...others] = await subscribeDaily(doors, doors.token, 6)
    expect(await links(doors)).toHaveLength(5)
    expect((await doors.calendar.request(first)).status).toBe(404)
    for (const address of others) expect((await doors.calendar.request(address)).status).toBe(200)
  })
})

describe('the link', () => {
  test('comes to the mailbox alone: no answer to the personal link has it', async () => {
    const doors = await withSomebody()
    const { my, feed, house, token } = doors
    const form = formIn(await (await my.request(`/my/${token}`)).text())
    const made = await feed.request(`/my/${token}/feed`, post({ form }))
    const secret = await mailedFeed(house, 'ayse')
    const after = [
      made,
      await feed.request(`/my/${token}/feed?done=sent`),
      await my.request(`/my/${token}`),
      await feed.request(`/my/${token}/feed`, post({ form })),
    ]
    const seen = await Promise.all(
      after.map(async (answer) => JSON.stringify([...answer.headers]) + (await answer.text())),
    )
    expect(seen.join()).not.toContain(secret)
    expect(seen[1]).toContain('Wir haben den Abo-Link an Ihre E-Mail-Adresse geschickt.')
    expect((await feed.request(`/my/${token}/feed/${secret}`)).status).toBe(404)
    expect((await doors.calendar.request(`/calendar/${form}.ics`)).status).toBe(404)
  })

  test.each([
    ['de', 'Ihr Abo-Link', 'zeigt die Termine aller Seminare', 'nicht weiter', 'Kalender-Abo einrichten'],
    ['tr', 'abonelik bağlantınız', 'tüm seminerlerin tarihlerini gösterir', 'paylaşmayınız', 'kurma'],
    ['en', 'Your subscription link', 'shows the dates of all seminars', 'not pass it on', 'Set up the'],
  ] as const)('comes in %s, says what it shows, and leads to a page in that language', async (...given) => {
    const [language, subject, shows, secrecy, title] = given
    const doors = await openDoors()
    await doors.house.enrollAndConfirm(await doors.house.offer(), 'ayse', { language })
    await subscribe(doors, await doors.house.token('ayse'))
    const mail = (await doors.house.mails('ayse')).find(({ cause }) => cause === 'feed')
    expect(mail).toMatchObject({ seminarId: '', letter: { language } })
    expect(mail?.letter.subject).toContain(subject)
    const words = JSON.stringify(mail?.letter.blocks)
    for (const sentence of [shows, secrecy]) expect(words).toContain(sentence)
    const headers = { 'accept-language': language === 'de' ? 'en' : 'de' }
    const path = `/calendar/${await mailedFeed(doors.house, 'ayse')}/add`
    const page = await (await doors.calendar.request(path, { headers })).text()
    expect(page).toContain(`<html lang="${language}"`)
    expect(page).toContain(title)
    expect(await (await doors.calendar.request(`${path}?lang=en`)).text()).toContain('Set up the')
  })

  test('is sent three times a day at most; the fourth is refused in words and makes nothing', async () => {
    const doors = await withSomebody()
    const { feed, house, token } = doors
    const press = (form: string) => feed.request(`/my/${token}/feed`, post({ form: form.padEnd(22, '-') }))
    for (const form of ['a', 'a', 'b', 'c']) expect((await press(form)).status).toBe(303)
    const refused = await press('d')
    const html = await refused.text()
    expect(refused.status).toBe(429)
    expect(html).toContain('ging heute schon zu viel Post')
    expect(formIn(html)).toBe('')
    expect([(await links(doors)).length, (await mailedFeeds(house, 'ayse')).length]).toEqual([3, 3])
    house.pass(day)
    expect((await press('d')).headers.get('location')).toBe(`/my/${token}/feed?done=sent`)
    expect(await mailedFeeds(house, 'ayse')).toHaveLength(4)
  })
})

/** An answer without what differs by address, so that answers can be compared. */
async function faceless(answer: Response, path: string) {
  return JSON.stringify([answer.status, [...answer.headers], (await answer.text()).replaceAll(path, '')])
}

describe('the end of subscriptions', () => {
  test.each(['.ics', '/add'])(
    'ended, unknown and malformed links are answered alike (%s)',
    async (ending) => {
      const doors = await withSomebody()
      const { feed, calendar, token } = doors
      const address = await subscribe(doors, token)
      const good = await calendar.request(address.replace('.ics', ending))
      expect([good.status, good.headers.get('x-robots-tag')]).toEqual([200, 'noindex'])
      if (ending === '/add') expect(good.headers.get('cache-control')).toBe('no-store')
      await feed.request(`/my/${token}/feed/end`, post({}))
      const paths = [address.replace('.ics', ''), '/calendar/ssssssssssssssssssss99', '/calendar/x']
      const answers = await Promise.all(
        paths.map(async (path) => faceless(await calendar.request(`${path}${ending}`), `${path}${ending}`)),
      )
      expect(new Set(answers).size).toBe(1)
      expect(answers[0]).toContain('404')
    },
  )

  test('is a button on the personal page', async () => {
    const doors = await withSomebody()
    const { feed, calendar, token } = doors
    const address = await subscribe(doors, token)
    const ended = await feed.request(`/my/${token}/feed/end`, post({}))
    expect([ended.status, ended.headers.get('location')]).toEqual([303, `/my/${token}/feed?done=ended`])
    const page = await (await feed.request(`/my/${token}/feed?done=ended`)).text()
    expect(page).toContain('Alle Abo-Links sind beendet.')
    expect(page).toContain('Sie haben zurzeit keinen Abo-Link.')
    expect((await calendar.request(address)).status).toBe(404)
    expect((await feed.request(`/my/${token}/feed/end`, post({}))).status).toBe(303)
  })

  test.each([
    ['this', [200, 404, 200]],
    ['all', [404, 404, 404]],
  ] as const)('is a button behind the link itself, for %s', async (which, left) => {
    const doors = await withSomebody()
    const { calendar, token } = doors
    await doors.house.enrollAndConfirm(doors.seminar, 'bora')
    const ofBora = await subscribe(doors, await doors.house.token('bora'), 'bora')
    const addresses = await subscribeDaily(doors, token, 3)
    const end = (addresses[1] ?? '').replace('.ics', '/end')
    for (let press = 0; press < 2; press++) {
      const ended = await calendar.request(end, post({ which }))
      expect([ended.status, ended.headers.get('location')]).toEqual([303, '/calendar/ended'])
    }
    const statuses = await Promise.all(
      [...addresses, ofBora].map(async (address) => (await calendar.request(address)).status),
    )
    expect(statuses).toEqual([...left, 200])
    expect(await links(doors)).toHaveLength(left.filter((status) => status === 200).length)
    const page = await (await calendar.request('/calendar/ended')).text()
    expect(page).toContain('Der Abo-Link gilt nicht mehr')
  })

  test.each(['ssssssssssssssssssss99', 'x'])('ending %s ends nothing and tells nothing', async (secret) => {
    const doors = await withSomebody()
    await subscribe(doors, doors.token)
    for (const which of ['this', 'all']) {
      const answer = await doors.calendar.request(`/calendar/${secret}/end`, post({ which }))
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/calendar/ended'])
    }
    expect(await links(doors)).toHaveLength(1)
  })

  test('needs a button that is known, pressed on a page of the house', async () => {
    const doors = await withSomebody()
    const end = (await subscribe(doors, doors.token)).replace('.ics', '/end')
    expect((await doors.calendar.request(end, post({ which: 'none' }))).status).toBe(400)
    const foreign = post({ which: 'all' }, { origin: 'https://evil.example' })
    expect((await doors.calendar.request(end, foreign)).status).toBe(403)
    expect(await links(doors)).toHaveLength(1)
  })

  test('is for good: the old form does not bring a link back', async () => {
    const doors = await withSomebody()
    const { my, feed, calendar, house, token } = doors
    const form = formIn(await (await my.request(`/my/${token}`)).text())
    await feed.request(`/my/${token}/feed`, post({ form }))
    await feed.request(`/my/${token}/feed/end`, post({}))
    const again = await feed.request(`/my/${token}/feed`, post({ form }))
    expect(again.headers.get('location')).toBe(`/my/${token}/feed?done=stale`)
    const [secret, ...others] = await mailedFeeds(house, 'ayse')
    expect(others).toEqual([])
    expect((await calendar.request(`/calendar/${secret}`)).status).toBe(404)
    expect(await links(doors)).toEqual([])
  })

  test('comes with a new personal link, as whoever fears for one fears for all', async () => {
    const doors = await withSomebody()
    const address = await subscribe(doors, doors.token)
    expect((await doors.myMore.request(`/my/${doors.token}/renew`, post({}))).status).toBe(303)
    expect((await doors.calendar.request(address)).status).toBe(404)
  })

  test('comes by itself a year after the last date', async () => {
    const doors = await withSomebody()
    const address = await subscribe(doors, doors.token)
    const page = address.replace('.ics', '/add')
    const statuses = () =>
      Promise.all([address, page].map(async (path) => (await doors.calendar.request(path)).status))
    doors.house.moveTo('2027-03-31T17:00:00.000Z')
    expect(await statuses()).toEqual([200, 200])
    doors.house.moveTo('2027-03-31T19:00:00.000Z')
    expect(await statuses()).toEqual([404, 404])
  })
})

describe('who may subscribe', () => {
  test('is only who has confirmed the address', async () => {
    const doors = await withSomebody()
    await doors.house.enroll(doors.seminar, 'held')
    const token = await doors.house.token('held')
    expect(formIn(await (await doors.my.request(`/my/${token}`)).text())).toBe('')
    const sent = post({ form: 'ssssssssssssssssssss77' })
    expect((await doors.feed.request(`/my/${token}/feed`, sent)).status).toBe(404)
    expect((await doors.feed.request(`/my/${token}/feed`)).status).toBe(404)
    expect([...(await links(doors, 'held')), ...(await mailedFeeds(doors.house, 'held'))]).toEqual([])
  })

  test('is nobody from elsewhere, and nobody without a form of the house', async () => {
    const doors = await withSomebody()
    const { house, feed, token } = doors
    for (const fields of ['', 'form=short', 'secret=ssssssssssssssssssss77'])
      expect((await feed.request(`/my/${token}/feed`, post(fields))).status).toBe(404)
    const foreign = post({ form: 'ssssssssssssssssssss77' }, { origin: 'https://evil.example' })
    expect((await feed.request(`/my/${token}/feed`, foreign)).status).toBe(403)
    expect([...(await links(doors)), ...(await mailedFeeds(house, 'ayse'))]).toEqual([])
  })

  test('gets a link of their own, also with a form that somebody else has sent', async () => {
    const doors = await withSomebody()
    const { house, feed, calendar, seminar, token } = doors
    await house.enrollAndConfirm(seminar, 'bora')
    const bora = await house.token('bora')
    for (const each of [bora, token])
      expect((await feed.request(`/my/${each}/feed`, post({ form: 'ssssssssssssssssssss77' }))).status).toBe(
        303,
      )
    const dates = async (name: string) =>
      datesIn(await calendar.request(`/calendar/${await mailedFeed(house, name)}.ics`))
    expect([(await dates('bora')).length, (await dates('ayse')).length]).toEqual([2, 3])
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
  const door = calendarDoor({ ...doors.world, table: counted })
  expect((await door.request(address)).status).toBe(200)
  expect(requests).toBe(4)
  await door.request('/calendar/ssssssssssssssssssss99.ics')
  expect(requests).toBe(5)
})
