import { inside } from '../parts/setting.ts'
import { officeSeminarText } from '../text/office.ts'
import { type AttendanceList, attendancePath } from './attendance-list.ts'
import type { Visit } from './visit.ts'

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
