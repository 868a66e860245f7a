// Tries out browser, camera, microphone, loudspeaker and connection, each after a press. Words come from the page.
// Nothing is kept or sent: picture and sound stay here, and only the time of a few answers of our own server is taken.
const check = document.querySelector('[data-check]')
const words = JSON.parse(check.dataset.words)
const part = (name) => check.querySelector(`[data-${name}]`)
const results = {}

const filled = (text, values = {}) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')

const say = (name, tone, text) => {
  const place = check.querySelector(`[data-said="${name}"]`)
  const line = document.createElement('p')
  line.textContent = text
  place.className = `notice notice-${tone}`
  place.replaceChildren(line)
}

const press = (name, deed) => {
  const button = check.querySelector(`[data-press="${name}"]`)
  button.addEventListener('click', deed)
  return button
}

// ---- the verdict: the first line that holds

const tests = {
  browser: ['browser'],
  devices: ['camera', 'microphone'],
  speaker: ['speaker'],
  speed: ['speed'],
}
const titleOf = (name) => document.getElementById(`test-${name}`).textContent

const judge = () => {
  const is = (name, result) => results[name] === result
  const open = Object.keys(tests).filter((name) => tests[name].some((one) => results[one] === undefined))
  const lines = [
    [is('browser', 'bad'), 'bad', words.verdictBrowser],
    [open.length > 0, 'info', filled(words.verdictOpen, { open: open.map(titleOf).join(', ') })],
    [is('speed', 'bad'), 'bad', words.verdictSpeed],
    [is('speaker', 'bad'), 'bad', words.verdictSpeaker],
    [is('microphone', 'bad'), 'warning', words.verdictMicrophone],
    [is('speed', 'part'), 'warning', words.verdictSlow],
    [is('camera', 'bad'), 'good', words.verdictCamera],
    [true, 'good', words.verdictGood],
  ]
  const [, tone, text] = lines.find(([holds]) => holds)
  say('verdict', tone, text)
}

const note = (found) => {
  Object.assign(results, found)
  judge()
}

// ---- browser

const tryBrowser = () => {
  const hasRooms = 'RTCPeerConnection' in window
  const good = window.isSecureContext && hasRooms && navigator.mediaDevices !== undefined
  const trouble = window.isSecureContext ? words.browserOld : words.browserInsecure
  say('browser', good ? 'good' : 'bad', good ? words.browserGood : trouble)
  note({ browser: good ? 'good' : 'bad' })
}

// ---- camera and microphone

const refusals = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

// Whoever has only one of the two gets that one, and hears why not the other.
const openDevices = async () => {
  const ask = (wish) => navigator.mediaDevices.getUserMedia(wish)
  try {
    return { stream: await ask({ video: true, audio: true }) }
  } catch (fault) {
    if (refusals[fault.name] === 'denied') return { fault }
    for (const wish of [{ audio: true }, { video: true }]) {
      try {
        return { stream: await ask(wish), fault }
      } catch {}
    }
    return { fault }
  }
}

let running

const stopDevices = () => {
  if (!running) return
  clearInterval(running.timer)
  running.sound?.close()
  for (const track of running.stream.getTracks()) track.stop()
  running = undefined
  part('preview').srcObject = null
  part('live').hidden = true
}

const tryDevices = async () => {
  stopDevices()
  say('devices', 'info', words.devicesAsking)
  const { stream, fault } = navigator.mediaDevices ? await openDevices() : { fault: new Error('no devices') }
  const trouble = fault ? words[refusals[fault.name] ?? 'broken'] : ''
  if (!stream) {
    say('devices', 'bad', trouble)
    return note({ camera: 'bad', microphone: 'bad' })
  }
  stopDevices()
  const [camera] = stream.getVideoTracks()
  const [microphone] = stream.getAudioTracks()
  const names = { camera: camera?.label || words.unnamed, microphone: microphone?.label || words.unnamed }
  const which = camera && microphone ? words.devicesGood : camera ? words.cameraOnly : words.microphoneOnly
  say('devices', trouble ? 'warning' : 'good', `${filled(which, names)} ${trouble}`.trim())
  running = { stream }
  part('live').hidden = false
  stopButton.hidden = false
  part('preview').hidden = !camera
  part('preview').srcObject = stream
  if (camera) part('preview').play()
  part('level').hidden = !microphone
  note({ camera: camera ? 'good' : 'bad', microphone: microphone ? undefined : 'bad' })
  if (microphone) listen(stream)
}

// How loud a reading is, from 0 (-60 dB and less) to 100.
const loudness = (samples) => {
  const power = samples.reduce((sum, one) => sum + one * one, 0) / samples.length
  return Math.max(0, Math.min(100, (100 * (60 + 10 * Math.log10(power + 1e-12))) / 60))
}

const patience = 10_000
const silence = 15

// The microphone counts as working when something was heard, and as not working when nothing was for ten seconds.
const listen = (stream) => {
  const sound = new AudioContext()
  const analyser = sound.createAnalyser()
  sound.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const since = performance.now()
  const heard = (text, result) => {
    if (results.microphone === result) return
    part('heard').textContent = text
    note({ microphone: result })
  }
  part('heard').textContent = words.levelWaiting
  const read = () => {
    analyser.getFloatTimeDomainData(samples)
    const level = loudness(samples)
    part('level').value = level
    if (level > silence) heard(words.levelHeard, 'good')
    else if (performance.now() - since > patience && results.microphone !== 'good')
      heard(words.levelSilent, 'bad')
  }
  running = { stream, sound, timer: setInterval(read, 100) }
}

press('devices', tryDevices)
const stopButton = press('stop', () => {
  stopDevices()
  say('devices', 'info', words.devicesStopped)
  check.querySelector('[data-press="devices"]').focus()
  stopButton.hidden = true
})

// ---- loudspeaker

const playTone = async () => {
  try {
    const sound = new AudioContext()
    await sound.resume()
    const tone = new OscillatorNode(sound, { frequency: 523 })
    const volume = new GainNode(sound, { gain: 0.25 })
    tone.connect(volume).connect(sound.destination)
    tone.onended = () => sound.close()
    tone.start()
    tone.stop(sound.currentTime + 1)
    say('speaker', 'info', words.tonePlaying)
    part('question').hidden = false
  } catch {
    say('speaker', 'bad', words.toneImpossible)
    note({ speaker: 'bad' })
  }
}

const heardTone = (result) => () => {
  say('speaker', result, result === 'good' ? words.speakerGood : words.speakerBad)
  note({ speaker: result })
}

press('speaker', playTone)
press('yes', heardTone('good'))
press('no', heardTone('bad'))

// ---- connection

const rounds = 4
const slowest = 20_000

const fetchTimed = async (address) => {
  const begun = performance.now()
  const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(slowest) })
  if (!answer.ok) throw new Error('no answer')
  const { byteLength } = await answer.arrayBuffer()
  return { bytes: byteLength, time: performance.now() - begun }
}

// The first answer is not counted: a server that slept takes its time with it.
const repeat = async (address) => {
  await fetchTimed(address)
  const taken = []
  for (let i = 0; i < rounds; i++) taken.push(await fetchTimed(address))
  return taken.sort((a, b) => a.time - b.time)[Math.floor(rounds / 2)]
}

// What video meetings ask for, with some air: 2 Mbit/s for pictures of several people, 0.3 for sound and slides.
const verdictOf = ({ mbit, ms }) => {
  if (mbit >= 2 && ms <= 300) return 'good'
  return mbit >= 0.3 && ms <= 800 ? 'part' : 'bad'
}

const tones = { good: 'good', part: 'warning', bad: 'bad' }
const saidOf = { good: words.speedGood, part: words.speedPart, bad: words.speedBad }

const trySpeed = async () => {
  say('speed', 'info', words.speedRunning)
  try {
    const { time: ms } = await repeat(check.dataset.icon)
    const { bytes, time } = await repeat('/check/sample')
    const mbit = (bytes * 8) / 1000 / Math.max(time - ms, 1)
    const number = (value, digits) =>
      value.toLocaleString(check.dataset.language, { maximumFractionDigits: digits })
    const verdict = verdictOf({ mbit, ms })
    say('speed', tones[verdict], filled(saidOf[verdict], { mbit: number(mbit, 1), ms: number(ms, 0) }))
    note({ speed: verdict })
  } catch {
    say('speed', 'bad', words.speedNone)
    note({ speed: 'bad' })
  }
}

let measuring = false
press('speed', async () => {
  if (measuring) return
  measuring = true
  await trySpeed()
  measuring = false
})

for (const note of document.querySelectorAll('[data-without-script]')) note.hidden = true
check.hidden = false
tryBrowser()
