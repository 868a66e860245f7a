import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetSendQuotaCommand, SESClient, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MailStore, openMailStore } from '../../infra/local/mail-store.ts'
import { type Mailbox, mailbox } from '../../infra/local/mailbox.ts'
import { type OpenPort, openPort } from '../../infra/local/open-port.ts'
import { type PartSwitch, portSwitch } from '../../infra/local/part-mode.ts'

type SesEvent = { eventType: string; mail: { messageId: string; tags: object; destination: string[] } }
type World = {
  door: OpenPort
  box: Mailbox
  store: MailStore
  partSwitch: PartSwitch
  events: SesEvent[]
  client: SESClient
}

let folder: string
let world: World

async function openWorld(tell?: () => Promise<void>): Promise<World> {
  const door = await openPort({ port: 0, name: 'the mailbox' })
  const partSwitch = portSwitch(door)
  const store = openMailStore(folder)
  const events: SesEvent[] = []
  const box = mailbox({
    store,
    partSwitch,
    verified: 'house.example',
    tell:
      tell ??
      (async (event) => {
        const { Records } = event as { Records: { Sns: { Message: string } }[] }
        events.push(...Records.map(({ Sns }) => JSON.parse(Sns.Message)))
      }),
  })
  door.answer(box.listener)
  const client = new SESClient({
    endpoint: `http://127.0.0.1:${door.port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
  return { door, box, store, partSwitch, events, client }
}

const pdf = Buffer.from('%PDF-1.7 \u0000\u00ff', 'latin1')
const compose = (from = 'Haus <post@house.example>', more = {}): Promise<Buffer> =>
  new MailComposer({
    from,
    to: { name: 'Şükrü Yağız', address: 'sukru@example.org' },
    subject: 'Kaydınız: Şeffaf bütçe',
    text: 'Merhaba Şükrü',
    html: '<p>Merhaba <b>Şükrü</b></p>',
    messageId: '<ours@house.example>',
    date: new Date('2020-01-01T00:00:00Z'),
    attachments: [{ filename: 'belge.pdf', contentType: 'application/pdf', content: pdf }],
    newline: '\r\n',
    ...more,
  })
    .compile()
    .build()

const send = async (raw: Buffer, to = 'sukru@example.org') =>
  world.client.send(
    new SendRawEmailCommand({
      Source: 'post@house.example',
      Destinations: [to],
      RawMessage: { Data: raw },
      ConfigurationSetName: 'lernhaus',
      Tags: [{ Name: 'mail', Value: 'confirmation-1' }],
    }),
  )

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lernhaus-mailbox-'))
  world = await openWorld()
})
afterEach(async () => {
  await world.door.stop()
  rmSync(folder, { recursive: true })
})

describe('the mailbox, asked by the real SES client', () => {
  it('keeps a mail with its text, HTML and attachment', async () => {
    const { MessageId } = await send(await compose())
    const [mail] = world.store.list()
    if (!mail) throw new Error('no mail')
    const opened = await world.store.open(mail)
    expect(mail.messageId).toBe(MessageId)
    expect(opened).toMatchObject({
      id: '1',
      from: 'post@house.example',
      to: ['sukru@example.org'],
      subject: 'Kaydınız: Şeffaf bütçe',
    })
    expect(opened.text.trim()).toBe('Merhaba Şükrü')
    expect(opened.html).toContain('<b>Şükrü</b>')
    expect(opened.attachments).toHaveLength(1)
    expect(opened.attachments[0]).toMatchObject({ filename: 'belge.pdf', contentType: 'application/pdf' })
    expect(opened.attachments[0]?.content).toEqual(pdf)
  })

  it('puts its own Message-ID and Date in, as SES does, and leaves the rest as it was', async () => {
    const raw = await compose()
    const { MessageId } = await send(raw)
    const kept = world.store.raw('1').toString('latin1')
    expect(kept).toContain(`Message-ID: <${MessageId}@eu-central-1.amazonses.com>`)
    expect(kept).not.toContain('ours@house.example')
    expect(kept).not.toContain('01 Jan 2020')
    const bodyOf = (text: string) => text.slice(text.indexOf('\r\n\r\n'))
    expect(bodyOf(kept)).toBe(bodyOf(raw.toString('latin1')))
  })

  it('takes SendEmail too', async () => {
    await world.client.send(
      new SendEmailCommand({
        Source: 'post@house.example',
        Destination: { ToAddresses: ['sukru@example.org'] },
        Message: { Subject: { Data: 'Guten Tag, ğ' }, Body: { Text: { Data: 'Zeile eins\nZeile zwei' } } },
      }),
    )
    const [mail] = world.store.list()
    if (!mail) throw new Error('no mail')
    const opened = await world.store.open(mail)
    expect(opened.subject).toBe('Guten Tag, ğ')
    expect(opened.text.trim()).toBe('Zeile eins\nZeile zwei')
  })

  it('counts what was sent in the quota', async () => {
    await send(await compose())
    const quota = await world.client.send(new GetSendQuotaCommand({}))
    expect(quota).toMatchObject({ SentLast24Hours: 1, MaxSendRate: 14 })
  })

  it('keeps everything over a restart, and counts on', async () => {
    await send(await compose())
    await world.box.idle()
    await world.door.stop()
    world = await openWorld()
    await send(await compose())
    expect(world.store.list().map(({ id }) => id)).toEqual(['1', '2'])
    const opened = await Promise.all(world.store.list().map(world.store.open))
    expect(opened.map(({ subject }) => subject)).toEqual(Array(2).fill('Kaydınız: Şeffaf bütçe'))
  })
})

describe('what SES refuses', () => {
  it('a sender that nobody verified', async () => {
    const sending = send(await compose('Fremd <post@elsewhere.example>'))
    await expect(sending).rejects.toMatchObject({ name: 'MessageRejected' })
    expect(world.store.list()).toEqual([])
  })

  it('more than 10 MB', async () => {
    const raw = Buffer.concat([await compose(), Buffer.alloc(10 * 1024 * 1024, 'x')])
    await expect(send(raw)).rejects.toMatchObject({ name: 'InvalidParameterValue' })
  })

  it('everything while it throttles', async () => {
    world.partSwitch.mode = 'throttle'
    await expect(send(await compose())).rejects.toMatchObject({
      name: 'Throttling',
      $metadata: { httpStatusCode: 400 },
    })
    world.partSwitch.mode = 'ok'
    await send(await compose())
    expect(world.store.list()).toHaveLength(1)
  })

  it('connections while it is down', async () => {
    world.partSwitch.mode = 'down'
    await expect(send(await compose())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    world.partSwitch.mode = 'ok'
    await expect.poll(async () => (await send(await compose())).MessageId).toBeTruthy()
  })
})

describe('what the configuration set reports', () => {
  it.each([
    ['anna@example.org', ['Send', 'Delivery']],
    ['delay@example.org', ['Send', 'DeliveryDelay', 'Delivery']],
    ['bounce@example.org', ['Send', 'Bounce']],
    ['complaint+1@example.org', ['Send', 'Delivery', 'Complaint']],
  ])('about %s: %j', async (to, eventTypes) => {
    const { MessageId } = await send(await compose(), to)
    await world.box.idle()
    expect(world.events.map(({ eventType }) => eventType)).toEqual(eventTypes)
    for (const { mail } of world.events) {
      expect(mail.messageId).toBe(MessageId)
      expect(mail.destination).toEqual([to])
      expect(mail.tags).toEqual({ 'ses:configuration-set': ['lernhaus'], mail: ['confirmation-1'] })
    }
  })

  it('is made up for after a restart in the middle', async () => {
    await world.door.stop()
    world = await openWorld(() => new Promise(() => undefined))
    await send(await compose())
    await world.door.stop()
    world = await openWorld()
    await world.box.idle()
    expect(world.events.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery'])
  })

  it('nothing without a configuration set', async () => {
    await world.client.send(
      new SendRawEmailCommand({ Source: 'post@house.example', RawMessage: { Data: await compose() } }),
    )
    await world.box.idle()
    expect(world.events).toEqual([])
    expect(world.store.list()[0]?.to).toEqual(['sukru@example.org'])
  })
})
