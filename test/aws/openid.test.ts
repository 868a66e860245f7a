import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOpenId } from '../../functions/aws/openid.ts'
import { fingerprint } from '../../functions/kernel/secret.ts'
import { type OpenPort, openPort } from '../../infra/local/open-port.ts'
import { openIdClient, openIdDoor } from '../../infra/local/openid.tsx'

const publicOrigin = 'http://localhost:3998'
const folder = mkdtempSync(join(tmpdir(), 'lernhaus-office-openid-'))
const verifier = 'v'.repeat(44)
const [state, nonce] = ['the-state-of-this-attempt', 'the-nonce-of-this-attempt']
let provider: OpenPort

beforeAll(async () => {
  provider = await openPort({ port: 0, name: 'the sign-in' })
  provider.answer(openIdDoor({ issuer: provider.origin, publicOrigin, file: join(folder, 'openid.json') }))
})
afterAll(async () => {
  await provider.stop()
  rmSync(folder, { recursive: true })
})

const open = (issuer = provider.origin) =>
  openOpenId({
    publicOrigin,
    openid: { issuer, client: openIdClient.id, secret: openIdClient.secret, logout: `${issuer}/logout` },
  })

/** What the browser does between the two halves: it chooses a person and comes back with a code. */
async function callbackOf(address: string, person: string): Promise<string> {
  const cookies = new Map<string, string>()
  const follow = async (target: string, init: RequestInit = {}): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(target, { ...init, redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    return new URL(response.headers.get('location') ?? '', target).href
  }
  const choice = await follow(address)
  const chosen = await follow(choice, { method: 'POST', body: new URLSearchParams({ person }) })
  return follow(chosen)
}

async function begin(person = 'cem') {
  const openid = open()
  const address = await openid.authorizationUrl({ state, nonce, challenge: await fingerprint(verifier) })
  return { openid, callbackUrl: await callbackOf(address, person) }
}

test('a real provider vouches for whoever signed in there', async () => {
  const { openid, callbackUrl } = await begin()
  expect(callbackUrl.startsWith(`${publicOrigin}/office/callback?code=`)).toBe(true)
  expect(await openid.exchange({ callbackUrl, state, nonce, verifier })).toEqual({
    subject: 'cem',
    email: 'cem@dachverband.example',
    emailVerified: true,
    name: 'Cem Yıldız',
  })
})

test('an answer counts once', async () => {
  const { openid, callbackUrl } = await begin()
  await openid.exchange({ callbackUrl, state, nonce, verifier })
  await expect(openid.exchange({ callbackUrl, state, nonce, verifier })).rejects.toThrow()
})

test.each([
  ['state', { state: 'another' }],
  ['nonce', { nonce: 'another' }],
  ['verifier', { verifier: 'w'.repeat(44) }],
])('another %s is not accepted', async (_, other) => {
  const { openid, callbackUrl } = await begin()
  await expect(openid.exchange({ callbackUrl, state, nonce, verifier, ...other })).rejects.toThrow()
})

test('a provider that was down is asked again at the next click', async () => {
  const openid = open()
  const ask = async () => openid.authorizationUrl({ state, nonce, challenge: await fingerprint(verifier) })
  provider.breakOff()
  await expect(ask()).rejects.toThrow()
  provider.mend()
  expect(new URL(await ask()).searchParams.get('code_challenge_method')).toBe('S256')
})

test('plain http is spoken with this machine only', async () => {
  const openid = open('http://provider.example')
  await expect(openid.authorizationUrl({ state, nonce, challenge: 'c' })).rejects.toThrow(/HTTPS|https/)
})

test('signing out of the provider leads back to the office', () => {
  const address = new URL(open().logoutAddress)
  expect(address.searchParams.get('client_id')).toBe(openIdClient.id)
  expect(address.searchParams.get('logout_uri')).toBe(`${publicOrigin}/office`)
})
