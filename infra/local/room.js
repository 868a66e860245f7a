// The practice room with a script: enters by itself, says every ten seconds that somebody is still here, and leaves
// when the page goes. Without it the buttons do the same.
const room = document.querySelector('[data-room]')
const at = (path) => new URL(`/rooms/${room.dataset.session}/${path}`, location.origin)
const send = (path, fields) => fetch(at(path), { method: 'POST', body: new URLSearchParams(fields) })

async function enter() {
  const response = await send('enter', { pass: room.dataset.pass, script: 'yes' })
  if (!response.ok) return
  const { device } = await response.json()
  const inside = new URL(location.href)
  inside.searchParams.delete('left')
  inside.searchParams.set('device', device)
  location.replace(inside)
}

async function beat() {
  const response = await send('beat', { device: room.dataset.device }).catch(() => undefined)
  // Down for a moment: the next beat tries again.
  if (!response || response.status >= 500) return
  if (response.status === 410) {
    const door = new URL(location.href)
    door.searchParams.delete('device')
    location.replace(door)
    return
  }
  const { present, time } = await response.json()
  document.querySelector('[data-time]').textContent = time
  const list = document.querySelector('[data-present]')
  list.replaceChildren(
    ...present.map((name) => Object.assign(document.createElement('li'), { textContent: name })),
  )
}

if (room.dataset.room === 'door') enter()
if (room.dataset.room === 'inside') {
  beat()
  setInterval(beat, 10_000)
  addEventListener('pagehide', () =>
    navigator.sendBeacon(at('leave'), new URLSearchParams({ device: room.dataset.device })),
  )
}
addEventListener('pageshow', (event) => event.persisted && location.reload())
