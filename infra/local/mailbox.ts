import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { now } from '../../functions/aws/clock.ts'
import { log } from '../../functions/aws/log.ts'
import { readBody } from './gateway.ts'
import type { KeptMail, MailStore } from './mail-store.ts'
import { dawdle, type PartSwitch } from './part-mode.ts'
import { sesEvents, snsEvent } from './ses-events.ts'
import { sesMessage } from './ses-message.ts'
import { members, namedMembers, type SesRefusal, sesAnswer, sesRefusal } from './ses-protocol.ts'

const region = 'eu-central-1'
const mostBytes = 10 * 1024 * 1024
const mostRecipients = 50

export type Mailbox = {
  listener: RequestListener
  /** Resolves when everything accepted so far was reported to the delivery function. */
  idle(): Promise<void>
}

type Surroundings = {
  store: MailStore
  /** The sender's domain or whole address, as SES verifies identities. */
  verified: string
  partSwitch: PartSwitch
  /** Hands an event to the function that notes what became of a mail. */
  tell: (event: object) => Promise<unknown>
}

type Outcome = { status: number; xml: string }

/** Stands in for SES: takes the real calls of the real SDK, and keeps the mails instead of sending them. */
export function mailbox(surroundings: Surroundings): Mailbox {
  const { store, partSwitch } = surroundings
  let telling: Promise<void> = Promise.resolve()
  const tellLater = (mail: KeptMail) => {
    telling = telling.then(() => tellEverything(surroundings, mail))
  }
  // What a killed process had accepted and not reported is reported now.
  for (const mail of store.list()) if (!mail.told) tellLater(mail)

  async function answerTo(request: IncomingMessage): Promise<Outcome> {
    if (partSwitch.mode === 'slow') await dawdle()
    if (partSwitch.mode === 'throttle')
      return refused({ status: 400, code: 'Throttling', message: 'Maximum sending rate exceeded.' })
    const body = await readBody(request, 3 * mostBytes)
    if (!body) return refused({ status: 413, code: 'RequestEntityTooLarge', message: 'Request is too large' })
    const form = new URLSearchParams(body.toString('utf8'))
    switch (form.get('Action')) {
      case 'SendRawEmail':
        return accept('SendRawEmail', form, Buffer.from(form.get('RawMessage.Data') ?? '', 'base64'))
      case 'SendEmail':
        return accept('SendEmail', form, await compose(form))
      case 'GetSendQuota':
        return done('GetSendQuota', quota(store))
      default:
        return refused({
          status: 400,
          code: 'InvalidAction',
          message: `Unknown action ${form.get('Action')}`,
        })
    }
  }

  function accept(action: string, form: URLSearchParams, raw: Buffer): Outcome {
    const messageId = `0107${randomBytes(6).toString('hex')}-${randomUUID()}-000000`
    const message = sesMessage(raw, { messageId, region, now: now() })
    const named = action === 'SendEmail' ? [] : members(form, 'Destinations')
    const to = named.length > 0 ? named : message.recipients
    const refusal = judge({ raw, to, senders: [message.from, form.get('Source') ?? message.from] })
    if (refusal) return refused(refusal)
    const mail = store.add(
      {
        messageId,
        from: message.from,
        to,
        configurationSet: form.get('ConfigurationSetName') ?? message.configurationSet,
        tags: { ...message.tags, ...namedMembers(form, 'Tags') },
        sentAt: now(),
      },
      message.raw,
    )
    tellLater(mail)
    return done(action, { MessageId: messageId })
  }

  function judge(asked: { raw: Buffer; to: string[]; senders: string[] }): SesRefusal | undefined {
    const unknown = asked.senders.find((sender) => !isVerified(sender, surroundings.verified))
    if (unknown !== undefined)
      return {
        status: 400,
        code: 'MessageRejected',
        message: `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${unknown}`,
      }
    if (asked.raw.length > mostBytes)
      return invalid(`Message length is more than ${mostBytes} bytes long: '${asked.raw.length}'.`)
    if (asked.to.length === 0) return invalid('Missing required header: To.')
    if (asked.to.length > mostRecipients) return invalid(`Recipient count exceeds ${mostRecipients}.`)
    return undefined
  }

  return {
    listener: async (request, response) => {
      const { status, xml } = await answerTo(request)
      response.writeHead(status, { 'content-type': 'text/xml' }).end(xml)
    },
    idle: () => telling,
  }
}

const done = (action: string, result: Record<string, string>): Outcome => ({
  status: 200,
  xml: sesAnswer(action, result),
})
const refused = (refusal: SesRefusal): Outcome => ({ status: refusal.status, xml: sesRefusal(refusal) })
const invalid = (message: string): SesRefusal => ({ status: 400, code: 'InvalidParameterValue', message })

/** An identity is an address or a domain. `Name <address>` counts by its address. */
function isVerified(sender: string, identity: string): boolean {
  const address = (/<([^<>]+)>/.exec(sender)?.[1] ?? sender).trim().toLowerCase()
  return address === identity || address.slice(address.lastIndexOf('@') + 1) === identity
}

const quota = (store: MailStore): Record<string, string> => ({
  Max24HourSend: '50000',
  MaxSendRate: '14',
  SentLast24Hours: String(store.list().length),
})

/** SendEmail names the parts of a mail; SES makes the mail of them. */
const compose = (form: URLSearchParams): Promise<Buffer> =>
  new MailComposer({
    from: form.get('Source') ?? '',
    to: members(form, 'Destination.ToAddresses'),
    cc: members(form, 'Destination.CcAddresses'),
    bcc: members(form, 'Destination.BccAddresses'),
    replyTo: members(form, 'ReplyToAddresses'),
    subject: form.get('Message.Subject.Data') ?? '',
    text: form.get('Message.Body.Text.Data') ?? '',
    html: form.get('Message.Body.Html.Data') ?? '',
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  })
    .compile()
    .build()

/** Events are published only for mails that name a configuration set; each is tried three times, as by SNS. */
async function tellEverything({ store, tell }: Surroundings, mail: KeptMail): Promise<void> {
  if (mail.configurationSet) for (const event of sesEvents(mail)) await tellOnce(tell, snsEvent(event, now()))
  store.noteTold(mail.id)
}

async function tellOnce(tell: Surroundings['tell'], event: object): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await tell(event)
      return
    } catch (fault) {
      if (attempt < 3) await new Promise((resolve) => setTimeout(resolve, 200 * attempt))
      else return log.fault(fault, { part: 'mail events' })
    }
  }
}
