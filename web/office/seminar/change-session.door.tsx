import { Hono } from 'hono'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import type { Enrollment } from '../../../functions/enrollment/enrollment.ts'
import { isConcerned } from '../../../functions/enrollment/tell-moved.ts'
import type { Stored } from '../../../functions/kernel/table.ts'
import { cancelSession } from '../../../functions/seminar/cancel-session.ts'
import { saveSeminar } from '../../../functions/seminar/save-seminar.ts'
import { seminarShelf } from '../../../functions/seminar/seminar.table.ts'
import { findSession, type Seminar, type Session } from '../../../functions/seminar/seminar.ts'
import { isSamePlan, withoutSession, withSession } from '../../../functions/seminar/session-changes.ts'
import { readForm } from '../../parts/read-form.ts'
import { changeSessionText } from '../../text/change-session.ts'
import { officeSeminarText } from '../../text/office.ts'
import { openFieldReader, type Values } from '../field-reader.ts'
import { errorsFrom } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { ChangeSessionPage, type ChangeSessionProps, CheckChangePage } from './change-session-page.tsx'
import { loadRoomChoice, type RoomChoice } from './room-choice.ts'
import { mostSessions, readRow, rowNames, rowValues } from './session-form.ts'

/** One date of a published seminar: moved, added or called off, after a look at who will be told. */
export function changeSessionDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const change = only('change-seminars')
  const path = '/office/seminars/:id/sessions/:sessionId'
  door.get(path, change, async (c) => {
    const asked = await findAsked(c)
    return asked ? showForm(c, asked, { values: valuesOf(asked) }) : notFound(c)
  })
  door.post(path, change, async (c) => {
    const asked = await findAsked(c)
    return asked ? plan(c, asked) : notFound(c)
  })
  // A check page is reached by a button only; who asks for its address begins with the form.
  door.get(`${path}/cancel`, change, (c) =>
    goTo(c, `${seminarPathOf(c)}/sessions/${c.req.param('sessionId')}`),
  )
  door.post(`${path}/cancel`, change, async (c) => {
    const asked = await findAsked(c)
    if (asked?.session) return callOff(c, { ...asked, session: asked.session })
    return (await isCalledOff(c)) ? goTo(c, seminarPathOf(c), 'sessionCancelled') : notFound(c)
  })
  return door
}

/** The seminar, and the date in question; none where one is added. */
type Asked = { stored: Stored<Seminar>; session: Session | undefined; choice: RoomChoice }

/** Only dates that are still to come, of a seminar that people can be enrolled in. */
async function findAsked(c: OfficeContext): Promise<Asked | undefined> {
  const visit = c.get('visit')
  const { world, now } = visit
  const stored = await seminarShelf.read(world.table, c.req.param('id') ?? '')
  if (stored?.facts.state !== 'published') return undefined
  const sessionId = c.req.param('sessionId') ?? ''
  const choice = await loadRoomChoice(visit, stored.facts)
  if (sessionId === 'new') return { stored, session: undefined, choice }
  const session = findSession(stored.facts, sessionId)
  return session && session.start > now ? { stored, session, choice } : undefined
}

const seminarPathOf = (c: OfficeContext): string => `/office/seminars/${c.req.param('id') ?? ''}`

/** The button was pressed twice: the date is off already. */
async function isCalledOff(c: OfficeContext): Promise<boolean> {
  const stored = await seminarShelf.read(c.get('visit').world.table, c.req.param('id') ?? '')
  const sessionId = c.req.param('sessionId')
  return stored?.facts.cancelledSessions.some(({ id }) => id === sessionId) ?? false
}

const row = 1

const valuesOf = ({ stored: { facts, version }, session }: Asked): Values =>
  new Map([
    ['version', version],
    ...(session
      ? rowValues(session, facts.zone, row)
      : [[rowNames(row).place, 'room'] satisfies [string, string]]),
  ])

const pathOf = ({ stored, session }: Asked): string =>
  `/office/seminars/${stored.facts.id}/sessions/${session?.id ?? 'new'}`

type Shown = Pick<ChangeSessionProps, 'values'> & Partial<Pick<ChangeSessionProps, 'errors' | 'refusal'>>

function showForm(c: OfficeContext, asked: Asked, shown: Shown, status: 200 | 409 | 422 = 200) {
  const { facts: seminar } = asked.stored
  const { session, choice } = asked
  const page = { visit: c.get('visit'), seminar, session, choice, path: pathOf(asked) }
  return c.html(<ChangeSessionPage {...page} errors={{}} {...shown} />, status)
}

/** First shows who will be told of what was typed; the button of that page does it. */
async function plan(c: OfficeContext, asked: Asked): Promise<Response> {
  const visit = c.get('visit')
  const { language } = visit.setting
  const text = changeSessionText[language]
  const values = await readForm(c)
  if (values instanceof Response) return values
  if (values.has('back')) return showForm(c, asked, { values })
  const { facts: seminar } = asked.stored
  const reader = openFieldReader(values)
  if (reader.typed(rowNames(row).date) === '') reader.wrong(rowNames(row).date, 'required')
  const typed = readRow(reader, row, { zone: seminar.zone, choice: asked.choice })
  const errors = errorsFrom(reader.troubles, language)
  if (!typed || Object.keys(errors).length > 0) return showForm(c, asked, { values, errors }, 422)
  const at = rowNames(row).date
  if (typed.start <= visit.now) return showForm(c, asked, { values, errors: { [at]: text.past } }, 422)
  const planned: Session = {
    ...{ invitedAt: null, ...asked.session, breaks: undefined, door: undefined },
    ...{ ...typed, id: asked.session?.id ?? '' },
  }
  // Pressed twice: what was asked for is what there is.
  if (values.has('sure') && isDone(asked, planned))
    return goTo(c, `/office/seminars/${seminar.id}`, asked.session ? 'sessionMoved' : 'sessionAdded')
  if (asked.session && isSamePlan(asked.session, planned))
    return showForm(c, asked, { values, errors: { [at]: text.unchanged } }, 422)
  if (!asked.session && seminar.sessions.length >= mostSessions)
    return showForm(c, asked, { values, errors: { [at]: text.tooMany(mostSessions) } }, 422)
  if (values.get('version') !== asked.stored.version)
    return showForm(
      c,
      asked,
      { values: renewed(values, asked), refusal: text.refusals['changed-meanwhile'] },
      409,
    )
  if (!values.has('sure')) return check(c, asked, { values, planned })
  return save(c, asked, { values, planned })
}

/** Whether the date is there already as it was typed. */
const isDone = ({ stored, session }: Asked, planned: Session): boolean =>
  session
    ? isSamePlan(session, planned)
    : stored.facts.sessions.some((other) => isSamePlan({ ...other, id: '' }, { ...planned, id: '' }))

/** Whoever goes on has been told, so the form carries the version that is there. */
const renewed = (values: Values, { stored }: Asked): Values =>
  new Map([...values, ['version', stored.version]])

/** Everybody who would be told of it. */
async function concerned(c: OfficeContext, after: Seminar): Promise<Enrollment[]> {
  const people = await listEnrollments(c.get('visit').world.table, after.id)
  return people.map(({ facts }) => facts).filter((person) => isConcerned(person, after))
}

type Planned = { values: Values; planned: Session }

async function check(c: OfficeContext, asked: Asked, { values, planned }: Planned): Promise<Response> {
  const visit = c.get('visit')
  const { facts: seminar } = asked.stored
  const told = await concerned(c, withSession(seminar, planned, visit.now))
  const page = { visit, seminar, session: asked.session, path: pathOf(asked) }
  return c.html(<CheckChangePage {...page} planned={planned} told={told} values={values} />)
}

async function save(c: OfficeContext, asked: Asked, { values, planned }: Planned): Promise<Response> {
  const visit = c.get('visit')
  const { facts: seminar, version } = asked.stored
  const others = seminar.sessions.filter(({ id }) => id !== planned.id)
  const saved = await saveSeminar(
    noting(visit, { deed: 'edit-seminar', seminarId: seminar.id, about: planned.id }),
    {
      seminarId: seminar.id,
      version,
      draft: { ...seminar, sessions: [...others, planned] },
    },
  )
  if (saved.ok)
    return goTo(c, `/office/seminars/${seminar.id}`, asked.session ? 'sessionMoved' : 'sessionAdded')
  const refusal = officeSeminarText[visit.setting.language].saveRefusals[saved.refusal.code]
  return showForm(c, asked, { values, refusal }, 409)
}

/** The same in two steps for a date that is called off. */
async function callOff(c: OfficeContext, asked: Asked & { session: Session }): Promise<Response> {
  const visit = c.get('visit')
  const { stored, session } = asked
  const { facts: seminar } = stored
  const text = changeSessionText[visit.setting.language]
  const values = await readForm(c)
  if (values instanceof Response) return values
  if (seminar.sessions.length === 1)
    return showForm(c, asked, { values: valuesOf(asked), refusal: text.refusals['last-session'] }, 409)
  const name = { seminarId: seminar.id, sessionId: session.id, version: values.get('version') ?? '' }
  if (!values.has('sure')) {
    const told = await concerned(c, withoutSession(seminar, session.id, visit.now))
    const page = { visit, seminar, session, path: pathOf(asked) }
    return c.html(<CheckChangePage {...page} planned={undefined} told={told} values={valuesOf(asked)} />)
  }
  const noted = noting(visit, { deed: 'cancel-session', seminarId: seminar.id, about: session.id })
  const outcome = await cancelSession(noted, name)
  if (outcome.ok) return goTo(c, `/office/seminars/${seminar.id}`, 'sessionCancelled')
  const refusal = text.refusals[outcome.refusal.code]
  return showForm(c, asked, { values: valuesOf(asked), refusal }, 409)
}
