import { FeedWays } from '../parts/feed-ways.tsx'
import type { PageSetting } from '../parts/setting.ts'
import { calendarFeedText } from '../text/calendar-feed.ts'

/** Under the catalog: all its dates as a calendar to subscribe to, in the reader's language. */
export function CatalogFeed({ setting, origin }: { setting: PageSetting; origin: string }) {
  const text = calendarFeedText[setting.language].catalog
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{text.title}</h2>
      <p>{text.text}</p>
      <FeedWays
        setting={setting}
        address={`${origin}/calendar.ics?lang=${setting.language}`}
        slow={text.slow}
      />
    </section>
  )
}
