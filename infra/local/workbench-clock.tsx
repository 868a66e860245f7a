import { Hono } from 'hono'
import { now } from '../../functions/aws/clock.ts'
import { textIn } from '../../functions/kernel/language.ts'
import {
  day,
  hour,
  type Instant,
  instantAtWallClock,
  minute,
  parseInstant,
  wallClockOf,
} from '../../functions/kernel/time.ts'
import { after, type Ran } from './clock.ts'
import { type PlannedSession, plannedSessions } from './planned-rooms.ts'
import type { WorkbenchWorld } from './workbench.tsx'
import { Sheet } from './workbench-sheet.tsx'
import { longTime, shortTime, workbenchZone } from './workbench-words.ts'

/** The clock: what time the house believes it is, and buttons to let it pass. */
export function clockPages({ clock, table }: WorkbenchWorld): Hono {
  const pages = new Hono()

  pages.get('/time', async (c) => {
    const [coming, planned] = await Promise.all([clock.comingUp(12), plannedSessions(table, now())])
    return c.html(<ClockPage coming={coming} next={planned[0]} />)
  })

  pages.post('/time', async (c) => {
    const form = await c.req.parseBody()
    const target = targetOf(String(form.to ?? ''), String(form.wall ?? ''))
    const moved = target && (await clock.advanceTo(target))
    return c.html(<MovedPage ran={moved?.ran} />, moved ? 200 : 422)
  })
  return pages
}

/** A button says a span or an instant; the field says a time on the wall. */
function targetOf(to: string, wall: string): Instant | undefined {
  if (to === 'hour') return after(now(), hour)
  if (to === 'day') return after(now(), day)
  if (to !== 'wall') return parseInstant(to)
  const [date = '', time = ''] = wall.split('T')
  return instantAtWallClock({ date, time: time.slice(0, 5) }, workbenchZone)
}

/** Ten minutes before a session starts, when its door is open; its end once it is running. */
const sessionButton = ({ seminar, session }: PlannedSession): { to: Instant; label: string } => {
  const title = textIn(seminar.title, 'en')
  const before = after(session.start, -10 * minute)
  return before > now()
    ? { to: before, label: `To the next session: 10 minutes before “${title}”` }
    : { to: session.end, label: `To the end of the session “${title}”` }
}

const ClockPage = ({ coming, next }: { coming: Ran[]; next: PlannedSession | undefined }) => {
  const wall = wallClockOf(now(), workbenchZone)
  const button = next && sessionButton(next)
  return (
    <Sheet title="Clock" place="/time">
      <div class="card">
        <p class="big">
          <time datetime={now()}>{longTime(now())}</time>
        </p>
        <p class="quiet">
          In {workbenchZone}. Time runs by itself and can be moved forward, never back; everything that falls
          due on the way happens in its order.
        </p>
        <form method="post" action="/time" class="buttons">
          <button type="submit" name="to" value="hour">
            + 1 hour
          </button>
          <button type="submit" name="to" value="day">
            + 1 day
          </button>
          {button && (
            <button type="submit" name="to" value={button.to}>
              {button.label}
            </button>
          )}
        </form>
        <form method="post" action="/time" class="inline">
          <label>
            To a time of your own
            <input type="datetime-local" name="wall" required value={`${wall.date}T${wall.time}`} />
          </label>
          <button type="submit" name="to" value="wall">
            Move
          </button>
        </form>
      </div>
      <h2>What falls due next</h2>
      <RanList ran={coming} empty="Nothing waits." />
    </Sheet>
  )
}

const MovedPage = ({ ran }: { ran: Ran[] | undefined }) => (
  <Sheet title={ran ? 'Time has moved' : 'Time stays'} place="/time">
    <div class="card" role="status">
      <p class="big">{longTime(now())}</p>
      {!ran && <p>That time is past or does not exist. The clock moves forward only.</p>}
      <p>
        <a href="/time">Back to the clock</a> · <a href="/mailbox">to the mailbox</a>
      </p>
    </div>
    {ran && <h2>What ran on the way</h2>}
    {ran && <RanList ran={ran} empty="Nothing fell due." />}
  </Sheet>
)

const RanList = ({ ran, empty }: { ran: Ran[]; empty: string }) =>
  ran.length === 0 ? (
    <p class="quiet">{empty}</p>
  ) : (
    <ul class="card rows">
      {ran.map(({ at, work }) => (
        <li>
          {work}
          <time class="quiet" datetime={at}>
            {' '}
            {shortTime(at)}
          </time>
        </li>
      ))}
    </ul>
  )
