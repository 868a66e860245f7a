import { Hono } from 'hono'
import { now } from '../../functions/aws/clock.ts'
import { type FaultMode, faultModes } from './faults.ts'
import type { OpenedMail } from './mail-store.ts'
import { type PartName, type PartSwitch, partNames } from './part-mode.ts'
import type { WorkbenchWorld } from './workbench.tsx'
import { MailLine, Sheet } from './workbench-sheet.tsx'
import { longTime, shortTime } from './workbench-words.ts'

/** The start page, and the switches that break parts on purpose. */
export function startPages({ origins, store, parts, switches, presence }: WorkbenchWorld): Hono {
  const pages = new Hono()

  pages.get('/', async (c) => {
    const newest = await Promise.all(store.list().slice(-4).toReversed().map(store.open))
    const inside = [...presence.rooms().values()].flat().length
    const up = await parts()
    return c.html(<Start origins={origins} newest={newest} inside={inside} up={up} />)
  })

  pages.get('/parts', async (c) => c.html(<Parts up={await parts()} switches={switches} />))

  pages.post('/parts', async (c) => {
    const form = await c.req.parseBody()
    const part = partNames.find((name) => name === form.part)
    const mode = faultModes.find((name) => name === form.mode)
    if (!part || !mode) return c.text('unknown part or mode\n', 422)
    switches[part].mode = mode
    return c.redirect('/parts', 303)
  })
  return pages
}

type StartProps = {
  origins: WorkbenchWorld['origins']
  newest: OpenedMail[]
  inside: number
  up: Record<string, boolean>
}

const Start = ({ origins, newest, inside, up }: StartProps) => {
  const down = Object.entries(up).flatMap(([part, answers]) => (answers ? [] : [part]))
  return (
    <Sheet title="Start" place="/">
      <div class="cards">
        <section class="card">
          <h2>The house</h2>
          <ul class="rows">
            <li>
              <a href={origins.public}>Catalog</a>
              <span class="quiet">what participants see: find a seminar, enroll</span>
            </li>
            <li>
              <a href={`${origins.public}/office`}>Office</a>
              <span class="quiet">
                for coordinators; <a href="/people">whom to sign in as</a>
              </span>
            </li>
          </ul>
        </section>
        <section class="card">
          <h2>Clock</h2>
          <p class="big">
            <time datetime={now()}>{longTime(now())}</time>
          </p>
          <p>
            <a href="/time">Let time pass</a>
          </p>
        </section>
        <section class="card">
          <h2>Newest mail</h2>
          {newest.length === 0 ? (
            <p class="quiet">No mail yet.</p>
          ) : (
            <ul class="rows">
              {newest.map((mail) => (
                <MailLine mail={mail} time={shortTime(mail.sentAt)} />
              ))}
            </ul>
          )}
          <p>
            <a href="/mailbox">Mailbox</a>
          </p>
        </section>
        <section class="card">
          <h2>Rooms and parts</h2>
          <p>
            <a href="/meetings">Rooms</a>: {inside === 0 ? 'nobody inside' : `${inside} inside`}
          </p>
          <p>
            <a href="/parts">Parts</a>:{' '}
            {down.length === 0 ? (
              <span class="state-good">all up</span>
            ) : (
              <span class="state-bad">not well: {down.join(', ')}</span>
            )}
          </p>
        </section>
      </div>
    </Sheet>
  )
}

const meaning: Record<FaultMode, string> = {
  ok: 'Works',
  down: 'Broken',
  slow: 'Slow',
  throttle: 'Turns away',
}

const standsFor: Record<PartName, string> = {
  mail: 'stands in for SES: takes mails',
  meeting: 'the practice rooms',
  openid: 'stands in for Cognito: signs people in',
  database: 'stands in for DynamoDB',
}

const Parts = (props: { up: Record<string, boolean>; switches: Record<PartName, PartSwitch> }) => (
  <Sheet title="Parts and faults" place="/parts">
    <p>Break a part on purpose and see what the house makes of it. A restart mends everything.</p>
    <div class="cards">
      {partNames.map((part) => (
        <section class="card">
          <h2>{part}</h2>
          <p class="quiet">{standsFor[part]}</p>
          <form method="post" action="/parts" class="buttons">
            <input type="hidden" name="part" value={part} />
            {faultModes.map((mode) => (
              <button
                type="submit"
                name="mode"
                value={mode}
                aria-pressed={props.switches[part].mode === mode ? 'true' : 'false'}
              >
                {meaning[mode]}
              </button>
            ))}
          </form>
        </section>
      ))}
    </div>
    <h2>What answers now</h2>
    <ul class="card rows">
      {Object.entries(props.up).map(([part, answers]) => (
        <li>
          {part}: <span class={answers ? 'state-good' : 'state-bad'}>{answers ? 'up' : 'not well'}</span>
        </li>
      ))}
    </ul>
  </Sheet>
)
