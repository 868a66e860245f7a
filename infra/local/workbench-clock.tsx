import { Hono } from 'hono'
import { now } from '../../functions/aws/clock.ts'
import { textIn } from '../../functions/kernel/language.ts'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import {
  day,
  hour,
  type Instant,
  instantAtWallClock,
  minute,
  parseInstant,
  wallClockOf,
} from '../../functions/kernel/time.ts'
import { listSeminars } from '../../functions/seminar/seminar.table.ts'
import { after, type Ran } from './clock.ts'
import { type PlannedSession, plannedSessions } from './planned-rooms.ts'
import type { WorkbenchWorld } from './workbench.tsx'
import { Sheet } from './workbench-sheet.tsx'
import { longTime, shortTime, workbenchZone } from './workbench-words.ts'

/** The clock: what time the house believes it is, and buttons to let it pass. */
export function clockPages({ clock, table }: WorkbenchWorld): Hono {
  const pages = new Hono()

  pages.get('/time', async (c) => {
    const [coming, next, titles] = await Promise.all([clock.comingUp(12), nextSession(), titlesOf(table)])
    return c.html(<ClockPage coming={coming} next={next} titles={titles} />)
  })

  pages.post('/time', async (c) => {
    const form = await c.req.parseBody()
    const target = targetOf(String(form.to ?? ''), String(form.wall ?? ''))
    const moved = target && (await clock.advanceTo(target))
    const [next, titles] = await Promise.all([nextSession(), titlesOf(table)])
    return c.html(<MovedPage ran={moved?.ran} next={next} titles={titles} />, moved ? 200 : 422)
  })

  const nextSession = async () => (await plannedSessions(table, now()))[0]
  return pages
}

type Titles = ReadonlyMap<string, string>

const titlesOf = async (table: ReadingTable): Promise<Titles> =>
  new Map((await listSeminars(table)).map((seminar) => [seminar.id, textIn(seminar.title, 'en')]))

/** What ran, as a person would say it. */
const deeds: Record<string, (title: string) => string> = {
  sweep: (title) => `looks after the line of “${title}”`,
  invite: (title) => `sends the invites of “${title}”`,
  remind: (title) => `sends the reminders of “${title}”`,
  complete: (title) => `closes “${title}”`,
  issue: (title) => `issues the certificates of “${title}”`,
  'tell-cancelled': (title) => `tells everybody that “${title}” is cancelled`,
  'tell-moved': (title) => `tells everybody that “${title}” has moved`,
  'forget-answers': (title) => `looks which answers of “${title}” are to be deleted`,
}

function inWords(work: string, titles: Titles): string {
  const [task = '', seminarId = ''] = work.split(' ')
  const title = titles.get(seminarId)
  return (title && deeds[task]?.(title)) ?? work
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

type PageProps = { next: PlannedSession | undefined; titles: Titles }

const ClockPage = ({ coming, next, titles }: PageProps & { coming: Ran[] }) => (
  <Sheet title="Clock" place="/time">
    <div class="card">
      <p class="big">
        <time datetime={now()}>{longTime(now())}</time>
      </p>
      <p class="quiet">
        In {workbenchZone}. Time runs by itself and can be moved forward, never back; everything that falls
        due on the way happens in its order.
      </p>
      <MoveForms next={next} />
    </div>
    <h2>What falls due next</h2>
    <RanList ran={coming} titles={titles} empty="Nothing waits." />
  </Sheet>
)

const MoveForms = ({ next }: Pick<PageProps, 'next'>) => {
  const wall = wallClockOf(now(), workbenchZone)
  const button = next && sessionButton(next)
  return (
    <>
      <form method="post" action="/time" class="buttons">
        {button && (
          <button type="submit" name="to" value={button.to} class="main">
            {button.label}
          </button>
        )}
        <button type="submit" name="to" value="hour">
          + 1 hour
        </button>
        <button type="submit" name="to" value="day">
          + 1 day
        </button>
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
    </>
  )
}

const MovedPage = ({ ran, next, titles }: PageProps & { ran: Ran[] | undefined }) => (
  <Sheet title={ran ? 'Time has moved' : 'Time stays'} place="/time">
    <div class="card">
      <p class="big" role="status">
        {longTime(now())}
      </p>
      {!ran && <p>That time is past or does not exist. The clock moves forward only.</p>}
      <p>
        <a href="/mailbox">To the mailbox</a>
      </p>
      <MoveForms next={next} />
    </div>
    {ran && <h2>What ran on the way</h2>}
    {ran && <RanList ran={ran} titles={titles} empty="Nothing fell due." />}
  </Sheet>
)

const RanList = ({ ran, titles, empty }: { ran: Ran[]; titles: Titles; empty: string }) =>
  ran.length === 0 ? (
    <p class="quiet">{empty}</p>
  ) : (
    <ul class="card rows">
      {ran.map(({ at, work }) => (
        <li>
          {inWords(work, titles)}
          <time class="quiet" datetime={at}>
            {' '}
            {shortTime(at)}
          </time>
        </li>
      ))}
    </ul>
  )
