import { Hono } from 'hono'
import * as v from 'valibot'
import { now } from '../../functions/aws/clock.ts'
import { type Instant, parseInstant } from '../../functions/kernel/time.ts'
import { after, type LocalClock, readDuration } from './clock.ts'
import { faultModes } from './faults.ts'
import type { MailStore, OpenedMail } from './mail-store.ts'
import { type PartName, type PartSwitch, partNames } from './part-mode.ts'

/** What tests and other programs steer the local system by. */
export type MachineWorld = {
  store: MailStore
  clock: LocalClock
  switches: Record<PartName, PartSwitch>
  /** Each part, and whether it answers. */
  parts: () => Promise<Record<string, boolean>>
}

const clockSchema = v.union([v.strictObject({ to: v.string() }), v.strictObject({ advance: v.string() })])
const faultSchema = v.strictObject({ part: v.picklist(partNames), mode: v.picklist(faultModes) })

/** The machine side of the workbench; its addresses and answers stay as they are. */
export function workbenchMachine({ store, clock, switches, parts }: MachineWorld): Hono {
  const machine = new Hono()

  machine.get('/mails', async (c) =>
    c.json(await Promise.all(store.list().map(async (mail) => publicMail(await store.open(mail))))),
  )

  machine.get('/mails/:id/raw', (c) => {
    const mail = store.find(c.req.param('id'))
    if (!mail) return c.json({ error: 'no such mail' }, 404)
    return c.body(new Uint8Array(store.raw(mail.id)), 200, { 'content-type': 'message/rfc822' })
  })

  machine.get('/mails/:id/attachments/:number/:filename', async (c) => {
    const mail = store.find(c.req.param('id'))
    const attachment = mail && (await store.open(mail)).attachments[Number(c.req.param('number')) - 1]
    if (!attachment) return c.json({ error: 'no such attachment' }, 404)
    return c.body(new Uint8Array(attachment.content), 200, {
      'content-type': attachment.contentType,
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(attachment.filename ?? 'attachment')}`,
      // A page that came by mail must not act as the workbench; a PDF may show itself.
      ...(attachment.contentType !== 'application/pdf' && {
        'content-security-policy': "sandbox; default-src 'none'",
      }),
    })
  })

  machine.get('/clock', (c) => c.json({ now: now() }))

  machine.post('/clock', async (c) => {
    const read = v.safeParse(clockSchema, await c.req.json().catch(() => undefined))
    const target = read.success ? targetOf(read.output) : undefined
    if (!target) return c.json({ error: 'say { "to": ISO instant } or { "advance": ISO duration }' }, 400)
    const moved = await clock.advanceTo(target)
    return moved ? c.json(moved) : c.json({ error: 'time moves forward only', now: now() }, 409)
  })

  machine.get('/faults', (c) => c.json(modes(switches)))

  machine.post('/faults', async (c) => {
    const read = v.safeParse(faultSchema, await c.req.json().catch(() => undefined))
    if (!read.success)
      return c.json(
        { error: `say { "part": ${partNames.join(' | ')}, "mode": ${faultModes.join(' | ')} }` },
        400,
      )
    switches[read.output.part].mode = read.output.mode
    return c.json(modes(switches))
  })

  machine.get('/ready', async (c) => {
    const found = await parts()
    const ready = Object.values(found).every(Boolean)
    return c.json({ ready, parts: found }, ready ? 200 : 503)
  })
  return machine
}

function targetOf(wish: { to: string } | { advance: string }): Instant | undefined {
  if ('to' in wish) return parseInstant(wish.to)
  const milliseconds = readDuration(wish.advance)
  return milliseconds === undefined ? undefined : after(now(), milliseconds)
}

const modes = (switches: Record<PartName, PartSwitch>) =>
  Object.fromEntries(Object.entries(switches).map(([part, { mode }]) => [part, mode]))

/** A mail as the machine side shows it. */
const publicMail = (mail: OpenedMail) => ({
  id: mail.id,
  from: mail.from,
  to: mail.to.join(', '),
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  attachments: mail.attachments.map((attachment, i) => ({
    filename: attachment.filename ?? 'attachment',
    contentType: attachment.contentType,
    size: attachment.size,
    href: attachmentPath(mail.id, i, attachment.filename),
  })),
  rawHref: `/mails/${mail.id}/raw`,
  sentAt: mail.sentAt,
})

/** Where an attachment can be fetched; the name at the end is for the reader and their disk. */
export const attachmentPath = (mailId: string, index: number, filename = 'attachment'): string =>
  `/mails/${mailId}/attachments/${index + 1}/${encodeURIComponent(filename)}`
