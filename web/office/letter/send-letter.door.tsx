import { Hono } from 'hono'
import { findConcerned, whoHadIt, writeFollowUp } from '../../../functions/attendance/follow-up.ts'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import { parseInstant } from '../../../functions/kernel/time.ts'
import { sendNow } from '../../../functions/session/send-now.ts'
import { isExpected } from '../../../functions/session/session-mails.ts'
import { readForm } from '../../parts/read-form.ts'
import { lettersText } from '../../text/letters.ts'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { type AskedLetter, findLetter } from './find-letter.ts'
import { lettersPath } from './letters-form.ts'
import { mostAtOnce, type Person, pickedField, SendLetterPage } from './send-letter-page.tsx'

/** Sending one of a seminar's letters now, to the people whom a coordinator ticks. */
export function sendLetterDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/letters'
  const send = only('send-invites')
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

/** Whom the letter can go to now, and since when they have it. */
async function peopleFor(
  { world, now }: Visit,
  { seminar, letter, session }: AskedLetter,
): Promise<Person[]> {
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
  asked: AskedLetter,
  shown: { refusal?: string; picked?: ReadonlySet<string> },
  status: 200 | 422,
): Promise<Response> {
  const visit = c.get('visit')
  const people = await peopleFor(visit, asked)
  return c.html(<SendLetterPage visit={visit} {...asked} people={people} {...shown} />, status)
}

/** A tick per person, and what the page knew. */
const pickKeys = { keys: mostAtOnce + 10 }

async function sendToPicked(c: OfficeContext, asked: AskedLetter): Promise<Response> {
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
