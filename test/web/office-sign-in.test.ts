import { describe, expect, test } from 'vitest'
import { hour } from '../../functions/kernel/time.ts'
import { removeStaff } from '../../functions/staff/remove-staff.ts'
import { htmlFindings, openOffice } from './office-world.ts'

test('whoever is not signed in is sent to the provider and comes back to where they wanted to go', async () => {
  const office = openOffice()
  await office.hire('coordinator', 'Elif Kaya')
  const browser = office.openBrowser()
  const asked = await browser.get('/office/seminars/new?lang=tr')
  expect(asked.status).toBe(303)
  expect(asked.location).toBe('/office/sign-in?to=%2Foffice%2Fseminars%2Fnew%3Flang%3Dtr&lang=tr')
  const sent = await browser.get(asked.location)
  expect(sent.status).toBe(303)
  expect(new URL(sent.location).origin).toBe('https://provider.example')
  office.provider.vouchFor({ email: 'coordinator@verein.example' })
  const back = await browser.get(`/office/callback?code=good&state=${office.provider.asked.at(-1)?.state}`)
  expect([back.status, back.location]).toEqual([303, '/office/seminars/new?lang=tr'])
  const form = await browser.get(back.location)
  expect(form.status).toBe(303)
  const page = await browser.get(form.location)
  expect(page.status).toBe(200)
  expect(page.html).toContain('Yeni seminer')
})

test('the verifier stays here; the provider sees its SHA-256 only', async () => {
  const office = openOffice()
  await office.openBrowser().get('/office/sign-in')
  const { challenge, state, nonce } = office.provider.asked[0] ?? { challenge: '', state: '', nonce: '' }
  expect(challenge).toMatch(/^[\w-]{43}$/)
  expect(new Set([challenge, state, nonce]).size).toBe(3)
})

describe('cookies', () => {
  test('over https they are tied to the host, unreadable for scripts, and not sent by other sites', async () => {
    const office = openOffice()
    await office.hire('coordinator', 'Elif Kaya')
    const browser = office.openBrowser()
    const begun = await browser.get('/office/sign-in')
    expect(begun.headers.get('set-cookie')).toMatch(
      /^__Host-lernhaus-sign-in=[\w-]{22}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const back = await browser.signIn('coordinator@verein.example')
    expect(back.headers.getSetCookie().at(-1)).toMatch(
      /^__Host-lernhaus=[\w-]{22}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect([...browser.cookies.keys()]).toEqual(['__Host-lernhaus'])
  })

  test('over plain http, on one machine, they are the same without the prefix and Secure', async () => {
    const office = openOffice({ origin: 'http://localhost:3000' })
    await office.hire('coordinator', 'Elif Kaya')
    const browser = office.openBrowser()
    const back = await browser.signIn('coordinator@verein.example')
    expect(back.headers.getSetCookie().at(-1)).toMatch(
      /^lernhaus=[\w-]{22}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect((await browser.get('/office')).status).toBe(200)
  })

  test('a cookie without its prefix is not taken over https', async () => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    const secret = browser.cookies.get('__Host-lernhaus') ?? ''
    browser.cookies.clear()
    browser.cookies.set('lernhaus', secret)
    expect((await browser.get('/office')).status).toBe(303)
  })
})

describe('the way back from the provider is refused', () => {
  test('when it was begun in another browser', async () => {
    const office = openOffice()
    await office.hire('administrator', 'Elif Kaya')
    office.provider.vouchFor({ email: 'administrator@verein.example' })
    await office.openBrowser().get('/office/sign-in')
    const callback = `/office/callback?code=good&state=${office.provider.asked.at(-1)?.state}`
    const victim = office.openBrowser()
    await victim.get('/office/sign-in')
    const page = await victim.get(callback)
    expect(page.status).toBe(400)
    expect(page.html).toContain('Bitte melden Sie sich noch einmal an')
    expect([...victim.cookies.keys()]).toEqual(['__Host-lernhaus-sign-in'])
    expect(await htmlFindings(page.html)).toEqual([])
  })

  test('the second time', async () => {
    const office = openOffice()
    await office.hire('coordinator', 'Elif Kaya')
    const browser = office.openBrowser()
    await browser.get('/office/sign-in')
    const attempt = browser.cookies.get('__Host-lernhaus-sign-in') ?? ''
    office.provider.vouchFor({ email: 'coordinator@verein.example' })
    const callback = `/office/callback?code=good&state=${office.provider.asked.at(-1)?.state}`
    expect((await browser.get(callback)).status).toBe(303)
    const thief = office.openBrowser()
    thief.cookies.set('__Host-lernhaus-sign-in', attempt)
    expect((await thief.get(callback)).status).toBe(400)
  })

  test.each([
    ['no-role', { email: 'somebody@verein.example' }, 'Sie haben noch keinen Zugang'],
    ['unverified', { email: 'coordinator@verein.example', emailVerified: false }, 'noch nicht bestätigt'],
  ])('for %s, with a page that says whom to ask', async (_, person, words) => {
    const office = openOffice()
    await office.hire('coordinator', 'Elif Kaya')
    const browser = office.openBrowser()
    await browser.get('/office/sign-in')
    office.provider.vouchFor(person)
    const page = await browser.get(`/office/callback?code=good&state=${office.provider.asked.at(-1)?.state}`)
    expect(page.status).toBe(403)
    expect(page.html).toContain(words)
    expect(page.html).toContain('Verwaltung')
    expect((await browser.get('/office')).status).toBe(303)
    expect(await htmlFindings(page.html)).toEqual([])
  })

  test.each(['error=access_denied', 'code=bogus', 'code='])(
    'when the provider says no to %s: a page with a way to try again, and no fault',
    async (query) => {
      const office = openOffice()
      const browser = office.openBrowser()
      await browser.get('/office/sign-in')
      const page = await browser.get(`/office/callback?${query}&state=${office.provider.asked.at(-1)?.state}`)
      expect(page.status).toBe(403)
      expect(page.html).toContain('Der Anmeldedienst hat Sie nicht angemeldet.')
      expect(page.html).toContain('href="/office/sign-in"')
      expect(office.faults).toEqual([])
      expect(await htmlFindings(page.html)).toEqual([])
    },
  )

  test('when the provider breaks down in the middle; the fault is noted', async () => {
    const office = openOffice()
    const browser = office.openBrowser()
    await browser.get('/office/sign-in')
    office.provider.goDown()
    const page = await browser.get(`/office/callback?code=good&state=${office.provider.asked.at(-1)?.state}`)
    expect(page.status).toBe(502)
    expect(office.faults).toHaveLength(1)
  })
})

test('a provider that is down gives a page with a way to try again', async () => {
  const office = openOffice()
  office.provider.goDown()
  const page = await office.openBrowser('en').get('/office/sign-in')
  expect(page.status).toBe(502)
  expect(page.html).toContain('Signing in did not work')
  expect(office.faults).toHaveLength(1)
})

test.each(['https://evil.example/', '//evil.example', '/office/../../evil', '/office/callback?code=x'])(
  'the way back never leads to %s',
  async (to) => {
    const office = openOffice()
    await office.hire('coordinator', 'Elif Kaya')
    const back = await office.openBrowser().signIn('coordinator@verein.example', to)
    expect(back.location).toBe('/office')
  },
)

test('the first administrator gets in without an invitation', async () => {
  const office = openOffice({ firstAdministrator: 'vorstand@verein.example' })
  const browser = office.openBrowser()
  await browser.signIn('vorstand@verein.example')
  const page = await browser.get('/office/people')
  expect(page.status).toBe(200)
  expect(page.html).toContain('vorstand@verein.example')
})

test('whoever is removed is out with the next click', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  expect((await browser.get('/office')).status).toBe(200)
  await removeStaff(office.house.world(), { mailbox: 'coordinator@verein.example', by: 'x@verein.example' })
  expect((await browser.get('/office')).status).toBe(303)
  expect((await browser.post('/office/seminars/new')).status).toBe(401)
})

test('a form that comes after the session has ended is not done, and says what to do', async () => {
  const office = openOffice()
  const browser = await office.browserOf('administrator')
  office.house.pass(12 * hour)
  const form = { name: 'Zeynep Aydın', email: 'zeynep@verein.example', role: 'trainer' }
  const page = await browser.post('/office/people', form)
  expect(page.status).toBe(401)
  expect(page.html).toContain('Laden Sie danach diese Seite neu')
  expect(await htmlFindings(page.html)).toEqual([])
  // The advice holds: after signing in, the same form is taken.
  await browser.signIn('administrator@verein.example')
  expect((await browser.post('/office/people', form)).status).toBe(303)
})

test('signing out ends the session for a copy of the cookie too', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const copy = office.openBrowser()
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value)
  const out = await browser.post('/office/sign-out')
  expect([out.status, out.location]).toEqual([303, '/office/signed-out'])
  expect(browser.cookies.size).toBe(0)
  const page = await browser.get(out.location)
  expect(page.html).toContain('Sie sind abgemeldet')
  expect(page.html).toContain('href="https://provider.example/logout?client_id=office"')
  expect(await htmlFindings(page.html)).toEqual([])
  expect((await copy.get('/office')).status).toBe(303)
})

test('a form from another site is refused, however well signed in the browser is', async () => {
  const office = openOffice()
  const browser = await office.browserOf('administrator')
  const form = { name: 'Evil', email: 'evil@evil.example', role: 'administrator' }
  for (const from of ['https://evil.example', 'https://x.lernhaus.example', 'null'])
    expect((await browser.post('/office/people', form, from)).status).toBe(403)
  expect((await browser.get('/office/people')).html).not.toContain('evil@evil.example')
  expect((await browser.post('/office/people', form)).status).toBe(303)
})

test('pages of the office are kept by no cache and may be framed by nobody', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const { headers } = await browser.get('/office')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})
