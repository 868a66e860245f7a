/**
 * The address as it may stand in a link of a letter or in a calendar, encoded so that it cannot end the line; undefined
 * for whatever else stands in an href, such as `javascript:`.
 */
export function webAddress(href: string | undefined): string | undefined {
  if (href === undefined || !URL.canParse(href)) return undefined
  const { protocol, href: address } = new URL(href)
  return protocol === 'https:' || protocol === 'http:' ? address : undefined
}
