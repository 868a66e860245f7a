import { FeedWays } from '../parts/feed-ways.tsx'
import { SubmitButton } from '../parts/form.tsx'
import { MessagePage } from '../parts/message-page.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { calendarFeedText } from '../text/calendar-feed.ts'
import { myMoreText } from '../text/my-more.ts'

/** What the buttons of the page end. */
export const feedsToEnd = ['this', 'all'] as const

/** Behind the link in the mail: how the feed gets into a calendar, and the buttons that end it. */
export function AddFeedPage(props: { setting: PageSetting; address: string; secret: string }) {
  const { setting, address, secret } = props
  const { mine, page, add, ways } = calendarFeedText[setting.language]
  return (
    <MessagePage setting={setting} title={add.title}>
      <p>{mine.text}</p>
      <FeedWays setting={setting} address={address} slow={ways.slow} />
      <p>{page.secret}</p>
      <section class="panel" aria-labelledby="end">
        <h2 id="end">{add.endTitle}</h2>
        <p>{page.endText}</p>
        {/* The page that follows no longer knows whose link it was, so it is told the language. */}
        <form method="post" action={inside({ ...setting, chosen: true }, `/calendar/${secret}/end`)}>
          <div class="button-row">
            <SubmitButton name="which" value="this" label={add.endThis} kind="danger" />
            <SubmitButton name="which" value="all" label={page.end} kind="danger" />
          </div>
        </form>
      </section>
    </MessagePage>
  )
}

/** After a link was ended from its own page, which is gone by now; it says only what is true of any such link. */
export function FeedEndedPage({ setting }: { setting: PageSetting }) {
  const { add } = calendarFeedText[setting.language]
  return (
    <MessagePage setting={setting} title={add.endedTitle}>
      <p class="lead">{add.ended}</p>
      <p>{add.again}</p>
      <p>
        <a href={inside(setting, '/my')}>{myMoreText[setting.language].find.title}</a>
      </p>
    </MessagePage>
  )
}
