import * as v from 'valibot'
import type { Applicant } from '../../functions/enrollment/enroll-command.ts'
import { sameMailbox } from '../../functions/kernel/email-address.ts'
import type { Language } from '../../functions/kernel/language.ts'
import type { Association } from '../../functions/programme/programme.ts'
import { mostInGroup } from '../../functions/seminar/places.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { type EnrollTrouble, personFields, readAssociation, troublesOf } from './person-fields.ts'

/** What can be wrong with the form of a group; each has its sentence in every language. */
export type GroupTrouble = EnrollTrouble | 'too-few' | 'email-twice' | 'together-missing'

/** What is wrong, by the name of the field. */
export type GroupTroubles = Record<string, GroupTrouble>

/** What stands in the row of one person, exactly as it was typed. */
export type PersonValues = { firstName: string; lastName: string; email: string; language: string }

/** What stands in the form of a group, exactly as it was typed. */
export type GroupValues = {
  associationId: string
  association: string
  people: readonly PersonValues[]
  together: string
  consent: string
}

/** The button that asks for more rows. */
export const moreName = 'more'

/** Whoever writes down fewer needs no form for groups. */
const fewestInGroup = 2

/** So many rows stand there at first, and so many come when somebody asks for more. */
const rowsAtOnce = 3

/** Ten rows of four fields, and the rest of the form. */
export const formOfGroup = { keys: mostInGroup * 4 + 10 }

/** The names of the fields of a row; rows are counted from one. */
export const rowNames = (row: number): Record<keyof PersonValues, string> => ({
  firstName: `firstName-${row}`,
  lastName: `lastName-${row}`,
  email: `email-${row}`,
  language: `language-${row}`,
})

const emptyRow = (language: Language): PersonValues => ({ firstName: '', lastName: '', email: '', language })

const emptyRows = (count: number, language: Language): PersonValues[] =>
  Array.from({ length: count }, () => emptyRow(language))

/** An untouched form whose mails would come in the reader's language. */
export const emptyGroup = (language: Language): GroupValues => ({
  associationId: '',
  association: '',
  people: emptyRows(rowsAtOnce, language),
  together: '',
  consent: '',
})

/** The same form with more rows, as long as there may be more. */
export const withMoreRows = (values: GroupValues, language: Language): GroupValues => {
  const more = Math.min(rowsAtOnce, mostInGroup - values.people.length)
  return { ...values, people: [...values.people, ...emptyRows(more, language)] }
}

/** Picks the fields of the form from what was sent; nothing else is looked at, also no eleventh row. */
export function pickGroup(sent: ReadonlyMap<string, string>, language: Language): GroupValues {
  const of = (name: string) => sent.get(name) ?? ''
  const rows = Array.from({ length: mostInGroup }, (_, i) => rowNames(i + 1))
  const wasSent = (row: ReturnType<typeof rowNames>) => Object.values(row).some((name) => sent.has(name))
  const count = rows.findLastIndex(wasSent) + 1
  const people = rows.slice(0, count).map((row) => ({
    firstName: of(row.firstName),
    lastName: of(row.lastName),
    email: of(row.email),
    language: of(row.language),
  }))
  return {
    associationId: of('associationId'),
    association: of('association'),
    people: [...people, ...emptyRows(Math.max(0, rowsAtOnce - count), language)],
    together: of('together'),
    consent: of('consent'),
  }
}

/** A row in which nobody wrote counts for nobody; its language stands there from the start. */
const isUntouched = ({ firstName, lastName, email }: PersonValues): boolean =>
  `${firstName}${lastName}${email}`.trim() === ''

/** The people of a group as the command wants them, and whether they go only together. */
export type GroupInput = { people: Applicant[]; together: boolean }

type Read = { ok: true; input: GroupInput } | { ok: false; troubles: GroupTroubles }
type PersonInput = Pick<Applicant, 'firstName' | 'lastName' | 'email' | 'language'>

const personSchema = v.object(personFields)

/** Reads the form: the association that all share, and one person a row. */
export function readGroupForm(
  values: GroupValues,
  { associations, seminar }: { associations: readonly Association[]; seminar: Seminar },
): Read {
  const read = readAssociation(values, associations)
  const { people, troubles: wrongRows } = readRows(values.people)
  const troubles: GroupTroubles = {
    ...(read.ok ? {} : read.troubles),
    ...wrongRows,
    ...(isTogetherMissing(values, seminar) && { together: 'together-missing' }),
    ...(values.consent !== 'yes' && { consent: 'consent-missing' }),
  }
  if (!read.ok || Object.keys(troubles).length > 0) return { ok: false, troubles }
  const shared = { ...read.belonging, note: '', sessions: [] }
  return {
    ok: true,
    input: {
      people: people.map((person) => ({ ...person, ...shared })),
      together: asksTogether(seminar) && values.together === 'yes',
    },
  }
}

/** Where coordinators decide about each person, nobody can promise seats for all. */
export const asksTogether = ({ places }: Seminar): boolean => !places.approval

const isTogetherMissing = ({ together }: GroupValues, seminar: Seminar): boolean =>
  asksTogether(seminar) && together !== 'yes' && together !== 'no'

function readRows(rows: readonly PersonValues[]): { people: PersonInput[]; troubles: GroupTroubles } {
  const troubles: GroupTroubles = {}
  const people: PersonInput[] = []
  const mailboxes = new Set<string>()
  for (const [i, row] of rows.entries()) {
    if (isUntouched(row)) continue
    const names = rowNames(i + 1)
    const read = v.safeParse(personSchema, row)
    if (read.success) people.push(read.output)
    else Object.assign(troubles, byFieldOf(names, troublesOf(read.issues)))
    const mailbox = v.safeParse(personFields.email, row.email)
    if (!mailbox.success) continue
    const key = sameMailbox(mailbox.output)
    if (mailboxes.has(key)) troubles[names.email] = 'email-twice'
    mailboxes.add(key)
  }
  return { people, troubles: { ...troubles, ...tooFew(rows) } }
}

const byFieldOf = (
  names: Record<keyof PersonValues, string>,
  troubles: Record<string, EnrollTrouble>,
): GroupTroubles =>
  Object.fromEntries(
    Object.entries(troubles).map(([field, code]) => [names[field as keyof PersonValues] ?? field, code]),
  )

/** It is said at the first row that is still free: there are more rows than the fewest people. */
function tooFew(rows: readonly PersonValues[]): GroupTroubles {
  const touched = rows.filter((row) => !isUntouched(row)).length
  if (touched >= fewestInGroup) return {}
  return { [rowNames(rows.findIndex(isUntouched) + 1).firstName]: 'too-few' }
}
