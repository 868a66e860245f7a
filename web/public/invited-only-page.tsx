import { MessagePage } from '../parts/message-page.tsx'
import type { PageSetting } from '../parts/setting.ts'
import { enrollText } from '../text/enroll.ts'

/**
 * What everybody reads who comes to a closed seminar without a good invitation. It does not say what the seminar is
 * about: that too may be meant for those who are invited.
 */
export function InvitedOnlyPage({ setting }: { setting: PageSetting }) {
  const text = enrollText[setting.language].invitedOnly
  return (
    <MessagePage setting={setting} title={text.title}>
      <p class="lead">{text.lead}</p>
      <p>{text.invited}</p>
      <p>{text.enrolled}</p>
    </MessagePage>
  )
}
