import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Config } from '../../functions/aws/config.ts'
import { openMailer } from '../../functions/aws/mailer.ts'
import { openSes } from '../../functions/aws/ses.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import type { LetterSender } from '../../functions/mail/letter-words.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import type { ReadFile } from '../../functions/mail/remember-files.ts'

const sender: LetterSender = {
  name: 'Alevi Kulturverein Hagen',
  street: 'Hauptstraße 1',
  city: '58095 Hagen',
  email: 'verein@verein.example',
  imprintHref: 'https://lernhaus.example/imprint',
  privacyHref: 'https://lernhaus.example/privacy',
}
const mail: Mail = {
  id: 'mail-1',
  state: 'sending',
  to: { name: 'Şükrü', address: 's@verein.example' },
  letter: {
    language: 'tr',
    subject: 'Kaydınız',
    blocks: [{ is: 'text', text: 'Hoş geldiniz.' }],
    attachments: [],
  },
  cause: 'confirm',
  seminarId: 'sem_1',
  sessionId: '',
  queuedAt: '2026-03-02T09:00:00.000Z' as Instant,
  notAfter: null,
  tries: 1,
  copies: 1,
  messageId: '',
  trouble: '',
  history: {},
}

let close = () => {}
afterEach(() => {
  close()
  vi.restoreAllMocks()
})

/** A provider that answers everything in the same way; answers how often it was asked. */
async function provider(answer: (response: ServerResponse) => unknown) {
  const asked = { times: 0, form: new URLSearchParams() }
  const server = createServer(async (request, response) => {
    asked.times++
    const chunks = await request.toArray()
    asked.form = new URLSearchParams(Buffer.concat(chunks).toString())
    answer(response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { asked, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const openAt = (endpoint: string, from = async () => sender, readFile: ReadFile = async () => undefined) => {
  const config = {
    region: 'eu-central-1',
    mailFrom: 'seminare@lernhaus.example',
    mailConfigurationSet: '',
    endpoints: { ses: endpoint, dynamodb: '', kms: '', ssm: '' },
  } as Config
  return openMailer(openSes(config), config, { sender: from, readFile })
}

const fault = (status: number, code: string) => (response: ServerResponse) =>
  response
    .writeHead(status, { 'content-type': 'text/xml' })
    .end(
      `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
    )

const taken = (response: ServerResponse) =>
  response
    .writeHead(200, { 'content-type': 'text/xml' })
    .end(
      '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>m</MessageId></SendRawEmailResult></SendRawEmailResponse>',
    )

describe('one hand-over to the provider is one request, and its answer is taken for what it says', () => {
  test.each([
    ['throttled', fault(400, 'Throttling'), { outcome: 'busy', trouble: 'throttled' }],
    ['not ready', fault(503, 'ServiceUnavailable'), { outcome: 'busy', trouble: 'unavailable' }],
    ['broken', fault(500, 'InternalFailure'), { outcome: 'unknown', trouble: 'no-answer' }],
    ['refusing', fault(400, 'MessageRejected'), { outcome: 'refused', trouble: 'refused' }],
    ['paused', fault(400, 'AccountSendingPausedException'), { outcome: 'busy', trouble: 'paused' }],
    [
      'breaking off',
      (response: ServerResponse) => response.destroy(),
      { outcome: 'unknown', trouble: 'no-answer' },
    ],
  ])('%s', async (_, answer, handedOver) => {
    const { asked, endpoint } = await provider(answer)
    expect(await openAt(endpoint)(mail)).toEqual(handedOver)
    expect(asked.times).toBe(1)
  })

  test('whoever answers a mail reaches the association, not the sender that nobody reads', async () => {
    const { asked, endpoint } = await provider(taken)
    const replyTo = async (email: string, written: Mail = mail) => {
      const handedOver = await openAt(endpoint, async () => ({ ...sender, email }))(written)
      expect(handedOver).toEqual({ outcome: 'accepted', messageId: 'm' })
      const raw = Buffer.from(asked.form.get('RawMessage.Data') ?? '', 'base64')
      return (await simpleParser(raw)).replyTo?.value
    }
    expect(await replyTo(sender.email)).toEqual([{ name: sender.name, address: sender.email }])
    expect(await replyTo('')).toBeUndefined()
    const trainer = { name: 'Zeynep Aydın', address: 'zeynep@trainer.example' }
    expect(await replyTo(sender.email, { ...mail, replyTo: trainer })).toEqual([trainer])
  })

  test('a file that lies outside the letter goes along byte for byte, in every copy alike', async () => {
    const { asked, endpoint } = await provider(taken)
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256)
    const file = {
      id: 'f',
      filename: 'Wegbeschreibung Şişli.pdf',
      contentType: 'application/pdf',
      size: 300_000,
    }
    let reads = 0
    const handOver = openAt(
      endpoint,
      async () => sender,
      async ({ id }) => {
        reads++
        return id === 'f' ? bytes : undefined
      },
    )
    const withFile: Mail = { ...mail, letter: { ...mail.letter, files: [file] } }
    const copies: string[] = []
    for (let copy = 0; copy < 2; copy++) {
      expect(await handOver(withFile)).toEqual({ outcome: 'accepted', messageId: 'm' })
      copies.push(asked.form.get('RawMessage.Data') ?? '')
    }
    expect(copies[1]).toBe(copies[0])
    expect(reads).toBe(1)
    const [attached, ...more] = (await simpleParser(Buffer.from(copies[0] ?? '', 'base64'))).attachments
    expect(more).toEqual([])
    expect(attached).toMatchObject({ filename: file.filename, contentType: 'application/pdf' })
    expect(Buffer.compare(attached?.content ?? Buffer.alloc(0), bytes)).toBe(0)
  })

  test('a mail whose file is gone fails for everybody to see, and does not go out without it', async () => {
    const { asked, endpoint } = await provider(taken)
    const file = { id: 'f', filename: 'a.pdf', contentType: 'application/pdf', size: 3 }
    const withFile: Mail = { ...mail, letter: { ...mail.letter, files: [file] } }
    expect(await openAt(endpoint)(withFile)).toEqual({ outcome: 'refused', trouble: 'file-gone' })
    expect(asked.times).toBe(0)
  })

  test('nobody there', async () => {
    const { endpoint } = await provider(() => {})
    close()
    expect(await openAt(endpoint)(mail)).toEqual({ outcome: 'busy', trouble: 'unreachable' })
  })
})

describe('a mail that cannot be written down has certainly not gone out', () => {
  test.each<[string, Parameters<typeof openAt>[1], Mail]>([
    ['the sender cannot be read', () => Promise.reject(new Error('the table did not answer')), mail],
    ['an address that is none', async () => sender, { ...mail, to: { name: '', address: 'a@b,c@d' } }],
  ])('%s', async (_, from, what) => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { asked, endpoint } = await provider(() => {})
    expect(await openAt(endpoint, from)(what)).toEqual({ outcome: 'busy', trouble: 'not-ready' })
    expect(asked.times).toBe(0)
    expect(written.mock.calls.join()).toContain('"mail":"mail-1"')
  })
})
