import type { Seminar } from '../../functions/seminar/seminar.ts'
import { ButtonForm } from '../parts/form.tsx'
import { MessagePage } from '../parts/message-page.tsx'
import { Notice } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { calendarFeedText } from '../text/calendar-feed.ts'
import { myMoreText } from '../text/my-more.ts'
import { OpenSeminars } from './my-more.tsx'

/** On all of these the setting's path is the personal page's. */
const at = (setting: PageSetting, page: string): PageSetting => ({
  ...setting,
  path: `${setting.path}/${page}`,
})

function Back({ setting }: { setting: PageSetting }) {
  return (
    <p>
      <a href={inside(setting, setting.path)}>{myMoreText[setting.language].details.back}</a>
    </p>
  )
}

/** Explains what a new link does, and sends it at the press of a button. */
export function RenewPage({ setting, refused }: { setting: PageSetting; refused: boolean }) {
  const text = myMoreText[setting.language].more
  return (
    <MessagePage setting={at(setting, 'renew')} title={text.linkOpen}>
      {refused && (
        <Notice tone="bad" announce>
          <p>{text.tooManyMails}</p>
        </Notice>
      )}
      <p>{text.linkText}</p>
      <p>{calendarFeedText[setting.language].renewEnds}</p>
      {!refused && <ButtonForm action={inside(setting, `${setting.path}/renew`)} label={text.link} />}
      <Back setting={setting} />
    </MessagePage>
  )
}

/** The other seminars, with forms that are filled in. */
export function MorePage(props: { setting: PageSetting; seminars: readonly Seminar[]; token: string }) {
  const { setting, seminars, token } = props
  return (
    <MessagePage setting={at(setting, 'more')} title={myMoreText[setting.language].seminars.title}>
      <h2 class="unseen">{myMoreText[setting.language].overview.coming}</h2>
      <OpenSeminars setting={setting} seminars={seminars} token={token} />
      <Back setting={setting} />
    </MessagePage>
  )
}

/** Why details can no longer be changed. */
export function DetailsOverPage({ setting }: { setting: PageSetting }) {
  const text = myMoreText[setting.language].details
  return (
    <MessagePage setting={at(setting, 'change')} title={text.title}>
      <p>{text.over}</p>
      <Back setting={setting} />
    </MessagePage>
  )
}
