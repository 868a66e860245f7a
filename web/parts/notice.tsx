import type { Child } from 'hono/jsx'

/** good: it happened · info: worth knowing · warning: something to do · bad: it did not happen */
export type Tone = 'good' | 'info' | 'warning' | 'bad'

/** Something the page wants to say first. With `announce`, screen readers say it when the page opens. */
export function Notice(props: { tone?: Tone; title?: string; announce?: boolean; children?: Child }) {
  const { tone = 'info', title, announce, children } = props
  return (
    <div class={`notice notice-${tone}`} role={announce ? 'status' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}

/** A state in one or two words. */
export function Badge({ tone = 'plain', children }: { tone?: Tone | 'plain'; children?: Child }) {
  return <span class={`badge badge-${tone}`}>{children}</span>
}

/** Facts by name, one under the other on a phone. */
export function FactList({ facts }: { facts: readonly (readonly [Child, Child])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
