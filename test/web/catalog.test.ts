import { describe, expect, it } from 'vitest'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { seminarShelf, slugShelf } from '../../functions/seminar/seminar.table.ts'
import { assetVersion } from '../../web/parts/asset-version.ts'
import { catalogDoor } from '../../web/public/catalog.door.tsx'
import { aSeminar, aSession } from '../world/seminar.ts'
import { aPhase, instant, openDoors } from './open-doors.ts'

const text = async (answer: Response | Promise<Response>) => (await answer).text()

/** One evening on that day. */
const evening = (date: string) =>
  aSession({ start: instant(`${date}T17:00:00.000Z`), end: instant(`${date}T19:00:00.000Z`) })

const named = (title: string) => ({ de: title, tr: title, en: title })

it('asks search engines to leave personal pages and the office alone', async () => {
  const { catalog } = await openDoors()
  const robots = await catalog.request('/robots.txt')
  // Whether a blank stands before the charset is up to whoever makes the response.
  const type = robots.headers.get('content-type')?.replace('; ', ';')
  expect([robots.status, type]).toEqual([200, 'text/plain;charset=UTF-8'])
  expect((await robots.text()).split('\n')).toEqual([
    'User-agent: *',
    'Disallow: /my/',
    'Disallow: /join/',
    'Disallow: /calendar/',
    'Disallow: /office',
    '',
  ])
})

describe('the catalog', () => {
  it('lists what is coming by date, and what is over apart from it', async () => {
    const { house, catalog } = await openDoors()
    await house.offer({ slug: 'late', title: named('Late'), sessions: [evening('2026-05-01')] })
    const soon = await house.offer({ slug: 'soon', title: named('Soon'), sessions: [evening('2026-03-10')] })
    await house.offer({ slug: 'middle', title: named('Middle'), sessions: [evening('2026-04-01')] })
    house.moveTo('2026-03-20T09:00:00.000Z')
    await completeSeminar(house.world(), soon.id)
    const html = await text(catalog.request('/?lang=en'))
    const order = ['Upcoming seminars', 'Middle', 'Late', 'Completed seminars', 'Soon']
    const places = order.map((words) => html.indexOf(`>${words}<`))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
  })

  it('lists a seminar that has begun by the date that comes next, as its card says it', async () => {
    const { house, catalog } = await openDoors()
    await house.offer({
      slug: 'begun',
      title: named('Begun'),
      sessions: [evening('2026-03-10'), evening('2026-04-20')],
    })
    await house.offer({ slug: 'soon', title: named('Soon'), sessions: [evening('2026-04-01')] })
    const order = async () =>
      [...(await text(catalog.request('/'))).matchAll(/>(Begun|Soon)</g)].map(([, title]) => title)
    expect(await order()).toEqual(['Begun', 'Soon'])
    house.moveTo('2026-03-11T09:00:00.000Z')
    expect(await order()).toEqual(['Soon', 'Begun'])
  })

  it('says in one short sentence whether there are seats', async () => {
    const { house, catalog } = await openDoors()
    const free = await house.offer({ slug: 'free' })
    await house.enroll(free, 'ayse')
    const full = await house.offer({ slug: 'full', capacity: 1 })
    for (const name of ['bahar', 'can', 'deniz']) await house.enroll(full, name)
    await house.offer({ slug: 'not-yet', opens: instant('2026-03-15T08:00:00.000Z') })
    await house.offer({ slug: 'over', closes: instant('2026-03-01T11:00:00.000Z') })
    const html = await text(catalog.request('/'))
    for (const words of [
      '11 von 12 Plätzen frei',
      'Ausgebucht, Warteliste: 2',
      'Anmeldung ab Sonntag, 15. März 2026, 09:00',
      'Anmeldung geschlossen',
    ])
      expect(html).toContain(words)
  })

  it('names who pays for what is shown, and nobody else', async () => {
    const { house, catalog } = await openDoors()
    await house.offer({ slug: 'unfunded' })
    expect(await text(catalog.request('/'))).not.toContain('Gefördert durch')
    await house.offer({ slug: 'funded', phaseId: aPhase.id })
    expect(await text(catalog.request('/?lang=tr'))).toContain('Musterstiftung tarafından desteklenmektedir.')
  })

  it('keeps the language on its links once it was chosen, and only then', async () => {
    const { house, catalog } = await openDoors()
    await house.offer()
    expect(await text(catalog.request('/?lang=tr'))).toContain('href="/seminars/foerdermittel?lang=tr"')
    const byBrowser = catalog.request('/', { headers: { 'accept-language': 'tr-TR,tr;q=0.9,de;q=0.5' } })
    const html = await text(byBrowser)
    expect(html).toContain('<html lang="tr"')
    expect(html).toContain('href="/seminars/foerdermittel"')
  })
})

describe('a seminar’s page', () => {
  it('tells everything in the time of its place, and never the address of an online room', async () => {
    const { house, catalog } = await openDoors()
    const place = { kind: 'link' as const, url: 'https://meet.example/secret' }
    await house.offer({
      phaseId: aPhase.id,
      sessions: [evening('2026-03-24'), { ...evening('2026-03-31'), id: 'b', place }],
    })
    const html = await text(catalog.request('/seminars/foerdermittel?lang=en'))
    for (const words of [
      'Finding and applying for grants',
      'Application and budget',
      'Tuesday, March 24, 2026, 18:00–20:00',
      'Tuesday, March 31, 2026, 19:00–21:00',
      'Europe/Berlin',
      'Zeynep Aydın',
      'href="/seminars/foerdermittel/enroll?lang=en"',
      'Funded by the Musterstiftung.',
    ])
      expect(html).toContain(words)
    expect(html).not.toContain('meet.example')
  })

  it('says clearly that it is cancelled, and offers no way to enroll', async () => {
    const { house, catalog } = await openDoors()
    const seminar = await house.offer()
    await cancelSeminar(house.world(), seminar.id)
    const html = await text(catalog.request('/seminars/foerdermittel'))
    expect(html).toContain('Dieses Seminar fällt aus.')
    expect(html).not.toContain('/enroll')
  })

  it('is not there for drafts, and looks like any page that is not there', async () => {
    const { house, catalog } = await openDoors()
    const draft = aSeminar({ id: 'sem_draft', slug: 'draft', state: 'draft' })
    await house.table.commit([
      seminarShelf.create(draft.id, draft),
      slugShelf.create('draft', { seminarId: draft.id }),
    ])
    const answer = await catalog.request('/seminars/draft')
    expect(answer.status).toBe(404)
    expect(await text(catalog.request('/'))).not.toContain('/seminars/draft')
  })

  it('shows what a coordinator typed as text, whatever it is', async () => {
    const { house, catalog } = await openDoors()
    const attack = '<img src=x onerror=alert(1)>'
    await house.offer({
      title: named(attack),
      description: named(attack),
      contents: named(attack),
      trainer: attack,
    })
    for (const path of ['/', '/seminars/foerdermittel'])
      expect(await text(catalog.request(path))).not.toContain('<img')
  })
})

describe('what pages are made of', () => {
  it('is kept for a year under its version, and for an hour without', async () => {
    const { catalog } = await openDoors()
    const page = await text(catalog.request('/'))
    expect(page).toContain(`/assets/style.css?v=${assetVersion}`)
    const versioned = await catalog.request(`/assets/style.css?v=${assetVersion}`)
    expect(versioned.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(versioned.headers.get('cache-control')).toContain('immutable')
    const plain = await catalog.request('/assets/countdown.js')
    expect(plain.headers.get('cache-control')).toBe('public, max-age=3600')
    expect((await catalog.request('/favicon.ico')).headers.get('content-type')).toBe('image/svg+xml')
  })

  it('is nothing but the files that were handed in', async () => {
    const { catalog } = await openDoors()
    for (const path of ['/assets/package.json', '/assets/..%2f..%2fpackage.json', '/assets/constructor'])
      expect((await catalog.request(path)).status).toBe(404)
  })
})

describe('health', () => {
  it('is good while the table answers, and says so when it does not', async () => {
    const { catalog, world, faults } = await openDoors()
    const good = await catalog.request('/health')
    expect([good.status, await good.json()]).toEqual([200, { status: 'ok' }])
    const read = () => Promise.reject(new Error('down'))
    const down = await catalogDoor({ ...world, table: { ...world.table, read } }).request('/health')
    expect([down.status, await down.json()]).toEqual([503, { status: 'down' }])
    expect(faults).toHaveLength(1)
  })
})
