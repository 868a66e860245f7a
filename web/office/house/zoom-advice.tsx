import type { MeetingServer } from '../../../functions/session/meeting/meeting-server.ts'
import { zoomNoticeAddress } from '../../../functions/session/meeting/zoom-calls.ts'
import { zoomScopes } from '../../../functions/session/meeting/zoom-scopes.ts'
import { meetingServersText } from '../../text/meeting-servers.ts'
import type { Visit } from '../visit.ts'

type ZoomAdviceProps = {
  visit: Visit
  /** Absent for a new one, which has no address for notices yet. */
  server: MeetingServer | undefined
}

/** What an administrator must enter at Zoom, to be copied: the rights of the app, and where Zoom tells what happens. */
export function ZoomAdvice({ visit, server }: ZoomAdviceProps) {
  const text = meetingServersText[visit.setting.language]
  return (
    <>
      <details>
        <summary>{text.scopes}</summary>
        <ul>
          {zoomScopes.map((scope) => (
            <li>
              <code>{scope}</code>
            </li>
          ))}
        </ul>
      </details>
      {server && (
        <p>
          {text.webhookAddress} <code>{zoomNoticeAddress(visit.world.origin, server.id)}</code>
        </p>
      )}
    </>
  )
}
