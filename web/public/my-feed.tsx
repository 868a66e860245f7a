import { ButtonForm, HiddenField, SubmitButton } from '../parts/form.tsx'
import { MessagePage } from '../parts/message-page.tsx'
import { Notice, type Tone } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { calendarFeedText } from '../text/calendar-feed.ts'

type MakeProps = {
  /** Its path is the personal page's. */
  setting: PageSetting
  /** It travels in the form, so that sending it twice makes one link and one mail. */
  formId: string
}

/** The button that makes a feed link and has it mailed. */
function MakeFeed({ setting, formId }: MakeProps) {
  return (
    <form method="post" action={inside(setting, `${setting.path}/feed`)} class="button-form">
      <HiddenField name="form" value={formId} />
      <SubmitButton label={calendarFeedText[setting.language].mine.make} kind="quiet" />
    </form>
  )
}

/** On the personal page: what a subscription is, and the way to one. */
export function FeedBox({ setting, formId }: MakeProps) {
  const text = calendarFeedText[setting.language].mine
  return (
    <section class="panel" aria-labelledby="feed">
      <h2 id="feed">{text.title}</h2>
      <p>{text.text}</p>
      <p>{text.byMail}</p>
      <div class="button-row">
        <MakeFeed setting={setting} formId={formId} />
        <a href={inside(setting, `${setting.path}/feed`)}>{text.manage}</a>
      </div>
    </section>
  )
}

type FeedsProps = MakeProps & {
  /** When the links that are good were made, as people there read it. */
  made: readonly string[]
  news?: FeedNews | undefined
}

/** What became of a button. */
export type FeedNews = 'sent' | 'ended' | 'stale' | 'too-many-mails'

const toneOf: Record<FeedNews, Tone> = {
  sent: 'good',
  ended: 'good',
  stale: 'warning',
  'too-many-mails': 'bad',
}

/** The links that are good, and the buttons that make one and end all. */
export function FeedsPage({ setting, formId, made, news }: FeedsProps) {
  const { mine, page } = calendarFeedText[setting.language]
  return (
    <MessagePage setting={{ ...setting, path: `${setting.path}/feed` }} title={page.title}>
      {news && (
        <Notice tone={toneOf[news]} announce>
          <p>{page.news[news]}</p>
        </Notice>
      )}
      <p>{mine.text}</p>
      <p>{mine.byMail}</p>
      {news !== 'too-many-mails' && <MakeFeed setting={setting} formId={formId} />}
      <section class="panel" aria-labelledby="links">
        <h2 id="links">{page.links}</h2>
        {made.length === 0 ? (
          <p>{page.none}</p>
        ) : (
          <>
            <ul>
              {made.map((when) => (
                <li>{page.madeAt(when)}</li>
              ))}
            </ul>
            <p class="small">{page.most}</p>
            <EndFeeds setting={setting} />
          </>
        )}
      </section>
      <Back setting={setting} />
    </MessagePage>
  )
}

function EndFeeds({ setting }: { setting: PageSetting }) {
  const text = calendarFeedText[setting.language].page
  return (
    <>
      <p>{text.endText}</p>
      <ButtonForm action={inside(setting, `${setting.path}/feed/end`)} label={text.end} kind="danger" />
    </>
  )
}

function Back({ setting }: { setting: PageSetting }) {
  return (
    <p>
      <a href={inside(setting, setting.path)}>{calendarFeedText[setting.language].page.back}</a>
    </p>
  )
}
