import type { Context, Hono } from 'hono'
import { isCodeAsked, sessionsToTypeIn, typeCode } from '../../functions/attendance/code/type-code.ts'
import { findIssuedOrHeld } from '../../functions/certificate/certificate.table.ts'
import { findRequest } from '../../functions/certificate/request/certificate-request.table.ts'
import { findValidCertificateOf } from '../../functions/certificate/revocation.table.ts'
import { mayAnswer } from '../../functions/enrollment/answers/change-answers.ts'
import { calendarFile } from '../../functions/enrollment/calendar-of.ts'
import { type CancelRefusal, cancel } from '../../functions/enrollment/cancel.ts'
import { type ConfirmRefusal, confirm } from '../../functions/enrollment/confirm.ts'
import { type Enrollment, isLive } from '../../functions/enrollment/enrollment.ts'
import { type AcceptOfferRefusal, acceptOffer } from '../../functions/enrollment/line/accept-offer.ts'
import { queuePlace } from '../../functions/enrollment/line/queue-place.ts'
import { maySubscribe } from '../../functions/enrollment/link/calendar-feed.ts'
import { type Linked, readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import { stays } from '../../functions/enrollment/person-events.ts'
import { refuse } from '../../functions/kernel/result.ts'
import type { NewSecret } from '../../functions/kernel/secret.ts'
import type { Table } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { calendarContentType } from '../../functions/seminar/calendar.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { readQuestions } from '../../functions/seminar/questions.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { policyWithRooms } from '../parts/door-headers.ts'
import { answer } from '../parts/door-page.tsx'
import { readForm } from '../parts/read-form.ts'
import { inside, type PageSetting, settingOf } from '../parts/setting.ts'
import { attendanceCodeText } from '../text/attendance-code.ts'
import { myText } from '../text/my.ts'
import { myMoreText } from '../text/my-more.ts'
import { myNameText } from '../text/my-name.ts'
import { type CodeSession, typedCode, type WrongCode } from './my-code.tsx'
import { type MyNews, MyPage } from './my-page.tsx'
import { type MyState, roomsOpenTo, stateOf } from './my-state.ts'

/** What the personal page needs. */
type MyWorld = DoorWorld & {
  table: Table
  now: () => Instant
  newSecret: NewSecret
  /** Where the house's own room is; empty where there is none. */
  roomOrigin: string
}

/** The personal page behind the mailed link: see, confirm, cancel, calendar. A GET changes nothing. */
export function myDoor(world: MyWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/my/:token', (c) => showMine(c, world))
  door.post('/my/:token/confirm', (c) => confirmMine(c, world))
  door.post('/my/:token/cancel', (c) => cancelMine(c, world))
  door.post('/my/:token/accept', (c) => acceptMine(c, world))
  door.post('/my/:token/code/:sessionId', (c) => typeMine(c, world))
  door.get('/my/:token/calendar.ics', (c) => calendarOfMine(c, world))
  return door
}

const linkedBy = (c: Context, { table }: MyWorld): Promise<Linked | undefined> =>
  readPersonalLink(table, c.req.param('token') ?? '', 'my')

async function showMine(c: Context, world: MyWorld) {
  const linked = await linkedBy(c, world)
  return linked ? page(c, world, linked, {}) : answer(c, 'not-found')
}

type Said = { refusal?: 'no-longer' | 'over' | 'offer-over'; wrongCode?: WrongCode; status?: 409 | 422 }

async function page(c: Context, world: MyWorld, { enrollment, seminar }: Linked, said: Said) {
  const { table } = world
  const { facts } = enrollment
  const [organisation, line, certificate, request, issued, { questions }] = await Promise.all([
    organisationShelf.read(table, null),
    readLine(table, facts.seminarId),
    findValidCertificateOf(table, { seminarId: facts.seminarId, enrollmentId: facts.id }),
    findRequest(table, { seminarId: facts.seminarId, enrollmentId: facts.id }),
    findIssuedOrHeld(table, { seminarId: facts.seminarId, enrollmentId: facts.id }),
    readQuestions(table, facts.seminarId),
  ])
  const place = isLive(facts) ? await queuePlace(table, facts, line) : 0
  const mine = { now: world.now(), enrollment: facts, seminar: seminar.facts, place }
  const setting = settingOf(c, organisation?.facts ?? unnamedOrganisation, facts.language)
  const token = c.req.param('token') ?? ''
  const codes = await codesFor(world, mine)
  if (roomsOpenTo(mine).length > 0) c.header('content-security-policy', policyWithRooms(world.roomOrigin))
  return c.html(
    <MyPage
      {...mine}
      setting={{ ...setting, path: `/my/${token}` }}
      certificate={certificate}
      request={request}
      isHeld={issued !== undefined && 'letters' in issued}
      origin={world.origin}
      asksQuestions={questions.length > 0 && mayAnswer(facts, seminar.facts, mine.now)}
      feedForm={stays(mine) && maySubscribe({ enrollment }) ? world.newSecret() : undefined}
      codes={codes}
      wrongCode={said.wrongCode}
      news={newsOf(c, setting, { state: stateOf(mine), codes, said })}
    />,
    said.status ?? (said.refusal ? 409 : 200),
  )
}

/** What is said first: why a button did nothing, or what it did, as long as that is still so. */
type Standing = { state: MyState; codes: readonly CodeSession[]; said: Said }

function newsOf(c: Context, { language }: PageSetting, { state, codes, said }: Standing): MyNews | undefined {
  const text = myText[language]
  if (said.refusal) return { tone: 'bad', words: text.refused[said.refusal] }
  // No code is asked for any more where one was typed.
  if (c.req.query('done') === 'code' && codes.length > 0 && codes.every(({ isAsked }) => !isAsked))
    return { tone: 'good', words: attendanceCodeText[language].mine.done }
  if (c.req.query('done') === 'name') return { tone: 'good', words: myNameText[language].saved }
  if (c.req.query('done') === 'changed' && isShown(state))
    return { tone: 'good', words: myMoreText[language].details.changed }
  return c.req.query('done') && isNews(state) ? { tone: 'good', words: text.done[state] } : undefined
}

/** What a button can have brought somebody to. */
const isNews = (state: MyState): state is 'confirmed' | 'waiting' | 'applied' | 'cancelled' | 'completed' =>
  ['confirmed', 'waiting', 'applied', 'cancelled', 'completed'].includes(state)

/** Details are shown below while somebody is enrolled, so that "this is how they are" is true whenever it is said. */
const isShown = (state: MyState): boolean =>
  ['held', 'offered', 'confirmed', 'waiting', 'applied'].includes(state)

/** Back to the page, which then says what was done. The place is known: the link was found. */
function backToPage(c: Context, done: 'confirmed' | 'cancelled' | 'accepted' | 'code') {
  const setting = settingOf(c, unnamedOrganisation)
  return c.redirect(inside(setting, `/my/${c.req.param('token')}?done=${done}`), 303)
}

async function confirmMine(c: Context, world: MyWorld) {
  const outcome = await confirm({ ...world, now: world.now() }, c.req.param('token') ?? '')
  if (outcome.ok) return backToPage(c, 'confirmed')
  return refused(c, world, outcome.refusal)
}

async function acceptMine(c: Context, world: MyWorld) {
  const outcome = await acceptOffer({ ...world, now: world.now() }, c.req.param('token') ?? '')
  if (outcome.ok) return backToPage(c, 'accepted')
  return refused(c, world, outcome.refusal)
}

async function cancelMine(c: Context, world: MyWorld) {
  const outcome = await cancel({ ...world, now: world.now() }, c.req.param('token') ?? '')
  if (outcome.ok) return backToPage(c, 'cancelled')
  return refused(c, world, outcome.refusal)
}

/** The sessions in which a code may be typed now; most of the time there are none, and nothing is read. */
const codesFor = (
  world: MyWorld,
  mine: { enrollment: Enrollment; seminar: Seminar; now: Instant },
): Promise<CodeSession[]> =>
  Promise.all(
    sessionsToTypeIn(mine).map(async (session) => ({
      session,
      isAsked: await isCodeAsked(
        { table: world.table, now: mine.now },
        { sessionId: session.id, enrollmentId: mine.enrollment.id },
      ),
    })),
  )

async function typeMine(c: Context, world: MyWorld) {
  const values = await readForm(c)
  if (values instanceof Response) return values
  const sessionId = c.req.param('sessionId') ?? ''
  const typed = typedCode(values, sessionId)
  const outcome = typed
    ? await typeCode(
        { table: world.table, now: world.now() },
        { token: c.req.param('token') ?? '', sessionId, code: typed },
      )
    : refuse({ code: 'empty' as const })
  if (outcome.ok) return backToPage(c, 'code')
  const { code } = outcome.refusal
  const linked = await linkedBy(c, world)
  if (code === 'unknown' || !linked) return answer(c, 'not-found')
  const { language } = settingOf(c, unnamedOrganisation, linked.enrollment.facts.language)
  const words = attendanceCodeText[language].mine.refused[code]
  const status = code === 'locked' ? 409 : 422
  return page(c, world, linked, { wrongCode: { sessionId, typed, words }, status })
}

/** The page as it stands, with the reason; an unknown link has no page. */
async function refused(
  c: Context,
  world: MyWorld,
  { code }: ConfirmRefusal | CancelRefusal | AcceptOfferRefusal,
) {
  const linked = await linkedBy(c, world)
  if (code === 'unknown' || !linked) return answer(c, 'not-found')
  return page(c, world, linked, { refusal: code })
}

async function calendarOfMine(c: Context, world: MyWorld) {
  const linked = await linkedBy(c, world)
  if (!linked) return answer(c, 'not-found')
  const entry = { seminar: linked.seminar.facts, enrollment: linked.enrollment.facts }
  const file = await calendarFile({ table: world.table, now: world.now(), origin: world.origin }, entry)
  c.header('content-type', calendarContentType(file.method))
  c.header(
    'content-disposition',
    `attachment; filename="${entry.seminar.slug.replaceAll(/[^\w-]/g, '')}.ics"`,
  )
  return c.body(file.text)
}
