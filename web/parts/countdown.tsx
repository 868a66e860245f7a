import type { Language } from '../../functions/kernel/language.ts'
import { day, hour, type Instant, millisecondsOf, minute } from '../../functions/kernel/time.ts'
import { joinText } from '../text/join.ts'

type CountdownProps = { label: string; now: Instant; until: Instant; language: Language }

/**
 * The time that is left, as it was when the page was made; the script keeps it going, with the words from the page.
 * What carries `data-reveal` shows up, and what carries `data-until-open` goes, when the time has come.
 */
export function Countdown({ label, now, until, language }: CountdownProps) {
  const { units } = joinText[language]
  return (
    <p
      class="countdown"
      data-countdown={millisecondsOf(until)}
      data-now={millisecondsOf(now)}
      data-units={JSON.stringify(units)}
    >
      <span class="countdown-label">{label}</span>
      <span class="countdown-time" role="timer">
        {timeLeft(millisecondsOf(until) - millisecondsOf(now), language)}
      </span>
    </p>
  )
}

/** The two largest units: `2 Tage 3 Stunden`, `29 Minuten 5 Sekunden`. */
export function timeLeft(milliseconds: number, language: Language): string {
  const { units } = joinText[language]
  const left = Math.max(0, milliseconds)
  const amounts = [
    { n: Math.floor(left / day), words: units.d },
    { n: Math.floor((left % day) / hour), words: units.h },
    { n: Math.floor((left % hour) / minute), words: units.m },
    { n: Math.floor((left % minute) / 1000), words: units.s },
  ]
  const largest = amounts.findIndex(({ n }) => n > 0)
  const from = largest < 0 ? 3 : largest
  return amounts
    .slice(from, from + 2)
    .map(({ n, words }) => `${n} ${words[n === 1 ? 0 : 1]}`)
    .join(' ')
}
