import { statSync } from 'node:fs'
import { join } from 'node:path'
import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { importJWK, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSigner } from '../../functions/aws/signer.ts'
import { certificateNoteShelf, certificateShelf } from '../../functions/certificate/certificate.table.ts'
import { signedText } from '../../functions/certificate/certificate.ts'
import { credentialShelf } from '../../functions/certificate/credential/credential.table.ts'
import { makeCredential } from '../../functions/certificate/credential/make-credential.ts'
import { setStatusBit } from '../../functions/certificate/credential/status.table.ts'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import { type Enrollment, neverCorrected } from '../../functions/enrollment/enrollment.ts'
import { freshLink } from '../../functions/enrollment/link/personal-link.ts'
import { type Instant, instantFrom } from '../../functions/kernel/time.ts'
import { mailShelf, queueMail } from '../../functions/mail/mail.table.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { localTableNames } from '../../infra/local/database.ts'
import { functions } from '../../infra/manifest.ts'
import { type Answer, type BundledHouse, openBundledHouse } from '../world/bundled-house.ts'
import { aCertificate } from '../world/certificate.ts'
import { bitOf, verifyAsStranger } from '../world/credential.ts'
import { bounceEvent, httpEvent, scheduleEvent, streamEvent } from '../world/lambda-events.ts'
import { aSeminar } from '../world/seminar.ts'
import { buildStack } from '../world/stack.ts'

const stack = buildStack({}, 'bundled')
let house: BundledHouse
beforeAll(async () => {
  house = await openBundledHouse(stack.bundleOf)
}, 60_000)
afterAll(() => house?.close())

const bodyOf = ({ body, isBase64Encoded }: Answer): Buffer =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')

async function putMail(id: string): Promise<void> {
  const letter = {
    language: 'tr',
    subject: 'Kaydınız',
    blocks: [{ is: 'text', text: 'Hoş geldiniz.' }],
    attachments: [],
  } as const
  const now = '2026-11-23T08:00:00.000Z' as Instant
  const mail = {
    id,
    to: { name: 'Ayşe Yılmaz', address: 'ayse@example.org' },
    cause: 'confirm',
    seminarId: 'sem_1',
  }
  await house.table.commit([
    queueMail({ ...mail, letter: { ...letter, blocks: [...letter.blocks], attachments: [] } }, now),
  ])
}

describe('the bundles, each in a Node of its own behind the Lambda Runtime API', { timeout: 60_000 }, () => {
  test('web shows the catalog, its style and its health', async () => {
    const [catalog, style, health] = await house.run('web', [
      httpEvent({ path: '/', routeKey: 'GET /' }),
      httpEvent({
        path: '/assets/style.css',
        routeKey: 'GET /assets/{file}',
        parameters: { file: 'style.css' },
      }),
      httpEvent({ path: '/health', routeKey: 'GET /health' }),
    ])
    expect(catalog).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': expect.stringContaining('text/html') },
    })
    expect(catalog?.body).toContain('<html lang="de"')
    expect(style).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': expect.stringContaining('text/css') },
    })
    expect(health?.statusCode).toBe(200)
  })

  test('enrollment and session know no link that was never given', async () => {
    const parameters = { token: 'a'.repeat(50) }
    const path = parameters.token
    const [my] = await house.run('enrollment', [
      httpEvent({ path: `/my/${path}`, routeKey: 'GET /my/{token}', parameters }),
    ])
    const [join] = await house.run('session', [
      httpEvent({ path: `/join/${path}`, routeKey: 'GET /join/{token}', parameters }),
    ])
    expect([my?.statusCode, join?.statusCode]).toEqual([404, 404])
  })

  test('attendance believes nobody who does not know the room’s key', async () => {
    const [answer] = await house.run('attendance', [
      {
        ...httpEvent({ method: 'POST', path: '/attendance/room', routeKey: 'POST /attendance/room' }),
        body: '{}',
      },
    ])
    expect(answer?.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer?.statusCode).toBeLessThan(500)
  })

  test('office sends strangers to sign in', async () => {
    const [answer] = await house.run('office', [httpEvent({ path: '/office', routeKey: 'GET /office' })])
    expect(answer).toMatchObject({
      statusCode: 303,
      headers: { location: expect.stringContaining('/office/sign-in') },
    })
  })

  test('certificate verifies what the house signed, prints it, and knows no other', async () => {
    const { token, number } = await putCertificate()
    const verify = (given: string) =>
      httpEvent({ path: `/verify/${given}`, routeKey: 'GET /verify/{number}', parameters: { number: given } })
    const [unknown, genuine, sheet] = await house.run('certificate', [
      verify('unknown'),
      verify(number),
      httpEvent({
        path: `/my/${token}/certificate.pdf`,
        routeKey: 'GET /my/{token}/certificate.pdf',
        parameters: { token },
      }),
    ])
    expect(unknown?.statusCode).toBe(404)
    expect(genuine?.statusCode).toBe(200)
    expect(genuine?.body).toContain('Şükrü')
    expect(sheet).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/pdf' } })
    if (sheet) expect(bodyOf(sheet).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  })

  test('clock signs credentials’ status lists, certificate hands out all that a stranger verifies with', async () => {
    const signer = openSigner(house.config)
    const origin = house.config.publicOrigin
    const { signature: _, ...content } = aCertificate({ number: '2026-7K3M-9QXW-P4TS', serial: 3 })
    const certificate = { ...content, signature: await signer.sign(signedText(content)) }
    const credential = await makeCredential({ signer, origin }, certificate)
    const now = instantFrom(Date.now())
    await house.table.commit([
      certificateShelf.create(content.number, certificate),
      credentialShelf.create(content.number, credential),
      ...(await setStatusBit(house.table, { number: content.number, serial: 4 }, now)),
    ])
    await house.run('clock', [scheduleEvent()])
    const ask = (path: string, routeKey: string, parameters: Record<string, string> = {}) =>
      httpEvent({ path, routeKey, parameters })
    const { number } = content
    const handed = `/verify/${number}/credential.json`
    const [json, did, list, jwks] = await house.run('certificate', [
      ask(handed, 'GET /verify/{number}/credential.json', { number }),
      ask('/.well-known/did.json', 'GET /.well-known/did.json'),
      ask('/status/2026-1', 'GET /status/{list}', { list: '2026-1' }),
      ask('/.well-known/jwks.json', 'GET /.well-known/jwks.json'),
    ])
    const [signed, document, bits, keys] = [json, did, list, jwks].map((answer) =>
      JSON.parse(answer ? bodyOf(answer).toString('utf8') : ''),
    )
    const lists = { [`${origin}/status/2026-1`]: bits }
    expect(await verifyAsStranger(signed, { did: document, lists })).toEqual({ verified: true, why: '' })
    expect([2, 3].map((index) => bitOf(bits, index))).toEqual([false, true])
    const key = await importJWK(keys.keys[0], 'ES256')
    const { payload } = await jwtVerify(credential.jwt, key, { algorithms: ['ES256'] })
    expect(payload.jti).toBe(`${origin}${handed}`)
    expect(house.refused).toEqual([])
  })

  test('send hands a fresh mail to the provider, delivery notes that it bounced', async () => {
    await putMail('fresh')
    const { pk, sk } = mailShelf.place('fresh')
    const { Item = {} } = await house.database.send(
      new GetItemCommand({ TableName: localTableNames.outbox, Key: { pk: { S: pk }, sk: { S: sk } } }),
    )
    const [failures] = await house.run('send', [streamEvent(Item)])
    expect(failures).toEqual({ batchItemFailures: [] })
    expect(house.handedOver.at(-1)?.get('Destinations.member.1')).toBe('ayse@example.org')
    const sent = await mailShelf.read(house.table, 'fresh')
    expect(sent?.facts.state).toBe('sent')
    await house.run('delivery', [bounceEvent('fresh', sent?.facts.messageId ?? '')])
    expect((await mailShelf.read(house.table, 'fresh'))?.facts.state).toBe('bounced')
  })

  test('clock sends what nobody sent', async () => {
    await putMail('forgotten')
    await house.run('clock', [scheduleEvent()])
    expect((await mailShelf.read(house.table, 'forgotten'))?.facts.state).toBe('sent')
  })

  test.each(functions)('$name is small enough to start quickly', ({ name }) => {
    const kilobytes = statSync(join(stack.bundleOf(name), 'index.mjs')).size / 1024
    expect(kilobytes).toBeLessThan(2_000)
  })
})

/** Somebody who was there, with a certificate that the house really signed, and the link to their page. */
async function putCertificate(): Promise<{ token: string; number: string }> {
  const name = { seminarId: 'sem_bcdfghjkmnpq', enrollmentId: 'Sukru-4567890123' }
  const secret = () => 'S'.repeat(22)
  const { token, link } = await freshLink(secret, { seminarId: name.seminarId, id: name.enrollmentId }, 'my')
  const { signature: _, ...content } = aCertificate(name)
  const signer = openSigner(house.config)
  const certificate = { ...content, signature: await signer.sign(signedText(content)) }
  const enrollment: Enrollment = {
    id: name.enrollmentId,
    seminarId: name.seminarId,
    state: 'confirmed',
    number: 1,
    standing: 'seat',
    keptFor: '',
    offeredUntil: null,
    waitsWith: '',
    sessions: [],
    firstName: content.firstName,
    lastName: content.lastName,
    email: 'sukru@example.org',
    association: '',
    associationId: '',
    language: 'de',
    note: '',
    enrolledAt: content.issuedAt,
    holdsUntil: content.issuedAt,
    confirmedAt: content.issuedAt,
    forms: [],
    notice: '1',
    links: [link],
    invited: {},
    reminded: {},
    sessionMails: [],
    invitationId: '',
    ...neverCorrected,
  }
  await house.table.commit([
    seminarShelf.create(name.seminarId, aSeminar({ id: name.seminarId, state: 'completed' })),
    enrollmentShelf.create(name, enrollment),
    certificateShelf.create(content.number, certificate),
    certificateNoteShelf.create(name, { number: content.number }),
  ])
  return { token, number: content.number }
}
