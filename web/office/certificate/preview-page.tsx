import type { Entitlement, Grade } from '../../../functions/certificate/entitlement.ts'
import type { HoldBack } from '../../../functions/certificate/hold-back.ts'
import type { PreviewRow } from '../../../functions/certificate/preview.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { type Language, textIn } from '../../../functions/kernel/language.ts'
import { conditionsOf, type Seminar, type Session } from '../../../functions/seminar/seminar.ts'
import { ButtonForm } from '../../parts/form.tsx'
import { Badge, Notice, type Tone } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { certificatePreviewText } from '../../text/certificate-preview.ts'
import { conditionsText } from '../../text/conditions.ts'
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
      <ConditionList seminar={seminar} language={setting.language} />
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
          [missedWords(visit, seminar, entitlement), ...doubts.map((doubt) => text.doubts[doubt])]
            .filter(Boolean)
            .join(' ') || '–',
        ])}
        empty={text.nobody}
      />
    </OfficePage>
  )
}

/** What it takes besides. */
function ConditionList({ seminar, language }: { seminar: Seminar; language: Language }) {
  const rules = conditionsOf(seminar).map((name) => conditionsText[language].rules[name])
  return rules.length > 0 ? <p>{`${conditionsText[language].besides} ${rules.join('; ')}.`}</p> : null
}

/** The sessions that are over and were missed, by their number; of what is still to come nobody can say it. */
function missedWords({ setting, now }: Visit, seminar: Seminar, { missed }: Entitlement): string {
  const numbers = seminar.sessions.flatMap(({ id, end }, i) =>
    missed.includes(id) && end <= now ? [String(i + 1)] : [],
  )
  return numbers.length > 0 ? conditionsText[setting.language].missed(numbers.join(', ')) : ''
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
