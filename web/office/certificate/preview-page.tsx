import type { Grade } from '../../../functions/certificate/entitlement.ts'
import type { HoldBack } from '../../../functions/certificate/hold-back.ts'
import type { PreviewRow } from '../../../functions/certificate/preview.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { ButtonForm } from '../../parts/form.tsx'
import { Badge, Notice, type Tone } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { certificatePreviewText } from '../../text/certificate-preview.ts'
import { listPath } from '../attendance/attendance-list.ts'
import { Figures } from '../figures.tsx'
import { OfficePage } from '../office-page.tsx'
import { shortDate, shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { previewPath } from './preview-path.ts'

type PreviewPageProps = {
  visit: Visit
  seminar: Seminar
  rows: readonly PreviewRow[]
  /** Sessions that are over and whose list two people have not confirmed. */
  openLists: readonly Session[]
  held: HoldBack | null | undefined
  done?: string | undefined
}

const toneOf: Record<Grade, Tone | 'plain'> = { full: 'good', reduced: 'info', none: 'plain' }

/** Who would get which certificate if the seminar were completed now, and what somebody should look at before. */
export function PreviewPage({ visit, seminar, rows, openLists, held, done }: PreviewPageProps) {
  const { setting } = visit
  const text = certificatePreviewText[setting.language]
  const count = (grade: Grade) => rows.filter(({ entitlement }) => entitlement.grade === grade).length
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.title}
      path={previewPath(seminar.id)}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }}
      done={done}
      wide
    >
      <p>{text.lead(seminar.threshold, seminar.reducedThreshold)}</p>
      <Figures
        figures={[
          [text.figures.full, count('full')],
          [text.figures.reduced, count('reduced')],
          [text.figures.none, count('none')],
          [text.figures.doubtful, rows.filter(({ doubts }) => doubts.length > 0).length],
        ]}
      />
      {openLists.length > 0 && (
        <Notice tone="warning">
          <p>{text.openLists}</p>
          <ul>
            {openLists.map(({ id, start }) => (
              <li>
                <a href={inside(setting, listPath(seminar.id, id))}>
                  {text.openList(shortDate(start, setting.language, seminar.zone))}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Holding {...{ visit, seminar, held }} />
      <DataTable
        caption={text.title}
        captionHidden
        head={[
          text.person,
          { label: text.minutes, kind: 'figure' },
          { label: text.share, kind: 'figure' },
          text.certificate,
          text.why,
        ]}
        rows={rows.map(({ person, entitlement, doubts }) => [
          fullName(person),
          text.ofPlanned(entitlement.attendedMinutes, entitlement.plannedMinutes),
          shareOf(entitlement, setting.language),
          <Badge tone={toneOf[entitlement.grade]}>{text.grades[entitlement.grade]}</Badge>,
          doubts.map((doubt) => text.doubts[doubt]).join(' ') || '–',
        ])}
        empty={text.nobody}
      />
    </OfficePage>
  )
}

/** One button that keeps everything back, and one that lets it go. */
function Holding({ visit, seminar, held }: Pick<PreviewPageProps, 'visit' | 'seminar' | 'held'>) {
  const { setting } = visit
  const text = certificatePreviewText[setting.language]
  const path = previewPath(seminar.id)
  if (held)
    return (
      <Notice tone="warning">
        <p>{text.heldSince(shortDateTime(held.since, setting.language, seminar.zone), held.by)}</p>
        <ButtonForm action={inside(setting, `${path}/release`)} label={text.release} />
      </Notice>
    )
  return (
    <>
      <p>{text.holdBackMeans}</p>
      <ButtonForm kind="quiet" action={inside(setting, `${path}/hold-back`)} label={text.holdBack} />
    </>
  )
}

/** Rounded down, so that 79.9 % does not read as the 80 % that it is not. */
const shareOf = ({ attendedMinutes, plannedMinutes }: PreviewRow['entitlement'], language: string): string =>
  plannedMinutes === 0
    ? '–'
    : new Intl.NumberFormat(language, { style: 'percent' }).format(
        Math.floor((attendedMinutes * 100) / plannedMinutes) / 100,
      )
