import { type Language, textIn } from '../../functions/kernel/language.ts'
import type { Phase } from '../../functions/programme/programme.ts'
import { catalogText } from '../text/catalog.ts'

/** Who pays for what is shown here, in the sentence that the funder asks for. */
export function Acknowledgements({ phases, language }: { phases: readonly Phase[]; language: Language }) {
  const sentences = phases.map((phase) => textIn(phase.acknowledgement, language)).filter(Boolean)
  if (sentences.length === 0) return null
  return (
    <aside class="acknowledgement" aria-label={catalogText[language].support}>
      {[...new Set(sentences)].map((sentence) => (
        <p>{sentence}</p>
      ))}
    </aside>
  )
}
