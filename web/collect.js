// Downloads several files one after the other after a press, and says how far it is. Words come from the page.
const collect = document.querySelector('[data-collect]')
const words = JSON.parse(collect.dataset.collect)
const button = collect.querySelector('button')
const progress = collect.querySelector('progress')
const said = collect.querySelector('[data-said]')
const links = [...document.querySelectorAll('[data-files] a')]

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')

const nameIn = (response) =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'certificates.zip'

const save = async (link) => {
  const response = await fetch(link.href)
  if (!response.ok) throw new Error(String(response.status))
  const file = document.createElement('a')
  file.href = URL.createObjectURL(await response.blob())
  file.download = nameIn(response)
  file.click()
  // The browser needs the address until it has begun to write.
  setTimeout(() => URL.revokeObjectURL(file.href), 60_000)
}

button.addEventListener('click', async () => {
  button.disabled = true
  progress.hidden = false
  progress.value = 0
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

collect.hidden = false
