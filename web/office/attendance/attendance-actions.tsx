import { ButtonLink } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { confirmedListText } from '../../text/confirmed-list.ts'
import { officeSeminarText } from '../../text/office.ts'
import type { Visit } from '../visit.ts'
import { type AttendanceList, attendancePath, listPath } from './attendance-list.ts'

/** The way to the other people of a long list. */
export function AttendancePages({ visit, list }: { visit: Visit; list: AttendanceList }) {
  if (list.pages === 1) return null
  const text = officeSeminarText[visit.setting.language].attendance
  const { seminar, session } = list
  return (
    <nav aria-label={text.pages}>
      <ul class="button-row">
        {Array.from({ length: list.pages }, (_, i) => i + 1).map((page) => (
          <li>
            <a
              href={inside(visit.setting, attendancePath(seminar.id, session.id, page))}
              aria-current={page === list.page ? 'page' : undefined}
            >
              {text.page(page)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The way to the list that two people confirm; once they have, it is said why nothing can be written here. */
export function ListLink({ visit: { setting }, list }: { visit: Visit; list: AttendanceList }) {
  const text = confirmedListText[setting.language]
  return (
    <>
      {list.settled && (
        <Notice>
          <p>{text.lockedNotice}</p>
        </Notice>
      )}
      <p>
        <ButtonLink
          kind="quiet"
          href={inside(setting, listPath(list.seminar.id, list.session.id))}
          label={list.settled ? text.toList : text.confirm}
        />
      </p>
    </>
  )
}
