// Keeps the times of a page going: counts down in the page's language and shows the button when the time has come.
// The page works without it. Words come from the page; the server's clock counts, not the reader's.
for (const countdown of document.querySelectorAll('[data-countdown]')) {
  const until = Number(countdown.dataset.countdown)
  const ahead = Number(countdown.dataset.now) - Date.now()
  const units = JSON.parse(countdown.dataset.units)
  const time = countdown.querySelector('[role="timer"]')
  const steps = [
    [86400000, units.d],
    [3600000, units.h],
    [60000, units.m],
    [1000, units.s],
  ]

  const words = (left) => {
    const amounts = steps.map(([size], i) => Math.floor((i === 0 ? left : left % steps[i - 1][0]) / size))
    const largest = amounts.findIndex((n) => n > 0)
    const from = largest < 0 ? 3 : largest
    return amounts
      .slice(from, from + 2)
      .map((n, i) => `${n} ${steps[from + i][1][n === 1 ? 0 : 1]}`)
      .join(' ')
  }

  const reveal = () => {
    for (const waiting of document.querySelectorAll('[data-until-open]')) waiting.hidden = true
    for (const ready of document.querySelectorAll('[data-reveal]')) ready.hidden = false
    countdown.hidden = true
  }

  const tick = () => {
    const left = until - (Date.now() + ahead)
    if (left <= 0) return reveal()
    time.textContent = words(left)
    setTimeout(tick, 1000 - ((Date.now() + ahead) % 1000))
  }
  tick()
}
