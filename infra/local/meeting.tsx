import { Hono } from 'hono'
import { now } from '../../functions/aws/clock.ts'
import { type Language, preferredLanguage } from '../../functions/kernel/language.ts'
import { sameSecret } from '../../functions/kernel/secret.ts'
import { clockTime } from '../../functions/kernel/time.ts'
import {
  type Pass,
  readGenuinePass,
  readPass,
  roomIdOf,
  roomPath,
  signedClosing,
} from '../../functions/session/meeting/room.meeting.ts'
import { dawdle, type PartSwitch } from './part-mode.ts'
import type { Presence, Visitor } from './room-presence.ts'
import { roomText } from './room-text.ts'
import { Document } from './workbench-sheet.tsx'

/** The zone whose wall clock hangs in the room; a pass does not name one. */
const zone = 'Europe/Berlin'

type World = { presence: Presence; partSwitch: PartSwitch; roomKey: () => Promise<string> }

/** The practice room: behaves like a meeting server, so that a join link leads somewhere. */
export function meetingDoor({ presence, partSwitch, roomKey }: World): Hono {
  const door = new Hono()
  const passFor = async (roomId: string, text: string): Promise<Pass | undefined> => {
    const pass = await readPass(await roomKey(), text, now())
    return pass && roomIdOf(pass) === roomId && !presence.isClosed(roomId) ? pass : undefined
  }

  door.use('/rooms/:room/*', async (c, next) => {
    if (partSwitch.mode === 'down') return c.text('The room is down.\n', 503)
    if (partSwitch.mode === 'throttle') return c.text('Too many requests.\n', 429)
    if (partSwitch.mode === 'slow') await dawdle()
    return next()
  })

  door.get('/rooms/:room', async (c) => {
    const roomId = c.req.param('room')
    const text = c.req.query('pass') ?? ''
    const pass = await passFor(roomId, text)
    if (!pass) {
      const former = await readGenuinePass(await roomKey(), text)
      if (former && roomIdOf(former) === roomId) return c.html(<EndedRoom pass={former} />, 410)
      return c.html(<ClosedRoom language={preferredLanguage(c.req.header('accept-language'))} />, 403)
    }
    const inside = presence.inside(roomId)
    const visitor = inside.find(
      ({ device, enrollmentId }) => device === c.req.query('device') && enrollmentId === pass.enrollmentId,
    )
    const left = c.req.query('left') !== undefined
    return c.html(<Room pass={pass} text={text} visitor={visitor} left={left} inside={inside} />)
  })

  door.post('/rooms/:room/enter', async (c) => {
    const form = await c.req.parseBody()
    const text = String(form.pass ?? '')
    const pass = await passFor(c.req.param('room'), text)
    if (!pass)
      return c.html(<ClosedRoom language={preferredLanguage(c.req.header('accept-language'))} />, 403)
    const device = presence.enter(pass, { beats: form.script === 'yes' })
    return form.script === 'yes'
      ? c.json({ device })
      : c.redirect(roomPage(pass, { pass: text, device }), 303)
  })

  door.post('/rooms/:room/leave', async (c) => {
    const form = await c.req.parseBody()
    const text = String(form.pass ?? '')
    presence.leave(String(form.device ?? ''))
    const pass = await passFor(c.req.param('room'), text)
    return pass ? c.redirect(roomPage(pass, { pass: text, left: '' }), 303) : c.body(null, 204)
  })

  door.post('/rooms/:room/beat', async (c) => {
    const form = await c.req.parseBody()
    if (!presence.beat(String(form.device ?? ''))) return c.json({ present: [] }, 410)
    const present = presence.inside(c.req.param('room')).map(firstName)
    return c.json({ present: [...new Set(present)], time: clockTime(now(), zone) })
  })

  door.post('/rooms/:room/close', async (c) => {
    const roomId = c.req.param('room')
    const seal = c.req.header('x-room-signature') ?? ''
    if (!sameSecret(seal, await signedClosing(await roomKey(), roomId)))
      return c.json({ error: 'forged' }, 403)
    presence.close(roomId)
    return c.json({ closed: true })
  })
  return door
}

const roomPage = (pass: Pass, query: Record<string, string>): string =>
  `${roomPath(pass)}?${new URLSearchParams(query)}`

const firstName = ({ name }: { name: string }): string => name.trim().split(/\s+/)[0] ?? ''

const ClosedRoom = ({ language }: { language: Language }) => {
  const words = roomText[language]
  return (
    <Document title={words.closedTitle} language={language} notice={words.trial}>
      <main class="narrow">
        <h1>{words.closedTitle}</h1>
        <p>{words.closed}</p>
      </main>
    </Document>
  )
}

/** Whoever stayed to the end is thanked, not turned away. */
const EndedRoom = ({ pass }: { pass: Pass }) => {
  const words = roomText[pass.language]
  return (
    <Document title={words.endedTitle} language={pass.language} notice={words.trial}>
      <main class="narrow">
        <p class="quiet">{pass.title}</p>
        <h1>{words.endedTitle}</h1>
        <p>{words.ended}</p>
      </main>
    </Document>
  )
}

type RoomProps = { pass: Pass; text: string; visitor: Visitor | undefined; left: boolean; inside: Visitor[] }

const Room = ({ pass, text, visitor, left, inside }: RoomProps) => {
  const words = roomText[pass.language]
  const name = firstName(pass)
  const state = visitor ? 'inside' : left ? 'gone' : 'door'
  const action = (verb: string) => `${roomPath(pass)}/${verb}`
  return (
    <Document
      title={`${words.room}: ${pass.title}`}
      language={pass.language}
      notice={words.trial}
      head={<script type="module" src="/room.js" />}
    >
      <main
        class="narrow"
        data-room={state}
        data-session={encodeURIComponent(roomIdOf(pass))}
        data-pass={text}
        data-device={visitor?.device}
      >
        <p class="quiet">{words.room}</p>
        <h1>{pass.title}</h1>
        <p class="big" data-time>
          {clockTime(now(), zone)}
        </p>
        <p class="quiet">{words.ends(clockTime(pass.until, zone))}</p>
        <div class="card">
          <p role="status">{visitor ? words.inside(name) : left ? words.gone : words.before(name)}</p>
          {visitor && <p class="quiet">{words.since(clockTime(visitor.enteredAt, zone))}</p>}
          <form method="post" action={action(visitor ? 'leave' : 'enter')}>
            <input type="hidden" name="pass" value={text} />
            {visitor && <input type="hidden" name="device" value={visitor.device} />}
            <button type="submit" class={visitor ? undefined : 'main'}>
              {visitor ? words.leave : left ? words.enterAgain : words.enter}
            </button>
          </form>
        </div>
        {visitor && (
          <section aria-labelledby="present">
            <h2 id="present">{words.who}</h2>
            <ul class="card rows" data-present>
              {[...new Set(inside.map(firstName))].map((present) => (
                <li>{present}</li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </Document>
  )
}
