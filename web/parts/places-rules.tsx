import { placesRules } from '../../functions/enrollment/line/waiting-rule.ts'
import type { Language } from '../../functions/kernel/language.ts'
import type { Association } from '../../functions/programme/programme.ts'
import { type Line, seatsLeft } from '../../functions/seminar/line.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { catalogText } from '../text/catalog.ts'

type RulesProps = { seminar: Seminar; line: Line; language: Language; associations: readonly Association[] }

/** How the seats of this seminar are given, in plain words, before anybody enrolls. */
export function PlacesRules({ seminar, line, language, associations }: RulesProps) {
  const text = catalogText[language]
  const nameOf = (associationId: string) =>
    associations.find(({ id }) => id === associationId)?.name ?? associationId
  const rules = placesRules(seminar, language, nameOf)
  if (rules.length === 0) return <p class="small">{seatsLeft(line) > 0 ? text.openRule : text.waitingRule}</p>
  return (
    <div class="rules">
      <h2 class="small-heading">{text.rules}</h2>
      <ul>
        {rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
    </div>
  )
}
