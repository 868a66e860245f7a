import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { minute } from '../../../functions/kernel/time.ts'
import type { Callback } from '../../../infra/local/meeting-servers/bigbluebutton-tells.ts'
import { signedEvent, validationEvent } from '../../../infra/local/meeting-servers/zoom-tells.ts'
import { zoomSecrets } from '../../world/practice-servers.ts'
import { at, openZoomScene } from './zoom-scene.ts'

const webhook = 'https://lernhaus.example/attendance/zoom/srv_zoom'

/** Ayşe is inside, and Zoom has told so; nothing of it has arrived yet. */
async function open() {
  const scene = await openZoomScene()
  const { house, comes, leaves } = scene
  house.moveTo(at(0))
  const page = await comes('ayse')
  house.moveTo(at(2))
  await leaves(page)
  const teller = () => ({ webhook, webhookSecret: zoomSecrets.webhook, now: house.now() })
  const [joined, left, ended] = house.servers.told
  if (!joined || !left || !ended) throw new Error('nothing was told')
  return { ...scene, joined, left, ended, teller }
}

const answerOf = async (response: Response | Promise<Response>) => {
  const { status } = await response
  const text = await (await response).text()
  return [status, text === '' ? undefined : JSON.parse(text)]
}

describe('a notice of Zoom', () => {
  test('of coming and going gives minutes at once', async () => {
    const { send, joined, left, minutes, presence } = await open()
    expect((await send(joined)).status).toBe(204)
    expect(await presence('ayse')).toMatchObject({ open: true })
    expect((await send(left)).status).toBe(204)
    expect(await minutes()).toEqual({ ayse: 2, deniz: 0 })
    expect(await presence('ayse')).toMatchObject({ open: false, lines: [{ source: 'zoom' }], twice: [] })
  })

  test('that comes twice, or as a repeat by somebody else, changes nothing', async () => {
    const { send, joined, notices, ids } = await open()
    for (let time = 0; time < 3; time++) await send(joined)
    expect((await notices()).get(ids.ayse ?? '')).toHaveLength(1)
  })

  test('of the end has the report asked for as soon as there is one', async () => {
    const { house, send, ended, minutes } = await open()
    await send(ended)
    const before = house.servers.asked.length
    await house.settle()
    expect(house.servers.asked.slice(before).some((one) => one.includes('/past_meetings/'))).toBe(true)
    await house.passTo(at(20))
    expect(await minutes()).toEqual({ ayse: 2, deniz: 0 })
  })

  test('of the end is remembered, should Zoom not list that running', async () => {
    const { house, send, ended, minutes, zoomMeetings } = await open()
    await send(ended)
    const [meeting] = zoomMeetings.all
    const found = zoomMeetings.findInstance
    const [instance] = meeting?.instances ?? []
    zoomMeetings.findInstance = (uuid) => (uuid === instance?.uuid ? instance : found(uuid))
    meeting?.instances.splice(0)
    await house.passTo(at(140))
    expect(await minutes()).toEqual({ ayse: 2, deniz: 0 })
  })

  test('about strangers, other meetings and other things is taken and leaves nothing behind', async () => {
    const { house, send, joined, teller, zoomMeetings } = await open()
    const told = JSON.parse(joined.body ?? '')
    const { object } = told.payload
    const events = [
      { ...told, payload: { object: { ...object, id: '123' } } },
      { ...told, payload: { object: { ...object, participant: { user_id: '1', user_name: 'Fremde' } } } },
      {
        ...told,
        payload: {
          object: { ...object, participant: { ...object.participant, registrant_id: '__proto__' } },
        },
      },
      { event: 'meeting.started', event_ts: 1, payload: { object } },
      { event: 'recording.completed', payload: {} },
      { event: 'meeting.ended', payload: { object: { id: 4, uuid: 'x' } } },
    ]
    const before = house.table.everything().length
    for (const event of events) expect((await send(signedEvent(teller(), event))).status).toBe(204)
    expect(house.table.everything()).toHaveLength(before)
    expect(zoomMeetings.all).toHaveLength(1)
  })
})

describe('the question whether the address is ours', () => {
  test('is answered as Zoom wants it', async () => {
    const { send, teller } = await open()
    const plainToken = 'qgg8vlvZRS6UYooatFL8Aw'
    const encryptedToken = createHmac('sha256', zoomSecrets.webhook).update(plainToken).digest('hex')
    expect(await answerOf(send(validationEvent(teller(), plainToken)))).toEqual([
      200,
      { plainToken, encryptedToken },
    ])
  })

  test('is answered to nobody else: the answer is made with the secret that signs notices', async () => {
    const { send, teller } = await open()
    const asked = validationEvent({ ...teller(), webhookSecret: 'guessed' }, 'abc')
    expect(await answerOf(send(asked))).toEqual([403, { error: 'refused' }])
  })

  test.each(['v0:1774371600:{"event":"x"}', '', 'a b', 'x'.repeat(201)])(
    'never signs what could be a notice: %s',
    async (plainToken) => {
      const { send, teller } = await open()
      expect(await answerOf(send(validationEvent(teller(), plainToken)))).toEqual([400, { error: 'refused' }])
    },
  )
})

describe('what is not Zoom’s', () => {
  const resigned = (body: string, timestamp: string, secret: string) =>
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  type Wrong = (joined: Callback) => Partial<Callback>
  const header =
    (name: string, value: string): Wrong =>
    (joined) => ({
      headers: { ...joined.headers, [name]: value },
    })
  const wrong: [string, Wrong][] = [
    ['no signature', header('x-zm-signature', '')],
    ['half a signature', header('x-zm-signature', 'v0=abc')],
    ['another version of it', (one) => header('x-zm-signature', `v1=${'0'.repeat(64)}`)(one)],
    ['the signature of nothing', header('x-zm-signature', `v0=${'0'.repeat(64)}`)],
    [
      'another secret',
      ({ body = '', headers, ...one }) => {
        const time = headers['x-zm-request-timestamp'] ?? ''
        return { ...one, headers: { ...headers, 'x-zm-signature': resigned(body, time, 'another') } }
      },
    ],
    [
      'the words of an unknown server’s secret',
      ({ body = '', headers }) => ({
        headers: {
          ...headers,
          'x-zm-signature': resigned(body, headers['x-zm-request-timestamp'] ?? '', 'nobody'),
        },
        address: webhook.replace('srv_zoom', 'srv_bcdfghjkmnpq'),
      }),
    ],
    ['another time', header('x-zm-request-timestamp', '1774371601')],
    ['no time', header('x-zm-request-timestamp', '')],
    ['other words', ({ body = '' }) => ({ body: body.replace('join_time', 'join_tame') })],
    [
      'the same words, written otherwise',
      ({ body = '' }) => ({ body: JSON.stringify(JSON.parse(body), null, 1) }),
    ],
    ['an unknown server', () => ({ address: webhook.replace('srv_zoom', 'srv_bcdfghjkmnpq') })],
    ['a server of another kind', () => ({ address: webhook.replace('srv_zoom', 'srv_bbb') })],
    ['no server', () => ({ address: webhook.replace('srv_zoom', '..%2fsrv_zoom') })],
  ]

  test.each(wrong)('is refused, and all of it looks alike: %s', async (_, change) => {
    const { house, send, joined, notices } = await open()
    await house.servers.setUp(house.table)
    expect(await answerOf(send({ ...joined, ...change(joined) }))).toEqual([403, { error: 'refused' }])
    expect((await notices()).size).toBe(0)
  })

  test.each([
    ['after five minutes', 5 * minute + 1000, 403],
    ['within five minutes', 5 * minute - 1000, 204],
    ['from the future', -5 * minute - 1000, 403],
  ])('a genuine notice that is sent once more %s', async (_, passed, status) => {
    const { house, send, joined } = await open()
    house.moveTo(new Date(Date.parse(at(0)) + passed).toISOString())
    expect((await send(joined)).status).toBe(status)
  })

  test('of a server that was removed is refused', async () => {
    const { house, send, joined } = await open()
    const [stored] = await house.table.list('office', 'meeting#servers')
    if (!stored) throw new Error('no server')
    const facts = { ...(stored.facts as object), state: 'removed' }
    await house.table.commit([{ ...stored, do: 'replace', facts }])
    expect((await send(joined)).status).toBe(403)
  })

  test.each([
    ['no JSON', '{'],
    ['other JSON', '[]'],
    ['no event', '{}'],
    ['half an event', '{"event":"meeting.participant_joined","payload":{}}'],
    ['an end of nothing', '{"event":"meeting.ended","payload":{"object":{"id":[]}}}'],
  ])('signed, but not to be read: %s', async (_, body) => {
    const { send, teller, faults } = await open()
    const genuine = signedEvent(teller(), {})
    const time = genuine.headers['x-zm-request-timestamp'] ?? ''
    const headers = { ...genuine.headers, 'x-zm-signature': resigned(body, time, zoomSecrets.webhook) }
    expect(await answerOf(send({ ...genuine, headers, body }))).toEqual([400, { error: 'refused' }])
    expect(faults).toEqual([])
  })

  test('too many bytes are refused before they are read', async () => {
    const { send, joined } = await open()
    expect((await send({ ...joined, body: ' '.repeat(64 * 1024 + 1) })).status).toBe(413)
  })
})
