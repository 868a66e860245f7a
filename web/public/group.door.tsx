import type { Context, Hono } from 'hono'
import { type EnrollGroupRefusal, enrollGroup } from '../../functions/enrollment/enroll-group.ts'
import { pretendToEnrollGroup } from '../../functions/enrollment/pretend-to-enroll-group.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { enrollmentWindow, isPublic, type Seminar } from '../../functions/seminar/seminar.ts'
import { baitName } from '../parts/bait.tsx'
import { openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { isTooQuick } from '../parts/form-pace.ts'
import { leftLanguage } from '../parts/language-switch.tsx'
import { networkOf } from '../parts/network-of.ts'
import { readForm } from '../parts/read-form.ts'
import { isShut } from '../parts/seats.tsx'
import { settingOf } from '../parts/setting.ts'
import { privacyNoticeVersion } from '../text/privacy.ts'
import { EnrollRefusedPage } from './enrolled-page.tsx'
import { GroupEnrolledPage, NoGroupsPage } from './group-enrolled-page.tsx'
import {
  emptyGroup,
  formOfGroup,
  type GroupInput,
  type GroupTroubles,
  type GroupValues,
  moreName,
  pickGroup,
  readGroupForm,
  withMoreRows,
} from './group-form.ts'
import { type GroupNotice, GroupPage, type MendableRefusal } from './group-page.tsx'
import { type Asked, askedFor, attempt, type FormWorld, formIdOf, freshToken } from './place-form.ts'

/** The form by which one person takes places for several of their association, and what happens when it comes back. */
export function groupDoor(world: FormWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/seminars/:slug/enroll/group', (c) => showForm(c, world))
  door.post('/seminars/:slug/enroll/group', (c) => takeForm(c, world))
  return door
}

const purposeOf = (seminar: Seminar): string => `group|${seminar.id}`

/** Why there is no form at all. A form that was filled in before all was full comes back with what was typed. */
type Shut = Exclude<EnrollGroupRefusal['code'], 'unknown' | MendableRefusal> | 'full'

const shutStatus: Record<Shut, 409 | 410> = {
  'no-groups': 409,
  'not-yet': 409,
  full: 409,
  over: 410,
  unavailable: 410,
}

function shut(c: Context, { seminar, programme }: Asked, code: Shut) {
  const setting = settingOf(c, programme.organisation)
  const page =
    code === 'no-groups' ? (
      <NoGroupsPage setting={setting} seminar={seminar} />
    ) : (
      <EnrollRefusedPage setting={setting} seminar={seminar} code={code} />
    )
  return c.html(page, shutStatus[code])
}

/** An invitation is for one person, so a closed seminar has no such page, and none says that it exists. */
async function askedForGroup(c: Context, world: FormWorld): Promise<Asked | undefined> {
  const asked = await askedFor(c, world)
  return asked && isPublic(asked.seminar) ? asked : undefined
}

async function showForm(c: Context, world: FormWorld) {
  const asked = await askedForGroup(c, world)
  if (!asked) return answer(c, 'not-found')
  const { seminar, programme, now } = asked
  if (!seminar.places.groups) return shut(c, asked, 'no-groups')
  const window = enrollmentWindow(seminar, now)
  if (window !== 'open') return shut(c, asked, window)
  if (isShut({ seminar, line: await readLine(world.table, seminar.id), now })) return shut(c, asked, 'full')
  const values = emptyGroup(settingOf(c, programme.organisation).language)
  const token = await freshToken(world, asked, purposeOf(seminar))
  return form(c, world, asked, { values, token, bait: '' })
}

type Filled = {
  values: GroupValues
  token: string
  bait: string
  notice?: GroupNotice
  troubles?: GroupTroubles
}

async function form(
  c: Context,
  { table }: FormWorld,
  { seminar, programme, now }: Asked,
  { troubles = {}, ...filled }: Filled,
  status: 200 | 409 | 422 | 429 | 503 = 200,
) {
  const page = (
    <GroupPage
      {...filled}
      setting={settingOf(c, programme.organisation)}
      now={now}
      seminar={seminar}
      associations={programme.associations}
      line={await readLine(table, seminar.id)}
      troubles={troubles}
    />
  )
  return c.html(page, status)
}

async function takeForm(c: Context, world: FormWorld) {
  const sent = await readForm(c, formOfGroup)
  if (sent instanceof Response) return sent
  const asked = await askedForGroup(c, world)
  if (!asked) return answer(c, 'not-found')
  if (!asked.seminar.places.groups) return shut(c, asked, 'no-groups')
  const filled = {
    values: valuesOf(c, asked, sent),
    token: sent.get('form') ?? '',
    bait: sent.get(baitName) ?? '',
  }
  const { values, token, bait } = filled
  const purpose = purposeOf(asked.seminar)
  const formId = await formIdOf(world, asked, { token, purpose })
  if (!formId) {
    const fresh = await freshToken(world, asked, purpose)
    return form(c, world, asked, { ...filled, token: fresh, notice: 'stale' }, 422)
  }
  if (sent.has(leftLanguage) || sent.has(moreName)) return form(c, world, asked, filled)
  const read = readGroupForm(values, { associations: asked.programme.associations, seminar: asked.seminar })
  if (!read.ok) return form(c, world, asked, { ...filled, troubles: read.troubles }, 422)
  if (isTooQuick(token, asked.now)) return form(c, world, asked, { ...filled, notice: 'quick' }, 422)
  const sender = { network: networkOf(c), people: read.input.people.length }
  const outcome = await attempt(world, asked, sender, () =>
    bait === ''
      ? enrollPeople(world, asked, { ...read.input, formId })
      : pretendToEnrollGroup({ table: world.table, now: asked.now }, asked.seminar, read.input),
  )
  if (typeof outcome === 'string')
    return form(c, world, asked, { ...filled, notice: outcome }, outcome === 'crowded' ? 429 : 503)
  return tell(c, world, { asked, outcome, filled })
}

/**
 * What was typed, with more rows where they were asked for. It goes along into another language; the language of the
 * mails too, in each row where it was not chosen apart.
 */
function valuesOf(c: Context, { programme }: Asked, sent: ReadonlyMap<string, string>): GroupValues {
  const { language } = settingOf(c, programme.organisation)
  const values = pickGroup(sent, language)
  if (sent.has(moreName)) return withMoreRows(values, language)
  const left = sent.get(leftLanguage)
  const people = values.people.map((row) => (row.language === left ? { ...row, language } : row))
  return { ...values, people }
}

type Outcome = Awaited<ReturnType<typeof enrollGroup>>

const enrollPeople = (
  { table, newSecret, origin }: FormWorld,
  { seminar, now }: Asked,
  input: GroupInput & { formId: string },
): Promise<Outcome> =>
  enrollGroup(
    { table, now, newSecret, origin },
    { ...input, seminarId: seminar.id, notice: privacyNoticeVersion },
  )

const mendableStatus: Record<MendableRefusal, 409 | 422 | 429> = {
  full: 409,
  'association-full': 409,
  'too-many-mails': 429,
  'same-address': 422,
}

type Told = { asked: Asked; outcome: Outcome; filled: Filled }

/** Ten people were typed in: where fewer of them, or waiting, may help, the form comes back with all of them. */
function tell(c: Context, world: FormWorld, { asked, outcome, filled }: Told) {
  if (outcome.ok) {
    const setting = settingOf(c, asked.programme.organisation)
    const hasQuestions = asked.questions.length > 0
    return c.html(
      <GroupEnrolledPage setting={setting} enrolled={outcome.value} hasQuestions={hasQuestions} />,
    )
  }
  const { code } = outcome.refusal
  switch (code) {
    case 'unknown':
      return answer(c, 'not-found')
    case 'no-groups':
    case 'not-yet':
    case 'over':
    case 'unavailable':
      return shut(c, asked, code)
    default:
      return form(c, world, asked, { ...filled, notice: code }, mendableStatus[code])
  }
}
