import { Hono } from 'hono'
import { now } from '../../functions/aws/clock.ts'
import { textIn } from '../../functions/kernel/language.ts'
import { longSpan } from '../../functions/kernel/time.ts'
import type { RunningMeeting } from './meeting-servers/practice-servers.ts'
import { type PlannedSession, plannedSessions } from './planned-rooms.ts'
import type { Visitor } from './room-presence.ts'
import type { WorkbenchWorld } from './workbench.tsx'
import { Sheet } from './workbench-sheet.tsx'
import { shortTime } from './workbench-words.ts'

/** The practice rooms: who is in which, and a way to close one. */
export function roomPages({ presence, servers, table }: WorkbenchWorld): Hono {
  const pages = new Hono()

  pages.get('/meetings', async (c) => {
    const planned = await plannedSessions(table, now())
    const rooms = planned.filter(({ session }) => session.place.kind === 'room')
    return c.html(<RoomList rooms={rooms} inside={presence.rooms()} running={servers.running()} />)
  })

  pages.get('/meetings/:session', async (c) => {
    const sessionId = c.req.param('session')
    const planned = await plannedSessions(table, now())
    const room = planned.find(({ session }) => session.id === sessionId)
    const inside = presence.inside(sessionId)
    if (!room && inside.length === 0) return c.html(<NoRoom />, 404)
    return c.html(<OneRoom sessionId={sessionId} room={room} inside={inside} />)
  })

  pages.post('/meetings/:session/close', (c) => {
    presence.empty(c.req.param('session'))
    return c.redirect(`/meetings/${encodeURIComponent(c.req.param('session'))}`, 303)
  })
  return pages
}

const countOf = (inside: Visitor[] | undefined): number =>
  new Set(inside?.map(({ enrollmentId }) => enrollmentId)).size

const Nobody = () => (
  <p class="quiet">
    People come in through the join link in their invitation: move the <a href="/time">clock</a> to the next
    session and open an invitation in the <a href="/mailbox">mailbox</a>.
  </p>
)

type RoomListProps = {
  rooms: PlannedSession[]
  inside: Map<string, Visitor[]>
  running: readonly RunningMeeting[]
}

const RoomList = ({ rooms, inside, running }: RoomListProps) => (
  <Sheet title="Rooms" place="/meetings">
    <Nobody />
    {rooms.length === 0 ? (
      <p class="card">No published seminar has a session in a room ahead.</p>
    ) : (
      <ul class="card rows">
        {rooms.map(({ seminar, session }) => (
          <li>
            <a href={`/meetings/${session.id}`}>{textIn(seminar.title, 'en')}</a>
            <span class="quiet">
              {longSpan(session.start, session.end, seminar.zone, 'en')} · {countOf(inside.get(session.id))}{' '}
              inside
            </span>
          </li>
        ))}
      </ul>
    )}
    <h2>Practice meeting servers</h2>
    <p class="quiet">
      BigBlueButton, Jitsi and Zoom stand here, too, as far as the house speaks with them. A session takes
      place there when its form in the office says so.
    </p>
    {running.length === 0 ? (
      <p class="card">No meeting goes on there.</p>
    ) : (
      <ul class="card rows">
        {running.map(({ server, title, inside: names }) => (
          <li>
            {title}
            <span class="quiet">
              {server} · {names.length === 0 ? 'nobody inside' : names.join(', ')}
            </span>
          </li>
        ))}
      </ul>
    )}
  </Sheet>
)

const OneRoom = (props: { sessionId: string; room: PlannedSession | undefined; inside: Visitor[] }) => {
  const { sessionId, room, inside } = props
  return (
    <Sheet title={room ? textIn(room.seminar.title, 'en') : (inside[0]?.title ?? 'Room')} place="/meetings">
      {room && <p class="quiet">{longSpan(room.session.start, room.session.end, room.seminar.zone, 'en')}</p>}
      <h2>Who is inside</h2>
      {inside.length === 0 ? (
        <Nobody />
      ) : (
        <ul class="card rows">
          {inside.map((visitor) => (
            <li>
              {visitor.name}
              <span class="quiet">
                since {shortTime(visitor.enteredAt)}, {visitor.beats ? 'page says it is there' : 'by button'}
              </span>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`/meetings/${encodeURIComponent(sessionId)}/close`}>
        <button type="submit">Close the room: everybody leaves now</button>
      </form>
    </Sheet>
  )
}

const NoRoom = () => (
  <Sheet title="No such room" place="/meetings">
    <p>
      That session is over or was never planned. <a href="/meetings">All rooms</a>
    </p>
  </Sheet>
)
