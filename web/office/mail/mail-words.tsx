import type { Language } from '../../../functions/kernel/language.ts'
import type { Zone } from '../../../functions/kernel/time.ts'
import type { Mail } from '../../../functions/mail/mail.ts'
import { happenings, type Why } from '../../../functions/mail/mail-history.ts'
import { delayCodes } from '../../../functions/mail/trouble-code.ts'
import { Badge, type Tone } from '../../parts/notice.tsx'
import type { MailStanding } from '../../text/mail-log.de.ts'
import { mailLogText } from '../../text/mail-log.ts'
import { officeHouseText } from '../../text/office.ts'
import { officeZone } from '../field-reader.ts'
import { shortDateTime } from '../short-dates.ts'

/** What a mail is about, in words; a cause that nobody has words for is shown as it is. */
export function causeIn(language: Language, cause: string): string {
  const words = { ...mailLogText[language].causes, ...officeHouseText[language].mails.causes }
  return Object.hasOwn(words, cause) ? (words[cause] ?? cause) : cause
}

const tones: Record<MailStanding, Tone | 'plain'> = {
  queued: 'info',
  sending: 'info',
  sent: 'info',
  delayed: 'warning',
  unknown: 'warning',
  failed: 'bad',
  delivered: 'good',
  bounced: 'bad',
  complained: 'bad',
  outdated: 'plain',
}

/** What the provider has and could not deliver yet is late, until it arrives or comes back. */
const standingOf = ({ state, history }: Mail): MailStanding =>
  state === 'sent' && history.delayed ? 'delayed' : state

/** The state of a mail in a word or two. */
export function MailBadge({ mail, language }: { mail: Mail; language: Language }) {
  const standing = standingOf(mail)
  return <Badge tone={tones[standing]}>{mailLogText[language].standings[standing]}</Badge>
}

/** Everything that happened to a mail, in the order of time. */
export function MailHistory(props: { mail: Mail; language: Language; zone?: Zone }) {
  const { mail, language, zone = officeZone } = props
  const text = mailLogText[language]
  const told = happenings.flatMap((what) => {
    const happened = mail.history[what]
    return happened ? [{ at: happened.at, words: text.happenings[what] }] : []
  })
  const lines = [{ at: mail.queuedAt, words: text.queued }, ...told].sort((a, b) => (a.at < b.at ? -1 : 1))
  return (
    <ul class="mail-history">
      {lines.map(({ at, words }) => (
        <li>{text.happened(words, shortDateTime(at, language, zone))}</li>
      ))}
    </ul>
  )
}

/** Why a mail did not arrive, or not yet; empty where nothing is wrong. */
export function whyOf(mail: Mail, language: Language): string {
  if (mail.trouble) return whyIn(language, mail.trouble)
  return standingOf(mail) === 'delayed' ? whyIn(language, mail.history.delayed?.why ?? '') : ''
}

function whyIn(language: Language, why: Why): string {
  const delay = delayCodes.find((code) => code === why)
  if (delay) return mailLogText[language].delays[delay]
  const { troubles } = officeHouseText[language].mails
  return Object.hasOwn(troubles, why) ? troubles[why as keyof typeof troubles] : ''
}
