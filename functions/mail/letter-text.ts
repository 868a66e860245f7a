import { webAddress } from '../kernel/web-address.ts'
import type { Block, Letter } from './letter.ts'
import { addressParts, clean, footLinks, footWords, type LetterSender, paragraphs } from './letter-words.ts'

/** Fewer than the 78 of RFC 5322, so that a quoted answer still fits. */
const columns = 70

/** Wraps at 70 columns; a word that is longer, such as a link, stays whole on a line of its own. */
function wrap(text: string): string {
  const wrapLine = (line: string): string => {
    const lines: string[] = []
    let open = ''
    for (const word of line.split(/ +/).filter((part) => part !== '')) {
      if (open !== '' && open.length + 1 + word.length > columns) {
        lines.push(open)
        open = word
      } else open = open === '' ? word : `${open} ${word}`
    }
    return [...lines, open].join('\n')
  }
  return clean(text).split('\n').map(wrapLine).join('\n')
}

function textBlock(block: Block): string {
  switch (block.is) {
    case 'heading': {
      const words = wrap(block.text)
      const longest = Math.max(...words.split('\n').map((line) => [...line].length))
      return `${words}\n${'-'.repeat(longest)}`
    }
    case 'text':
    case 'small':
      return wrap(paragraphs(block.text).join('\n\n'))
    case 'button': {
      const href = webAddress(block.href)
      return href === undefined ? wrap(block.label) : `${wrap(`${block.label}:`)}\n${href}`
    }
    case 'facts':
      return block.rows
        .map(([label, value]) => wrap(`${label}: ${value}`).replaceAll('\n', '\n  '))
        .join('\n')
  }
}

/** Writes a letter as plain text: everything the HTML says, in lines that every reader can show. */
export function textLetter(letter: Letter, sender: LetterSender): string {
  const foot = [
    ...addressParts(sender),
    ...(sender.email ? [`${footWords[letter.language].contact} ${clean(sender.email)}`] : []),
    ...footLinks(letter.language, sender).map(({ label, href }) => `${label}: ${href}`),
  ]
  const body = letter.blocks.map(textBlock).filter((block) => block !== '')
  return `${body.join('\n\n')}\n\n-- \n${foot.join('\n')}\n`
}
