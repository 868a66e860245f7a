import type { Child } from 'hono/jsx'
import { Page } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import type { PageSetting } from '../parts/setting.ts'
import type { CheckText } from '../text/check.de.ts'
import { checkText } from '../text/check.ts'

/** How to take part, to read; and, where scripts run, camera, microphone, loudspeaker and connection to try out. */
export function CheckPage({ setting }: { setting: PageSetting }) {
  const text = checkText[setting.language]
  const script = <script type="module" src={`/assets/check.js?v=${setting.cssVersion}`} />
  return (
    <Page setting={setting} title={text.title} head={script}>
      <div class="reading">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <div data-without-script="">
          <Notice>
            <p>{text.withoutScript}</p>
          </Notice>
        </div>
        <Tests setting={setting} text={text} />
        <HowToJoin text={text} email={setting.organisation.email} />
      </div>
    </Page>
  )
}

/** The script shows these; what it says comes from `data-words`. */
function Tests({ setting, text }: { setting: PageSetting; text: CheckText }) {
  const { devices, speaker, speed } = text
  return (
    <div
      data-check=""
      data-language={setting.language}
      data-icon={`/assets/icon.svg?v=${setting.cssVersion}`}
      data-words={JSON.stringify(text.said)}
      hidden
    >
      <h2>{text.tests}</h2>
      <p>{text.private}</p>
      <Test name="browser" title={text.browser.title} />
      <Test name="devices" title={devices.title} words={devices.text}>
        <p class="button-row">
          <Press name="devices" label={devices.start} />
          <Press name="stop" label={devices.stop} kind="quiet" hidden />
        </p>
        <div class="check-live" data-live="" hidden>
          <p class="small">{devices.preview}</p>
          <video class="check-picture" data-preview="" muted playsinline />
          <p class="small" id="level">
            {devices.level}
          </p>
          <meter data-level="" min={0} max={100} value={0} aria-labelledby="level" />
          <p data-heard="" role="status" />
        </div>
      </Test>
      <Test name="speaker" title={speaker.title} words={speaker.text}>
        <p>
          <Press name="speaker" label={speaker.start} />
        </p>
        <div data-question="" hidden>
          <p id="heard">{speaker.question}</p>
          <p class="button-row">
            <Press name="yes" label={speaker.yes} describedBy="heard" />
            <Press name="no" label={speaker.no} kind="quiet" describedBy="heard" />
          </p>
        </div>
      </Test>
      <Test name="speed" title={speed.title} words={speed.text}>
        <p>
          <Press name="speed" label={speed.start} />
        </p>
      </Test>
      <section class="panel panel-first" aria-labelledby="test-verdict">
        <h3 id="test-verdict">{text.verdict}</h3>
        <div data-said="verdict" role="status" />
      </section>
    </div>
  )
}

type TestProps = { name: string; title: string; words?: string; children?: Child }

function Test({ name, title, words, children }: TestProps) {
  return (
    <section class="panel" aria-labelledby={`test-${name}`}>
      <h3 id={`test-${name}`}>{title}</h3>
      {words && <p>{words}</p>}
      {children}
      <div data-said={name} role="status" />
    </section>
  )
}

type PressProps = {
  name: string
  label: string
  kind?: 'primary' | 'quiet'
  hidden?: boolean
  describedBy?: string
}

function Press({ name, label, kind = 'primary', hidden, describedBy }: PressProps) {
  return (
    <button
      type="button"
      class={`button button-${kind}`}
      data-press={name}
      hidden={hidden}
      aria-describedby={describedBy}
    >
      {label}
    </button>
  )
}

function HowToJoin({ text, email }: { text: CheckText; email: string }) {
  const { how } = text
  return (
    <>
      <h2>{how.title}</h2>
      <ol>
        {how.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <Lists lists={how.ways} />
      <h2>{how.help}</h2>
      <Lists lists={how.troubles} />
      {email && <p>{how.contact(email)}</p>}
    </>
  )
}

function Lists({ lists }: { lists: CheckText['how']['ways'] }) {
  return (
    <>
      {lists.map(({ title, list }) => (
        <>
          <h3>{title}</h3>
          <ul class="ticks">
            {list.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}
