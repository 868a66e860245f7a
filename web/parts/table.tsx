import type { Child } from 'hono/jsx'

/** A column: its heading, and whether its cells are figures (set to the right). */
export type Column = string | { label: Child; kind?: 'text' | 'figure' | 'action' }

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

/** A table that scrolls inside itself where the screen is narrower than it. */
export function DataTable({ caption, captionHidden = false, head, rows, empty }: DataTableProps) {
  if (rows.length === 0 && empty) return <p class="table-empty">{empty}</p>
  return (
    // A part that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section class="table-frame" aria-label={caption} tabindex={0}>
      <table>
        <caption class={captionHidden ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {head.map((column) => (
              <th scope="col" class={kindOf(column)}>
                {typeof column === 'string' ? column : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th scope="row" class={kindOf(head[i])}>
                    {cell}
                  </th>
                ) : (
                  <td class={kindOf(head[i])}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
