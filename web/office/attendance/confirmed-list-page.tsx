import type { ListRefusal } from '../../../functions/attendance/list/confirm-list.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import { sessionMinutes, teachingUnits } from '../../../functions/seminar/seminar.ts'
import { Span } from '../../parts/dates.tsx'
import { FactList, Notice } from '../../parts/notice.tsx'
import { DataTable } from '../../parts/table.tsx'
import { confirmedListText } from '../../text/confirmed-list.ts'
import { officeText } from '../../text/office.ts'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'
import { attendancePath, listPath } from './attendance-list.ts'
import { ListDoings, ListEntries } from './confirmed-list-panel.tsx'
import type { ShownList } from './list-standing.ts'

type Props = {
  visit: Visit
  list: ShownList
  refusal?: ListRefusal['code'] | undefined
  done?: string | undefined
}

/** The list as a funder wants it: the head, everybody who was expected, who stands for it; it prints as it is. */
export function ConfirmedListPage({ visit, list, refusal, done }: Props) {
  const { setting } = visit
  const { seminar, session } = list
  const text = confirmedListText[setting.language]
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.title}
      done={done}
      path={listPath(seminar.id, session.id)}
      back={{
        path: attendancePath(seminar.id, session.id),
        label: textIn(seminar.title, setting.language),
      }}
      wide
    >
      {refusal && (
        <Notice tone="bad" title={officeText[setting.language].refusedTitle} announce>
          <p>{text.refusals[refusal]}</p>
        </Notice>
      )}
      <Head visit={visit} list={list} />
      <p>
        <strong>{text.states[list.state]}</strong>
      </p>
      {list.stale && (
        <Notice tone="warning">
          <p>{text.stale}</p>
        </Notice>
      )}
      <ListRows visit={visit} list={list} />
      <ListDoings visit={visit} list={list} />
      <ListEntries visit={visit} list={list} />
      <p class="small not-printed">{text.print}</p>
    </OfficePage>
  )
}

/** What a funder asks for above the rows. */
function Head({ visit, list }: { visit: Visit; list: ShownList }) {
  const { setting, programme } = visit
  const { language } = setting
  const { seminar, session } = list
  const text = confirmedListText[language]
  const phase = programme.phases.find(({ id }) => id === seminar.phaseId)
  const minutes = sessionMinutes(session)
  return (
    <>
      <FactList
        facts={[
          ...(phase
            ? ([
                [text.head.funder, phase.funder],
                [text.head.project, `${phase.title} (${phase.grantNumber})`],
              ] as const)
            : []),
          [text.head.seminar, textIn(seminar.title, language)],
          [
            text.head.date,
            <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />,
          ],
          [text.head.duration, text.length(minutes, unitsIn(minutes, language))],
          [text.head.trainer, seminar.trainer || '–'],
          [text.head.format, text.formats[session.place.kind === 'onsite' ? 'onsite' : 'online']],
        ]}
      />
      {phase && <p class="small">{textIn(phase.acknowledgement, language)}</p>}
    </>
  )
}

const unitsIn = (minutes: number, language: string): string => teachingUnits(minutes).toLocaleString(language)

/** Everybody who was expected, also who did not come. */
function ListRows({ visit, list }: { visit: Visit; list: ShownList }) {
  const { setting, programme } = visit
  const text = confirmedListText[setting.language]
  const { columns } = text
  const came = list.shown.filter(({ row }) => row.minutes > 0).length
  const placeOf = (associationId: string) =>
    programme.associations.find(({ id }) => id === associationId)?.place || '–'
  return (
    <>
      <p>{text.counts(came, list.shown.length - came)}</p>
      <DataTable
        caption={text.title}
        captionHidden
        head={[
          { label: columns.number, kind: 'figure' },
          columns.lastName,
          columns.firstName,
          columns.association,
          columns.place,
          { label: columns.minutes, kind: 'figure' },
          { label: columns.units, kind: 'figure' },
          columns.presence,
        ]}
        rows={list.shown.map(({ row, person, before, known }, i) => [
          i + 1,
          person?.lastName || (person?.firstName ? '' : text.erased),
          person?.firstName ?? '',
          person?.association || '–',
          placeOf(person?.associationId ?? ''),
          <>
            {row.minutes}
            {before !== undefined && before !== row.minutes && ` ${text.insteadOf(before)}`}
            {before === row.minutes && known !== before && (
              <span class="small not-printed"> {text.cameLater(known)}</span>
            )}
          </>,
          unitsIn(row.minutes, setting.language),
          row.minutes > 0 ? text.was : text.wasNot,
        ])}
        empty={text.refusals.empty}
      />
    </>
  )
}
