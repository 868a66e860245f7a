import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { Notice } from '../../parts/notice.tsx'
import { invitationsText } from '../../text/invitations.ts'
import type { Visit } from '../visit.ts'
import { InvitationsFrame } from './invitations-page.tsx'

/** Shows a link this one time; the house keeps only its fingerprint. */
export function InvitationLinkPage({
  visit,
  seminar,
  link,
}: {
  visit: Visit
  seminar: Seminar
  link: string
}) {
  const text = invitationsText[visit.setting.language].link
  return (
    <InvitationsFrame visit={visit} seminar={seminar} title={text.title}>
      <Notice tone="good" announce title={text.label}>
        <p class="wrap">
          <code>{link}</code>
        </p>
      </Notice>
      <p>{text.copy}</p>
    </InvitationsFrame>
  )
}
