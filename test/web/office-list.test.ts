import { describe, expect, test } from 'vitest'
import { recordByHand, recordNotices } from '../../functions/attendance/record.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { aSession } from '../world/seminar.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

/** The session of a trainer is over: Hatice was there for 90 minutes, Kemal was not. */
async function afterTheSession(trainer = 'Zeynep Aydın') {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ trainer, sessions: [aSession()] })
  const foreign = await house.offer({ slug: 'foreign', trainer: 'Jemand Anders', sessions: [aSession()] })
  for (const name of ['hatice', 'kemal']) await house.enrollAndConfirm(seminar, name)
  await house.enrollAndConfirm(foreign, 'fremde')
  house.moveTo('2026-03-24T19:30:00.000Z')
  const idOf = async (of: Seminar, name: string) => (await house.enrollment(of, name)).id
  const note = async (of: Seminar, name: string, minutes: number) =>
    recordByHand(house.world(), {
      sessionId: of.sessions[0]?.id ?? '',
      enrollmentId: await idOf(of, name),
      minutes,
      by: 'k',
    })
  await note(seminar, 'hatice', 90)
  await note(foreign, 'fremde', 60)
  const pathOf = ({ id, sessions }: Seminar) => `/office/seminars/${id}/attendance/${sessions[0]?.id}`
  return { office, house, seminar, foreign, idOf, note, pathOf, path: `${pathOf(seminar)}/list` }
}

const deeds = async ({ house }: { house: ReturnType<typeof openOffice>['house'] }) =>
  (await listAudit(house.table, house.now(), 20)).map(({ deed }) => deed).sort()

describe('the confirmed list', () => {
  test('does not wait for ever for a trainer: after three days somebody confirms in their place, and it says so', async () => {
    const { office, house, path } = await afterTheSession()
    await office.hire('trainer', 'Zeynep Aydın')
    house.moveTo('2026-03-27T18:59:00.000Z')
    const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
    const early = await coordinator.get(path)
    expect(early.html).toContain('können auch Sie bestätigen')
    expect((await coordinator.post(`${path}/confirm`, fieldValues(early.html))).status).toBe(409)
    house.moveTo('2026-03-27T19:00:00.000Z')
    const late = await coordinator.get(path)
    expect((await coordinator.post(`${path}/confirm`, fieldValues(late.html))).status).toBe(303)
    expect((await coordinator.get(path)).html).toContain('anstelle der Referentin oder des Referenten')
  })

  test('goes from the trainer over a coordinator to a lock, and shows each step', async () => {
    const scene = await afterTheSession()
    const { office, house, seminar, idOf, path, pathOf } = scene
    const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
    const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
    const waiting = await coordinator.get(path)
    expect(waiting.html).toContain('Zuerst bestätigt die Referentin oder der Referent')
    expect(waiting.html).not.toContain('/list/confirm"')
    expect((await coordinator.post(`${path}/confirm`, fieldValues(waiting.html))).status).toBe(409)

    const first = await trainer.get(path)
    expect(first.html).toContain('Da waren: 1. Nicht gekommen: 1.')
    expect(await htmlFindings(first.html)).toEqual([])
    const form = fieldValues(first.html)
    expect((await trainer.post(`${path}/confirm`, form)).location).toBe(`${path}?done=listConfirmed`)
    const own = await trainer.get(path)
    expect(own.html).toContain('Jetzt muss eine andere Person gegenbestätigen.')
    expect(own.html).not.toContain('/list/counter-confirm"')
    const same = await trainer.post(`${path}/counter-confirm`, fieldValues(own.html))
    expect([same.status, same.html.includes('Gegenbestätigen muss eine andere Person.')]).toEqual([409, true])

    const second = fieldValues((await coordinator.get(path)).html)
    expect((await coordinator.post(`${path}/counter-confirm`, second)).location).toBe(
      `${path}?done=listLocked`,
    )
    expect(await deeds(scene)).toEqual(['confirm-list', 'counter-confirm-list'])
    const locked = await coordinator.get(path)
    for (const words of [
      'von zwei Personen bestätigt und abgeschlossen',
      'Zeynep Aydın (Referent/in dieses Seminars)',
      'Cem Yıldız (Koordination)',
      'Die Kette der Einträge ist vollständig.',
      'nicht gekommen',
    ])
      expect(locked.html).toContain(words)
    expect(await htmlFindings(locked.html)).toEqual([])

    const page = await coordinator.get(pathOf(seminar))
    expect(page.html).toContain('Minuten lassen sich hier nicht mehr ändern')
    expect(page.html).not.toContain('type="number"')
    const kemal = await idOf(seminar, 'kemal')
    const late = { [`minutes-${kemal}`]: '120', [`minutes-${kemal}-shown`]: '' }
    expect((await coordinator.post(pathOf(seminar), late)).status).toBe(409)
    const at = seminar.sessions[0]
    if (!at) throw new Error('no session')
    await recordNotices(house, [
      {
        sessionId: at.id,
        enrollmentId: kemal,
        notice: { id: 'late', kind: 'present', device: 'd', from: at.start, to: at.end, source: 'zoom' },
      },
    ])
    expect((await coordinator.get(path)).html).toContain('(später bekannt: 120, zählt nicht)')
  })

  test('is corrected with a reason, and the second person sees what changes', async () => {
    const { office, seminar, idOf, path } = await afterTheSession()
    const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
    const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
    expect((await coordinator.get(`${path}/correct`)).status).toBe(404)
    await trainer.post(`${path}/confirm`, fieldValues((await trainer.get(path)).html))
    await coordinator.post(`${path}/counter-confirm`, fieldValues((await coordinator.get(path)).html))
    const page = await coordinator.get(`${path}/correct`)
    expect(await htmlFindings(page.html)).toEqual([])
    const typed = { ...fieldValues(page.html), person: await idOf(seminar, 'kemal'), minutes: '60' }
    const empty = await coordinator.post(`${path}/correct`, { ...typed, reason: ' ' })
    expect([empty.status, fieldValues(empty.html).minutes]).toEqual([422, '60'])
    expect(
      (await coordinator.post(`${path}/correct`, { ...typed, minutes: '121', reason: 'x' })).status,
    ).toBe(422)
    const stranger = await coordinator.post(`${path}/correct`, { ...typed, person: 'x', reason: 'x' })
    expect(stranger.status).toBe(404)
    const done = await coordinator.post(`${path}/correct`, { ...typed, reason: 'Falsch zugeordnet' })
    expect(done.location).toBe(`${path}?done=listCorrected`)
    const seen = await trainer.get(path)
    expect(seen.html).toContain('kemal Yıldız: 0 → 60 Minuten')
    expect(seen.html).toContain('Falsch zugeordnet')
    expect(seen.html).toContain('(bisher 0)')
    expect(await htmlFindings(seen.html)).toEqual([])
    await trainer.post(`${path}/counter-confirm`, fieldValues(seen.html))
    expect((await trainer.get(path)).html).toContain('Da waren: 2. Nicht gekommen: 0.')
  })

  test('changes after the first confirmation are said, and it is confirmed anew', async () => {
    const { office, seminar, path, note } = await afterTheSession()
    const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
    const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
    const old = fieldValues((await trainer.get(path)).html)
    await trainer.post(`${path}/confirm`, old)
    const before = fieldValues((await coordinator.get(path)).html)
    await note(seminar, 'kemal', 30)
    const refused = await coordinator.post(`${path}/counter-confirm`, before)
    expect([refused.status, refused.html.includes('haben sich seit der Bestätigung geändert')]).toEqual([
      409,
      true,
    ])
    const again = await trainer.get(path)
    expect(again.html).toContain('Da waren: 2. Nicht gekommen: 0.')
    expect((await trainer.post(`${path}/confirm`, fieldValues(again.html))).location).toContain(
      'listConfirmed',
    )
  })

  test('where no trainer signs in a coordinator confirms in their place, which stays visible', async () => {
    const { office, path } = await afterTheSession('Frau Ohne Zugang')
    const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
    await coordinator.post(`${path}/confirm`, fieldValues((await coordinator.get(path)).html))
    expect((await coordinator.get(path)).html).toContain('anstelle der Referentin oder des Referenten')
  })
})

test('a trainer sees, confirms and corrects nothing of a seminar of somebody else', async () => {
  const { office, house, foreign, pathOf } = await afterTheSession()
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const path = `${pathOf(foreign)}/list`
  const form = fieldValues((await coordinator.get(path)).html)
  for (const page of [pathOf(foreign), path, `${path}/correct`, `/office/seminars/${foreign.id}`]) {
    const { status, html } = await trainer.get(page)
    expect([page, status, html.includes('fremde')]).toEqual([page, 404, false])
  }
  for (const verb of ['confirm', 'counter-confirm', 'withdraw', 'correct'])
    expect((await trainer.post(`${path}/${verb}`, form)).status).toBe(404)
  expect((await trainer.get('/office')).html).not.toContain(foreign.id)
  expect(await listAudit(house.table, house.now(), 5)).toEqual([])
})

test('the time line of a person shows every source, both devices, and what was written before', async () => {
  const { office, house, seminar, foreign, idOf, note } = await afterTheSession()
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  const session = seminar.sessions[0] ?? aSession()
  const hatice = await idOf(seminar, 'hatice')
  const stay = (id: string, from: string, to: string) => ({
    sessionId: session.id,
    enrollmentId: hatice,
    notice: {
      ...{ id, kind: 'present' as const, device: id, source: 'zoom' as const },
      from: `2026-03-24T${from}:00.000Z` as typeof session.start,
      to: `2026-03-24T${to}:00.000Z` as typeof session.start,
    },
  })
  await recordNotices(house, [stay('one', '17:05', '18:00'), stay('two', '17:30', '18:10')])
  house.pass(60_000)
  await note(seminar, 'hatice', 70)
  const path = `/office/seminars/${seminar.id}/sessions/${session.id}/attendance/${hatice}`
  const page = await trainer.get(path)
  for (const words of [
    'Es zählen 70 Minuten (von Hand).',
    'aus Zoom: 18:05–19:10',
    'zwei Geräte zugleich: 18:30–19:00',
    'anwesend 18:05–19:00',
    '90 Minuten eingetragen',
    '70 Minuten eingetragen',
    '<desc id="time-line-words">',
  ])
    expect(page.html).toContain(words)
  expect(page.html).not.toContain('style=')
  expect(await htmlFindings(page.html)).toEqual([])
  const list = await trainer.get(`/office/seminars/${seminar.id}/attendance/${session.id}`)
  expect(list.html).toContain(`href="${path}"`)
  expect(list.html).toContain('class="time-line-small"')
  expect(await htmlFindings(list.html)).toEqual([])
  const other = `/office/seminars/${foreign.id}/sessions/${foreign.sessions[0]?.id}/attendance/${await idOf(foreign, 'fremde')}`
  for (const closed of [other, path.replace(hatice, await idOf(foreign, 'fremde'))])
    expect((await trainer.get(closed)).status).toBe(404)
})

test('a trainer writes to the coordination from their own seminar only', async () => {
  const { office, house, seminar, foreign } = await afterTheSession()
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const path = `/office/seminars/${seminar.id}/coordination`
  expect((await trainer.get(`/office/seminars/${seminar.id}`)).html).toContain(`href="${path}"`)
  const page = await trainer.get(path)
  expect(await htmlFindings(page.html)).toEqual([])
  const form = fieldValues(page.html)
  const empty = await trainer.post(path, { ...form, text: ' ' })
  expect([empty.status, fieldValues(empty.html).form]).toEqual([422, form.form])
  const nowhere = await trainer.post(path, { ...form, text: 'Der Beamer fehlt.' })
  expect([nowhere.status, nowhere.html.includes('Der Beamer fehlt.')]).toEqual([409, true])
  const organisation = { ...unnamedOrganisation, email: 'buero@verband.example' }
  await house.table.commit([organisationShelf.create(null, organisation)])
  const sent = await trainer.post(path, { ...form, text: 'Der Beamer fehlt.' })
  expect(sent.location).toBe(`/office/seminars/${seminar.id}?done=toCoordination`)
  const [mail] = (await house.mails()).filter(({ cause }) => cause === 'to-coordination')
  expect(mail?.replyTo).toEqual({ name: 'Zeynep Aydın', address: 'trainer@verein.example' })
  expect(await deeds({ house })).toEqual(['write-to-coordination'])
  expect((await trainer.post(`/office/seminars/${foreign.id}/coordination`, form)).status).toBe(404)
  expect((await coordinator.get(path)).status).toBe(404)
})
