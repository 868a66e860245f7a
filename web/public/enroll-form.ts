import * as v from 'valibot'
import type { EnrollCommand } from '../../functions/enrollment/enroll-command.ts'
import { type EmailAddress, parseEmailAddress } from '../../functions/kernel/email-address.ts'
import { languages } from '../../functions/kernel/language.ts'
import type { Association } from '../../functions/programme/programme.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { isReadable, isVisible, tidyName, withoutBreaks } from '../parts/readable-text.ts'

/** What can be wrong with what was typed; each has its sentence in every language. */
const enrollTroubles = [
  'first-name-missing',
  'name-unreadable',
  'name-long',
  'email-missing',
  'email-wrong',
  'association-missing',
  'other-missing',
  'association-unreadable',
  'association-long',
  'language-wrong',
  'session-missing',
  'note-long',
  'note-unreadable',
  'consent-missing',
] as const
export type EnrollTrouble = (typeof enrollTroubles)[number]

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

/** The choice in the list that means: the name stands in the field below. */
export const otherAssociation = 'other'

const mostLetters = 120
const mostNote = 500

const trouble = (code: EnrollTrouble) => code

/** `missing` is left out where the field may stay empty. */
type Words = { missing?: EnrollTrouble; unreadable: EnrollTrouble; long: EnrollTrouble }

const named = ({ missing, unreadable, long }: Words) =>
  v.pipe(
    v.string(),
    v.maxLength(mostLetters * 4, trouble(long)),
    v.transform(tidyName),
    v.check((text) => text !== '' || !missing, missing),
    v.check(isReadable, trouble(unreadable)),
    v.check((text) => text === '' || isVisible(text), missing ?? unreadable),
    v.maxLength(mostLetters, trouble(long)),
  )

const firstName = named({ missing: 'first-name-missing', unreadable: 'name-unreadable', long: 'name-long' })
/** Some people have one name only. */
const lastName = named({ unreadable: 'name-unreadable', long: 'name-long' })

const associationName = named({
  missing: 'other-missing',
  unreadable: 'association-unreadable',
  long: 'association-long',
})

const email = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(trouble('email-missing')),
  v.maxLength(254, trouble('email-wrong')),
  v.rawTransform(({ dataset, addIssue, NEVER }): EmailAddress => {
    const address = parseEmailAddress(dataset.value)
    if (address) return address
    addIssue({ message: trouble('email-wrong') })
    return NEVER
  }),
)

const note = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim()),
  v.maxLength(mostNote, trouble('note-long')),
  v.check((text) => isReadable(withoutBreaks(text)), trouble('note-unreadable')),
)

const formSchema = (known: readonly Association[]) =>
  v.object({
    firstName,
    lastName,
    email,
    associationId: v.picklist(
      [otherAssociation, ...known.map(({ id }) => id)],
      trouble('association-missing'),
    ),
    language: v.picklist(languages, trouble('language-wrong')),
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

/** Reads the form. A name in the free field counts only where no association of the list was chosen. */
export function readEnrollForm(
  values: EnrollValues,
  { associations: known, seminar }: { associations: readonly Association[]; seminar: Seminar },
): Read {
  const chosen = known.find(({ id }) => id === values.associationId)
  // Whoever only fills in the free field has chosen too.
  const associationId = values.associationId || (values.association.trim() ? otherAssociation : '')
  const form = v.safeParse(formSchema(known), { ...values, associationId })
  const typed = v.safeParse(associationName, chosen?.name ?? values.association)
  const needsName = associationId === otherAssociation
  const sessions = chosenSessions(values, seminar)
  if (form.success && typed.success && sessions) {
    const { consent: _, ...person } = form.output
    const association = { association: typed.output, associationId: chosen?.id ?? '' }
    return { ok: true, input: { ...person, ...association, sessions } }
  }
  return {
    ok: false,
    troubles: {
      ...troublesOf(form.issues ?? []),
      ...(needsName && !typed.success ? { association: troubleOf(typed.issues[0]) } : {}),
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

type Issue = { path?: readonly { key: unknown }[] | undefined; message: string }

/** The first trouble of each field. */
function troublesOf(issues: readonly Issue[]): Record<string, EnrollTrouble> {
  const entries = issues.map((issue) => [String(issue.path?.[0]?.key), troubleOf(issue)] as const)
  return Object.fromEntries(entries.toReversed())
}

/** Every rule above names its trouble; one that did not would have no sentence. */
function troubleOf({ message }: Issue): EnrollTrouble {
  const trouble = enrollTroubles.find((known) => known === message)
  if (!trouble) throw new Error(`no sentence for: ${message}`)
  return trouble
}
