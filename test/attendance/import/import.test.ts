import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listNoticesOf } from '../../../functions/attendance/attendance.table.ts'
import { mostAtOnce } from '../../../functions/attendance/import/confirm-import.ts'
import { importProfileShelf, importShelf } from '../../../functions/attendance/import/import.table.ts'
import { changeDraft, discardList, keepList } from '../../../functions/attendance/import/keep-list.ts'
import { storeImports } from '../../../functions/attendance/import/store-import.ts'
import { takeBackImport } from '../../../functions/attendance/import/take-back-import.ts'
import { confirmList, counterConfirmList } from '../../../functions/attendance/list/confirm-list.ts'
import { printOf, type Signatory } from '../../../functions/attendance/list/confirmed-list.ts'
import { readPresentList } from '../../../functions/attendance/list/read-list.ts'
import { writeAttendance } from '../../../functions/attendance/write-attendance.ts'
import { findCertificateOf } from '../../../functions/certificate/certificate.table.ts'
import { askForCode, tryCode } from '../../../functions/privacy/data-code.ts'
import { erasePerson } from '../../../functions/privacy/erase-person.ts'
import { exportPerson } from '../../../functions/privacy/export-person.ts'
import { completeSeminar } from '../../../functions/seminar/complete-seminar.ts'
import { withEveryCrash } from '../../world/crashing-table.ts'
import { mailedCode } from '../../world/data-code.ts'
import { variedSecrets, type WorkingHouse } from '../../world/working-house.ts'
import { afterTheSession } from './bring-list.ts'

const trio = {
  ipek: ['İpek', 'Çağlayan'],
  joerg: ['Jörg', 'Müller'],
  ayse: ['Ayşe', 'Yıldız'],
} satisfies Record<string, [string, string]>

const sample = (name: string): Uint8Array => readFileSync(`${import.meta.dirname}/samples/${name}`)

const headings = 'Name (Originalname);E-Mail;Beitrittszeit;Zeit des Verlassens'
const small = [
  headings,
  'Ipek Caglayan;;31.03.2026 17:58:00;31.03.2026 19:00:00',
  'iPhone von Ayşe;;31.03.2026 18:30:00;31.03.2026 19:30:00',
  'Fremde Person;fremd@example.org;31.03.2026 18:00:00;31.03.2026 20:00:00',
  'Müller, Jörg;;31.03.2026 19:00:00;31.03.2026 18:00:00',
].join('\n')

/** Three people who come and go all the time. */
const long = (rows: number): string =>
  [
    headings,
    ...Array.from({ length: rows }, (_, i) => {
      const name = ['İpek Çağlayan', 'Jörg Müller', 'Ayşe Yıldız'][i % 3]
      const at = (seconds: number) =>
        new Date(Date.parse('2026-03-31T18:00:00Z') + (i * 2 + seconds) * 1_000).toISOString().slice(11, 19)
      return `${name};;31.03.2026 ${at(0)};31.03.2026 ${at(2)}`
    }),
  ].join('\n')

/** Somebody has everything of theirs erased, with the code that comes by mail. */
async function erase(house: WorkingHouse, name: string): Promise<void> {
  const world = {
    ...house.world(),
    newSecret: variedSecrets(3),
    sealKey: async () => 'a key for tests',
  }
  const token = await house.token(name)
  await askForCode(world, token)
  const opened = await tryCode(world, { token, code: await mailedCode(house, name) })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const erased = await erasePerson(house.world(), {
    token,
    pass: opened.value.pass,
    keepCertificates: false,
  })
  expect(erased.ok).toBe(true)
}

describe('a list is looked at before it counts', () => {
  test('what the dry run says is what is stored; strangers are gone with the file', async () => {
    const { takeOver, minutes, house } = await afterTheSession(trio)
    const { plan, confirmed, importId } = await takeOver(small)
    expect(
      plan.people.map(({ person, after, entries }) => [person.firstName, after.minutes, entries[0]?.by]),
    ).toEqual([['İpek', 60, 'folded']])
    expect(plan.open.map(({ listed, maybe }) => [listed.name, maybe.length])).toEqual([
      ['iPhone von Ayşe', 1],
      ['Fremde Person', 0],
    ])
    expect(plan.list.rejects).toEqual([{ row: 5, name: 'Müller, Jörg', why: 'leave-before-join' }])
    expect(confirmed).toMatchObject({
      ok: true,
      value: { state: 'stored', people: 1, leftOut: 2, rejected: 1, notices: 1, written: 1 },
    })
    expect(await minutes()).toEqual({ ipek: 60 })
    const everything = JSON.stringify(house.table.everything())
    for (const canary of ['Fremde', 'fremd@', btoa('Fremde').slice(0, 6)])
      expect(everything).not.toContain(canary)
    expect(everything).toContain(importId)
  })

  test('looking at it changes no minute, and a discarded one leaves no file', async () => {
    const { bring, planOf, minutes, house, sessionId } = await afterTheSession(trio)
    const importId = await bring(small)
    await planOf(importId)
    expect(await minutes()).toEqual({})
    expect(house.table.everything().filter(({ kind }) => kind === 'file-part')).toHaveLength(1)
    await discardList({ table: house.table, now: house.now() }, { sessionId, importId })
    expect(house.table.everything().filter(({ kind }) => kind === 'file-part')).toEqual([])
    await expect(planOf(importId)).rejects.toThrow()
  })

  test('after a day it is gone', async () => {
    const { bring, confirm, house } = await afterTheSession(trio)
    const importId = await bring(small)
    house.pass(24 * 3_600_000)
    expect(await confirm(importId, 'x')).toEqual({ ok: false, refusal: { code: 'gone' } })
  })

  test('people are chosen by hand, and known again on the next list of the seminar, until they are erased', async () => {
    const { bring, planOf, confirm, takeOver, house, seminar, sessionId, minutes } =
      await afterTheSession(trio)
    const importId = await bring(small)
    const ayse = (await house.enrollment(seminar, 'ayse')).id
    const [phone, stranger] = (await planOf(importId)).open
    await changeDraft(
      { table: house.table, now: house.now() },
      { sessionId, importId },
      { decided: { [phone?.mark ?? '']: ayse, [stranger?.mark ?? '']: 'nobody' } },
    )
    const plan = await planOf(importId)
    expect([plan.open, plan.nobody.length]).toEqual([[], 1])
    await confirm(importId, plan.mark)
    expect(await minutes()).toEqual({ ipek: 60, ayse: 60 })

    const again = await takeOver(`${headings}\niPhone von Ayşe;;31.03.2026 19:30:00;31.03.2026 19:50:00\n`)
    expect(again.plan.people.map(({ after }) => after.minutes)).toEqual([80])
    expect(await minutes()).toEqual({ ipek: 60, ayse: 80 })
    await erase(house, 'ayse')
    const profile = await importProfileShelf.read(house.table, seminar.id)
    expect(Object.values(profile?.facts.decided ?? {})).toEqual(['nobody'])
  })

  test('columns that a person named are known again', async () => {
    const { bring, planOf, confirm, house, sessionId, takeOver } = await afterTheSession(trio)
    const strange = 'Wer;Ankunft;Weg\nJörg Müller;18:00;18:45\n'
    const importId = await bring(strange)
    expect((await planOf(importId)).list.rows).toEqual([])
    await changeDraft(
      { table: house.table, now: house.now() },
      { sessionId, importId },
      { mapping: { name: 0, from: 1, to: 2 } },
    )
    const plan = await planOf(importId)
    expect(plan.people.map(({ after }) => after.minutes)).toEqual([45])
    await confirm(importId, plan.mark)
    expect(
      (await takeOver(strange.replace('18:45', '18:55'))).plan.people.map(({ after }) => after.minutes),
    ).toEqual([55])
  })
})

test.each([
  ['zoom-de-guess.csv', { joerg: 60, 'ipek@example.de': 120 }],
  ['zoom-unique-users.csv', { joerg: 92, 'ipek@example.de': 117 }],
  ['teams-en-us.utf16.csv', { ipek: 117, joerg: 30 }],
  ['teams-2020-actions.utf16.csv', { ipek: 110, joerg: 120 }],
])('%s, the whole way', async (file, expected) => {
  const { takeOver, minutes } = await afterTheSession({ ...trio, 'ipek@example.de': ['Pınar', 'Ak'] })
  await takeOver(sample(file))
  expect(await minutes()).toEqual(expected)
})

describe('once, however often', () => {
  test('the same list confirmed twice, and the same file brought twice, count once', async () => {
    const { takeOver, bring, planOf, confirm, minutes, house } = await afterTheSession(trio)
    const first = await takeOver(small)
    const [repeated, notices] = [
      await confirm(first.importId, first.plan.mark),
      house.table.everything().filter(({ kind }) => kind === 'attendance').length,
    ]
    expect([repeated.ok, notices]).toEqual([true, 1])
    const second = await bring(small)
    expect(await confirm(second, (await planOf(second)).mark)).toEqual({
      ok: false,
      refusal: { code: 'already-imported' },
    })
    expect(await minutes()).toEqual({ ipek: 60 })
  })

  test('what is different from what was shown is refused', async () => {
    const { bring, planOf, confirm, house, sessionId, minutes } = await afterTheSession(trio)
    const importId = await bring(small)
    const { mark, open } = await planOf(importId)
    await changeDraft(
      { table: house.table, now: house.now() },
      { sessionId, importId },
      {
        decided: {
          [open[0]?.mark ?? '']: (
            await house.enrollment({ id: (await planOf(importId)).draft.seminarId }, 'ayse')
          ).id,
        },
      },
    )
    expect(await confirm(importId, mark)).toEqual({ ok: false, refusal: { code: 'changed-meanwhile' } })
    expect(await minutes()).toEqual({})
  })

  test('a list of nobody is refused', async () => {
    const { takeOver } = await afterTheSession({ ipek: ['İpek', 'Çağlayan'] })
    const { confirmed } = await takeOver(
      `${headings}\nFremde Person;;31.03.2026 18:00:00;31.03.2026 19:00:00\n`,
    )
    expect(confirmed).toEqual({ ok: false, refusal: { code: 'nobody' } })
  })
})

describe('long lists', () => {
  test('are written by the clock, and count only when all of them is there', async () => {
    const { bring, planOf, confirm, minutes, house, sessionId } = await afterTheSession(trio)
    const importId = await bring(long(2_000))
    const { mark, people } = await planOf(importId)
    const confirmed = await confirm(importId, mark)
    expect(confirmed).toMatchObject({ ok: true, value: { state: 'storing', notices: 2_000, written: 0 } })
    expect(await minutes()).toEqual({})
    await house.settle()
    const record = await importShelf.read(house.table, { sessionId, importId })
    expect(record?.facts).toMatchObject({ state: 'stored', written: 2_000 })
    expect(await minutes()).toEqual(
      Object.fromEntries(people.map(({ person, after }) => [person.email.split('@')[0], after.minutes])),
    )
    expect(house.table.everything().filter(({ kind }) => kind === 'import-lot')).toEqual([])
  })

  test('a worker that dies anywhere is gone on from by the next; nothing is lost or doubled', async () => {
    const rows = 200
    const [left, outcomes] = [new Set<string>(), new Set<string>()]
    const crashes = await withEveryCrash(async (open) => {
      const { bring, planOf, confirm, house, about, minutes } = await afterTheSession(trio)
      const importId = await bring(long(rows))
      await confirm(importId, (await planOf(importId)).mark)
      const { mortal, death, effects } = open(house.table)
      await Promise.race([storeImports({ table: mortal, now: house.now() }, about), death])
      effects()
      left.add(JSON.stringify(await minutes()))
      await house.settle()
      const written = house.table.everything().filter(({ kind }) => kind === 'attendance').length
      outcomes.add(JSON.stringify([written, await minutes()]))
    })
    expect([crashes > 20, outcomes.size, [...outcomes][0]?.startsWith(`[${rows},`)]).toEqual([true, 1, true])
    // Whatever a dead worker leaves behind, all of the list counts or nothing of it.
    expect([...left].sort()).toEqual(['{"ipek":2,"joerg":2,"ayse":2}', '{}'].sort())
  })

  test('confirming dies anywhere: asked again, the list counts once', async () => {
    for (const rows of [3, mostAtOnce + 1]) {
      const outcomes = new Set<string>()
      await withEveryCrash(async (open) => {
        const { bring, planOf, confirm, house } = await afterTheSession(trio)
        const importId = await bring(long(rows))
        const { mark } = await planOf(importId)
        const { mortal, death, effects } = open(house.table)
        await Promise.race([confirm(importId, mark, { table: mortal }), death])
        effects()
        const again = await confirm(importId, mark)
        await house.settle()
        outcomes.add(
          `${again.ok} ${house.table.everything().filter(({ kind }) => kind === 'attendance').length}`,
        )
      })
      expect([...outcomes]).toEqual([`true ${rows}`])
    }
  })

  test('two workers at once write each row once', async () => {
    const { bring, planOf, confirm, house, store } = await afterTheSession(trio)
    const importId = await bring(long(400))
    await confirm(importId, (await planOf(importId)).mark)
    await Promise.all([store(), store(), store()])
    expect(house.table.everything().filter(({ kind }) => kind === 'attendance')).toHaveLength(400)
  })
})

describe('taking back', () => {
  test('a list counts nothing any more, is still seen, and may be brought once more', async () => {
    const { takeOver, minutes, about, house, seminar, sessionId } = await afterTheSession(trio)
    const { importId } = await takeOver(small)
    const command = { ...about, importId, by: 'k@verein.example' }
    expect(await takeBackImport(house.world(), command)).toMatchObject({
      ok: true,
      value: { state: 'withdrawn' },
    })
    expect(await minutes()).toEqual({})
    const ipek = (await house.enrollment(seminar, 'ipek')).id
    expect(await listNoticesOf(house.table, sessionId, ipek)).toEqual([])
    const { enrollments } = await exportPerson(
      { table: house.table, now: house.now() },
      'ipek@verein.example',
    )
    expect(enrollments[0]?.attendance[1]?.notices).toMatchObject([{ kind: 'present', source: 'file' }])
    expect((await takeOver(small)).confirmed).toMatchObject({ ok: true })
    expect(await minutes()).toEqual({ ipek: 60 })
  })

  test('minutes by hand stay what they are', async () => {
    const { takeOver, minutes, about, house, seminar } = await afterTheSession(trio)
    const enrollmentId = (await house.enrollment(seminar, 'ipek')).id
    await writeAttendance(house.world(), { ...about, minutes: [{ enrollmentId, minutes: 7 }], by: 'k' })
    const { importId, plan } = await takeOver(small)
    expect(plan.people.map(({ before, after }) => [before.minutes, after.minutes])).toEqual([[7, 7]])
    await takeBackImport(house.world(), { ...about, importId, by: 'k' })
    expect(await minutes()).toEqual({ ipek: 7 })
  })
})

describe('the list with two names', () => {
  test('a settled list takes no file over and none back; one that was on its way does not count', async () => {
    const setting = await afterTheSession(trio)
    const { house, bring, planOf, confirm, takeOver, about, sessionId, store, minutes } = setting
    const counted = await takeOver(small)
    const waiting = await bring(long(200))
    await confirm(waiting, (await planOf(waiting)).mark)
    const shown = await bring(long(5))
    const { mark } = await planOf(shown)
    const before = await minutes()
    await settle(setting)
    expect(await confirm(shown, mark)).toEqual({ ok: false, refusal: { code: 'locked' } })
    expect(await keepList(house.world(), { ...about, bytes: new TextEncoder().encode(small) })).toEqual({
      ok: false,
      refusal: { code: 'locked' },
    })
    expect(await takeBackImport(house.world(), { ...about, importId: counted.importId, by: 'k' })).toEqual({
      ok: false,
      refusal: { code: 'locked' },
    })
    await store()
    const record = await importShelf.read(house.table, { sessionId, importId: waiting })
    expect(record?.facts.state).toBe('locked')
    expect(await minutes()).toMatchObject(before)
  })
})

/** Two people put their names to the list of the session. */
async function settle({ house, about }: Awaited<ReturnType<typeof afterTheSession>>): Promise<void> {
  const signatures: [typeof confirmList, Signatory][] = [
    [confirmList, { mailbox: 'z@verein.example', name: 'Zeynep', role: 'trainer', as: 'trainer' }],
    [counterConfirmList, { mailbox: 'c@verein.example', name: 'Cem', role: 'coordinator' }],
  ]
  for (const [sign, by] of signatures) {
    const list = await readPresentList(house.table, about)
    const seen = { entry: list?.entries.length ?? 0, print: await printOf(list?.rows ?? []) }
    expect(await sign(house.world(), { ...about, by, seen })).toMatchObject({ ok: true })
  }
}

test('whoever reaches the threshold by a list after completion gets the certificate', async () => {
  const { takeOver, house, seminar, bring, planOf, confirm } = await afterTheSession(trio)
  house.moveTo('2026-04-20T08:00:00.000Z')
  await completeSeminar(house.world(), seminar.id)
  await house.settle()
  const name = { seminarId: seminar.id, enrollmentId: (await house.enrollment(seminar, 'joerg')).id }
  const half = { ...name, minutes: 120 }
  await writeAttendance(house.world(), {
    seminarId: seminar.id,
    sessionId: seminar.sessions[0]?.id ?? '',
    minutes: [half],
    by: 'k',
  })
  await house.settle()
  expect(await findCertificateOf(house.table, name)).toBeUndefined()
  await takeOver(`${headings}\nJoerg Mueller;;31.03.2026 18:00:00;31.03.2026 20:00:00\n`)
  expect(await findCertificateOf(house.table, name)).toBeDefined()
  const importId = await bring(long(3_000))
  await confirm(importId, (await planOf(importId)).mark)
  await house.settle()
  expect(await findCertificateOf(house.table, name)).toBeDefined()
})
