import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailed, type RunningSystem, startSystem } from '../world/system-process.ts'
import { linkIn } from './walk.ts'

let folder: string
let system: RunningSystem

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lernhaus-restart-'))
})

afterAll(async () => {
  await system?.stop('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** Addresses in mails name the ports of the process that wrote them; the token is what lasts. */
const here = (link: string): string => `${system.catalog}${new URL(link).pathname}`

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: new URL(path).origin },
    redirect: 'manual',
  })
}

/** Pulls the plug and starts again on what is on the disk. */
async function pullThePlug(): Promise<void> {
  await system.stop('SIGKILL')
  system = await startSystem(folder)
}

const subjectsOf = (mails: readonly Mailed[]): string[] => mails.map(({ subject }) => subject)

test('pulling the plug between any two steps loses nothing and doubles nothing', {
  timeout: 150_000,
}, async () => {
  system = await startSystem(folder)
  const address = 'guelsen@mail.example'
  const form = await (await fetch(`${system.catalog}/seminars/foerdermittel-finden/enroll`)).text()
  const [, token = ''] = /name="form"[^>]*value="([^"]+)"/.exec(form) ?? []
  const fields = {
    form: token,
    firstName: 'Gülşen',
    lastName: 'Öztürk',
    email: address,
    associationId: '',
    association: 'Alevitische Gemeinde Soest',
    language: 'de',
    note: '',
    consent: 'yes',
  }
  // A form that comes back at once is taken for a program's.
  await system.ask('/clock', { advance: 'PT3S' })
  const enrolled = await post(`${system.catalog}/seminars/foerdermittel-finden/enroll`, fields)
  expect(enrolled.status).toBe(200)
  await pullThePlug()

  // The very same form again, as an impatient person sends it: nothing doubles.
  const again = await post(`${system.catalog}/seminars/foerdermittel-finden/enroll`, fields)
  expect(again.status).toBe(200)
  const [asked, ...others] = await system.mailsTo(address)
  expect(subjectsOf(others)).toEqual([])
  const my = linkIn(asked, 'my')
  await pullThePlug()

  expect((await post(`${here(my)}/confirm`, {})).status).toBe(303)
  await pullThePlug()
  // The plug may have been pulled while the mail was being handed over; its lease ends after two minutes.
  await system.ask('/clock', { advance: 'PT3M' })
  expect(subjectsOf(await system.mailsTo(address))).toEqual([
    'Bitte bestätigen: Fördermittel finden und beantragen',
    'Angemeldet: Fördermittel finden und beantragen',
  ])

  // The clock stands where it stood, and what falls due while it moves on is done once.
  const start = startOf(await (await fetch(`${system.catalog}/seminars/foerdermittel-finden`)).text())
  await system.moveTo(new Date(start - 26 * 3_600_000).toISOString())
  const before = await system.now()
  await pullThePlug()
  expect(Date.parse(await system.now())).toBeGreaterThanOrEqual(Date.parse(before))
  await system.moveTo(new Date(start - 10 * 60_000).toISOString())
  await pullThePlug()
  const mails = await system.mailsTo(address)
  expect(mails).toHaveLength(4)
  const door = here(linkIn(mails.at(-1), 'join'))

  const entered = await post(door, {})
  expect(entered.status).toBe(303)
  const room = new URL(entered.headers.get('location') ?? '')
  expect(
    (await post(`${room.origin}${room.pathname}/enter`, { pass: room.searchParams.get('pass') ?? '' }))
      .status,
  ).toBe(303)
  await pullThePlug()
  await system.moveTo(new Date(start + 3 * 3_600_000).toISOString())
  await pullThePlug()

  // The clock closes the seminar a day after its end; the certificate comes by itself, once.
  await system.moveTo(new Date(start + 30 * 3_600_000).toISOString())
  const certificates = (await system.mailsTo(address)).filter(({ attachments }) =>
    attachments.some(({ filename }) => filename.endsWith('.pdf')),
  )
  expect(subjectsOf(certificates)).toEqual([
    'Ihre Teilnahmebescheinigung: Fördermittel finden und beantragen',
  ])
  const verification = new URL(linkIn(certificates[0], 'verify')).pathname
  await pullThePlug()
  expect((await fetch(`${system.catalog}${verification}`)).status).toBe(200)
})

/** The start of the first session, as the page says it to machines. */
function startOf(page: string): number {
  const [, instant = ''] = /<time datetime="([^"]+)"/i.exec(page) ?? []
  return Date.parse(instant)
}
