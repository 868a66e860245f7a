import type { Stored } from '../../functions/kernel/table.ts'

/** A text in every form in which it may lie somewhere: plain, lower case, hex, base64 in each of its three frames, URL. */
export function disguisesOf(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8')
  // What is in the middle of something longer looks different for each place it may begin at.
  const frames = [0, 1, 2].map((shift) => {
    const framed = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    return framed.slice(shift === 0 ? 0 : shift + 1, -4)
  })
  return [
    text,
    text.toLowerCase(),
    encodeURIComponent(text),
    new URLSearchParams({ '': text }).toString().slice(1),
    JSON.stringify(text).slice(1, -1),
    bytes.toString('hex'),
    ...frames,
    ...frames.map((frame) => frame.replaceAll('+', '-').replaceAll('/', '_')),
  ].filter((form) => form.length > 3)
}

/** Where a canary is found, as `table kind: canary`. */
export function findCanaries(stored: readonly Stored<unknown>[], canaries: readonly string[]): string[] {
  const texts = stored.map((thing) => {
    const text = JSON.stringify(thing)
    return { thing, text, lower: text.toLowerCase() }
  })
  return canaries.flatMap((canary) => {
    const forms = disguisesOf(canary).map((form) => ({ form, lower: form.toLowerCase() }))
    return texts
      .filter(({ text, lower }) => forms.some((its) => text.includes(its.form) || lower.includes(its.lower)))
      .map(({ thing: { table, kind } }) => `${table} ${kind}: ${canary}`)
  })
}
