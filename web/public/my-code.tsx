import type { Seminar, Session } from '../../functions/seminar/seminar.ts'
import { Span } from '../parts/dates.tsx'
import { ErrorSummary, Field, SubmitButton } from '../parts/form.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { attendanceCodeText } from '../text/attendance-code.ts'

/** Where a code of a session is typed. */
const codeField = (sessionId: string): string => `code-${sessionId}`

/** What somebody typed, and what is wrong with it. */
export type WrongCode = { sessionId: string; typed: string; words: string }

/** A session in which a code may have been shown, and whether one is that the person has not typed yet. */
export type CodeSession = { session: Session; isAsked: boolean }

type CodeBoxProps = {
  setting: PageSetting
  seminar: Seminar
  codes: readonly CodeSession[]
  wrong?: WrongCode | undefined
}

/** Where a person types the code that they saw in the session; folded up while none is asked for. */
export function CodeBox({ setting, seminar, codes, wrong }: CodeBoxProps) {
  const text = attendanceCodeText[setting.language].mine
  if (codes.length === 0) return null
  return (
    <>
      {codes.map(({ session, isAsked }) => (
        <details class="panel" open={isAsked || wrong?.sessionId === session.id}>
          <summary>{text.title}</summary>
          <CodeForm
            {...{ setting, seminar, session }}
            wrong={wrong?.sessionId === session.id ? wrong : undefined}
          />
        </details>
      ))}
    </>
  )
}

type CodeFormProps = Pick<CodeBoxProps, 'setting' | 'seminar' | 'wrong'> & { session: Session }

function CodeForm({ setting, seminar, session, wrong }: CodeFormProps) {
  const text = attendanceCodeText[setting.language].mine
  const name = codeField(session.id)
  return (
    <>
      <ErrorSummary
        title={text.errorsTitle}
        errors={wrong ? { [name]: wrong.words } : {}}
        fields={{ [name]: text.code }}
      />
      <p>{text.lead}</p>
      <p class="small">
        <Span start={session.start} end={session.end} zone={seminar.zone} language={setting.language} />
      </p>
      <form method="post" action={inside(setting, `${setting.path}/code/${session.id}`)} novalidate>
        <Field
          name={name}
          label={text.code}
          hint={text.hint}
          value={wrong?.typed}
          error={wrong?.words}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxlength={40}
          short
        />
        <SubmitButton label={text.send} />
      </form>
    </>
  )
}

/** The code that was typed, as it stands in the form. */
export const typedCode = (values: ReadonlyMap<string, string>, sessionId: string): string =>
  (values.get(codeField(sessionId)) ?? '').slice(0, 40).trim()
