import type { Child } from 'hono/jsx'

/** A column: its heading, and whether its cells are figures (set to the right). */
export type Column = string | { label: string; kind?: 'text' | 'figure' | 'action' }

type DataTableProps = {
  caption: string
  /** Keeps the caption for screen readers where a heading above says the same. */
  captionHidden?: boolean
  head: readonly Column[]
  /** The first cell of each row names the row. */
  rows: readonly (readonly Child[])[]
  /** Said instead of an empty table. */
  empty?: Child
}

const kindOf = (column: Column | undefined): string | undefined =>
  typeof column === 'object' && column.kind && column.kind !== 'text' ? `cell-${column.kind}` : undefined

const labelOf = (column: Column | undefined): string =>
  typeof column === 'object' ? column.label : (column ?? '')

/** What is more than words is held together, so that it stands as one beside its heading. */
const isWords = (cell: Child): boolean => typeof cell === 'string' || typeof cell === 'number'

/**
 * A table; on a phone each row stands by itself, every cell under its column's heading. The roles keep it a table to
 * screen readers there, too: some browsers forget it with the layout.
 */
export function DataTable({ caption, captionHidden = false, head, rows, empty }: DataTableProps) {
  if (rows.length === 0 && empty) return <p class="table-empty">{empty}</p>
  return (
    // A part that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section
      class={head.length > 2 ? 'table-frame table-of-rows' : 'table-frame'}
      aria-label={caption}
      tabindex={0}
    >
      <table role="table">
        <caption class={captionHidden ? 'unseen' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {head.map((column) => (
              <th scope="col" role="columnheader" class={kindOf(column)}>
                {labelOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((cells) => (
            <tr role="row">
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th scope="row" role="rowheader" class={kindOf(head[i])}>
                    {cell}
                  </th>
                ) : (
                  <td role="cell" class={kindOf(head[i])} data-label={labelOf(head[i])}>
                    {isWords(cell) ? cell : <div>{cell}</div>}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
