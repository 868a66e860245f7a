import type { AddressList } from '../../../functions/enrollment/invitation/address-list.ts'
import type { SortedAddresses } from '../../../functions/enrollment/invitation/invite-people.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { HiddenField, SubmitButton } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { isReadable } from '../../parts/readable-text.ts'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { invitationsText } from '../../text/invitations.ts'
import { Figures } from '../figures.tsx'
import type { Visit } from '../visit.ts'
import { AddressForm, type InvitationForms } from './invitation-forms.tsx'
import { InvitationsFrame } from './invitations-page.tsx'
import { invitationsPath } from './invitations-path.ts'

type CheckedProps = {
  visit: Visit
  seminar: Seminar
  list: AddressList
  sorted: SortedAddresses
  /** The whole list as it came, to be changed and checked again. */
  forms: InvitationForms
}

/** What was understood of a list, before anything is sent: who will be invited, who not, and why. */
export function CheckedListPage({ visit, seminar, list, sorted, forms }: CheckedProps) {
  const { setting } = visit
  const text = invitationsText[setting.language]
  const { checked } = text
  return (
    <InvitationsFrame visit={visit} seminar={seminar} title={checked.title}>
      <Notice tone="info" announce>
        <p>{checked.nothingYet}</p>
      </Notice>
      <Figures
        figures={[
          [checked.fresh, sorted.fresh.length],
          [checked.invited, sorted.invited.length],
          [checked.enrolled, sorted.enrolled.length],
          [checked.doubles, list.doubles.length],
          [checked.rejects, list.rejects.length],
        ]}
      />
      {sorted.fresh.length > 0 ? (
        <form
          class="form"
          method="post"
          enctype="multipart/form-data"
          action={inside(setting, invitationsPath(seminar.id, '/send'))}
        >
          <HiddenField name="addresses" value={sorted.fresh.join(' ')} />
          <HiddenField name="language" value={forms.values.get('language') ?? setting.language} />
          <details>
            <summary>{checked.fresh}</summary>
            <ul class="wrap">
              {sorted.fresh.map((address) => (
                <li>{address}</li>
              ))}
            </ul>
          </details>
          <SubmitButton label={checked.send(sorted.fresh.length)} />
        </form>
      ) : (
        <p class="strong">{checked.nobody}</p>
      )}
      <LeftOut visit={visit} list={list} sorted={sorted} />
      <details open={sorted.fresh.length === 0}>
        <summary>{checked.change}</summary>
        <AddressForm visit={visit} seminar={seminar} forms={forms} />
      </details>
    </InvitationsFrame>
  )
}

/** Cells of other people's files may be anything; the page shows the start of what can be shown. */
const shown = (text: string): string => (isReadable(text.slice(0, 120)) ? text.slice(0, 120) : '…')

function LeftOut({ visit, list, sorted }: Pick<CheckedProps, 'visit' | 'list' | 'sorted'>) {
  const text = invitationsText[visit.setting.language]
  const { checked } = text
  const inRows: [number, string, string][] = [
    ...list.rejects.map(({ row, text: words, why }): [number, string, string] => [
      row,
      shown(words),
      text.rejectReasons[why],
    ]),
    ...list.doubles.map(({ row, address }): [number, string, string] => [row, address, checked.double]),
  ]
  const rows = [
    ...inRows.sort(([a], [b]) => a - b).map(([row, words, why]) => [String(row), words, why]),
    ...sorted.invited.map((address) => ['–', address, checked.invitedWhy]),
    ...sorted.enrolled.map((address) => ['–', address, checked.enrolledWhy]),
  ]
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{checked.leftOut}</h2>
      <DataTable
        caption={checked.leftOut}
        captionHidden
        head={[checked.row, checked.text, checked.why]}
        rows={rows}
      />
    </section>
  )
}
