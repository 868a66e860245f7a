import { expect, test } from 'vitest'
import { hour, minute } from '../../functions/kernel/time.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { beginSignIn } from '../../functions/staff/begin-sign-in.ts'
import { findSignedIn } from '../../functions/staff/find-signed-in.ts'
import { finishSignIn } from '../../functions/staff/finish-sign-in.ts'
import { removeStaff } from '../../functions/staff/remove-staff.ts'
import { safeReturnPath } from '../../functions/staff/sign-in-session.ts'
import { signOut } from '../../functions/staff/sign-out.ts'
import { listStaff, staffShelf } from '../../functions/staff/staff.table.ts'
import type { Role, StaffMember } from '../../functions/staff/staff.ts'
import { openFakeProvider } from '../web/office-world.ts'
import { openHouse } from '../world/house.ts'

function openEntrance(firstAdministrator = '') {
  const house = openHouse()
  const provider = openFakeProvider()
  const world = () => ({ ...house.world(), openid: provider.openid, firstAdministrator })
  return {
    house,
    provider,
    world,
    async hire(email: string, role: Role = 'coordinator', state: StaffMember['state'] = 'active') {
      const member: StaffMember = { email, name: 'Elif Kaya', role, state, since: house.now() }
      await house.table.commit([staffShelf.create(email, member)])
    },
    async begin(returnPath = '/office') {
      const begun = await beginSignIn(world(), { returnPath })
      if (!begun.ok) throw new Error(begun.refusal.code)
      const state = provider.asked.at(-1)?.state ?? ''
      return { attemptSecret: begun.value.attemptSecret, state, callbackUrl: callback(state) }
    },
    async signIn(email: string, returnPath?: string) {
      provider.vouchFor({ email, name: 'Elif Kaya' })
      return finishSignIn(world(), await this.begin(returnPath))
    },
  }
}

const callback = (state: string, code = 'good') =>
  `https://lernhaus.example/office/callback?code=${code}&state=${state}`

test('who works here is signed in for twelve hours, whatever the case of the address', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  const finished = await entrance.signIn('Elif@Verein.example')
  if (!finished.ok) throw new Error(finished.refusal.code)
  const { sessionSecret } = finished.value
  expect(await findSignedIn(entrance.world(), sessionSecret)).toMatchObject({ email: 'elif@verein.example' })
  entrance.house.pass(12 * hour - 1)
  expect(await findSignedIn(entrance.world(), sessionSecret)).toBeDefined()
  entrance.house.pass(1)
  expect(await findSignedIn(entrance.world(), sessionSecret)).toBeUndefined()
})

test('the table holds no secret of a cookie', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  const begun = await entrance.begin()
  const before = JSON.stringify(await everything(entrance))
  expect(before).not.toContain(begun.attemptSecret)
  const finished = await entrance.signIn('elif@verein.example')
  if (!finished.ok) throw new Error(finished.refusal.code)
  expect(JSON.stringify(await everything(entrance))).not.toContain(finished.value.sessionSecret)
})

const everything = async ({ house }: ReturnType<typeof openEntrance>) =>
  (house.table as unknown as { everything(): unknown[] }).everything()

test('another state than the one that was sent is refused', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  entrance.provider.vouchFor({ email: 'elif@verein.example' })
  const begun = await entrance.begin()
  const other = await entrance.begin()
  expect(
    await finishSignIn(entrance.world(), { ...begun, state: other.state, callbackUrl: other.callbackUrl }),
  ).toMatchObject({ refusal: { code: 'not-begun' } })
})

test('an answer that was begun in another browser is refused', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  entrance.provider.vouchFor({ email: 'elif@verein.example' })
  const begun = await entrance.begin()
  for (const attemptSecret of ['', 'x'.repeat(22), 'ü', '../../etc'])
    expect(await finishSignIn(entrance.world(), { ...begun, attemptSecret })).toMatchObject({
      refusal: { code: 'not-begun' },
    })
})

test('the same answer opens one session, also when it comes twice at once', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  entrance.provider.vouchFor({ email: 'elif@verein.example' })
  const begun = await entrance.begin()
  const both = await Promise.all([
    finishSignIn(entrance.world(), begun),
    finishSignIn(entrance.world(), begun),
  ])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await finishSignIn(entrance.world(), begun)).toMatchObject({ refusal: { code: 'not-begun' } })
})

test('an attempt is good for ten minutes', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  entrance.provider.vouchFor({ email: 'elif@verein.example' })
  const begun = await entrance.begin()
  entrance.house.pass(10 * minute)
  expect(await finishSignIn(entrance.world(), begun)).toMatchObject({ refusal: { code: 'not-begun' } })
})

test.each([
  ['an address that the provider has not checked', { emailVerified: false }, 'unverified'],
  ['no address at all', { email: '' }, 'unverified'],
  ['somebody who does not work here', { email: 'somebody@verein.example' }, 'no-role'],
])('%s does not get in', async (_, person, code) => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  entrance.provider.vouchFor({ email: 'elif@verein.example', ...person })
  expect(await finishSignIn(entrance.world(), await entrance.begin())).toMatchObject({ refusal: { code } })
})

test.each([
  ['a code that is made up', 'code=bad'],
  ['a person who stopped', 'error=access_denied'],
  ['neither a code nor a reason', 'x='],
])('%s is declined', async (_, query) => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  const begun = await entrance.begin()
  const callbackUrl = `https://lernhaus.example/office/callback?${query}&state=${begun.state}`
  expect(await finishSignIn(entrance.world(), { ...begun, callbackUrl })).toEqual({
    ok: false,
    refusal: { code: 'declined' },
  })
})

test('a provider that is broken or knows us not is a refusal with the fault for the log', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  const begun = await entrance.begin()
  const refused = await finishSignIn(entrance.world(), {
    ...begun,
    callbackUrl: `https://lernhaus.example/office/callback?error=unauthorized_client&state=${begun.state}`,
  })
  expect(refused).toMatchObject({ refusal: { code: 'provider', fault: expect.any(Error) } })
})

test('a provider that does not answer is a refusal too', async () => {
  const entrance = openEntrance()
  entrance.provider.goDown()
  expect(await beginSignIn(entrance.world(), { returnPath: '/office' })).toMatchObject({
    refusal: { code: 'provider' },
  })
})

test('whoever is removed is out with the next request and cannot come back in', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  const finished = await entrance.signIn('elif@verein.example')
  if (!finished.ok) throw new Error(finished.refusal.code)
  await removeStaff(entrance.world(), { mailbox: 'elif@verein.example', by: 'other@verein.example' })
  expect(await findSignedIn(entrance.world(), finished.value.sessionSecret)).toBeUndefined()
  expect(await entrance.signIn('elif@verein.example')).toMatchObject({ refusal: { code: 'no-role' } })
})

test('a role that changed counts at once', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example', 'administrator')
  const finished = await entrance.signIn('elif@verein.example')
  if (!finished.ok) throw new Error(finished.refusal.code)
  const stored = await staffShelf.read(entrance.house.table, 'elif@verein.example')
  if (!stored) throw new Error('nobody')
  await entrance.house.table.commit([staffShelf.replace(stored, { ...stored.facts, role: 'trainer' })])
  expect(await findSignedIn(entrance.world(), finished.value.sessionSecret)).toMatchObject({
    role: 'trainer',
  })
})

test('signing out ends the session itself, and twice is fine', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example')
  const finished = await entrance.signIn('elif@verein.example')
  if (!finished.ok) throw new Error(finished.refusal.code)
  await signOut(entrance.world(), finished.value.sessionSecret)
  expect(await findSignedIn(entrance.world(), finished.value.sessionSecret)).toBeUndefined()
  await signOut(entrance.world(), finished.value.sessionSecret)
})

test('the name of a member is never taken over from the provider', async () => {
  const entrance = openEntrance()
  await entrance.hire('elif@verein.example', 'trainer')
  entrance.provider.vouchFor({ email: 'elif@verein.example', name: 'Zeynep Aydın' })
  const finished = await finishSignIn(entrance.world(), await entrance.begin())
  if (!finished.ok) throw new Error(finished.refusal.code)
  expect(await findSignedIn(entrance.world(), finished.value.sessionSecret)).toMatchObject({
    name: 'Elif Kaya',
  })
})

test('the first administrator is let in and stored, and stays out once removed', async () => {
  const entrance = openEntrance('Vorstand@verein.example')
  expect((await entrance.signIn('vorstand@verein.example')).ok).toBe(true)
  expect((await listStaff(entrance.house.table)).map(({ facts }) => [facts.email, facts.role])).toEqual([
    ['vorstand@verein.example', 'administrator'],
  ])
  expect(await listAudit(entrance.house.table, entrance.house.now(), 10)).toMatchObject([
    { deed: 'become-first-administrator', who: 'vorstand@verein.example' },
  ])
  await removeStaff(entrance.world(), { mailbox: 'vorstand@verein.example', by: 'other@verein.example' })
  expect(await entrance.signIn('vorstand@verein.example')).toMatchObject({ refusal: { code: 'no-role' } })
})

test('an unverified address does not become first administrator', async () => {
  const entrance = openEntrance('vorstand@verein.example')
  entrance.provider.vouchFor({ email: 'vorstand@verein.example', emailVerified: false })
  expect(await finishSignIn(entrance.world(), await entrance.begin())).toMatchObject({
    refusal: { code: 'unverified' },
  })
  expect(await listStaff(entrance.house.table)).toEqual([])
})

test.each([
  ['/office', '/office'],
  ['/office/seminars/sem_1/edit', '/office/seminars/sem_1/edit'],
  ['/office/seminars/sem_1?lang=tr', '/office/seminars/sem_1?lang=tr'],
  ['https://evil.example/office', '/office'],
  ['//evil.example', '/office'],
  ['/office//evil.example', '/office'],
  ['/office/../admin', '/office'],
  ['/office/%2e%2e/admin', '/office'],
  ['/office\\evil.example', '/office'],
  ['/officer', '/office'],
  ['/office?lang=tr&x=1', '/office'],
  ['/office\r\nset-cookie: a=b', '/office'],
  ['/office/callback?lang=de', '/office'],
  ['/office/sign-in', '/office'],
  ['javascript:alert(1)', '/office'],
  [`/office/${'a'.repeat(300)}`, '/office'],
  ['', '/office'],
])('%j leads to %j after signing in', async (wish, expected) => {
  expect(safeReturnPath(wish)).toBe(expected)
})
