import type { Enrollment } from '../../enrollment/enrollment.ts'
import { fullName } from '../../enrollment/enrollment.ts'
import { exactForm, foldedForms, foldedWords, namesMeant } from './fold-name.ts'
import type { ListedRow } from './listed.ts'

/** What the person of a list needs to be found among. */
export type Candidate = Pick<Enrollment, 'id' | 'firstName' | 'lastName' | 'email'>

/** All rows of a list that are about the same somebody. */
export type Listed = { key: string; name: string; email: string; identity: string; rows: ListedRow[] }

/** By what somebody was found: their own link, the address, the name letter by letter, the name folded, by hand. */
export type FoundBy = 'link' | 'email' | 'name' | 'folded' | 'hand'

/** Who somebody of a list is; nobody: a person decided that it is none of ours. */
export type Match =
  | { listed: Listed; is: 'found'; person: string; by: FoundBy }
  | { listed: Listed; is: 'nobody' }
  | { listed: Listed; is: 'open'; maybe: string[] }

/** What a person decided: an enrollment, or that it is nobody of ours. */
export const nobodyOfOurs = 'nobody'

/** Who rows are about, in the order in which they stand in the list. */
export function listedIn(rows: readonly ListedRow[]): Listed[] {
  const groups = Map.groupBy(
    [...rows].sort((a, b) => a.row - b.row),
    keyOf,
  )
  return [...groups].flatMap(([key, [first, ...more]]) => {
    if (!first) return []
    const { name, email, identity } = first
    return [{ key, name, email, identity, rows: [first, ...more] }]
  })
}

const keyOf = ({ name, email, identity }: ListedRow): string =>
  JSON.stringify([exactForm(name), email.toLowerCase(), identity])

/**
 * Finds the people of a list among those who are expected: by what somebody decided, by their own link, by address, by
 * name, and then by the name as other keyboards write it. Where two may be meant, nobody is guessed.
 */
export function matchPeople(
  listed: readonly Listed[],
  people: readonly Candidate[],
  decided: ReadonlyMap<string, string>,
): Match[] {
  const find = openFinder(people)
  const ids = new Set(people.map(({ id }) => id))
  const matches = listed.map((one): Match => {
    const decision = decided.get(one.key)
    if (decision === nobodyOfOurs) return { listed: one, is: 'nobody' }
    if (decision !== undefined && ids.has(decision))
      return { listed: one, is: 'found', person: decision, by: 'hand' }
    return find(one)
  })
  return withoutNamesakes(matches)
}

/** Two of the list with one name and two addresses may be two people: then the name alone decides nothing. */
function withoutNamesakes(matches: readonly Match[]): Match[] {
  const addresses = Map.groupBy(matches, (match) => (match.is === 'found' ? match.person : ''))
  const isTwo = (person: string): boolean =>
    new Set((addresses.get(person) ?? []).flatMap(({ listed }) => listed.email.toLowerCase() || [])).size > 1
  return matches.map((match) =>
    match.is === 'found' && (match.by === 'name' || match.by === 'folded') && isTwo(match.person)
      ? { listed: match.listed, is: 'open', maybe: [match.person] }
      : match,
  )
}

function openFinder(people: readonly Candidate[]): (listed: Listed) => Match {
  const byEmail = indexOf(people, ({ email }) => [email.toLowerCase()])
  const byName = indexOf(people, (person) => [exactForm(fullName(person)), exactForm(lastFirst(person))])
  const byFolded = indexOf(people, (person) => foldedForms(fullName(person)))
  const byWord = indexOf(people, (person) => foldedWords(fullName(person)))
  const all = new Set(people.map(({ id }) => id))
  return (listed) => {
    if (all.has(listed.identity)) return { listed, is: 'found', person: listed.identity, by: 'link' }
    const names = namesMeant(listed.name)
    const steps: [FoundBy, Set<string>][] = [
      ['email', listed.email === '' ? new Set<string>() : among(byEmail, [listed.email.toLowerCase()])],
      ['name', among(byName, names.map(exactForm))],
      ['folded', among(byFolded, names.flatMap(foldedForms))],
    ]
    const [by, found] = steps.find(([, some]) => some.size > 0) ?? ['folded', new Set<string>()]
    const [person] = found
    if (person !== undefined && found.size === 1) return { listed, is: 'found', person, by }
    return {
      listed,
      is: 'open',
      maybe: [...(found.size > 0 ? found : among(byWord, names.flatMap(foldedWords)))],
    }
  }
}

const lastFirst = ({ firstName, lastName }: Candidate): string => `${lastName}, ${firstName}`

function indexOf(people: readonly Candidate[], formsOf: (person: Candidate) => string[]) {
  const index = new Map<string, Set<string>>()
  for (const person of people)
    for (const form of formsOf(person).filter(Boolean))
      index.set(form, (index.get(form) ?? new Set<string>()).add(person.id))
  return index
}

const among = (index: ReadonlyMap<string, ReadonlySet<string>>, forms: readonly string[]): Set<string> =>
  new Set(forms.flatMap((form) => [...(index.get(form) ?? [])]))
