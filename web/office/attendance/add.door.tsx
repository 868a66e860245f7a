import { Hono } from 'hono'
import { type AddCommand, type AddRefusal, addByHand } from '../../../functions/attendance/add-by-hand.ts'
import { isLanguage } from '../../../functions/kernel/language.ts'
import { type Seminar, sessionMinutes } from '../../../functions/seminar/seminar.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import { openFieldReader, type Values } from '../field-reader.ts'
import { findSeminar } from '../find-seminar.ts'
import { errorsFrom } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { AddPage, addedMinutesName } from './add-page.tsx'

/** Enters somebody who was there and not enrolled; only who may see addresses does that. */
export function addDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/add'
  door.get(path, only('change-seminars'), (c) => show(c, c.req.param('id'), { values: new Map() }))
  door.post(path, only('change-seminars'), (c) => add(c, c.req.param('id')))
  return door
}

type Typed = { values: Values; errors?: FieldErrors; refusal?: AddRefusal['code'] }

const statusOf = ({ errors = {}, refusal }: Typed) =>
  refusal ? 409 : Object.keys(errors).length > 0 ? 422 : 200

async function show(c: OfficeContext, id: string, typed: Typed): Promise<Response> {
  const visit = c.get('visit')
  const seminar = (await findSeminar(visit, id))?.facts
  if (!seminar || seminar.state === 'draft') return notFound(c)
  const { values, errors = {}, refusal } = typed
  return c.html(<AddPage {...{ visit, seminar, values, errors, refusal }} />, statusOf(typed))
}

async function add(c: OfficeContext, id: string): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  const seminar = (await findSeminar(visit, id))?.facts
  if (!seminar) return notFound(c)
  if (values.has(leftLanguage)) return show(c, id, { values })
  const { command, troubles } = readAdd(seminar, values, visit.member.email)
  const errors = errorsFrom(troubles, visit.setting.language)
  if (!command || Object.keys(errors).length > 0) return show(c, id, { values, errors })
  const outcome = await addByHand(
    { ...visit.world, ...noting(visit, { deed: 'add-by-hand', seminarId: id }) },
    command,
  )
  if (outcome.ok) return goTo(c, `/office/seminars/${id}`, 'addedByHand')
  const { code } = outcome.refusal
  return code === 'unknown' ? notFound(c) : show(c, id, { values, refusal: code })
}

function readAdd(seminar: Seminar, values: Values, by: string) {
  const reader = openFieldReader(values)
  const email = reader.email('email', { required: true })
  const language = values.get('language')
  const person = {
    firstName: reader.text('firstName', { most: 120, required: true }),
    lastName: reader.text('lastName', { most: 120 }),
    language: language !== undefined && isLanguage(language) ? language : ('de' as const),
  }
  const minutes = seminar.sessions.map((session) => {
    const name = addedMinutesName(session.id)
    const most = sessionMinutes(session)
    return {
      sessionId: session.id,
      minutes: reader.typed(name) === '' ? 0 : reader.whole(name, { least: 0, most }),
    }
  })
  const source = reader.text('source', { most: 300, required: true, lines: true })
  const command: AddCommand | undefined = email && {
    ...{ seminarId: seminar.id, minutes, source, by },
    person: { ...person, email },
  }
  return { command, troubles: reader.troubles }
}
