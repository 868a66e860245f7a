import { Hono } from 'hono'
import { type FollowUp, findConcerned } from '../../../functions/attendance/follow-up.ts'
import { sampleLetter } from '../../../functions/attendance/sample-letter.ts'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import { isLanguage, type Language, languages } from '../../../functions/kernel/language.ts'
import type { Stored } from '../../../functions/kernel/table.ts'
import type { Instant } from '../../../functions/kernel/time.ts'
import { queueMail } from '../../../functions/mail/mail.table.ts'
import { readAcknowledgement } from '../../../functions/programme/acknowledgement.ts'
import { loadHouseWords } from '../../../functions/programme/letter-texts.table.ts'
import { invitesAt, missesAt, remindsAt, thanksAt } from '../../../functions/seminar/letter-rules.ts'
import { saveLetterRules } from '../../../functions/seminar/save-letter-rules.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import { isExpected } from '../../../functions/session/session-mails.ts'
import { readForm } from '../../parts/read-form.ts'
import { lettersText } from '../../text/letters.ts'
import { openFieldReader } from '../field-reader.ts'
import { errorsFrom } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { type AskedLetter, findLetter, findPlanned } from './find-letter.ts'
import { lettersPath, readRules, rulesValues } from './letters-form.ts'
import { LetterPreviewPage, type LetterStanding, LettersPage, type LettersProps } from './letters-page.tsx'

/** The letters of one seminar that go out by rules. */
export function lettersDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/letters'
  const send = only('send-invites')
  door.get(path, send, async (c) => {
    const stored = await findPlanned(c)
    return stored ? show(c, stored) : notFound(c)
  })
  door.post(path, send, async (c) => {
    const stored = await findPlanned(c)
    return stored ? save(c, stored) : notFound(c)
  })
  door.get(`${path}/:letter`, send, async (c) => {
    const asked = await findLetter(c)
    if (!asked) return notFound(c)
    const letters = await Promise.all(languages.map((language) => sample(c.get('visit'), asked, language)))
    return c.html(
      <LetterPreviewPage visit={c.get('visit')} {...asked} letters={letters} done={c.req.query('done')} />,
    )
  })
  door.post(`${path}/:letter/test`, send, async (c) => {
    const asked = await findLetter(c)
    return asked ? test(c, asked) : notFound(c)
  })
  return door
}

type Shown = Partial<Pick<LettersProps, 'values' | 'errors' | 'refusal'>>

async function show(
  c: OfficeContext,
  stored: Stored<Seminar>,
  shown: Shown = {},
  status: 200 | 409 | 422 = 200,
) {
  const visit = c.get('visit')
  const values = rulesValues(stored.facts.letters, stored.version)
  const standings = await standingsOf(visit, stored.facts)
  return c.html(
    <LettersPage
      visit={visit}
      seminar={stored.facts}
      standings={standings}
      values={values}
      errors={{}}
      done={c.req.query('done')}
      {...shown}
    />,
    status,
  )
}

async function save(c: OfficeContext, stored: Stored<Seminar>): Promise<Response> {
  const visit = c.get('visit')
  const { language } = visit.setting
  const values = await readForm(c)
  if (values instanceof Response) return values
  const reader = openFieldReader(values)
  const letters = readRules(reader)
  const errors = errorsFrom(reader.troubles, language)
  if (Object.keys(errors).length > 0) return show(c, stored, { values, errors }, 422)
  const seminarId = stored.facts.id
  const noted = noting(visit, { deed: 'edit-letters', seminarId })
  const saved = await saveLetterRules(noted, { seminarId, version: values.get('version') ?? '', letters })
  if (saved.ok) return goTo(c, lettersPath(seminarId), 'saved')
  const present = await findPlanned(c)
  return show(c, present ?? stored, { refusal: lettersText[language].refusals[saved.refusal.code] }, 409)
}

/** How each letter stands at this moment. */
async function standingsOf({ world, now }: Visit, seminar: Seminar): Promise<LetterStanding[]> {
  const people = (await listEnrollments(world.table, seminar.id)).map(({ facts }) => facts)
  const isOff = seminar.state === 'cancelled'
  const ahead = seminar.state === 'published' ? seminar.sessions.filter(({ end }) => end > now) : []
  const expected = (session: Session, mark: 'invited' | 'reminded') =>
    people.filter((person) => isExpected(person, session.id) && !person[mark][session.id]).length
  const coming = (instants: (Instant | undefined)[]) =>
    instants.filter((instant) => instant !== undefined).filter((instant) => instant > now)
  const aboutSessions = (
    letter: 'invite' | 'reminder',
    at: typeof remindsAt | typeof invitesAt,
  ): LetterStanding => ({
    letter,
    dates: coming(ahead.map((session) => at(seminar, session))),
    recipients: Math.max(
      0,
      ...ahead.map((session) => expected(session, letter === 'invite' ? 'invited' : 'reminded')),
    ),
    sendable: ahead.map(({ id, start }) => ({ sessionId: id, start })),
  })
  const following = async (letter: FollowUp, at: Instant | undefined): Promise<LetterStanding> => {
    const { readiness, people: concerned } = await findConcerned({ table: world.table, now }, seminar, letter)
    return {
      letter,
      dates: isOff ? [] : coming([at]),
      recipients: isOff ? 'senseless' : readiness === 'ready' ? concerned.length : readiness,
      sendable:
        !isOff && readiness === 'ready' && concerned.length > 0 ? [{ sessionId: '', start: undefined }] : [],
    }
  }
  return [
    aboutSessions('invite', invitesAt),
    aboutSessions('reminder', remindsAt),
    await following('missed', missesAt(seminar)),
    await following('thanks', thanksAt(seminar)),
  ]
}

async function sample(
  { world, now, member }: Visit,
  { seminar, letter, session }: AskedLetter,
  language: Language,
) {
  const [firstName = '', ...rest] = member.name.split(' ')
  return sampleLetter({
    ...{ letter, language, seminar, session, origin: world.origin, now },
    reader: { firstName, lastName: rest.join(' '), email: member.email },
    house: await loadHouseWords(world.table),
    acknowledgement: await readAcknowledgement(world.table, seminar.phaseId, language),
  })
}

/** Sends the letter to who looks at it; the same form sends it once. */
async function test(c: OfficeContext, asked: AskedLetter): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  const wish = values.get('language')
  const language = isLanguage(wish) ? wish : visit.setting.language
  const letter = await sample(visit, asked, language)
  const form = values.get('form') ?? ''
  const { member, now, world } = visit
  await world.table.commit([
    queueMail(
      {
        id: /^[\w-]{1,64}$/.test(form) ? `test-${form}` : `test-${world.newId('form')}`,
        to: { name: member.name, address: member.email },
        letter: { ...letter, subject: `[Test] ${letter.subject}` },
        cause: 'test',
        seminarId: asked.seminar.id,
      },
      now,
    ),
  ])
  return goTo(c, `${lettersPath(asked.seminar.id)}/${asked.letter}`, 'testSent')
}
