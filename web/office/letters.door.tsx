import { type Context, Hono } from 'hono'
import {
  type FollowUp,
  findConcerned,
  whoHadIt,
  writeFollowUp,
} from '../../functions/attendance/follow-up.ts'
import { sampleLetter } from '../../functions/attendance/sample-letter.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { isLanguage, type Language, languages } from '../../functions/kernel/language.ts'
import type { Stored } from '../../functions/kernel/table.ts'
import { type Instant, parseInstant } from '../../functions/kernel/time.ts'
import { queueMail } from '../../functions/mail/mail.table.ts'
import { readAcknowledgement } from '../../functions/programme/acknowledgement.ts'
import { loadHouseWords } from '../../functions/programme/letter-texts.table.ts'
import {
  invitesAt,
  missesAt,
  type RuledLetter,
  remindsAt,
  ruledLetters,
  thanksAt,
} from '../../functions/seminar/letter-rules.ts'
import { saveLetterRules } from '../../functions/seminar/save-letter-rules.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { findSession, type Seminar, type Session } from '../../functions/seminar/seminar.ts'
import { sendNow } from '../../functions/session/send-now.ts'
import { isExpected } from '../../functions/session/session-mails.ts'
import { readForm } from '../parts/read-form.ts'
import { lettersText } from '../text/letters.ts'
import { openFieldReader } from './field-reader.ts'
import { lettersPath, readRules, rulesValues } from './letters-form.ts'
import { LetterPreviewPage, type LetterStanding, LettersPage, type LettersProps } from './letters-page.tsx'
import { errorsFrom } from './plain-form.tsx'
import { mostAtOnce, type Person, pickedField, SendLetterPage } from './send-letter-page.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from './visit.ts'

/** The letters of one seminar that go out by rules. */
export function lettersDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/letters'
  const send = only('send-invites')
  door.get(path, send, async (c) => {
    const stored = await find(c)
    return stored ? show(c, stored) : notFound(c)
  })
  door.post(path, send, async (c) => {
    const stored = await find(c)
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
  door.get(`${path}/:letter/send`, send, async (c) => {
    const asked = await findLetter(c)
    return asked ? showPeople(c, asked, {}, 200) : notFound(c)
  })
  door.post(`${path}/:letter/send`, send, async (c) => {
    const asked = await findLetter(c)
    return asked ? sendToPicked(c, asked) : notFound(c)
  })
  return door
}

const find = (c: OfficeContext): Promise<Stored<Seminar> | undefined> =>
  seminarShelf.read(c.get('visit').world.table, c.req.param('id') ?? '')

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
  const present = await find(c)
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

/** A letter of a seminar, and the session it is about. */
type Asked = { seminar: Seminar; letter: RuledLetter; session: Session }

async function findLetter(c: OfficeContext): Promise<Asked | undefined> {
  const seminar = (await find(c))?.facts
  const letter = ruledLetters.find((one) => one === c.req.param('letter'))
  const { now } = c.get('visit')
  const named = sessionIn(c)
  // A date that is named and does not take place any more is not another one.
  const session =
    seminar &&
    (named
      ? findSession(seminar, named)
      : (seminar.sessions.find(({ end }) => end > now) ?? seminar.sessions.at(-1)))
  return seminar && letter && session && { seminar, letter, session }
}

const sessionIn = (c: Context): string => c.req.query('session') ?? ''

async function sample(
  { world, now, member }: Visit,
  { seminar, letter, session }: Asked,
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
async function test(c: OfficeContext, asked: Asked): Promise<Response> {
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

/** Whom the letter can go to now, and since when they have it. */
async function peopleFor({ world, now }: Visit, { seminar, letter, session }: Asked): Promise<Person[]> {
  if (letter === 'missed' || letter === 'thanks') {
    const { people } = await findConcerned({ table: world.table, now }, seminar, letter)
    const had = await whoHadIt(world.table, { seminar, letter, people: people.map(({ facts }) => facts) })
    return people
      .map(({ facts }) => ({ person: facts, hadIt: had.get(facts.id) }))
      .sort((a, b) => (a.hadIt ?? '').localeCompare(b.hadIt ?? ''))
  }
  if (seminar.state !== 'published' || session.end <= now) return []
  const mark = letter === 'invite' ? 'invited' : 'reminded'
  const people = await listEnrollments(world.table, seminar.id)
  return people
    .map(({ facts }) => facts)
    .filter((person) => isExpected(person, session.id))
    .map((person) => ({ person, hadIt: person[mark][session.id] }))
    .sort((a, b) => (a.hadIt ?? '').localeCompare(b.hadIt ?? ''))
}

async function showPeople(
  c: OfficeContext,
  asked: Asked,
  shown: { refusal?: string; picked?: ReadonlySet<string> },
  status: 200 | 422,
): Promise<Response> {
  const visit = c.get('visit')
  const people = await peopleFor(visit, asked)
  return c.html(<SendLetterPage visit={visit} {...asked} people={people} {...shown} />, status)
}

/** A tick per person, and what the page knew. */
const pickKeys = { keys: mostAtOnce + 10 }

async function sendToPicked(c: OfficeContext, asked: Asked): Promise<Response> {
  const visit = c.get('visit')
  const { seminar, letter, session } = asked
  const text = lettersText[visit.setting.language]
  const values = await readForm(c, pickKeys)
  if (values instanceof Response) return values
  const people = await peopleFor(visit, asked)
  const chosen = new Set(
    people.map(({ person }) => person.id).filter((id) => values.get(pickedField(id)) === 'yes'),
  )
  if (chosen.size === 0) return showPeople(c, asked, { refusal: text.nobodyPicked, picked: chosen }, 422)
  if (chosen.size > mostAtOnce)
    return showPeople(c, asked, { refusal: text.tooMany(mostAtOnce), picked: chosen }, 422)
  const { table, newSecret, origin } = visit.world
  const world = { table, now: visit.now, newSecret, origin }
  const { also } = noting(visit, { deed: 'send-letters', seminarId: seminar.id, about: letter })
  await table.commit(also)
  if (letter === 'missed' || letter === 'thanks')
    await writeFollowUp(world, { seminarId: seminar.id, letter, chosen })
  else
    await sendNow(world, {
      ...{ seminarId: seminar.id, sessionId: session.id, letter, chosen },
      seenAt: parseInstant(values.get('seenAt') ?? '') ?? visit.now,
    })
  return goTo(c, lettersPath(seminar.id), 'lettersSent')
}
