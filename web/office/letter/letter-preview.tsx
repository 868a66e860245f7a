import type { Language } from '../../../functions/kernel/language.ts'
import type { Block, Letter } from '../../../functions/mail/letter.ts'
import { FactList } from '../../parts/notice.tsx'
import { lettersText } from '../../text/letters.ts'

/** A letter as its readers will see it, but for its buttons, which lead nowhere here. */
export function LetterPreview({ letter, language }: { letter: Letter; language: Language }) {
  return (
    <article class="panel" lang={letter.language}>
      <p lang={language} class="small">
        {lettersText[language].languages[letter.language]} · {lettersText[language].subject}
      </p>
      <h2>{letter.subject}</h2>
      {letter.blocks.map((block) => (
        <PreviewBlock block={block} />
      ))}
    </article>
  )
}

function PreviewBlock({ block }: { block: Block }) {
  switch (block.is) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'text':
      return block.text.split('\n').map((line) => <p>{line}</p>)
    case 'small':
      return <p class="small">{block.text}</p>
    case 'button':
      return (
        <p>
          <span class="button button-quiet">{block.label}</span>
        </p>
      )
    case 'facts':
      return <FactList facts={block.rows} />
  }
}
