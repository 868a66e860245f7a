// Downloads several files one after the other after a press, and says how far it is. Words come from the page.
const collect = document.querySelector('[data-collect]')
const words = JSON.parse(collect.dataset.collect)
const links = [...document.querySelectorAll('[data-files] a')]

const made = (name, properties) => Object.assign(document.createElement(name), properties)
const button = made('button', {
  type: 'button',
  className: 'button button-primary',
  textContent: words.collect,
})
const progress = made('progress', { max: links.length, value: 0, hidden: true, ariaLabel: words.collect })
const said = made('p', { role: 'status' })
collect.append(button, progress, said)

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')

const nameIn = (response) =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'certificates.zip'

const save = async (link) => {
  const response = await fetch(link.href)
  if (!response.ok) throw new Error(String(response.status))
  const href = URL.createObjectURL(await response.blob())
  made('a', { href, download: nameIn(response) }).click()
  // The browser needs the address until it has begun to write.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}

button.addEventListener('click', async () => {
  button.disabled = true
  progress.hidden = false
  progress.value = 0
  said.textContent = ''
  try {
    for (const [i, link] of links.entries()) {
      await save(link)
      progress.value = i + 1
      said.textContent = filled(words.collecting, { done: i + 1, of: links.length })
    }
    said.textContent = words.collected
  } catch {
    said.textContent = words.failed
  }
  button.disabled = false
})
