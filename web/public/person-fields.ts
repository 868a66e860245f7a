import * as v from 'valibot'
import { type EmailAddress, parseEmailAddress } from '../../functions/kernel/email-address.ts'
import { languages } from '../../functions/kernel/language.ts'
import type { Association } from '../../functions/programme/programme.ts'
import { isReadable, isVisible, tidyName } from '../parts/readable-text.ts'

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
/** One of these troubles. */
export type EnrollTrouble = (typeof enrollTroubles)[number]

const mostLetters = 120

/** A trouble as the rules name it; checked, so that each has its sentence. */
export const trouble = (code: EnrollTrouble) => code

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

/** What every form asks of a person, field by field. */
export const personFields = {
  firstName,
  lastName,
  email,
  language: v.picklist(languages, trouble('language-wrong')),
}

/** The choice in the list that means: the name stands in the field below. */
export const otherAssociation = 'other'

type Belonging = { associationId: string; association: string }
type ReadBelonging =
  | { ok: true; belonging: Belonging }
  | { ok: false; troubles: Partial<Record<keyof Belonging, EnrollTrouble>> }

/** Reads where people belong. A name in the free field counts only where no association of the list was chosen. */
export function readAssociation(typed: Belonging, known: readonly Association[]): ReadBelonging {
  const chosen = known.find(({ id }) => id === typed.associationId)
  // Whoever only fills in the free field has chosen too.
  const associationId = typed.associationId || (typed.association.trim() ? otherAssociation : '')
  if (!chosen && associationId !== otherAssociation)
    return { ok: false, troubles: { associationId: trouble('association-missing') } }
  const name = v.safeParse(associationName, chosen?.name ?? typed.association)
  return name.success
    ? { ok: true, belonging: { association: name.output, associationId: chosen?.id ?? '' } }
    : { ok: false, troubles: { association: troubleOf(name.issues[0]) } }
}

type Issue = { path?: readonly { key: unknown }[] | undefined; message: string }

/** The first trouble of each field. */
export function troublesOf(issues: readonly Issue[]): Record<string, EnrollTrouble> {
  const entries = issues.map((issue) => [String(issue.path?.[0]?.key), troubleOf(issue)] as const)
  return Object.fromEntries(entries.toReversed())
}

/** Every rule above names its trouble; one that did not would have no sentence. */
function troubleOf({ message }: Issue): EnrollTrouble {
  const trouble = enrollTroubles.find((known) => known === message)
  if (!trouble) throw new Error(`no sentence for: ${message}`)
  return trouble
}
