/** Figures by name, large enough to read at a glance. */
export function Figures({ figures }: { figures: readonly (readonly [string, string | number])[] }) {
  return (
    <dl class="figures">
      {figures.map(([name, figure]) => (
        <div>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
