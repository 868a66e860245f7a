import MailComposer from 'nodemailer/lib/mail-composer'
import { composeMail } from '../../functions/aws/compose-mail.ts'
import { layOutLetter } from '../../functions/mail/letter-layout.tsx'
import type { LetterSender } from '../../functions/mail/letter-words.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { invite } from '../../functions/session/invite.ts'
import { openHouse } from '../world/house.ts'

const rounds = 600

const sender: LetterSender = {
  name: 'Alevi Kulturverein Hagen',
  street: 'Hauptstraße 1',
  city: '58095 Hagen',
  email: 'verein@verein.example',
  imprintHref: 'https://lernhaus.example/imprint',
  privacyHref: 'https://lernhaus.example/privacy',
}

export type MailFigures = { perSecond: number; barePerSecond: number; ratio: number }

/**
 * Invites written down for the provider in one second on one core, from the stored words to the bytes; beside the bare
 * composer, which is handed the finished texts.
 */
export async function measureMails(): Promise<MailFigures> {
  const mails = await someInvites()
  const finished = mails.map((mail) => ({ mail, ...layOutLetter(mail.letter, sender) }))
  const ours = (i: number) => writeDown(mails[i % mails.length])
  const bare = (i: number) => {
    const { mail, html, text } = finished[i % finished.length] ?? {}
    const message = new MailComposer({
      from: { name: sender.name, address: 'lernhaus@verein.example' },
      to: mail?.to ?? [],
      subject: mail?.letter.subject ?? '',
      html: html ?? '',
      text: text ?? '',
    })
    return message.compile().build()
  }
  await perSecond(60, ours)
  await perSecond(60, bare)
  const barePerSecond = await perSecond(rounds, bare)
  const oursPerSecond = await perSecond(rounds, ours)
  return { perSecond: oursPerSecond, barePerSecond, ratio: oursPerSecond / barePerSecond }
}

/** Thirty invites as they lie in the outbox, in three languages. */
async function someInvites(): Promise<Mail[]> {
  const house = openHouse()
  const seminar = await house.offer({ capacity: 30 })
  for (let i = 0; i < 30; i++)
    await house.enrollAndConfirm(seminar, `person${i}`, {
      language: (['de', 'tr', 'en'] as const)[i % 3] ?? 'de',
    })
  await invite(house.world(), { seminarId: seminar.id, sessionId: seminar.sessions[0]?.id ?? '' })
  return (await house.mails()).filter(({ cause }) => cause === 'invite')
}

function writeDown(mail: Mail | undefined): Promise<Uint8Array> {
  if (!mail) throw new Error('there are invites')
  const { html, text } = layOutLetter(mail.letter, sender)
  return composeMail({
    from: { name: sender.name, address: 'lernhaus@verein.example' },
    to: mail.to,
    replyTo: { name: sender.name, address: sender.email },
    letter: mail.letter,
    html,
    text,
    mailId: mail.id,
    at: mail.queuedAt,
  })
}

async function perSecond(times: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let i = 0; i < times; i++) await work(i)
  return (times * 1000) / (performance.now() - began)
}
