import { may } from '../../../functions/staff/staff.ts'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { mailLogText } from '../../text/mail-log.ts'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'

/** Stands on every page of the office while no mail goes out. */
export function PausedNotice({ visit }: { visit: Visit }) {
  const { setting, pausedSince, member } = visit
  if (pausedSince === null) return null
  const text = mailLogText[setting.language].sending
  return (
    <Notice tone="bad" title={text.pausedTitle}>
      <p>{text.pausedSince(shortDateTime(pausedSince, setting.language))}</p>
      {may(member.role, 'see-mails') && (
        <p>
          <a href={inside(setting, '/office/mails')}>{text.toMails}</a>
        </p>
      )}
    </Notice>
  )
}
