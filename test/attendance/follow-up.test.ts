import { describe, expect, test } from 'vitest'
import { writeFollowUp } from '../../functions/attendance/follow-up.ts'
import { confirmList, counterConfirmList } from '../../functions/attendance/list/confirm-list.ts'
import { printOf, type Signatory } from '../../functions/attendance/list/confirmed-list.ts'
import { readPresentList } from '../../functions/attendance/list/read-list.ts'
import { recordByHand } from '../../functions/attendance/record.ts'
import { hour, later } from '../../functions/kernel/time.ts'
import { usualRules } from '../../functions/seminar/letter-rules.ts'
import { saveLetterRules } from '../../functions/seminar/save-letter-rules.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { openWorkingHouse } from '../world/working-house.ts'

/** Four people before a seminar of two evenings; ayse and bora come to the first, bora and cem to the second. */
async function held(
  feedback = 'https://umfrage.example/rueckmeldung',
  people = ['ayse', 'bora', 'cem', 'dilan'],
) {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  const languages = { ayse: 'de', bora: 'tr', cem: 'en', dilan: 'de' } as const
  for (const name of people)
    await house.enrollAndConfirm(seminar, name, { language: languages[name as keyof typeof languages] })
  const stored = await seminarShelf.read(house.table, seminar.id)
  const letters = { ...usualRules, thanks: { on: true, hours: 2, feedback } }
  await saveLetterRules(
    { table: house.table, now: house.now() },
    { seminarId: seminar.id, version: stored?.version ?? '', letters },
  )
  const [first, second] = seminar.sessions
  if (!first || !second) throw new Error('it has two sessions')
  const came = async (name: string, session: typeof first) => {
    const { id } = await house.enrollment(seminar, name)
    await recordByHand(house.world(), { sessionId: session.id, enrollmentId: id, minutes: 90, by: 'office' })
  }
  const got = (cause: string) =>
    house.post.arrived.filter((mail) => mail.cause === cause).map(({ to }) => to.address.split('@')[0])
  return { house, seminar, first, second, came, got }
}

describe('we missed you', () => {
  test('goes to those who did not come, when the minutes are known, and names the next date', async () => {
    const { house, first, came, got } = await held()
    await house.passTo(later(first.end, 30 * hour), hour)
    // Nobody has written the minutes yet.
    expect(got('missed')).toEqual([])
    await came('ayse', first)
    await came('bora', first)
    // The list may have another page: a while after the last entry it is taken for whole.
    await house.passTo(later(first.end, 34 * hour), hour)
    expect(got('missed')).toEqual([])
    await house.passTo(later(first.end, 38 * hour), hour)
    expect(got('missed')).toEqual(['cem', 'dilan'])
    const [english] = house.post.arrived.filter(({ cause }) => cause === 'missed')
    expect(english?.letter.subject).toBe('We missed you: Finding and applying for grants')
    expect(JSON.stringify(english?.letter.blocks)).toContain('Tuesday, March 31, 2026')
  })

  test('waits for no further entry where two people have put their names to the list', async () => {
    const { house, seminar, first, came, got } = await held()
    await house.passTo(later(first.end, 30 * hour), hour)
    await came('ayse', first)
    await came('bora', first)
    const name = { seminarId: seminar.id, sessionId: first.id }
    const by = (mailbox: string, as?: Signatory['as']): Signatory => ({
      ...{ mailbox, name: mailbox, role: 'coordinator' },
      ...(as && { as }),
    })
    const seen = async () => {
      const list = await readPresentList(house.table, name)
      return { entry: list?.entries.length ?? 0, print: await printOf(list?.rows ?? []) }
    }
    const shown = await seen()
    await confirmList(house.world(), { ...name, by: by('hatice', 'in-place'), seen: shown })
    await counterConfirmList(house.world(), { ...name, by: by('cem'), seen: await seen() })
    await house.passTo(later(first.end, 32 * hour), hour)
    expect(got('missed')).toEqual(['cem', 'dilan'])
  })

  test('is not written when no date is left to come to', async () => {
    const { house, first, second, came, got } = await held()
    await house.passTo(later(second.start, hour), hour)
    await came('ayse', first)
    await house.passTo(later(second.end, hour), hour)
    expect(got('missed')).toEqual([])
  })

  test('is not written to who cancelled', async () => {
    const { house, first, came, got } = await held()
    await came('ayse', first)
    await house.cancel('dilan')
    await house.passTo(later(first.end, 21 * hour), hour)
    expect(got('missed')).toEqual(['bora', 'cem'])
  })
})

test('thanks go to who came to any date, with the feedback form', async () => {
  const { house, first, second, came, got } = await held()
  await came('ayse', first)
  await came('bora', first)
  await house.passTo(second.end, hour)
  await came('bora', second)
  await came('cem', second)
  await house.passTo(later(second.end, 8 * hour), hour)
  expect(got('thanks')).toEqual(['ayse', 'bora', 'cem'])
  const [one] = house.post.arrived.filter(({ cause }) => cause === 'thanks')
  expect(one?.letter.blocks).toContainEqual({
    is: 'button',
    label: 'Rückmeldung geben',
    href: 'https://umfrage.example/rueckmeldung',
  })
})

test('without a feedback form nobody is asked for feedback', async () => {
  const { house, first, second, came } = await held('')
  await came('ayse', first)
  await house.passTo(later(second.end, 3 * hour), hour)
  const [one] = house.post.arrived.filter(({ cause }) => cause === 'thanks')
  expect(JSON.stringify(one?.letter.blocks)).not.toContain('Rückmeldung')
})

test('wherever the process dies, each gets the letter once', async () => {
  const crashes = await withEveryCrash(async (open) => {
    const { house, seminar, first, came } = await held('', ['ayse', 'bora', 'cem'])
    await came('ayse', first)
    house.moveTo(later(first.end, 20 * hour))
    const name = { seminarId: seminar.id, letter: 'missed' } as const
    const { mortal, death, effects } = open(house.table)
    await Promise.race([writeFollowUp(house.issuing(mortal), name), death])
    effects()
    await writeFollowUp(house.issuing(), name)
    const mails = (await house.mails()).filter(({ cause }) => cause === 'missed')
    expect(mails.map(({ to }) => to.address).sort()).toEqual(
      ['bora', 'cem'].map((name) => `${name}@verein.example`),
    )
  })
  expect(crashes).toBeGreaterThan(20)
})
