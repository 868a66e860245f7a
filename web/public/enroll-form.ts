import * as v from 'valibot'
import type { EnrollCommand } from '../../functions/enrollment/enroll-command.ts'
import type { Association } from '../../functions/programme/programme.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { isReadable, withoutBreaks } from '../parts/readable-text.ts'
import { type EnrollTrouble, personFields, readAssociation, trouble, troublesOf } from './person-fields.ts'

/** A field of the form. */
export type EnrollField =
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'associationId'
  | 'association'
  | 'language'
  | 'sessions'
  | 'note'
  | 'consent'

/** What stands in the fields, exactly as it was typed. */
export type EnrollValues = Record<Exclude<EnrollField, 'sessions'>, string> & { sessions: string[] }

/** The name of the box of one session; repeated names are nobody's honest form. */
export const sessionField = (sessionId: string): string => `session-${sessionId}`

const mostNote = 500

const note = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim()),
  v.maxLength(mostNote, trouble('note-long')),
  v.check((text) => isReadable(withoutBreaks(text)), trouble('note-unreadable')),
)

const formSchema = v.object({
  ...personFields,
  note,
  consent: v.literal('yes', trouble('consent-missing')),
})

/** The person as the command wants them. */
export type EnrollInput = Pick<
  EnrollCommand,
  'firstName' | 'lastName' | 'email' | 'association' | 'associationId' | 'language' | 'note' | 'sessions'
>
/** What reading the form gives. */
type Read =
  | { ok: true; input: EnrollInput }
  | { ok: false; troubles: Partial<Record<EnrollField, EnrollTrouble>> }

/** Picks the fields of the form from what was sent; nothing else is looked at. */
export const pickValues = (sent: ReadonlyMap<string, string>): EnrollValues => ({
  firstName: sent.get('firstName') ?? '',
  lastName: sent.get('lastName') ?? '',
  email: sent.get('email') ?? '',
  associationId: sent.get('associationId') ?? '',
  association: sent.get('association') ?? '',
  language: sent.get('language') ?? '',
  sessions: [...sent.keys()]
    .filter((name) => name.startsWith(sessionField('')))
    .map((name) => name.slice(sessionField('').length)),
  note: sent.get('note') ?? '',
  consent: sent.get('consent') ?? '',
})

/** Reads the form. */
export function readEnrollForm(
  values: EnrollValues,
  { associations, seminar }: { associations: readonly Association[]; seminar: Seminar },
): Read {
  const form = v.safeParse(formSchema, values)
  const read = readAssociation(values, associations)
  const sessions = chosenSessions(values, seminar)
  if (form.success && read.ok && sessions) {
    const { consent: _, ...person } = form.output
    return { ok: true, input: { ...person, ...read.belonging, sessions } }
  }
  return {
    ok: false,
    troubles: {
      ...troublesOf(form.issues ?? []),
      ...(read.ok ? {} : read.troubles),
      ...(sessions ? {} : { sessions: trouble('session-missing') }),
    },
  }
}

/** The sessions that were chosen: none means all, which is also what choosing each of them means. */
function chosenSessions(values: EnrollValues, { places, sessions }: Seminar): string[] | undefined {
  if (!places.singleSessions) return []
  const chosen = sessions.map(({ id }) => id).filter((id) => values.sessions.includes(id))
  if (chosen.length === 0) return undefined
  return chosen.length === sessions.length ? [] : chosen
}
