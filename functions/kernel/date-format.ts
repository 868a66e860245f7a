const made = new Map<string, Intl.DateTimeFormat>()

/** How dates are written; each way is made once, because making one takes longer than writing a hundred dates. */
export function dateFormat(locale: string, wish: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([locale, wish])
  const known = made.get(name)
  if (known) return known
  const format = new Intl.DateTimeFormat(locale, wish)
  made.set(name, format)
  return format
}
