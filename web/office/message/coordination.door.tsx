import { Hono } from 'hono'
import { textIn } from '../../../functions/kernel/language.ts'
import {
  type CoordinationRefusal,
  writeToCoordination,
} from '../../../functions/message/coordination/write-to-coordination.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { type FieldErrors, HiddenField } from '../../parts/form.tsx'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import { coordinationText } from '../../text/coordination.ts'
import type { Values } from '../field-reader.ts'
import { findSeminar } from '../find-seminar.ts'
import { OfficePage } from '../office-page.tsx'
import { errorsFrom, type PlainField, PlainForm, plainFormName, readPlainForm } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeEnv, only, type Visit } from '../visit.ts'
import { coordinationPath } from './coordination-path.ts'

/** The form with which a trainer writes to those who coordinate. */
export function coordinationDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/coordination'
  door.get(path, only('write-to-coordination'), async (c) => {
    const seminar = (await findSeminar(c.get('visit'), c.req.param('id')))?.facts
    if (!seminar) return notFound(c)
    return c.html(
      <CoordinationPage visit={c.get('visit')} seminar={seminar} values={new Map()} errors={{}} />,
    )
  })
  door.post(path, only('write-to-coordination'), async (c) => {
    const visit = c.get('visit')
    const { language } = visit.setting
    const values = await readForm(c)
    if (values instanceof Response) return values
    const seminar = (await findSeminar(visit, c.req.param('id')))?.facts
    if (!seminar) return notFound(c)
    const page = { visit, seminar, values }
    if (values.has(leftLanguage)) return c.html(<CoordinationPage {...page} errors={{}} />)
    const { typed, troubles } = readPlainForm(fieldsOf(visit), values)
    const errors = errorsFrom(troubles, language)
    if (Object.keys(errors).length > 0) return c.html(<CoordinationPage {...page} errors={errors} />, 422)
    const written = await writeToCoordination(
      {
        ...noting(visit, { deed: 'write-to-coordination', seminarId: seminar.id }),
        origin: visit.world.origin,
      },
      {
        seminar,
        organisation: visit.programme.organisation,
        trainer: { name: visit.member.name, address: visit.member.email },
        text: typed.text ?? '',
        language,
        formId: (values.get('form') ?? '').slice(0, 40),
      },
    )
    if (!written.ok)
      return c.html(<CoordinationPage {...page} errors={{}} refusal={written.refusal.code} />, 409)
    return goTo(c, `/office/seminars/${seminar.id}`, 'toCoordination')
  })
  return door
}

const fieldsOf = ({ setting }: Visit): PlainField[] => {
  const text = coordinationText[setting.language]
  return [{ name: 'text', label: text.text, hint: text.hint, kind: 'lines', most: 3_000, required: true }]
}

type Props = {
  visit: Visit
  seminar: Seminar
  values: Values
  errors: FieldErrors
  refusal?: CoordinationRefusal['code']
}

function CoordinationPage({ visit, seminar, values, errors, refusal }: Props) {
  const { language } = visit.setting
  const text = coordinationText[language]
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.title}
      path={coordinationPath(seminar.id)}
      form={plainFormName}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, language) }}
    >
      <p>{text.explained}</p>
      <PlainForm
        visit={visit}
        action={coordinationPath(seminar.id)}
        fields={fieldsOf(visit)}
        values={values}
        errors={errors}
        refusal={refusal && text.refusals[refusal]}
        submit={text.send}
      >
        <HiddenField name="form" value={values.get('form') ?? visit.world.newId('form')} />
      </PlainForm>
    </OfficePage>
  )
}
