/** The house: a roof like an open book, and a door that stands open. */
export function HouseMark() {
  return (
    <svg class="house-mark" viewBox="0 0 48 48" width="44" height="44" aria-hidden="true" focusable="false">
      <path class="house-roof" d="M24 11C18 6 11 6 3 10v13c8-4 15-3 21 2 6-5 13-6 21-2V10C37 6 30 6 24 11Z" />
      <path class="house-spine" d="M24 11v14" />
      <path
        class="house-wall"
        d="M9 27.500v14.500h30V27.500c-6-1.200-10.500.300-15 4-4.500-3.700-9-5.200-15-4Z"
      />
      <path class="house-door" d="M20 42v-5.500a4 4 0 0 1 8 0V42Z" />
    </svg>
  )
}
