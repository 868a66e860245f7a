import type { Language } from '../../../functions/kernel/language.ts'
import type { Block, Letter } from '../../../functions/mail/letter.ts'
import { mailLogText } from '../../text/mail-log.ts'

/**
 * The words of a letter, for colleagues: where its buttons lead is the person's own affair, for whoever has a personal
 * link is that person to the house.
 */
export function LetterText(props: { letter: Letter; origin: string; language: Language }) {
  const { letter, origin, language } = props
  const text = mailLogText[language].person
  const files = letter.attachments.map(({ filename }) => filename)
  return (
    <div lang={letter.language}>
      <p>
        <strong>{letter.subject}</strong>
      </p>
      {letter.blocks
        .flatMap((block) => linesOf(block, language))
        .map((line) => (
          <p>{withoutLinks(line, origin)}</p>
        ))}
      {files.length > 0 && <p lang={language}>{text.attached(files.join(', '))}</p>}
    </div>
  )
}

function linesOf(block: Block, language: Language): string[] {
  if (block.is === 'facts') return block.rows.map(([name, value]) => `${name}: ${value}`)
  return [block.is === 'button' ? mailLogText[language].person.hiddenLink(block.label) : block.text]
}

/** Letters have their links in buttons; should one stand among the words, it is hidden as well. */
const withoutLinks = (line: string, origin: string): string =>
  line
    .split(/(\s+)/)
    .map((word) => (word.includes(`${origin}/my/`) || word.includes(`${origin}/join/`) ? '…' : word))
    .join('')
