import { FeedWays } from '../parts/feed-ways.tsx'
import { ButtonForm, HiddenField, SubmitButton } from '../parts/form.tsx'
import { MessagePage } from '../parts/message-page.tsx'
import { Notice } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { calendarFeedText } from '../text/calendar-feed.ts'

type MakeProps = {
  /** Its path is the personal page's. */
  setting: PageSetting
  /** What the link will be made of; it travels in the form, so that sending it twice makes one link. */
  secret: string
}

/** The button that makes a feed link. */
function MakeFeed({ setting, secret }: MakeProps) {
  return (
    <form method="post" action={inside(setting, `${setting.path}/feed`)} class="button-form">
      <HiddenField name="secret" value={secret} />
      <SubmitButton label={calendarFeedText[setting.language].mine.make} kind="quiet" />
    </form>
  )
}

/** On the personal page: what a subscription is, and the way to one. */
export function FeedBox({ setting, secret }: MakeProps) {
  const text = calendarFeedText[setting.language].mine
  return (
    <section class="panel" aria-labelledby="feed">
      <h2 id="feed">{text.title}</h2>
      <p>{text.text}</p>
      <div class="button-row">
        <MakeFeed setting={setting} secret={secret} />
        <a href={inside(setting, `${setting.path}/feed`)}>{text.manage}</a>
      </div>
    </section>
  )
}

type FeedsProps = MakeProps & {
  /** When the links that are good were made, as people there read it. */
  made: readonly string[]
  news?: 'ended' | 'stale' | undefined
}

/** The links that are good, and the buttons that make one and end all. */
export function FeedsPage({ setting, secret, made, news }: FeedsProps) {
  const { mine, page } = calendarFeedText[setting.language]
  return (
    <MessagePage setting={{ ...setting, path: `${setting.path}/feed` }} title={page.title}>
      {news && (
        <Notice tone={news === 'ended' ? 'good' : 'warning'} announce>
          <p>{page[news]}</p>
        </Notice>
      )}
      <p>{mine.text}</p>
      <MakeFeed setting={setting} secret={secret} />
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

/** Shows a feed link to whoever just made it. */
export function FeedPage(props: { setting: PageSetting; address: string; secret: string }) {
  const { setting, address, secret } = props
  const { page, ways } = calendarFeedText[setting.language]
  return (
    <MessagePage setting={{ ...setting, path: `${setting.path}/feed/${secret}` }} title={page.title}>
      <Notice tone="good" announce>
        <p>{page.ready}</p>
      </Notice>
      <FeedWays setting={setting} address={address} slow={ways.slow} />
      <p>{page.secret}</p>
      <p>
        <a href={inside(setting, `${setting.path}/feed`)}>{calendarFeedText[setting.language].mine.manage}</a>
      </p>
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
