import type { Child } from 'hono/jsx'
import { Field, Select } from '../../parts/form.tsx'
import type { Filled } from './seminar-form.ts'

/** How many may come, when they may enroll, and who may; the rules of the places stand in between. */
export function EnrollmentFields({ text, values, errors, children }: Filled & { children: Child }) {
  const of = (name: string) => ({ name, value: values.get(name), error: errors[name], short: true })
  return (
    <fieldset>
      <legend>{text.enrollment}</legend>
      <Field {...of('capacity')} label={text.capacity} type="number" required min={1} max={5000} />
      <p class="hint">{text.windowHint}</p>
      <div class="fields-in-row">
        <Field {...of('opens-date')} label={text.opensDate} type="date" />
        <Field {...of('opens-time')} label={text.opensTime} type="time" />
      </div>
      <div class="fields-in-row">
        <Field {...of('closes-date')} label={text.closesDate} type="date" />
        <Field {...of('closes-time')} label={text.closesTime} type="time" />
      </div>
      <Select
        name="access"
        label={text.access}
        hint={text.accessHint}
        value={values.get('access')}
        error={errors.access}
        options={[
          { value: 'open', label: text.accessOpen },
          { value: 'invited', label: text.accessInvited },
        ]}
      />
      <Field
        {...of('remindsInvitedAfterDays')}
        label={text.remindsInvited}
        hint={text.remindsInvitedHint}
        type="number"
        min={0}
        max={60}
      />
      {children}
    </fieldset>
  )
}
