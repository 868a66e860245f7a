import { Hono } from 'hono'
import { mostPerList } from '../../../functions/attendance/write-attendance.ts'
import { giveWords } from '../../../functions/certificate/give-words.ts'
import type { PreviewRow } from '../../../functions/certificate/preview.ts'
import type { Word } from '../../../functions/certificate/trainers-word.table.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import type { Values } from '../field-reader.ts'
import { findSeminar } from '../find-seminar.ts'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { loadRows } from './load-rows.ts'
import { wordsPath } from './preview-path.ts'
import { WordsPage, wordName } from './words-page.tsx'

type Name = { id: string; page?: string }
type Found = { seminar: Seminar; rows: PreviewRow[] }

/** Two fields for each person of a page, and the language that was left. */
const formKeys = { keys: 2 * mostPerList + 1 }

/** Where trainers, in their own seminars, and coordinators say who shall get a certificate. */
export function wordsDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/words/:page{[1-9][0-9]{0,3}}?'
  const deed = only('write-attendance')
  door.get(path, deed, async (c) => show(c, c.req.param(), await find(c, c.req.param('id'))))
  door.post('/office/seminars/:id/words/all', deed, (c) => sayYesToAll(c, c.req.param('id')))
  door.post(path, deed, (c) => save(c, c.req.param()))
  return door
}

/** The seminar, where this person may see it and it asks for a word; its people by name, as lists are. */
async function find(c: OfficeContext, id: string): Promise<Found | undefined> {
  const visit = c.get('visit')
  const seminar = (await findSeminar(visit, id))?.facts
  const asks = seminar?.trainersWord && (seminar.state === 'published' || seminar.state === 'completed')
  if (!asks) return undefined
  const rows = await loadRows(visit.world.table, seminar)
  return {
    seminar,
    rows: rows.sort((a, b) => fullName(a.person).localeCompare(fullName(b.person), 'de')),
  }
}

const waitingOf = ({ rows }: Found): PreviewRow[] => rows.filter(({ outcome }) => outcome === 'waits')

function show(
  c: OfficeContext,
  { page: wish = '1' }: Name,
  found: Found | undefined,
  values?: Values,
): Response | Promise<Response> {
  if (!found) return notFound(c)
  const page = Number(wish)
  const pages = Math.max(1, Math.ceil(found.rows.length / mostPerList))
  if (page > pages) return notFound(c)
  const rows = found.rows.slice((page - 1) * mostPerList, page * mostPerList)
  const waiting = waitingOf(found).length
  return c.html(
    <WordsPage
      visit={c.get('visit')}
      seminar={found.seminar}
      {...{ rows, waiting, page, pages }}
      {...(values && { values })}
      done={c.req.query('done')}
    />,
  )
}

const isWord = (typed: string | undefined): typed is Word =>
  typed === 'open' || typed === 'yes' || typed === 'no'

/** What differs from what the form showed; what others said meanwhile of other people stays. */
async function save(c: OfficeContext, name: Name): Promise<Response> {
  const values = await readForm(c, formKeys)
  if (values instanceof Response) return values
  const found = await find(c, name.id)
  if (!found || values.has(leftLanguage)) return show(c, name, found, values)
  const words = found.rows.flatMap(({ person: { id } }) => {
    const word = values.get(wordName(id))
    const shown = values.get(`${wordName(id)}-shown`)
    return isWord(word) && shown !== undefined && word !== shown ? [{ enrollmentId: id, word }] : []
  })
  return give(c, name, words)
}

async function sayYesToAll(c: OfficeContext, id: string): Promise<Response> {
  const found = await find(c, id)
  if (!found) return notFound(c)
  const words = waitingOf(found).map(({ person }) => ({ enrollmentId: person.id, word: 'yes' as const }))
  return give(c, { id }, words)
}

async function give(
  c: OfficeContext,
  { id: seminarId, page }: Name,
  words: readonly { enrollmentId: string; word: Word }[],
): Promise<Response> {
  const visit = c.get('visit')
  const world = noting(visit, { deed: 'give-trainers-word', seminarId })
  const given = await giveWords(world, { seminarId, words, by: visit.member.email })
  if (!given.ok) return notFound(c)
  return goTo(c, wordsPath(seminarId, Number(page ?? '1')), 'wordsGiven')
}
