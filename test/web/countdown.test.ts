import { describe, expect, it } from 'vitest'
import { languages } from '../../functions/kernel/language.ts'
import { day, hour, minute } from '../../functions/kernel/time.ts'
import { timeLeft } from '../../web/parts/countdown.tsx'
import { joinText } from '../../web/text/join.ts'
import { file } from './open-doors.ts'

const script = new TextDecoder().decode(file('countdown.js'))

/** Runs the script on a page with one countdown, in a browser whose clock goes wrong by a day. */
function runScript({ left, language }: { left: number; language: (typeof languages)[number] }) {
  let browserTime = 5_000_000
  const serverTime = browserTime + day
  const time = { textContent: '' }
  const countdown = {
    dataset: {
      countdown: String(serverTime + left),
      now: String(serverTime),
      units: JSON.stringify(joinText[language].units),
    },
    hidden: false,
    querySelector: () => time,
  }
  const button = { hidden: true }
  const waiting = { hidden: false }
  const found: Record<string, unknown[]> = {
    '[data-countdown]': [countdown],
    '[data-reveal]': [button],
    '[data-until-open]': [waiting],
  }
  const ticks: { run: () => void; after: number }[] = []
  new Function('document', 'Date', 'setTimeout', script)(
    { querySelectorAll: (selector: string) => found[selector] ?? [] },
    { now: () => browserTime },
    (run: () => void, after: number) => ticks.push({ run, after }),
  )
  const tick = () => {
    const next = ticks.shift()
    if (!next) return false
    browserTime += next.after
    next.run()
    return true
  }
  return { time, countdown, button, waiting, tick }
}

describe('the countdown', () => {
  it('says the same in the browser as on the page that was sent, in every language', () => {
    for (const language of languages)
      for (const left of [2 * day + 3 * hour, day, hour + minute, 29 * minute + 5000, 61_000, 59_000, 1000])
        expect(runScript({ left, language }).time.textContent).toBe(timeLeft(left, language))
  })

  it('names the two largest units in the right number', () => {
    expect(timeLeft(day + hour, 'de')).toBe('1 Tag 1 Stunde')
    expect(timeLeft(2 * hour + minute, 'en')).toBe('2 hours 1 minute')
    expect(timeLeft(90_000, 'tr')).toBe('1 dakika 30 saniye')
    expect(timeLeft(-5, 'en')).toBe('0 seconds')
  })

  it('counts by the server’s clock and shows the button when the time has come', () => {
    const page = runScript({ left: 3000, language: 'de' })
    expect([page.time.textContent, page.button.hidden]).toEqual(['3 Sekunden', true])
    page.tick()
    expect(page.time.textContent).toBe('2 Sekunden')
    while (page.tick()) expect(page.time.textContent).not.toContain('-')
    expect(page).toMatchObject({
      button: { hidden: false },
      waiting: { hidden: true },
      countdown: { hidden: true },
    })
  })
})
