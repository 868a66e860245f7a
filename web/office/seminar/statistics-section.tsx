import {
  regionOf,
  sheetsCounter,
  shownTotals,
  showsTotals,
  statisticsTopics,
} from '../../../functions/enrollment/statistics/statistics.ts'
import { DataTable } from '../../parts/table.tsx'
import { officeQuestionsText } from '../../text/office-questions.ts'
import { cellWords, statisticsText } from '../../text/statistics.ts'
import type { Visit } from '../visit.ts'
import type { Overview } from './overview.ts'

type Props = { visit: Visit; overview: Overview }

/** The totals that a funder asks for, as soon as they tell nothing about single people. */
export function StatisticsSection({ visit, overview }: Props) {
  const { seminar, asked } = overview
  const text = officeQuestionsText[visit.setting.language].statistics
  if (seminar.state === 'draft') return null
  return (
    <section>
      <h2>{text.title}</h2>
      {/* While people enroll, a figure that moves with a name that comes would tell whose it is. */}
      {showsTotals(seminar, visit.now) ? (
        <Totals visit={visit} overview={overview} />
      ) : (
        <p>
          {text.sheets(asked.statistics[sheetsCounter] ?? 0)} {text.later}
        </p>
      )}
    </section>
  )
}

function Totals({ visit, overview }: Props) {
  const { language } = visit.setting
  const text = officeQuestionsText[language].statistics
  const { topics } = statisticsText[language]
  const totals = shownTotals(overview.asked.statistics, visit.programme.associations)
  if (!totals) return <p>{text.tooFew}</p>
  return (
    <>
      <p>
        {text.total(totals.sheets)}. {text.rule}
      </p>
      {statisticsTopics.map((topic) => (
        <>
          <h3>{topics[topic]}</h3>
          <DataTable
            caption={topics[topic]}
            captionHidden
            head={[topics[topic], { label: text.count, kind: 'figure' }]}
            rows={totals.topics[topic].map(({ cell, count }) => [
              cellWords(cell, regionOf(cell), language),
              count ?? text.hidden,
            ])}
          />
        </>
      ))}
    </>
  )
}
