import type { HoldBack } from '../../../functions/certificate/hold-back.ts'
import type { PreviewRow } from '../../../functions/certificate/preview.ts'
import type { Outcome } from '../../../functions/certificate/trainers-word.table.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { type Language, textIn } from '../../../functions/kernel/language.ts'
import { conditionsOf, type Seminar, type Session } from '../../../functions/seminar/seminar.ts'
import { ButtonForm } from '../../parts/form.tsx'
import { Badge, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { certificatePreviewText } from '../../text/certificate-preview.ts'
import { conditionsText } from '../../text/conditions.ts'
import { trainersWordText } from '../../text/trainers-word.ts'
import { listPath } from '../attendance/attendance-list.ts'
import { Figures } from '../figures.tsx'
import { OfficePage } from '../office-page.tsx'
import { shortDate, shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { previewPath, wordsPath } from './preview-path.ts'
import { missedWords, outcomeWord, shareOf, toneOfOutcome } from './row-words.ts'

type PreviewPageProps = {
  visit: Visit
  seminar: Seminar
  rows: readonly PreviewRow[]
  /** Sessions that are over and whose list two people have not confirmed. */
  openLists: readonly Session[]
  held: HoldBack | null | undefined
  done?: string | undefined
}

/** Who would get which certificate if the seminar were completed now, and what somebody should look at before. */
export function PreviewPage({ visit, seminar, rows, openLists, held, done }: PreviewPageProps) {
  const { setting } = visit
  const text = certificatePreviewText[setting.language]
  const count = (wanted: Outcome) => rows.filter(({ outcome }) => outcome === wanted).length
  const words = trainersWordText[setting.language]
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
          ...(seminar.trainersWord ? [[words.waits, count('waits')] satisfies [string, number]] : []),
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
      {seminar.trainersWord && (
        <p>
          <a href={inside(setting, wordsPath(seminar.id))}>{words.link}</a>
        </p>
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
        rows={rows.map((row) => [
          fullName(row.person),
          text.ofPlanned(row.entitlement.attendedMinutes, row.entitlement.plannedMinutes),
          shareOf(row.entitlement, setting.language),
          <Badge tone={toneOfOutcome[row.outcome]}>{outcomeWord(row.outcome, setting.language)}</Badge>,
          whyOf(visit, seminar, row).join(' ') || '–',
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

/** What is missing to a certificate, and what somebody should look at before. */
function whyOf(visit: Visit, seminar: Seminar, row: PreviewRow): string[] {
  const { language } = visit.setting
  const { why } = trainersWordText[language]
  const awaits = row.word && row.word !== 'yes' && row.entitlement.grade !== 'none'
  return [
    missedWords(visit, seminar, row),
    awaits ? why[row.word as 'open' | 'no'] : '',
    ...row.doubts.map((doubt) => certificatePreviewText[language].doubts[doubt]),
  ].filter((words) => words !== '')
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
