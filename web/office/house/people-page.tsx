import { roles, type StaffMember } from '../../../functions/staff/staff.ts'
import {
  ErrorSummary,
  Field,
  type FieldErrors,
  HiddenField,
  Select,
  SubmitButton,
} from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { officeHouseText, officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { shortDate } from '../short-dates.ts'
import type { Visit } from '../visit.ts'

const inviteFormName = 'invite-form'

/** The invitation as it was typed, what is wrong with it, and why something was refused. */
export type PeopleForm = { values: Values; errors: FieldErrors; refusal?: string }

type PeoplePageProps = {
  visit: Visit
  staff: readonly StaffMember[]
  form: PeopleForm
  done?: string | undefined
}

/** Everybody who works here, and a form to let somebody in. */
export function PeoplePage({ visit, staff, form, done }: PeoplePageProps) {
  const { setting } = visit
  const text = officeHouseText[setting.language].people
  const house = officeText[setting.language]
  return (
    <OfficePage
      visit={visit}
      area="people"
      title={text.title}
      done={done}
      path="/office/people"
      form={inviteFormName}
      wide
    >
      {form.refusal && (
        <Notice tone="bad" title={house.refusedTitle} announce>
          <p>{form.refusal}</p>
        </Notice>
      )}
      <ErrorSummary
        title={house.errorsTitle}
        errors={form.errors}
        fields={{ name: text.name, email: text.email, role: text.role }}
      />
      <section>
        <h2>{text.list}</h2>
        <DataTable
          caption={text.list}
          captionHidden
          head={[text.name, text.email, text.role, text.since, { label: text.action, kind: 'action' }]}
          rows={staff.map((member) => [
            member.name,
            member.email,
            house.roles[member.role],
            shortDate(member.since, setting.language),
            <Remove visit={visit} member={member} />,
          ])}
        />
      </section>
      <section>
        <h2>{text.invite}</h2>
        <p>{text.inviteHint}</p>
        {visit.world.addsStaffByHand && <p>{text.addByHand}</p>}
        <InviteForm visit={visit} form={form} />
      </section>
    </OfficePage>
  )
}

function Remove({ visit, member }: { visit: Visit; member: StaffMember }) {
  const text = officeHouseText[visit.setting.language].people
  if (member.email === visit.member.email) return <span class="small">{text.yourself}</span>
  return (
    <details class="confirm">
      <summary class="button button-quiet">{text.remove}</summary>
      <p>{text.removeExplained(member.name)}</p>
      <form method="post" action={inside(visit.setting, '/office/people/remove')}>
        <HiddenField name="mailbox" value={member.email} />
        <SubmitButton kind="danger" label={text.removeNow} />
      </form>
    </details>
  )
}

function InviteForm({ visit, form }: { visit: Visit; form: PeopleForm }) {
  const { setting } = visit
  const text = officeHouseText[setting.language].people
  const house = officeText[setting.language]
  const of = (name: string) => ({ name, value: form.values.get(name), error: form.errors[name] })
  return (
    <form
      class="form"
      method="post"
      action={inside(setting, '/office/people')}
      novalidate
      id={inviteFormName}
    >
      <Field {...of('name')} label={text.name} hint={text.nameHint} required maxlength={120} />
      <Field {...of('email')} label={text.email} type="email" required maxlength={254} />
      <Select
        {...of('role')}
        label={text.role}
        hint={text.roleHint}
        options={roles.toReversed().map((role) => ({ value: role, label: house.roles[role] }))}
      />
      <SubmitButton label={text.inviteNow} />
    </form>
  )
}
