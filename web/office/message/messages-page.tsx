import type { Child } from 'hono/jsx'
import { textIn } from '../../../functions/kernel/language.ts'
import type { Crowd } from '../../../functions/message/find-recipients.ts'
import { type Message, textFor } from '../../../functions/message/message.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import type { MessagesText } from '../../text/messages.de.ts'
import { messagesText } from '../../text/messages.ts'
import { officeText } from '../../text/office.ts'
import { OfficePage } from '../office-page.tsx'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { audienceWords, MessageForm, type MessageFormState, messageFormName } from './message-form.tsx'
import { messagesPath } from './messages-path.ts'

type FrameProps = {
  visit: Visit
  seminar: Seminar
  /** The page itself, where it is not the list of messages. */
  inner?: { title: string; path: string }
  /** The page has the form of a message, whose content goes along into another language. */
  hasForm?: boolean
  refusal?: string | undefined
  done?: string | undefined
  children?: Child
}

/** What the pages about messages have around them. */
export function MessagesFrame(props: FrameProps) {
  const { visit, seminar, inner, hasForm = false, refusal, done, children } = props
  const { language } = visit.setting
  const text = messagesText[language]
  const list = messagesPath(seminar.id)
  const back = inner
    ? { path: list, label: text.title }
    : { path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, language) }
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={inner?.title ?? text.title}
      back={back}
      path={inner?.path ?? list}
      {...(hasForm && { form: messageFormName })}
      wide
    >
      {isDone(text, done) && (
        <Notice tone="good" announce>
          <p>{text.done[done]}</p>
        </Notice>
      )}
      {refusal && (
        <Notice tone="bad" title={officeText[language].refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      {children}
    </OfficePage>
  )
}

const isDone = (text: MessagesText, word: string | undefined): word is keyof MessagesText['done'] =>
  word !== undefined && Object.hasOwn(text.done, word)

type MessagesProps = {
  visit: Visit
  crowd: Crowd
  sent: readonly Message[]
  form: MessageFormState
  refusal?: string | undefined
}

/** What was sent so far, and the form for a new message. */
export function MessagesPage({ visit, crowd, sent, form, refusal }: MessagesProps) {
  const text = messagesText[visit.setting.language]
  const isFresh = form.values.size === 0
  // Whoever is writing sees the form first, and what is wrong with it.
  const list = (
    <section>
      <h2>{text.sent}</h2>
      <SentTable visit={visit} seminar={crowd.seminar} sent={sent} />
      <p class="small">{text.forgotten}</p>
    </section>
  )
  return (
    <MessagesFrame visit={visit} seminar={crowd.seminar} refusal={refusal} hasForm>
      <p>{text.explained}</p>
      {isFresh && list}
      <section>
        <h2>{isFresh ? text.write : text.change}</h2>
        <MessageForm visit={visit} crowd={crowd} form={form} />
      </section>
      {!isFresh && list}
    </MessagesFrame>
  )
}

type SentProps = { visit: Visit; seminar: Seminar; sent: readonly Message[] }

/** What became of a message its own page says: for that the mail of every person is read. */
function SentTable({ visit, seminar, sent }: SentProps) {
  const { setting } = visit
  const text = messagesText[setting.language]
  return (
    <DataTable
      caption={text.sent}
      captionHidden
      head={[text.subject, text.when, text.by, text.to, text.one.state]}
      rows={sent.map((message) => {
        const href = inside(setting, messagesPath(seminar.id, `/${message.id}`))
        const link = <a href={href}>{textFor(message.texts, setting.language).subject}</a>
        const audience = audienceWords(message.audience, seminar, setting.language)
        return [
          link,
          shortDateTime(message.sentAt, setting.language, seminar.zone),
          message.by,
          text.one.sentTo(audience, message.people),
          <a href={href}>{text.showCount}</a>,
        ]
      })}
      empty={text.none}
    />
  )
}
