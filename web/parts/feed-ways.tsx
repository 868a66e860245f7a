import { calendarFeedText } from '../text/calendar-feed.ts'
import { ButtonLink } from './form.tsx'
import { FactList } from './notice.tsx'
import type { PageSetting } from './setting.ts'

/** How an address gets into a calendar: by one press where the device knows `webcal`, otherwise by hand. */
export function FeedWays({
  setting,
  address,
  slow,
}: {
  setting: PageSetting
  address: string
  slow: string
}) {
  const text = calendarFeedText[setting.language].ways
  return (
    <>
      <p>
        <ButtonLink kind="quiet" href={address.replace(/^https?:/, 'webcal:')} label={text.open} />
      </p>
      <p>{text.address}</p>
      <p class="wrap">
        <code>{address}</code>
      </p>
      <details>
        <summary>{text.howTo}</summary>
        <FactList facts={Object.entries(text.steps)} />
        <p class="small">{slow}</p>
      </details>
    </>
  )
}
