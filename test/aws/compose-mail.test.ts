import { type AddressObject, simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { composeMail, type MailToCompose } from '../../functions/aws/compose-mail.ts'
import type { Instant } from '../../functions/kernel/time.ts'

const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Şölen\r\nEND:VCALENDAR\r\n'
const everyByte = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)
const link = `https://lernhaus.example.org/my/${'aB3_-x='.repeat(40)}?lang=tr&a=b`

const mail: MailToCompose = {
  from: { name: 'Lernhaus der Gemeinden', address: 'post@lernhaus.example.org' },
  to: { name: 'Şükrü İğdeoğlu-Müller', address: 'sukru@example.org' },
  letter: {
    subject: 'Ihre Teilnahmebescheinigung: „Führung & Finanzen“ – Dernek yönetimi için İlk adımlar, ağaç',
    attachments: [
      {
        filename: 'Einladung.ics',
        contentType: 'text/calendar; charset=utf-8; method=REQUEST',
        content: Buffer.from(calendar).toString('base64'),
      },
      {
        filename: 'Teilnahmebescheinigung Şükrü.pdf',
        contentType: 'application/pdf',
        content: Buffer.from(everyByte).toString('base64'),
      },
    ],
  },
  html: `<p>Sayın Şükrü, <a href="${link.replace('&', '&amp;')}">Öffnen</a> ıİğĞşŞçÇöÖüÜß 👋</p>`,
  text: `Sayın Şükrü,\n\n${link}\n\n.\n..Punkte am Anfang\nFrom here ıİğĞşŞçÇöÖüÜß 👋\n\n-- \nLernhaus\n`,
  mailId: 'mail#enr_1#invite',
  at: '2026-11-23T08:00:00.000Z' as Instant,
}

const read = async (change: Partial<MailToCompose> = {}) =>
  simpleParser(Buffer.from(await composeMail({ ...mail, ...change })))
const recipients = (to: AddressObject | AddressObject[] | undefined) =>
  [to ?? []].flat().flatMap((object) => object.value)
const headerOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').split('\r\n\r\n')[0] ?? ''

describe('a composed mail, read by a foreign reader', () => {
  it('keeps names, subject and both bodies in every script', async () => {
    const seen = await read()
    expect(seen.subject).toBe(mail.letter.subject)
    expect(recipients(seen.to)).toEqual([mail.to])
    expect(seen.from?.value).toEqual([mail.from])
    expect(seen.text).toBe(mail.text)
    expect(seen.html).toBe(mail.html)
    expect(seen.date?.toISOString()).toBe(mail.at)
  })

  it('leads answers to the association, where that has said its address', async () => {
    const replyTo = { name: 'Bund der Häuser, Şube', address: 'buero@verein.example' }
    expect((await read({ replyTo })).replyTo?.value).toEqual([replyTo])
    expect((await read()).replyTo).toBeUndefined()
    for (const address of ['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', ''])
      await expect(composeMail({ ...mail, replyTo: { ...replyTo, address } })).rejects.toThrow()
  })

  it('carries attachments byte for byte, and the method of a calendar', async () => {
    const seen = await read()
    expect(seen.attachments.map((a) => [a.filename, a.contentType, a.contentDisposition])).toEqual([
      ['Einladung.ics', 'text/calendar', 'attachment'],
      ['Teilnahmebescheinigung Şükrü.pdf', 'application/pdf', 'attachment'],
    ])
    expect(seen.attachments[0]?.content.toString()).toBe(calendar)
    expect(new Uint8Array(seen.attachments[1]?.content ?? [])).toEqual(everyByte)
    const type = seen.attachments[0]?.headers.get('content-type')
    expect(type).toMatchObject({ value: 'text/calendar', params: { method: 'REQUEST', charset: 'utf-8' } })
  })

  it('says that a machine wrote it', async () => {
    const seen = await read()
    expect(seen.headers.get('auto-submitted')).toBe('auto-generated')
    expect(seen.headers.get('x-auto-response-suppress')).toBe('All')
  })

  it('lets nobody add a header or a recipient through subject, name or file name', async () => {
    const poison = 'Hallo\r\nBcc: victim@example.org\r\n\r\n<b>body</b>\nX-Evil: 1\u0000\u2028'
    const { letter } = mail
    const bytes = await composeMail({
      ...mail,
      from: { ...mail.from, name: `A, B <c@example.org>${poison}` },
      to: { ...mail.to, name: `"Q", other@example.org;${poison}` },
      letter: {
        subject: poison,
        attachments: letter.attachments.map((a) => ({
          ...a,
          filename: `../${poison}"; x="y.ics`,
          contentType: `${a.contentType}\r\nX-Evil: 1`,
        })),
      },
    })
    expect(headerOf(bytes)).not.toMatch(/^(bcc|x-evil|cc):/im)
    const seen = await simpleParser(Buffer.from(bytes))
    expect(recipients(seen.to).map((r) => r.address)).toEqual(['sukru@example.org'])
    expect(seen.from?.value.map((r) => r.address)).toEqual(['post@lernhaus.example.org'])
    expect(seen.headers.has('bcc')).toBe(false)
    expect(seen.headers.has('x-evil')).toBe(false)
    expect(seen.subject).toMatch(/^Hallo Bcc: victim@example.org <b>body<\/b> X-Evil: 1/)
    expect(seen.attachments).toHaveLength(2)
    expect(seen.text).toBe(mail.text)
  })

  it('refuses an address that is a list or carries a line break', async () => {
    for (const address of [
      'a@example.org, b@example.org',
      'a@example.org\r\nBcc: b@example.org',
      'a@b@c',
      '',
    ])
      await expect(read({ to: { name: '', address } })).rejects.toThrow('not one mail address')
  })

  it('has lines that every mail server accepts, and no bare line feed', async () => {
    const long = { text: 'ä'.repeat(3000), html: `<p>${'x'.repeat(3000)}</p>` }
    const bytes = await composeMail({ ...mail, ...long })
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).not.toMatch(/[^\r]\n/)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
    const seen = await simpleParser(Buffer.from(bytes))
    expect(seen.text).toBe(long.text)
    expect(seen.html).toBe(long.html)
  })

  it('is the same to the byte when it is composed again, and different for another mail', async () => {
    const first = await composeMail(structuredClone(mail))
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await composeMail(structuredClone(mail))).toEqual(first)
    expect(await composeMail({ ...mail, mailId: 'mail#enr_2#invite' })).not.toEqual(first)
    expect(Buffer.from(first).toString('latin1')).not.toContain('enr_1')
  })

  it('needs no attachment and no name', async () => {
    const seen = await read({
      letter: { subject: 'Kurz', attachments: [] },
      to: { name: '', address: 'a@example.org' },
    })
    expect(recipients(seen.to)).toEqual([{ name: '', address: 'a@example.org' }])
    expect(seen.attachments).toEqual([])
    expect(seen.text).toBe(mail.text)
  })
})
