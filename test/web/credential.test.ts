import type { Hono } from 'hono'
import { importJWK, type JWTHeaderParameters, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { credentialShelf } from '../../functions/certificate/credential/credential.table.ts'
import { issueCredential } from '../../functions/certificate/credential/issue-credential.ts'
import { publishStatusList } from '../../functions/certificate/credential/publish-status-list.ts'
import { replacementShelf } from '../../functions/certificate/replacement.table.ts'
import { revokeCertificate } from '../../functions/certificate/revoke.ts'
import { verifyAsStranger } from '../world/credential.ts'
import { origin } from '../world/house.ts'
import { credentialSigner, openDoors } from './open-doors.ts'

async function certified() {
  const doors = await openDoors()
  const { house } = doors
  const seminar = await house.offer()
  const enrollment = await house.enrollAndConfirm(seminar, 'ayse')
  const certificate = await doors.certify(enrollment, { serial: 5 })
  const world = () => ({ table: house.table, signer: credentialSigner, origin, now: house.now() })
  const credential = await issueCredential(world(), certificate)
  await house.table.commit([credentialShelf.create(certificate.number, credential)])
  /** Asks the doors as a program does: by address. */
  const ask = async (address: string) => {
    const path = address.replace(origin, '')
    const door: Hono = path.startsWith('/verify/') ? doors.credential : doors.credentialKeys
    return door.request(path)
  }
  const list = `${origin}/status/2026-1`
  const verifyAll = async () => {
    const json = await (await ask(`/verify/${certificate.number}/credential.json`)).json()
    const did = await (await ask('/.well-known/did.json')).json()
    return verifyAsStranger(json, { did, lists: { [list]: await (await ask(list)).json() } })
  }
  return { ...doors, enrollment, certificate, credential, ask, verifyAll, at: world, list }
}

test('who has the number downloads the credential, and a stranger’s program finds all it needs behind the doors', async () => {
  const { ask, certificate, credential, verifyAll } = await certified()
  expect(await verifyAll()).toEqual({ verified: true, why: '' })
  const json = await ask(credential.json.match(/"id": "([^"]+)"/)?.[1] ?? '')
  expect([json.status, Object.fromEntries(json.headers)]).toMatchObject([
    200,
    {
      'content-type': 'application/vc',
      'content-disposition': `attachment; filename="${certificate.number}.json"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  ])
  const typed = await ask(`/verify/${certificate.number.toLowerCase()}/credential.json`)
  expect(await typed.text()).toBe(credential.json)
})

test('the JWT names a key by an address that answers with the bare key', async () => {
  const { ask, certificate } = await certified()
  const answer = await ask(`/verify/${certificate.number}/credential.jwt`)
  expect(answer.headers.get('content-type')).toBe('application/vc+jwt')
  const asked: string[] = []
  const { payload } = await jwtVerify(
    await answer.text(),
    async ({ kid = '' }: JWTHeaderParameters) => {
      asked.push(kid)
      return importJWK(await (await ask(kid)).json(), 'ES256')
    },
    { algorithms: ['ES256'], currentDate: new Date('2026-06-01') },
  )
  expect(payload.jti).toBe(`${origin}/verify/${certificate.number}/credential.json`)
  expect(asked[0]).toMatch(/^https:\/\/lernhaus\.example\/keys\/[\w-]{43}$/)
  const { keys } = await (await ask('/.well-known/jwks.json')).json()
  expect(keys).toEqual([await (await ask(asked[0] ?? '')).json()])
  expect(keys[0]).not.toHaveProperty('d')
})

test('a revoked one is not handed out, and the copies of it do not hold', async () => {
  const { ask, house, enrollment, certificate, credential, at, list } = await certified()
  const name = { seminarId: enrollment.seminarId, enrollmentId: enrollment.id }
  await revokeCertificate(house.world(), { ...name, reason: 'Irrtum', by: 'cem@verein.example' })
  await publishStatusList(at(), '2026-1')
  for (const writing of ['json', 'jwt'])
    expect((await ask(`/verify/${certificate.number}/credential.${writing}`)).status).toBe(404)
  const answer = await ask(list)
  expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    'application/vc',
    'public, max-age=300',
  ])
  const did = await (await ask('/.well-known/did.json')).json()
  const lists = { [list]: await answer.json() }
  expect(await verifyAsStranger(JSON.parse(credential.json), { did, lists })).toEqual({
    verified: false,
    why: 'revoked',
  })
})

test('a replaced one is not handed out: the name on it may be one that was corrected', async () => {
  const { ask, house, certificate } = await certified()
  const facts = { at: house.now(), by: '2026-AAAA-AAAA-AAAA' }
  await house.table.commit([replacementShelf.create(certificate.number, facts)])
  expect((await ask(`/verify/${certificate.number}/credential.json`)).status).toBe(404)
})

test('unknown, malformed and tampered numbers look the same, and as on the page', async () => {
  const { ask, certify, house, verify, faults } = await certified()
  const other = await house.offer({ slug: 'other' })
  const enrolled = await house.enrollAndConfirm(other, 'can')
  const forged = await certify(enrolled, { number: '2026-0000-0000-0000', signature: 'forged' })
  await house.table.commit([credentialShelf.create(forged.number, { json: '{}', jwt: 'forged' })])
  const body = async (answer: Response) =>
    (await answer.text()).replaceAll(/href="\/verify\/[^"]*\?lang/g, 'href="?lang')
  const page = await body(await verify.request('/verify/2026-AAAA-AAAA-AAAA'))
  for (const number of ['2026-AAAA-AAAA-AAAA', forged.number, 'nonsense', '%3Cscript%3E', 'x'.repeat(500)]) {
    const answer = await ask(`/verify/${number}/credential.json`)
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([404, null])
    expect(await body(answer)).toBe(page)
  }
  expect(faults).toEqual([])
})

test.each([
  '/keys/other',
  '/keys/..%2Fx',
  '/status/2026-2',
  '/status/x',
  '/status/2026-1%00',
  '/.well-known/x',
])('%s is not there', async (path) => {
  const { ask, faults } = await certified()
  expect((await ask(path)).status).toBe(404)
  expect(faults).toEqual([])
})

test('a certificate from before there were credentials has none, and no link to one', async () => {
  const doors = await openDoors()
  const seminar = await doors.house.offer()
  const enrollment = await doors.house.enrollAndConfirm(seminar, 'ayse')
  const { number } = await doors.certify(enrollment)
  expect((await doors.credential.request(`/verify/${number}/credential.json`)).status).toBe(404)
  const token = await doors.house.token('ayse')
  for (const page of [doors.verify.request(`/verify/${number}`), doors.my.request(`/my/${token}`)])
    expect(await (await page).text()).not.toContain('credential.json')
})

test.each([
  ['de', 'Nachweis herunterladen', 'Brieftasche'],
  ['tr', 'Dijital belgeyi indir', 'Dijital cüzdan'],
  ['en', 'Download the credential', 'For a digital wallet'],
])('the page of the number and the personal page lead to it: %s', async (language, download, wallet) => {
  const { certificate, house, my, verify } = await certified()
  const page = await (await verify.request(`/verify/${certificate.number}?lang=${language}`)).text()
  const address = `href="/verify/${certificate.number}/credential`
  expect(page).toContain(`${address}.json"`)
  expect(page).toContain(`${address}.jwt"`)
  expect(page).toContain(download)
  const mine = await (await my.request(`/my/${await house.token('ayse')}?lang=${language}`)).text()
  expect(mine).toContain(`${address}.json"`)
  expect(mine).toContain(wallet)
})
