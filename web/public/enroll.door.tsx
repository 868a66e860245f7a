import type { Context, Hono } from 'hono'
import { sheetOf } from '../../functions/enrollment/answers/answers.ts'
import { type Enrolled, enroll } from '../../functions/enrollment/enroll.ts'
import type { EnrollCommand } from '../../functions/enrollment/enroll-command.ts'
import { findTicket } from '../../functions/enrollment/invitation/use-invitation.ts'
import { pretendToEnroll } from '../../functions/enrollment/pretend-to-enroll.ts'
import type { Language } from '../../functions/kernel/language.ts'
import type { Result } from '../../functions/kernel/result.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { enrollmentWindow, type Seminar } from '../../functions/seminar/seminar.ts'
import { baitName } from '../parts/bait.tsx'
import { openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { isTooQuick } from '../parts/form-pace.ts'
import { leftLanguage } from '../parts/language-switch.tsx'
import { networkOf } from '../parts/network-of.ts'
import { formWithQuestions, readAnswers, type TypedAnswers } from '../parts/question-form.ts'
import { readForm } from '../parts/read-form.ts'
import { isShut } from '../parts/seats.tsx'
import { settingOf } from '../parts/setting.ts'
import { privacyNoticeVersion } from '../text/privacy.ts'
import { type EnrollInput, type EnrollValues, pickValues, readEnrollForm } from './enroll-form.ts'
import { EnrollPage, emptyValues, invitationName } from './enroll-page.tsx'
import { EnrolledPage, EnrollRefusedPage, type ShownRefusal } from './enrolled-page.tsx'
import { personBehind, valuesForAnother } from './filled-values.ts'
import type { FormNotice } from './form-notice.tsx'
import { InvitedOnlyPage } from './invited-only-page.tsx'
import { type Asked, askedFor, attempt, type FormWorld, formIdOf, freshToken } from './place-form.ts'

/** The form by which people take a place, and what happens when it comes back. */
export function enrollDoor(world: FormWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/seminars/:slug/enroll', (c) => showForm(c, world))
  door.post('/seminars/:slug/enroll', (c) => takeForm(c, world))
  door.post('/seminars/:slug/enroll/filled', (c) => showFilled(c, world))
  return door
}

/** 410: it was there and will not come back; 409: the seminar's state does not allow it now. */
const refusalStatus: Record<ShownRefusal, 403 | 409 | 410 | 429> = {
  unavailable: 410,
  'not-yet': 409,
  over: 410,
  full: 409,
  'association-full': 409,
  'too-many-mails': 429,
  'invitation-used': 409,
  'invitation-closed': 409,
}

async function showForm(c: Context, world: FormWorld) {
  const asked = await askedFor(c, world)
  if (!asked) return answer(c, 'not-found')
  const invitation = c.req.query(invitationName) ?? ''
  const ticket = await findTicket(world.table, asked.seminar, { token: invitation, now: asked.now })
  if (!ticket.ok) return refused(c, asked, ticket.refusal.code)
  const shut = await whyShut(world, asked)
  if (shut) return refused(c, asked, shut)
  const values = emptyValues(settingOf(c, asked.programme.organisation).language, asked.seminar)
  return form(c, world, asked, {
    values,
    token: await freshToken(world, asked, purposeOf(asked.seminar)),
    invitation,
  })
}

/** A form that cannot be taken is not shown: nobody fills it in for nothing. */
async function whyShut(
  { table }: FormWorld,
  { seminar, now }: Asked,
): Promise<'unavailable' | 'not-yet' | 'over' | 'full' | undefined> {
  const window = enrollmentWindow(seminar, now)
  if (window !== 'open') return window
  return isShut({ seminar, line: await readLine(table, seminar.id), now }) ? 'full' : undefined
}

function refused(c: Context, { seminar, programme }: Asked, code: ShownRefusal | 'not-invited') {
  const setting = settingOf(c, programme.organisation)
  if (code === 'not-invited') return c.html(<InvitedOnlyPage setting={setting} />, 403)
  return c.html(<EnrollRefusedPage setting={setting} seminar={seminar} code={code} />, refusalStatus[code])
}

/** The form with what is known of the person whose token came along; nothing is stored, and an old token fills in nothing. */
async function showFilled(c: Context, world: FormWorld) {
  const sent = await readForm(c)
  if (sent instanceof Response) return sent
  const asked = await askedFor(c, world)
  if (!asked) return answer(c, 'not-found')
  const invitation = sent.get(invitationName) ?? ''
  const ticket = await findTicket(world.table, asked.seminar, { token: invitation, now: asked.now })
  if (!ticket.ok) return refused(c, asked, ticket.refusal.code)
  const shut = await whyShut(world, asked)
  if (shut) return refused(c, asked, shut)
  const person = await personBehind({ table: world.table, now: asked.now }, sent.get('token') ?? '')
  const token = await freshToken(world, asked, purposeOf(asked.seminar))
  if (!person) {
    const { language } = settingOf(c, asked.programme.organisation)
    return form(c, world, asked, { values: emptyValues(language, asked.seminar), token, invitation })
  }
  const values = valuesForAnother(person, asked.programme.associations, asked.seminar)
  return form(c, world, asked, { values, token, invitation, notice: 'filled', known: person.language })
}

const purposeOf = (seminar: Seminar): string => `enroll|${seminar.id}`

type Filled = {
  values: EnrollValues
  typed?: TypedAnswers
  token: string
  notice?: FormNotice
  bait?: string
  invitation: string
  /** The language of the person who is known, where the reader chose none. */
  known?: Language
}

async function form(
  c: Context,
  { table }: FormWorld,
  { seminar, programme, questions, now }: Asked,
  filled: Filled & Partial<Pick<Parameters<typeof EnrollPage>[0], 'troubles' | 'answerTroubles'>>,
  status: 200 | 422 | 429 | 503 = 200,
) {
  const line = await readLine(table, seminar.id)
  const setting = settingOf(c, programme.organisation, filled.known)
  return c.html(
    <EnrollPage
      setting={{ ...setting, path: `/seminars/${seminar.slug}/enroll` }}
      now={now}
      seminar={seminar}
      associations={programme.associations}
      line={line}
      values={filled.values}
      troubles={filled.troubles ?? {}}
      questions={questions}
      typed={filled.typed ?? new Map()}
      answerTroubles={filled.answerTroubles ?? {}}
      token={filled.token}
      notice={filled.notice}
      bait={filled.bait ?? ''}
      invitation={filled.invitation}
    />,
    status,
  )
}

async function takeForm(c: Context, world: FormWorld) {
  const sent = await readForm(c, formWithQuestions)
  if (sent instanceof Response) return sent
  const asked = await askedFor(c, world)
  if (!asked) return answer(c, 'not-found')
  const invitation = sent.get(invitationName) ?? ''
  const ticket = await findTicket(world.table, asked.seminar, { token: invitation, now: asked.now })
  // A form that was sent before may have used the invitation itself, so only whoever has none at all is turned away here.
  if (!ticket.ok && ticket.refusal.code === 'not-invited') return refused(c, asked, 'not-invited')
  const values = pickValues(sent)
  const token = sent.get('form') ?? ''
  const formId = await formIdOf(world, asked, { token, purpose: purposeOf(asked.seminar) })
  const bait = sent.get(baitName) ?? ''
  const filled = { values, typed: sent, token, bait, invitation }
  if (!formId)
    return form(
      c,
      world,
      asked,
      { ...filled, token: await freshToken(world, asked, purposeOf(asked.seminar)), notice: 'stale' },
      422,
    )
  if (sent.has(leftLanguage))
    return form(c, world, asked, { ...filled, values: turned(c, asked, values, sent) })
  const read = readEnrollForm(values, { associations: asked.programme.associations, seminar: asked.seminar })
  const { answers, troubles: answerTroubles } = readAnswers(asked.questions, sent)
  const troubles = read.ok ? {} : read.troubles
  if (!read.ok || Object.keys(answerTroubles).length > 0)
    return form(c, world, asked, { ...filled, troubles, answerTroubles }, 422)
  const sheet = asked.questions.length > 0 && { answers: sheetOf(asked.questions, answers) }
  if (isTooQuick(token, asked.now)) return form(c, world, asked, { ...filled, notice: 'quick' }, 422)
  const outcome = await attempt(world, asked, { network: networkOf(c), people: 1 }, () =>
    bait !== ''
      ? pretendToEnroll({ table: world.table, now: asked.now }, asked.seminar)
      : enrollPerson(world, asked, { ...read.input, ...sheet, formId, invitation }),
  )
  if (typeof outcome === 'string')
    return form(c, world, asked, { ...filled, notice: outcome }, outcome === 'crowded' ? 429 : 503)
  return tell(c, asked, outcome, read.input)
}

/** What was typed goes along into another language; the language of the mails too, unless it was chosen apart. */
function turned(
  c: Context,
  { programme }: Asked,
  values: EnrollValues,
  sent: ReadonlyMap<string, string>,
): EnrollValues {
  const { language } = settingOf(c, programme.organisation)
  return values.language === sent.get(leftLanguage) ? { ...values, language } : values
}

type Outcome = Awaited<ReturnType<typeof enroll>>

const enrollPerson = (
  { table, newSecret, origin }: FormWorld,
  { seminar, now }: Asked,
  input: EnrollInput & Pick<EnrollCommand, 'formId' | 'invitation' | 'answers'>,
): Promise<Outcome> =>
  enroll({ table, now, newSecret, origin }, { ...input, seminarId: seminar.id, notice: privacyNoticeVersion })

function tell(
  c: Context,
  asked: Asked,
  outcome: Result<Enrolled, { code: 'unknown' | 'not-invited' | ShownRefusal }>,
  input: EnrollInput,
) {
  const setting = settingOf(c, asked.programme.organisation)
  if (outcome.ok)
    return c.html(<EnrolledPage setting={setting} enrolled={outcome.value} address={input.email} />)
  const { code } = outcome.refusal
  return code === 'unknown' ? answer(c, 'not-found') : refused(c, asked, code)
}
