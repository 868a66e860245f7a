import { type Enrollment, isProven } from '../../../functions/enrollment/enrollment.ts'
import type { Language } from '../../../functions/kernel/language.ts'
import type { Block, Letter, StoredFile } from '../../../functions/mail/letter.ts'
import type { Recipients } from '../../../functions/message/find-recipients.ts'
import { messageLetter } from '../../../functions/message/message.mail.ts'
import { type MessageText, textFor } from '../../../functions/message/message.ts'
import type { MessageReason } from '../../../functions/message/text/words.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { ButtonForm, ButtonLink, HiddenField, SubmitButton } from '../../parts/form.tsx'
import { FactList, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { messagesText } from '../../text/messages.ts'
import type { Visit } from '../visit.ts'
import { audienceWords, fileWords } from './message-form.tsx'
import type { WishedMessage } from './message-values.ts'
import { MessagesFrame } from './messages-page.tsx'
import { draftPath } from './messages-path.ts'

/** A message as it would go out now. */
export type CheckedMessage = {
  seminar: Seminar
  messageId: string
  version: string
  /** What stands for the recipients, so that it shows when they are others. */
  mark: string
  wish: WishedMessage
  files: readonly StoredFile[]
  found: Recipients
  /** The funder's sentence by language. */
  acknowledgements: Record<Language, string>
}

type Props = {
  visit: Visit
  checked: CheckedMessage
  refusal?: string | undefined
  done?: string | undefined
}

/** Who gets what and who does not, how it reads, and the button that sends it. */
export function CheckedMessagePage({ visit, checked, refusal, done }: Props) {
  const { setting, member } = visit
  const text = messagesText[setting.language]
  const { seminar, messageId, wish, found, files } = checked
  const path = (more = '') => draftPath(seminar.id, messageId, more)
  const { recipients } = found
  return (
    <MessagesFrame
      visit={visit}
      seminar={seminar}
      inner={{ title: text.checked.title, path: path('/check') }}
      refusal={refusal}
      done={done}
    >
      <Notice tone="info">
        <p>{text.checked.nothingYet}</p>
      </Notice>
      <FactList
        facts={[
          [text.to, audienceWords(wish.audience, seminar, setting.language)],
          [text.checked.recipients, String(recipients.length)],
          [
            text.files,
            files.length === 0
              ? text.checked.noFiles
              : files.map((file) => fileWords(file, setting.language)).join(', '),
          ],
        ]}
      />
      <WhoGetsWhat visit={visit} checked={checked} />
      <LeftOut visit={visit} found={found} />
      {wish.texts.map((one) => (
        <Preview visit={visit} checked={checked} text={one} />
      ))}
      {recipients.length === 0 ? (
        <p class="strong">{text.refusals.nobody}</p>
      ) : (
        <form class="form" method="post" action={inside(setting, path('/send'))}>
          <HiddenField name="version" value={checked.version} />
          <HiddenField name="mark" value={checked.mark} />
          <SubmitButton label={text.checked.send(recipients.length)} />
        </form>
      )}
      <p class="button-row">
        <ButtonLink kind="quiet" href={inside(setting, path())} label={text.checked.back} />
      </p>
      <ButtonForm kind="quiet" action={inside(setting, path('/test'))} label={text.checked.test} />
      <p class="small">{text.checked.testHint(member.email)}</p>
    </MessagesFrame>
  )
}

/** How many read which text, and how many of them would rather have another language. */
function WhoGetsWhat({ visit, checked: { wish, found } }: { visit: Visit; checked: CheckedMessage }) {
  const text = messagesText[visit.setting.language]
  const readers = Map.groupBy(found.recipients, ({ language }) => textFor(wish.texts, language).language)
  const unconfirmed = found.recipients.filter((person) => !isProven(person)).length
  const others = (language: Language): number =>
    (readers.get(language) ?? []).filter((person: Enrollment) => person.language !== language).length
  return (
    <section>
      <h2>{text.checked.whoGetsWhat}</h2>
      <DataTable
        caption={text.checked.whoGetsWhat}
        captionHidden
        head={[
          text.checked.language,
          { label: text.checked.recipients, kind: 'figure' },
          { label: text.checked.others, kind: 'figure' },
        ]}
        rows={wish.texts.map(({ language }) => [
          text.inLanguage[language],
          readers.get(language)?.length ?? 0,
          others(language),
        ])}
      />
      {unconfirmed > 0 && <p>{text.checked.unconfirmed(unconfirmed)}</p>}
    </section>
  )
}

function LeftOut({ visit, found }: { visit: Visit; found: Recipients }) {
  const text = messagesText[visit.setting.language].checked
  const { erased, gone, unproven } = found
  const reasons = [
    ...(erased > 0 ? [text.erased(erased)] : []),
    ...(gone > 0 ? [text.gone(gone)] : []),
    ...(unproven > 0 ? [text.unproven(unproven)] : []),
  ]
  return (
    <section>
      <h2>{text.leftOut}</h2>
      {reasons.length === 0 ? (
        <p>{text.everybody}</p>
      ) : (
        <ul>
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

type PreviewProps = { visit: Visit; checked: CheckedMessage; text: MessageText }

/** How the recipients are greeted: by name, unless no address among them is confirmed. */
function greeted(
  { found, wish }: CheckedMessage,
  language: Language,
): { name: string; reason: MessageReason } {
  const { recipients } = found
  if (recipients.length > 0 && !recipients.some(isProven)) return { name: '', reason: 'unproven' }
  const { name } = messagesText[language].checked
  return { name, reason: wish.audience.group === 'cancelled' ? 'cancelled' : 'enrolled' }
}

/** The letter in one language, as most of its readers see it. */
function Preview({ visit, checked, text }: PreviewProps) {
  const { seminar, wish, files, acknowledgements } = checked
  const words = messagesText[visit.setting.language]
  const { language } = text
  const letter = messageLetter({
    seminar,
    text,
    ...greeted(checked, language),
    link: wish.withButton ? visit.world.origin : '',
    acknowledgement: acknowledgements[language],
    files,
  })
  return (
    <section>
      <h2>{words.checked.preview(words.inLanguage[language])}</h2>
      <LetterText visit={visit} letter={letter} />
    </section>
  )
}

/** What a letter says, without its look. */
export function LetterText({
  visit,
  letter,
}: {
  visit: Visit
  letter: Pick<Letter, 'subject' | 'blocks' | 'language'>
}) {
  const { button } = messagesText[visit.setting.language].checked
  return (
    <blockquote class="letter-words" lang={letter.language}>
      <p class="strong">{letter.subject}</p>
      {letter.blocks
        .flatMap((block) => linesOf(block, button))
        .map((paragraph) => (
          <p>
            {paragraph.split('\n').map((line, i) => (
              <>
                {i > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        ))}
    </blockquote>
  )
}

function linesOf(block: Block, button: (label: string) => string): string[] {
  switch (block.is) {
    case 'facts':
      return block.rows.map((row) => row.join(': '))
    case 'button':
      return [button(block.label)]
    default:
      return block.text.split(/\n{2,}/)
  }
}
