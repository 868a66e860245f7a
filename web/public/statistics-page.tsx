import {
  regionOf,
  type StatisticsTopic,
  statisticsTopics,
} from '../../functions/enrollment/statistics/statistics.ts'
import { type Language, textIn } from '../../functions/kernel/language.ts'
import { isPublic, type Seminar } from '../../functions/seminar/seminar.ts'
import {
  ButtonLink,
  ErrorSummary,
  type FieldErrors,
  HiddenField,
  Select,
  SubmitButton,
} from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { MessagePage } from '../parts/message-page.tsx'
import { Notice } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { cellWords, statisticsText } from '../text/statistics.ts'

/** Where the statistics of a seminar are filled in. */
export const statisticsPath = ({ slug }: Pick<Seminar, 'slug'>): string => `/seminars/${slug}/statistics`

type StatisticsProps = {
  setting: PageSetting
  seminar: Seminar
  cells: Record<StatisticsTopic, string[]>
  values: Record<StatisticsTopic, string>
  wrong: readonly StatisticsTopic[]
  token: string
  notice?: 'stale' | 'unsure' | 'busy' | undefined
}

const formName = 'statistics'

/** Four questions that are counted and never stored; it says what for. */
export function StatisticsPage(props: StatisticsProps) {
  const { setting, seminar, cells, values, wrong, token, notice } = props
  const { language } = setting
  const text = statisticsText[language]
  const errors: FieldErrors = Object.fromEntries(wrong.map((topic) => [topic, text.choose]))
  return (
    <Page setting={setting} title={text.title} form={formName}>
      {isPublic(seminar) && (
        <p class="back">
          <a href={inside(setting, `/seminars/${seminar.slug}`)}>{text.back}</a>
        </p>
      )}
      <h1>{text.title}</h1>
      <SeminarTitle seminar={seminar} setting={setting} />
      <FormNotice notice={notice} language={language} />
      <ErrorSummary title={text.wrongTitle} errors={errors} fields={text.topics} />
      <p>{text.what}</p>
      <p class="strong">{text.apart}</p>
      <p>{text.voluntary}</p>
      <form
        method="post"
        action={inside(setting, statisticsPath(seminar))}
        novalidate
        class="form"
        id={formName}
      >
        <HiddenField name="form" value={token} />
        {statisticsTopics.map((topic) => (
          <Select
            name={topic}
            label={text.topics[topic]}
            value={values[topic]}
            error={errors[topic]}
            options={cells[topic].map((cell) => ({
              value: cell,
              label: cellWords(cell, regionOf(cell), language),
            }))}
          />
        ))}
        <SubmitButton label={text.send} />
      </form>
    </Page>
  )
}

/** Who guesses the address of a closed seminar does not learn its name. */
function SeminarTitle({ seminar, setting }: { seminar: Seminar; setting: PageSetting }) {
  return isPublic(seminar) ? <p class="lead">{textIn(seminar.title, setting.language)}</p> : null
}

function FormNotice({ notice, language }: { notice: StatisticsProps['notice']; language: Language }) {
  const text = statisticsText[language]
  if (!notice) return null
  return notice === 'stale' ? (
    <Notice tone="warning" announce>
      <p>{text.stale}</p>
    </Notice>
  ) : (
    <Notice tone="bad" announce title={text[notice].title}>
      <p>{text[notice].text}</p>
    </Notice>
  )
}

type MessageProps = { setting: PageSetting; seminar: Seminar; says: { title: string; text: string } }

/** That it was counted, or why not. */
export function StatisticsMessagePage({ setting, seminar, says }: MessageProps) {
  return (
    <MessagePage setting={setting} title={says.title}>
      <SeminarTitle seminar={seminar} setting={setting} />
      <p>{says.text}</p>
      {isPublic(seminar) && (
        <p>
          <ButtonLink
            kind="quiet"
            href={inside(setting, `/seminars/${seminar.slug}`)}
            label={statisticsText[setting.language].back}
          />
        </p>
      )}
    </MessagePage>
  )
}

/** The request to fill them in, on the page that follows the form. */
export function StatisticsInvitation({ setting, seminar }: Omit<MessageProps, 'says'>) {
  const { invite } = statisticsText[setting.language]
  return (
    <Notice tone="info">
      <p>{invite.text}</p>
      <p>
        <a href={inside(setting, statisticsPath(seminar))}>{invite.link}</a>
      </p>
    </Notice>
  )
}
