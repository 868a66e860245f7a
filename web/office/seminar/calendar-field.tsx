import type { Language } from '../../../functions/kernel/language.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { Checkbox, HiddenField } from '../../parts/form.tsx'
import { officeCalendarText } from '../../text/office-calendar.ts'
import type { Values } from '../field-reader.ts'

const name = 'calendarInvitations'
/** A box that is not ticked sends nothing; this says that it was there to be ticked. */
const asked = 'calendarInvitations-asked'

/** Whether the mails of a seminar carry real calendar invitations. */
export function CalendarField({ language, values }: { language: Language; values: Values }) {
  const text = officeCalendarText[language]
  return (
    <>
      <HiddenField name={asked} value="yes" />
      <Checkbox
        name={name}
        label={text.invitations}
        hint={text.invitationsHint}
        checked={values.get(name) === 'yes'}
      />
    </>
  )
}

/** The box as a seminar stands. */
export const calendarValues = ({ calendarInvitations }: Seminar): [string, string][] =>
  calendarInvitations ? [[name, 'yes']] : []

/** Reads the box; a form without it leaves things as they were. */
export const readCalendarInvitations = (values: Values, before: Seminar | undefined): boolean =>
  values.has(asked) ? values.get(name) === 'yes' : (before?.calendarInvitations ?? false)
