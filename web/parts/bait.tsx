/** Means something to programs that fill in whatever they find, and nothing to what browsers remember of a person. */
export const baitName = 'homepage'

/**
 * A field that no person sees, hears or reaches, so that only programs fill it in. Whoever reads the page without its
 * style sheet is told to leave it empty.
 */
export function Bait({ label, value }: { label: string; value: string }) {
  return (
    <div class="unseen" aria-hidden="true">
      <label for={baitName}>{label}</label>
      <input
        type="text"
        id={baitName}
        name={baitName}
        value={value}
        tabindex={-1}
        autocomplete="off"
        maxlength={200}
      />
    </div>
  )
}
