import { describe, expect, test } from 'vitest'
import { listNoticesOf } from '../../functions/attendance/attendance.table.ts'
import { keepList } from '../../functions/attendance/import/keep-list.ts'
import { recordByHand } from '../../functions/attendance/record.ts'
import { findCertificateOf, findIssuedOrHeld } from '../../functions/certificate/certificate.table.ts'
import { certificateFileShelf } from '../../functions/certificate/certificate-file.table.ts'
import { giveWords } from '../../functions/certificate/give-words.ts'
import { requestCertificate } from '../../functions/certificate/request/request-certificate.ts'
import { findRevocation } from '../../functions/certificate/revocation.table.ts'
import { revokeCertificate } from '../../functions/certificate/revoke.ts'
import { listWords } from '../../functions/certificate/trainers-word.table.ts'
import { verify } from '../../functions/certificate/verify.ts'
import { enrollmentShelf, listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { enrollmentIdFor } from '../../functions/enrollment/enrollment.ts'
import { feedCalendar } from '../../functions/enrollment/feed-calendar.ts'
import { requestFeed } from '../../functions/enrollment/link/request-feed.ts'
import { requestMail } from '../../functions/enrollment/link/request-mail.ts'
import { parseEmailAddress } from '../../functions/kernel/email-address.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { askForCode, tryCode } from '../../functions/privacy/data-code.ts'
import { erasePerson } from '../../functions/privacy/erase-person.ts'
import { exportPerson } from '../../functions/privacy/export-person.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { mailedFeed } from '../world/calendar-feed.ts'
import { findCanaries } from '../world/canary.ts'
import { openCrashingTable } from '../world/crashing-table.ts'
import { mailedCode } from '../world/data-code.ts'
import { coordinating } from '../world/invitations.ts'
import { aSession } from '../world/seminar.ts'
import { openWorkingHouse, signer, variedSecrets, type WorkingHouse } from '../world/working-house.ts'

const address = 'Kanaria.Gelbfink+x@canary.example'
const kanaria = {
  firstName: 'Zwitscherîn',
  lastName: 'Gelbfink-Şakır',
  association: 'Verein der Käfigöffner',
  note: 'Ich brauche ein Trapez.',
}
/** A name that no sheet can print. */
const held = '愛子鳥籠'
const letters = [...held].join(' ')
const canaries = [...Object.values(kanaria), address, address.toLowerCase(), held, letters]
const other = { firstName: 'Bleibtreu', lastName: 'Nachbar', note: 'Bitte nicht löschen.' }

const later = (slug: string, overrides: Partial<Seminar> = {}): Partial<Seminar> => ({
  slug,
  capacity: 1,
  closes: aSession().start.replace('03-24', '05-01') as Seminar['closes'],
  sessions: [
    aSession({
      start: '2026-05-05T17:00:00.000Z' as Seminar['closes'],
      end: '2026-05-05T19:00:00.000Z' as Seminar['closes'],
    }),
  ],
  ...overrides,
})

/** Kanaria everywhere one can stand: certified, held back, seated, unconfirmed, cancelled, with mails of all kinds. */
async function planted() {
  const house = openWorkingHouse()
  const past = await house.offer({ trainersWord: true })
  const unprintable = await house.offer({ slug: 'unprintable' })
  const coming = await house.offer(later('coming'))
  const unconfirmed = await house.offer(later('unconfirmed'))
  const cancelled = await house.offer(later('cancelled'))
  const closed = await house.offer(later('closed', { access: 'invited' }))
  await coordinating(house).invite(closed, [address.toLowerCase(), 'neighbor'])
  const attended = [
    await house.enrollAndConfirm(past, address, kanaria),
    await house.enrollAndConfirm(past, 'neighbor', other),
    await house.enrollAndConfirm(unprintable, address, { ...kanaria, firstName: held }),
  ]
  for (const { id, seminarId } of attended)
    for (const { id: sessionId } of (await house.seminar(seminarId)).sessions)
      await recordByHand(house.world(), {
        sessionId,
        enrollmentId: id,
        minutes: 120,
        by: 'anna@office.example',
      })
  house.moveTo('2026-03-31T18:00:00.000Z')
  await giveWords(house.world(), {
    seminarId: past.id,
    words: attended
      .filter(({ seminarId }) => seminarId === past.id)
      .map(({ id }) => ({ enrollmentId: id, word: 'yes' as const })),
    by: 'anna@office.example',
  })
  const list = `Name,Email,Duration\n${kanaria.firstName} ${kanaria.lastName},${address},90\n`
  const brought = await keepList(house.world(), {
    ...{ seminarId: past.id, sessionId: past.sessions[0]?.id ?? '' },
    bytes: new TextEncoder().encode(list),
  })
  if (!brought.ok) throw new Error(brought.refusal.code)
  for (const { id } of [past, unprintable]) await completeSeminar(house.world(), id)
  await house.settle()
  await house.enrollAndConfirm(coming, address, kanaria)
  await house.enrollAndConfirm(coming, 'waits', other)
  await house.enrollAndConfirm(cancelled, address, kanaria)
  await requestFeed(house.world(), { token: await house.token(address), formId: 'form_of_a_canary_bird_' })
  const feed = await mailedFeed(house, address)
  await house.cancel(address)
  house.moveTo('2026-04-01T18:00:00.000Z')
  await house.enroll(unconfirmed, address, kanaria)
  await house.settle()
  const email = parseEmailAddress(address)
  if (!email) throw new Error('no address')
  await requestMail(house.world(), { email, wish: 'overview', formId: 'form-overview' })
  await requestMail(house.world(), { email, wish: 'links', formId: 'form-links' })
  const token = await house.token(address)
  return { house, past, unprintable, coming, unconfirmed, cancelled, token, feed }
}

const codeWorld = (house: WorkingHouse) => ({
  ...house.world(),
  newSecret: variedSecrets(3),
  sealKey: async () => 'a key for tests',
})

async function passFor(house: WorkingHouse, token: string): Promise<string> {
  await askForCode(codeWorld(house), token)
  const opened = await tryCode(codeWorld(house), { token, code: await mailedCode(house, address) })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value.pass
}

async function erase(
  house: WorkingHouse,
  token: string,
  keepCertificates = false,
  table: Table = house.table,
) {
  const pass = await passFor(house, token)
  return erasePerson({ ...house.world(), table }, { token, pass, keepCertificates })
}

const found = (house: WorkingHouse, words: readonly string[] = canaries) =>
  findCanaries(house.table.everything(), words)
const ofFeeds = (house: WorkingHouse) =>
  house.table.everything().filter(({ kind }) => kind.startsWith('calendar-feed'))
const idIn = (seminar: Seminar) => enrollmentIdFor(seminar.id, address.toLowerCase())

/** Where the name still stands when somebody keeps their certificates. */
const keptCanaries = [kanaria.firstName, kanaria.lastName].flatMap((name) => [
  `people certificate: ${name}`,
  `people certificate-credential: ${name}`,
])

describe('erased is erased', () => {
  test('nothing in any store says who it was, in plain or in disguise; others stay as they are', async () => {
    const { house, token, past, feed } = await planted()
    const before = found(house)
    expect(found(house, [feed])).toEqual([`outbox mail: ${feed}`])
    for (const kind of [
      'people enrollment',
      'people invitation',
      'people certificate',
      'people certificate-credential',
      'people certificate-hold',
      'outbox mail',
      'outbox file-part',
    ])
      expect(
        before.some((canary) => canary.startsWith(`${kind}: `)),
        kind,
      ).toBe(true)
    for (const canary of canaries)
      expect(
        before.some((where) => where.endsWith(canary)),
        canary,
      ).toBe(true)
    const neighbors = found(house, Object.values(other))

    expect(await feedCalendar(house.world(), feed)).toContain('Fördermittel')
    expect(ofFeeds(house)).toHaveLength(2)

    expect(await erase(house, token)).toEqual({ ok: true, value: { seminars: 5, certificatesKept: 0 } })
    expect(found(house)).toEqual([])
    expect(await feedCalendar(house.world(), feed)).toBeUndefined()
    expect([...ofFeeds(house), ...found(house, [feed])]).toEqual([])
    expect(found(house, Object.values(other)).length).toBeGreaterThanOrEqual(neighbors.length)
    const ofNeighbor = await house.enrollment(past, 'neighbor')
    expect(
      await findCertificateOf(house.table, { seminarId: past.id, enrollmentId: ofNeighbor.id }),
    ).toBeDefined()
  })

  test('the seat goes on, minutes stay without a name, and no link opens anything', async () => {
    const { house, token, past, coming, unconfirmed } = await planted()
    const name = { seminarId: past.id, enrollmentId: await idIn(past) }
    const number = (await findCertificateOf(house.table, name))?.number ?? ''
    expect(await verify({ table: house.table, isGenuine: signer.isGenuine }, number)).toBeDefined()
    expect((await house.standing(coming)).waiting).toEqual([other.firstName])

    await erase(house, token)
    expect((await house.standing(coming)).seats).toEqual([other.firstName])
    expect((await house.mails('waits')).at(-1)?.cause).toBe('promoted')
    expect((await house.standing(unconfirmed)).seats).toEqual([])
    const stored = await enrollmentShelf.read(house.table, name)
    expect(stored?.facts).toMatchObject({ state: 'erased', firstName: '', email: '', links: [], forms: [] })
    const [session] = past.sessions
    const notices = await listNoticesOf(house.table, session?.id ?? '', name.enrollmentId)
    expect(notices).toMatchObject([{ kind: 'by-hand', minutes: 120 }])
    expect(await verify({ table: house.table, isGenuine: signer.isGenuine }, number)).toBeUndefined()
    expect(await certificateFileShelf.read(house.table, number)).toBeUndefined()
    expect([...(await listWords(house.table, past.id)).keys()]).toEqual([
      (await house.enrollment(past, 'neighbor')).id,
    ])
    expect(await askForCode(codeWorld(house), token)).toEqual({ ok: false, refusal: { code: 'unknown' } })
  })

  test('who wants it keeps certificates that verify, and nothing else', async () => {
    const { house, token, past, unprintable } = await planted()
    const name = { seminarId: past.id, enrollmentId: await idIn(past) }
    const number = (await findCertificateOf(house.table, name))?.number ?? ''
    expect(await erase(house, token, true)).toEqual({ ok: true, value: { seminars: 5, certificatesKept: 1 } })
    expect(found(house)).toEqual(keptCanaries)
    expect(await verify({ table: house.table, isGenuine: signer.isGenuine }, number)).toBeDefined()
    expect(await certificateFileShelf.read(house.table, number)).toBeDefined()
    const heldBack = { seminarId: unprintable.id, enrollmentId: await idIn(unprintable) }
    expect(await findIssuedOrHeld(house.table, heldBack)).toBeUndefined()
  })

  test.each([
    ['go with the one that took their place', false, 0, []],
    ['stay beside the one that took their place', true, 2, keptCanaries],
  ])('certificates that were replaced %s', async (_, keep, certificatesKept, left) => {
    const { house, token, past } = await planted()
    const name = { seminarId: past.id, enrollmentId: await idIn(past) }
    const names = { firstName: 'Anders', lastName: 'Zwiebelmann' }
    await requestCertificate(house.world(), { ...name, wish: 'everything', by: 'cem@verein.example', names })
    await house.settle()
    expect((await findCertificateOf(house.table, name))?.firstName).toBe('Anders')
    expect(await erase(house, token, keep)).toEqual({ ok: true, value: { seminars: 5, certificatesKept } })
    expect(found(house)).toEqual(left)
    expect(found(house, ['Zwiebelmann'])).toEqual(
      keep ? ['people certificate: Zwiebelmann', 'people certificate-credential: Zwiebelmann'] : [],
    )
  })

  test.each([
    ['is forgotten with it', false, []],
    ['stays beside one that is kept, without the words why', true, keptCanaries],
  ])('that a certificate was revoked %s', async (_, keep, left) => {
    const { house, token, past } = await planted()
    const name = { seminarId: past.id, enrollmentId: await idIn(past) }
    const number = (await findCertificateOf(house.table, name))?.number ?? ''
    const reason = `Falscher Name: ${kanaria.lastName}`
    await revokeCertificate(house.world(), { ...name, reason, by: 'cem@verein.example' })
    expect(found(house)).toContain(`people certificate-revocation: ${kanaria.lastName}`)
    await erase(house, token, keep)
    expect(found(house)).toEqual(left)
    expect(await findRevocation(house.table, number)).toEqual(
      keep ? { at: house.now(), by: 'cem@verein.example', reason: '' } : undefined,
    )
  })

  test('the clock writes to nobody who is erased, and issues them nothing', async () => {
    const { house, token, coming } = await planted()
    await erase(house, token)
    house.moveTo('2026-05-04T18:00:00.000Z')
    await house.settle()
    house.moveTo('2026-05-05T16:30:00.000Z')
    await house.settle()
    expect((await house.mails('waits')).map(({ cause }) => cause)).toContain('reminder')
    expect(found(house)).toEqual([])
    const queued = (await house.mails()).filter(({ to, state }) => to.address === '' && state === 'queued')
    expect(queued).toEqual([])
    expect((await listEnrollments(house.table, coming.id)).map(({ facts }) => facts.state)).toEqual([
      'erased',
      'confirmed',
    ])
  })

  test('the same person may enroll again afterwards, as somebody new', async () => {
    const { house, token, coming } = await planted()
    await erase(house, token)
    house.moveTo('2026-04-02T18:00:00.000Z')
    const again = await house.enrollAndConfirm(coming, address, kanaria)
    expect(again).toMatchObject({ state: 'confirmed', firstName: kanaria.firstName })
  })

  test('without the pass nothing happens', async () => {
    const { house, token } = await planted()
    const before = found(house).length
    await passFor(house, token)
    const refused = await erasePerson(house.world(), { token, pass: 'guessed', keepCertificates: false })
    expect(refused).toEqual({ ok: false, refusal: { code: 'no-pass' } })
    expect(found(house).length).toBeGreaterThanOrEqual(before)
  })
})

test('wherever the process dies while erasing, erasing again brings it to its end', {
  timeout: 60_000,
}, async () => {
  const whole = await planted()
  const counting = openCrashingTable(whole.house.table, undefined)
  await erase(whole.house, whole.token, false, counting.mortal)
  let died = 0
  for (let at = 1; at <= counting.effects(); at += 2)
    for (const when of ['before', 'after'] as const) {
      const { house, token, coming } = await planted()
      const { mortal, death } = openCrashingTable(house.table, { at, when })
      const outcome = await Promise.race([erase(house, token, false, mortal), death])
      if (outcome === 'died') {
        died++
        const stillThere = (await askForCode(codeWorld(house), token)).ok
        if (stillThere) await erase(house, token)
      }
      // What was left to the sweep it does.
      await house.sweep(coming)
      expect(found(house), `effect ${at}, ${when}`).toEqual([])
      expect(ofFeeds(house), `effect ${at}, ${when}`).toEqual([])
      expect((await house.standing(coming)).seats).toEqual([other.firstName])
    }
  expect(died).toBeGreaterThan(20)
})

describe('what is handed out', () => {
  test('is everything of that person and nothing of others', async () => {
    const { house, past, feed } = await planted()
    const data = await exportPerson({ table: house.table, now: house.now() }, address)
    const text = JSON.stringify(data)
    for (const canary of [...Object.values(kanaria), held]) expect(text).toContain(canary)
    for (const foreign of [...Object.values(other), 'anna@office.example'])
      expect(text).not.toContain(foreign)
    expect(text).not.toMatch(/\/my\/|\/join\//)
    expect(data.calendarFeeds).toEqual([{ madeAt: '2026-03-31T18:00:00.000Z' }])
    expect(text).not.toContain(feed)
    const ofPast = data.enrollments.find(({ seminar }) => seminar.id === past.id)
    expect(ofPast).toMatchObject({
      person: { ...kanaria, state: 'confirmed' },
      attendance: [{ notices: [{ kind: 'by-hand', minutes: 120 }] }, { notices: [{ minutes: 120 }] }],
      certificates: [
        {
          certificate: { firstName: kanaria.firstName },
          files: [expect.stringMatching(/^[0-9a-f]{64}$/)],
          revoked: null,
          replacedAt: null,
          credential: {
            openBadge: { name: `${kanaria.firstName} ${kanaria.lastName}` },
            jwt: expect.stringContaining('jwt of'),
          },
        },
      ],
      trainersWord: { word: 'yes', at: '2026-03-31T18:00:00.000Z' },
    })
    expect(ofPast?.mails.map(({ cause }) => cause).sort()).toEqual(['certificate', 'confirm', 'confirmed'])
    expect(data.mails.map(({ cause }) => cause).sort()).toEqual(['feed', 'new-link', 'overview'])
  })

  test('leaves out what was typed with an address that nobody confirmed', async () => {
    const { house, unconfirmed } = await planted()
    const data = await exportPerson({ table: house.table, now: house.now() }, address)
    const entry = data.enrollments.find(({ seminar }) => seminar.id === unconfirmed.id)
    expect(entry?.person).toMatchObject({ state: 'held' })
    expect(entry?.person).not.toHaveProperty('firstName')
  })
})
