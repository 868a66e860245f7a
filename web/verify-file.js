// Compares a PDF with the checksums on the page. The file is read here and goes nowhere; words come from the page.
const compare = document.querySelector('[data-compare]')
const known = compare.dataset.compare.split(' ')
const words = JSON.parse(compare.dataset.words)
const drop = compare.querySelector('[data-drop]')
const field = compare.querySelector('input[type="file"]')
const place = compare.querySelector('[data-said]')

const mostBytes = 20 * 1024 * 1024

const say = (tone, text, name = '') => {
  const line = document.createElement('p')
  line.className = 'wrap'
  line.textContent = text.replace('{name}', () => name)
  place.className = `notice notice-${tone}`
  place.replaceChildren(line)
}

// Readers of PDF allow some bytes before the mark; nothing else begins like this.
const isPdf = (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')

const checksum = async (bytes) => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const verdict = async (file) => {
  if (file.size > mostBytes) return ['warning', words.unfit]
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!isPdf(bytes)) return ['warning', words.unfit]
  return known.includes(await checksum(bytes)) ? ['good', words.same] : ['warning', words.other]
}

// Only what was chosen last counts, however long another file takes to read.
let latest

const look = async (files) => {
  const [file] = files
  if (!file) return
  latest = file
  if (files.length > 1) return say('warning', words.several)
  say('info', words.reading)
  const [tone, text] = await verdict(file).catch(() => ['bad', words.broken])
  if (latest === file) say(tone, text, file.name)
}

// The same file, changed meanwhile, can be chosen once more.
field.addEventListener('click', () => {
  field.value = ''
})
field.addEventListener('change', () => look([...field.files]))

const light = (on) => drop.classList.toggle('drop-over', on)
drop.addEventListener('dragover', (event) => {
  event.preventDefault()
  light(true)
})
drop.addEventListener('dragleave', () => light(false))
drop.addEventListener('drop', (event) => {
  event.preventDefault()
  light(false)
  look([...event.dataTransfer.files])
})

// Browsers compute checksums only where the page came over a safe line.
if (globalThis.crypto?.subtle) compare.hidden = false
