import { type Language, textIn } from '../../functions/kernel/language.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'

/** What a seminar is about, for invited people: they have no page of it to read before they enroll. */
export function AboutSeminar({ seminar, language }: { seminar: Seminar; language: Language }) {
  const paragraphs = textIn(seminar.description, language)
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
  if (paragraphs.length === 0) return null
  return (
    <div class="reading">
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  )
}
