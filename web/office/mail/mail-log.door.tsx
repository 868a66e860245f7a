import { Hono } from 'hono'
import { type CorrectRefusal, correctAddress } from '../../../functions/enrollment/correct-address.ts'
import { enrollmentShelf, findEnrollment } from '../../../functions/enrollment/enrollment.table.ts'
import type { Enrollment } from '../../../functions/enrollment/enrollment.ts'
import { readEnrollments } from '../../../functions/enrollment/link/mailbox.table.ts'
import { type AgainRefusal, sendAgain } from '../../../functions/enrollment/send-again.ts'
import { parseEmailAddress } from '../../../functions/kernel/email-address.ts'
import { isEmptied } from '../../../functions/mail/empty-mail.ts'
import { listMailsTo, recipientOf } from '../../../functions/mail/mail.table.ts'
import type { Mail, MailState } from '../../../functions/mail/mail.ts'
import { listSeminarMails } from '../../../functions/mail/mail-log.table.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import { mailLogText } from '../../text/mail-log.ts'
import type { Values } from '../field-reader.ts'
import { findSeminar } from '../find-seminar.ts'
import type { Done } from '../office-page.tsx'
import { errorsFrom, readPlainForm } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { type AddressForm, AddressPage, addressFields } from './address-page.tsx'
import { type MailFilter, mailFilters, personPath } from './mail-paths.ts'
import { PersonMailsPage } from './person-mails-page.tsx'
import { SeminarMailsPage } from './seminar-mails-page.tsx'

const againStatus: Record<AgainRefusal['code'], 404 | 409> = {
  unknown: 404,
  'on-its-way': 409,
  unwanted: 409,
  outdated: 409,
  'moved-since': 409,
  'not-enrolled': 409,
  unconfirmed: 409,
  'too-many-mails': 409,
}
const correctStatus: Record<CorrectRefusal['code'], 404 | 409 | 422> = {
  unknown: 404,
  gone: 409,
  over: 409,
  same: 422,
  enrolled: 422,
  'too-many-mails': 422,
}

/** The mails of a seminar and of one person, sending one again, and correcting an address. For those who see contacts. */
export function mailLogDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const see = only('see-contacts')
  const person = '/office/seminars/:id/people/:enrollmentId'
  door.get('/office/seminars/:id/mails', see, (c) => showSeminar(c, c.req.param('id')))
  door.get(`${person}/mails`, see, (c) => showPerson(c))
  door.post(`${person}/mails/:mailId/again`, see, only('send-invites'), again)
  door.get(`${person}/address`, see, only('change-seminars'), (c) =>
    showAddress(c, { values: new Map(), errors: {} }, 200),
  )
  door.post(`${person}/address`, see, only('change-seminars'), correct)
  return door
}

const onItsWay: readonly MailState[] = ['queued', 'sending', 'unknown', 'sent']
const troubled: readonly MailState[] = ['failed', 'bounced', 'complained']
const wanted: Record<MailFilter, (mail: Mail) => boolean> = {
  all: () => true,
  way: ({ state }) => onItsWay.includes(state),
  arrived: ({ state }) => state === 'delivered',
  trouble: ({ state }) => troubled.includes(state),
}

async function showSeminar(c: OfficeContext, seminarId: string): Promise<Response> {
  const visit = c.get('visit')
  const seminar = await findSeminar(visit, seminarId)
  if (!seminar) return notFound(c)
  const filter = mailFilters.find((one) => one === c.req.query('show')) ?? 'all'
  const from = c.req.query('from') ?? ''
  const log = await listSeminarMails(visit.world.table, {
    seminarId,
    now: visit.now,
    from,
    wanted: wanted[filter],
  })
  const people = await peopleOf(visit, seminarId, log.mails)
  return c.html(
    <SeminarMailsPage
      visit={visit}
      seminar={seminar.facts}
      log={log}
      people={people}
      filter={filter}
      from={from}
    />,
  )
}

/** Whose mails these are, by the id in each mail's own. */
async function peopleOf(
  { world }: Visit,
  seminarId: string,
  mails: readonly Mail[],
): Promise<Map<string, Enrollment>> {
  const ids = [...new Set(mails.flatMap(({ id }) => recipientOf(id) ?? []))]
  const places = ids.map((enrollmentId) => enrollmentShelf.place({ seminarId, enrollmentId }))
  const found = await readEnrollments(world.table, places)
  return new Map(found.map(({ facts }) => [facts.id, facts]))
}

type Person = { seminar: Seminar; person: Enrollment }

/** Whom the address of the page names; whoever is not there any more, and other people's, are as good as absent. */
async function findPerson(c: OfficeContext): Promise<Person | undefined> {
  const visit = c.get('visit')
  const { id = '', enrollmentId = '' } = c.req.param() as Record<string, string>
  const [seminar, stored] = await Promise.all([
    findSeminar(visit, id),
    findEnrollment(visit.world.table, { seminarId: id, enrollmentId }),
  ])
  return seminar && stored && stored.facts.email !== ''
    ? { seminar: seminar.facts, person: stored.facts }
    : undefined
}

type Refused = { sentence: string; status: 404 | 409 }

async function showPerson(c: OfficeContext, refused?: Refused): Promise<Response> {
  const visit = c.get('visit')
  const found = await findPerson(c)
  if (!found) return notFound(c)
  const mails = (await listMailsTo(visit.world.table, found.person.id))
    .filter((stored) => !isEmptied(stored) && stored.facts.seminarId === found.seminar.id)
    .map(({ facts }) => facts)
    .sort((a, b) => (a.queuedAt < b.queuedAt ? 1 : -1))
  return c.html(
    <PersonMailsPage
      visit={visit}
      {...found}
      mails={mails}
      refusal={refused?.sentence}
      done={c.req.query('done')}
    />,
    refused?.status ?? 200,
  )
}

/** An id as the form brought it; a made-up one names a form like any other, as long as it is short. */
const formIdIn = (values: Values): string => (values.get('form') ?? '').slice(0, 40)

async function again(c: OfficeContext): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  const found = await findPerson(c)
  if (!found) return notFound(c)
  const { newSecret, origin } = visit.world
  const name = { seminarId: found.seminar.id, enrollmentId: found.person.id }
  const mailId = (c.req.param() as Record<string, string>).mailId ?? ''
  const sent = await sendAgain(
    {
      ...noting(visit, { deed: 'send-mail-again', seminarId: name.seminarId, about: name.enrollmentId }),
      newSecret,
      origin,
    },
    { ...name, mailId, formId: formIdIn(values) },
  )
  if (sent.ok) return goTo(c, personPath(name), 'mailAgain' satisfies Done)
  const { code } = sent.refusal
  const sentence = mailLogText[visit.setting.language].againRefusals[code]
  return showPerson(c, { sentence, status: againStatus[code] })
}

async function showAddress(
  c: OfficeContext,
  form: AddressForm,
  status: 200 | 404 | 409 | 422,
): Promise<Response> {
  const visit = c.get('visit')
  const found = await findPerson(c)
  return found ? c.html(<AddressPage visit={visit} {...found} form={form} />, status) : notFound(c)
}

async function correct(c: OfficeContext): Promise<Response> {
  const visit = c.get('visit')
  const { language } = visit.setting
  const values = await readForm(c)
  if (values instanceof Response) return values
  if (values.has(leftLanguage)) return showAddress(c, { values, errors: {} }, 200)
  const found = await findPerson(c)
  if (!found) return notFound(c)
  const { typed, troubles } = readPlainForm(addressFields(visit), values)
  const email = parseEmailAddress(typed.email ?? '')
  if (!email) return showAddress(c, { values, errors: errorsFrom(troubles, language) }, 422)
  const { newSecret, origin } = visit.world
  const name = { seminarId: found.seminar.id, enrollmentId: found.person.id }
  const corrected = await correctAddress(
    {
      ...noting(visit, { deed: 'correct-address', seminarId: name.seminarId, about: name.enrollmentId }),
      newSecret,
      origin,
    },
    { ...name, email, formId: formIdIn(values) },
  )
  if (corrected.ok) return goTo(c, personPath(name), 'addressCorrected' satisfies Done)
  const { code } = corrected.refusal
  const refusal = mailLogText[language].correctRefusals[code]
  return showAddress(c, { values, errors: {}, refusal }, correctStatus[code])
}
