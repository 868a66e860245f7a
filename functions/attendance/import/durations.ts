const units: [RegExp, number][] = [
  [/^(?:h|hr|hrs|hour|std|stunde|sa|saat)/iu, 3_600],
  [/^(?:m|min|dk|dak)/iu, 60],
  [/^(?:s|sec|sek|sn|san)/iu, 1],
]

/** Minutes as lists write them: `92`, `61,5`, `1:02:03`, `1h 2m 3s`, `1 Std. 2 Min.`, `1 sa 2 dk`; else undefined. */
export function minutesIn(text: string): number | undefined {
  const words = text.replace(/\s+/gu, ' ').trim()
  if (/^\d{1,5}(?:[.,]\d{1,3})?$/.test(words)) return Number(words.replace(',', '.'))
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(words)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60
  return inUnits(words)
}

function inUnits(words: string): number | undefined {
  if (!/^(?:\d{1,5} ?\p{L}{1,10}\.?,? ?){1,3}$/u.test(words)) return undefined
  const seconds = [...words.matchAll(/(\d+) ?(\p{L}+)/gu)].map(([, number, unit = '']) => {
    const factor = units.find(([pattern]) => pattern.test(unit))?.[1]
    return factor === undefined ? Number.NaN : Number(number) * factor
  })
  const sum = seconds.reduce((all, one) => all + one, 0)
  return Number.isNaN(sum) ? undefined : sum / 60
}
