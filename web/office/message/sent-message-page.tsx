import { type Enrollment, fullName } from '../../../functions/enrollment/enrollment.ts'
import type { MessageFates } from '../../../functions/message/count-message.ts'
import { type Message, textFor } from '../../../functions/message/message.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { ButtonLink } from '../../parts/form.tsx'
import { FactList, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { messagesText } from '../../text/messages.ts'
import { Figures } from '../figures.tsx'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { LetterText } from './checked-message-page.tsx'
import { audienceWords, fileWords } from './message-form.tsx'
import { MessagesFrame } from './messages-page.tsx'
import { messagesPath } from './messages-path.ts'

type Props = {
  visit: Visit
  seminar: Seminar
  message: Message
  fates: MessageFates
  people: readonly Enrollment[]
  done?: string | undefined
}

/** One message: how far it is, to whom it went, and what it said. */
export function SentMessagePage({ visit, seminar, message, fates, people, done }: Props) {
  const { setting } = visit
  const { language } = setting
  const text = messagesText[language]
  const path = messagesPath(seminar.id, `/${message.id}`)
  const { count } = fates
  return (
    <MessagesFrame
      visit={visit}
      seminar={seminar}
      inner={{ title: text.one.title(textFor(message.texts, language).subject), path }}
      done={done}
    >
      {count.waiting > 0 && (
        <>
          <Notice tone="info">
            <p>{text.one.running}</p>
          </Notice>
          <p>
            <ButtonLink kind="quiet" href={inside(setting, path)} label={text.one.reload} />
          </p>
        </>
      )}
      <Figures
        figures={[
          [text.count.waiting, count.waiting],
          [text.count.arrived, count.arrived],
          [text.count.failed, count.failed],
          [text.count.leftOut, count['left-out']],
        ]}
      />
      {count['left-out'] > 0 && <p>{text.one.leftOut}</p>}
      <FactList
        facts={[
          [text.to, text.one.sentTo(audienceWords(message.audience, seminar, language), message.people)],
          [text.when, shortDateTime(message.sentAt, language, seminar.zone)],
          [text.by, message.by],
          [
            text.files,
            message.files.map((file) => fileWords(file, language)).join(', ') || text.checked.noFiles,
          ],
        ]}
      />
      {message.texts.map((one) => (
        <section>
          <h2>{text.textIn(text.inLanguage[one.language])}</h2>
          <LetterText visit={visit} letter={{ ...one, blocks: [{ is: 'text', text: one.text }] }} />
        </section>
      ))}
      <PeopleTable visit={visit} fates={fates} people={people} />
    </MessagesFrame>
  )
}

function PeopleTable({ visit, fates, people }: Pick<Props, 'visit' | 'fates' | 'people'>) {
  const text = messagesText[visit.setting.language]
  const rows = people.flatMap((person) => {
    const fate = fates.byPerson.get(person.id)
    return fate ? [[fullName(person) || text.one.erased, text.fates[fate]]] : []
  })
  return (
    <section>
      <h2>{text.one.people}</h2>
      <DataTable
        caption={text.one.people}
        captionHidden
        head={[text.one.person, text.one.state]}
        rows={rows}
        empty="–"
      />
    </section>
  )
}
