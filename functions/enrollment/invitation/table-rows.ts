const delimiters = [';', '\t', ','] as const

/** The cells of a table as spreadsheets save it: comma, semicolon or tab, quoted cells with anything in them. */
export function rowsOf(text: string): string[][] {
  const delimiter = delimiterOf(text)
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? ''
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (letter === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (letter === delimiter) endCell()
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[i + 1] === '\n') i++
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  return rows
}

/** The one that stands most often in the first lines, outside of quotes. */
function delimiterOf(text: string): string {
  const plain = text
    .split(/\r\n|\r|\n/, 20)
    .join('\n')
    .slice(0, 10_000)
    .replace(/"[^"]*"/g, '')
  const counts = delimiters.map((delimiter) => plain.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}
