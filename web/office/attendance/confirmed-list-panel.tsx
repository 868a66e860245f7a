import { mayConfirm } from '../../../functions/attendance/list/confirm-list.ts'
import type { ListEntry, ListRow } from '../../../functions/attendance/list/confirmed-list.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import type { Language } from '../../../functions/kernel/language.ts'
import { ButtonLink, HiddenField, SubmitButton } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { confirmedListText } from '../../text/confirmed-list.ts'
import { officeText } from '../../text/office.ts'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { listPath } from './attendance-list.ts'
import { type ShownList, trainersTurnEnds } from './list-standing.ts'

type Props = { visit: Visit; list: ShownList }

/** The buttons that this person may press at this moment, or whose turn it is instead. */
export function ListDoings({ visit, list }: Props) {
  const { setting, member, now } = visit
  const { pending, settled, stale, signsAs } = list
  const text = confirmedListText[setting.language]
  const closed = mayConfirm(list, now)
  if (closed) return <p>{text.refusals[closed]}</p>
  if (list.broken !== undefined) return null
  const path = listPath(list.seminar.id, list.session.id)
  const proposed = pending?.by.mailbox === member.email
  const asksFirst = list.shown.length > 0 && (list.state === 'open' || stale)
  const button = (verb: string, label: string, kind: 'primary' | 'quiet' = 'primary') => (
    <form method="post" action={inside(setting, `${path}/${verb}`)} class="button-form">
      <HiddenField name="entry" value={String(list.seen.entry)} />
      <HiddenField name="print" value={list.seen.print} />
      <SubmitButton label={label} kind={kind} />
    </form>
  )
  return (
    <div class="not-printed">
      {asksFirst && (signsAs ? <p>{text.confirmMeans}</p> : <WaitsForFirst {...{ visit, list }} />)}
      {pending && !stale && <p>{proposed ? text.needsSecond : text.counterMeans}</p>}
      <div class="button-row">
        {asksFirst && signsAs && button('confirm', text.confirm)}
        {pending && !stale && !proposed && button('counter-confirm', text.counterConfirm)}
        {pending && (proposed || member.role !== 'trainer') && button('withdraw', text.withdraw, 'quiet')}
        {settled && (
          <ButtonLink kind="quiet" href={inside(setting, `${path}/correct`)} label={text.correct} />
        )}
      </div>
    </div>
  )
}

function WaitsForFirst({ visit, list }: Props) {
  const { language } = visit.setting
  const text = confirmedListText[language]
  const ends = shortDateTime(trainersTurnEnds(list.session), language, list.seminar.zone)
  return (
    <>
      <p>{list.stale ? text.needsNewConfirmation : text.waitsForTrainer}</p>
      <p class="hint">{text.inPlaceFrom(ends)}</p>
    </>
  )
}

/** Each entry with who stands for it; corrections with what they change. */
export function ListEntries({ visit, list }: Props) {
  const { setting } = visit
  const { entries } = list
  const text = confirmedListText[setting.language]
  if (entries.length === 0) return null
  return (
    <>
      <h2>{text.history}</h2>
      <DataTable
        caption={text.history}
        captionHidden
        head={[text.what, text.who, text.when, text.people]}
        rows={entries.map((entry) => [
          text.kinds[entry.kind],
          signerWords(entry, setting.language),
          shortDateTime(entry.at, setting.language, list.seminar.zone),
          <Said visit={visit} list={list} entry={entry} />,
        ])}
      />
      {list.broken === undefined ? (
        <p class="small">{text.intact}</p>
      ) : (
        <Notice tone="bad">
          <p>{text.broken(list.broken)}</p>
        </Notice>
      )}
      <p class="small wrap">
        {text.lastHash}: <code>{entries.at(-1)?.hash}</code>
      </p>
    </>
  )
}

/** `Cem Yıldız (Koordination, anstelle der Referentin oder des Referenten)` */
function signerWords({ by }: ListEntry, language: Language): string {
  const words = confirmedListText[language].signers
  const role = officeText[language].roles[by.role]
  if (by.as === 'trainer') return `${by.name} (${words.trainer})`
  return `${by.name} (${by.as ? `${role}, ${words[by.as]}` : role})`
}

function Said({ visit, list, entry }: Props & { entry: ListEntry }) {
  const text = confirmedListText[visit.setting.language]
  if (!('rows' in entry)) return <>–</>
  const came = entry.rows.filter(({ minutes }) => minutes > 0).length
  const counts = text.counts(came, entry.rows.length - came)
  if (entry.kind !== 'corrected') return <>{counts}</>
  const before = claimBefore(list.entries, entry)
  return (
    <>
      {counts}
      <ul>
        {entry.rows
          .filter(({ enrollmentId, minutes }) => before.get(enrollmentId) !== minutes)
          .map(({ enrollmentId, minutes }) => {
            const person = list.everybody.get(enrollmentId)
            const name = (person && fullName(person)) || text.erased
            return <li>{text.changed(name, before.get(enrollmentId) ?? 0, minutes)}</li>
          })}
        <li>
          {text.reason}: {entry.reason}
        </li>
      </ul>
    </>
  )
}

/** The minutes that a correction started from: those of the correction that waited then, else those that counted. */
function claimBefore(entries: readonly ListEntry[], entry: ListEntry): Map<string, number> {
  let settled: readonly ListRow[] = []
  let pending: readonly ListRow[] | undefined
  for (const one of entries.slice(0, entry.number - 1)) {
    if (one.kind === 'counter-confirmed') settled = pending ?? settled
    pending = 'rows' in one ? one.rows : undefined
  }
  return new Map((pending ?? settled).map((row) => [row.enrollmentId, row.minutes]))
}
