import { describe, expect, test } from 'vitest'
import { listNotices } from '../../functions/attendance/attendance.table.ts'
import { recordByHand, recordNotices } from '../../functions/attendance/record.ts'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import { dueWorkShelf } from '../../functions/kernel/due-work.ts'
import { day, hour, type Instant } from '../../functions/kernel/time.ts'
import { mailShelf } from '../../functions/mail/mail.table.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { invite } from '../../functions/session/invite.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import type { Role } from '../../functions/staff/staff.ts'
import { aSession } from '../world/seminar.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

type Office = ReturnType<typeof openOffice>

const deedsOf = async (office: Office) =>
  (await listAudit(office.house.table, office.house.now(), 100)).map(({ deed }) => deed)

describe('who sees what', () => {
  const pages = (seminar: Seminar): Record<string, [Role, number][]> => ({
    '/office': [
      ['administrator', 200],
      ['coordinator', 200],
      ['trainer', 200],
    ],
    '/office/seminars/new?form=form_1': [
      ['administrator', 200],
      ['coordinator', 200],
      ['trainer', 404],
    ],
    [`/office/seminars/${seminar.id}`]: [
      ['administrator', 200],
      ['coordinator', 200],
      ['trainer', 200],
    ],
    [`/office/seminars/${seminar.id}/edit`]: [
      ['administrator', 200],
      ['coordinator', 200],
      ['trainer', 404],
    ],
    [`/office/seminars/${seminar.id}/attendance/${seminar.sessions[0]?.id}`]: [
      ['administrator', 200],
      ['coordinator', 200],
      ['trainer', 200],
    ],
    '/office/programme': [
      ['administrator', 200],
      ['coordinator', 404],
      ['trainer', 404],
    ],
    '/office/programme/organisation': [
      ['administrator', 200],
      ['coordinator', 404],
      ['trainer', 404],
    ],
    '/office/programme/phases/new': [
      ['administrator', 200],
      ['coordinator', 404],
      ['trainer', 404],
    ],
    '/office/people': [
      ['administrator', 200],
      ['coordinator', 404],
      ['trainer', 404],
    ],
    '/office/mails': [
      ['administrator', 200],
      ['coordinator', 200],
      ['trainer', 404],
    ],
    '/office/audit': [
      ['administrator', 200],
      ['coordinator', 200],
      ['trainer', 404],
    ],
    '/office/nothing': [
      ['administrator', 404],
      ['coordinator', 404],
      ['trainer', 404],
    ],
  })

  test('each role gets its pages and no others, all whole HTML', async () => {
    const office = openOffice()
    const seminar = await office.house.offer({ trainer: 'Zeynep Aydın' })
    const browsers = {
      administrator: await office.browserOf('administrator'),
      coordinator: await office.browserOf('coordinator'),
      trainer: await office.browserOf('trainer', 'Zeynep Aydın'),
    }
    const seen: Record<string, [Role, number][]> = {}
    for (const [path, roles] of Object.entries(pages(seminar)))
      for (const [role] of roles) {
        const page = await browsers[role].get(path)
        seen[path] = [...(seen[path] ?? []), [role, page.status]]
        expect([path, role, await htmlFindings(page.html)]).toEqual([path, role, []])
      }
    expect(seen).toEqual(pages(seminar))
  })

  test('a deed that the role may not do is not done', async () => {
    const office = openOffice()
    const seminar = await office.house.offer({ trainer: 'Zeynep Aydın' })
    const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
    const coordinator = await office.browserOf('coordinator')
    const base = `/office/seminars/${seminar.id}`
    for (const path of [
      '/office/seminars/new',
      `${base}/edit`,
      `${base}/cancel`,
      `${base}/discard`,
      `${base}/publish`,
      `${base}/complete`,
      `${base}/invite/${seminar.sessions[0]?.id}`,
    ])
      expect([path, (await trainer.post(path)).status]).toEqual([path, 404])
    for (const path of [
      '/office/programme/organisation',
      '/office/programme/phases/new',
      '/office/programme/associations/new',
      '/office/programme/associations/org_1/remove',
      '/office/people',
      '/office/people/remove',
    ])
      expect([path, (await coordinator.post(path)).status]).toEqual([path, 404])
    expect(await office.house.seminar(seminar.id)).toEqual(seminar)
    expect(await deedsOf(office)).toEqual([])
  })
})

describe('a trainer', () => {
  async function withTwoTrainers() {
    const office = openOffice()
    const own = await office.house.offer({
      slug: 'own',
      trainer: 'Zeynep Aydın',
      title: { de: 'Mein Abend', tr: '', en: '' },
    })
    const foreign = await office.house.offer({
      slug: 'foreign',
      trainer: 'Ali Demir',
      title: { de: 'Sein Abend', tr: '', en: '' },
    })
    await office.house.enrollAndConfirm(foreign, 'hatice')
    office.house.moveTo('2026-03-24T17:30:00.000Z')
    const enrollment = await office.house.enrollment(foreign, 'hatice')
    return { office, own, foreign, enrollment }
  }
  const paths = (seminar: Seminar) => [
    `/office/seminars/${seminar.id}`,
    `/office/seminars/${seminar.id}/attendance/${seminar.sessions[0]?.id}`,
  ]

  test('does not see the seminars of others, whose pages look like pages that do not exist', async () => {
    const { office, own, foreign, enrollment } = await withTwoTrainers()
    const leak = await office.browserOf('trainer', 'Ali Demir')
    const browser = office.openBrowser()
    await office.hire('trainer', 'Zeynep Aydın', 'zeynep@verein.example')
    await browser.signIn('zeynep@verein.example')
    // The leak is possible: whoever is named does see the name.
    expect((await leak.get(paths(foreign)[0] ?? '')).html).toContain('hatice Yıldız')
    const overview = (await browser.get('/office')).html
    expect(overview).toContain('Mein Abend')
    expect(overview).not.toContain('Sein Abend')
    const absent = await browser.get('/office/seminars/sem_nothing')
    for (const path of paths(foreign)) {
      const page = await browser.get(path)
      expect(page.status).toBe(404)
      expect(page.html.replaceAll(path, '')).toBe(absent.html.replaceAll('/office/seminars/sem_nothing', ''))
    }
    for (const path of paths(own)) expect((await browser.get(path)).status).toBe(200)
    const field = `minutes-${enrollment.id}`
    expect(
      (await browser.post(paths(foreign)[1] ?? '', { [field]: '5', [`${field}-shown`]: '' })).status,
    ).toBe(404)
    expect(await listNotices(office.house.table, foreign.sessions[0]?.id ?? '')).toEqual(new Map())
  })

  test('sees names and minutes of those who are expected, and nothing else about anybody', async () => {
    const office = openOffice()
    const seminar = await office.house.offer({ trainer: 'Zeynep Aydın', capacity: 2 })
    for (const name of ['hatice', 'kemal', 'zweite', 'wartend'])
      await office.house.enrollAndConfirm(seminar, name, { note: 'Rollstuhl', association: 'Cem-Haus' })
    await office.house.enroll(seminar, 'offen')
    await office.house.cancel('kemal')
    office.house.moveTo('2026-03-24T17:30:00.000Z')
    const path = `/office/seminars/${seminar.id}`
    const own = (await (await office.browserOf('trainer', 'Zeynep Aydın')).get(path)).html
    for (const name of ['hatice', 'zweite']) expect(own).toContain(`${name} Yıldız`)
    for (const word of ['kemal', 'wartend', 'offen', 'Rollstuhl', 'Cem-Haus', '@verein.example'])
      expect([word, own.includes(word)]).toEqual([word, false])
    expect(await htmlFindings(own)).toEqual([])
    // Coordinators see all of it, also how to reach people.
    const all = (await (await office.browserOf('coordinator')).get(path)).html
    for (const word of [
      'kemal',
      'wartend',
      'offen',
      'Rollstuhl',
      'Cem-Haus',
      'href="mailto:hatice@verein.example"',
    ])
      expect([word, all.includes(word)]).toEqual([word, true])
    expect(await htmlFindings(all)).toEqual([])
  })

  test('cannot reach the session of another seminar through their own', async () => {
    const { office, own, foreign } = await withTwoTrainers()
    const browser = await office.browserOf('trainer', 'Zeynep Aydın')
    const mixed = `/office/seminars/${own.id}/attendance/${foreign.sessions[0]?.id}`
    expect((await browser.get(mixed)).status).toBe(404)
  })

  test('sees no buttons, no invites and nothing that belongs to coordinators', async () => {
    const { office, own } = await withTwoTrainers()
    const browser = await office.browserOf('trainer', 'Zeynep Aydın')
    const page = (await browser.get(`/office/seminars/${own.id}`)).html
    for (const word of ['/cancel', '/publish', '/complete', '/invite/', '/edit', 'Einladungen'])
      expect(page).not.toContain(word)
    expect((await browser.get('/office')).html).not.toContain('/office/mails')
  })
})

describe('a seminar', () => {
  test('is published, cancelled, each behind a sentence, and every deed is noted', async () => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    const { id } = await office.house.offer()
    const stored = await seminarShelf.read(office.house.table, id)
    if (!stored) throw new Error('no seminar')
    await office.house.table.commit([seminarShelf.replace(stored, { ...stored.facts, state: 'draft' })])
    const path = `/office/seminars/${id}`
    expect((await browser.get(path)).html).toContain('Ja, jetzt veröffentlichen')
    const published = await browser.post(`${path}/publish`)
    expect(published.location).toBe(`${path}?done=published`)
    expect((await browser.get(published.location)).html).toContain('Das Seminar ist veröffentlicht.')
    expect((await office.house.seminar(id)).state).toBe('published')
    const again = await browser.post(`${path}/publish`)
    expect([again.status, again.html.includes('Das Seminar ist schon veröffentlicht.')]).toEqual([409, true])
    expect((await browser.post(`${path}/complete`)).html).toContain(
      'Der letzte Termin ist noch nicht vorbei.',
    )
    expect((await browser.post(`${path}/cancel`)).status).toBe(303)
    expect((await office.house.seminar(id)).state).toBe('cancelled')
    expect(new Set(await deedsOf(office))).toEqual(new Set(['publish-seminar', 'cancel-seminar']))
    expect((await browser.post('/office/seminars/sem_nothing/publish')).status).toBe(404)
  })

  test('that nobody has seen yet is thrown away, behind a sentence; a published one is not', async () => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    const { id } = await office.house.offer()
    const path = `/office/seminars/${id}`
    expect((await browser.get(path)).html).not.toContain('Entwurf löschen')
    const refused = await browser.post(`${path}/discard`)
    expect([refused.status, refused.html.includes('Löschen lässt sich nur ein Entwurf.')]).toEqual([
      409,
      true,
    ])
    const stored = await seminarShelf.read(office.house.table, id)
    if (!stored) throw new Error('no seminar')
    await office.house.table.commit([seminarShelf.replace(stored, { ...stored.facts, state: 'draft' })])
    const page = await browser.get(path)
    expect(page.html).toContain('Ja, Entwurf löschen')
    expect(await htmlFindings(page.html)).toEqual([])
    const discarded = await browser.post(`${path}/discard`)
    expect([discarded.status, discarded.location]).toEqual([303, '/office?done=discarded'])
    expect((await browser.get(discarded.location)).html).toContain('Der Entwurf ist gelöscht.')
    expect((await browser.get(path)).status).toBe(404)
    expect((await browser.post(`${path}/discard`)).status).toBe(404)
    expect(await deedsOf(office)).toEqual(['discard-draft'])
  })

  test('shows who has a seat and who waits at which place', async () => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    const seminar = await office.house.offer({ capacity: 1 })
    await office.house.enrollAndConfirm(seminar, 'hatice')
    await office.house.enrollAndConfirm(seminar, 'kemal', { association: '<script>alert(1)</script>' })
    await office.house.enroll(seminar, 'derya')
    const { html } = await browser.get(`/office/seminars/${seminar.id}`)
    const rows = [...html.matchAll(/<th scope="row"[^>]*>(\w+) Yıldız<\/th>(.*?)<\/tr>/gs)].map(
      ([, name, cells = '']) => [
        name,
        /Warteliste, Stelle \d/.exec(cells)?.[0] ?? (cells.includes('>Platz<') ? 'Platz' : ''),
      ],
    )
    expect(rows).toEqual([
      ['hatice', 'Platz'],
      ['kemal', 'Warteliste, Stelle 1'],
      ['derya', 'Warteliste, Stelle 2'],
    ])
    expect(html).not.toContain('<script>alert')
    expect(await htmlFindings(html)).toEqual([])
  })

  test('says that a person is deleted, where nothing of them is left to show', async () => {
    const office = openOffice()
    const seminar = await office.house.offer()
    await office.house.enroll(seminar, 'hatice')
    const enrollmentId = (await office.house.enrollment(seminar, 'hatice')).id
    const stored = await enrollmentShelf.read(office.house.table, { seminarId: seminar.id, enrollmentId })
    if (!stored) throw new Error('no enrollment')
    const erased = {
      ...stored.facts,
      state: 'expired' as const,
      firstName: '',
      lastName: '',
      email: '',
      association: '',
    }
    await office.house.table.commit([enrollmentShelf.replace(stored, erased)])
    const browser = await office.browserOf('coordinator')
    const { html } = await browser.get(`/office/seminars/${seminar.id}`)
    expect(html).toMatch(/<th scope="row"[^>]*>gelöscht<\/th>/)
    expect(html).not.toContain('href="mailto:"')
    expect(html).toMatch(/<th scope="col"[^>]*>Platz<\/th>/)
    expect(html).not.toContain('zuletzt gezogen')
  })

  test('has its invites sent by a button that says how many', async () => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    const seminar = await office.house.offer()
    await office.house.enrollAndConfirm(seminar, 'hatice')
    await office.house.enrollAndConfirm(seminar, 'kemal')
    const session = seminar.sessions[0] ?? aSession()
    const path = `/office/seminars/${seminar.id}`
    expect((await browser.get(path)).html).toContain('2 Einladungen jetzt senden')
    expect((await browser.post(`${path}/invite/${session.id}`)).location).toBe(`${path}?done=invited`)
    await invite(office.house.world(), { seminarId: seminar.id, sessionId: session.id })
    const sent = (await office.house.mails()).filter(({ cause }) => cause === 'invite')
    expect(sent).toHaveLength(2)
    const first = await mailShelf.read(office.house.table, sent[0]?.id ?? '')
    if (!first) throw new Error('no mail')
    await office.house.table.commit([mailShelf.replace(first, { ...first.facts, state: 'bounced' })])
    const { html } = await browser.get(path)
    const panel = html.slice(html.indexOf(`id="${session.id}"`), html.indexOf('</article>'))
    const figures = [...panel.matchAll(/<dt>([^<]*)<\/dt><dd>(\d+)<\/dd>/g)].map(([, name, n]) => [name, n])
    expect(figures).toEqual([
      ['Gehen an', '0'],
      ['Unterwegs', '1'],
      ['Gesendet', '0'],
      ['Gescheitert', '1'],
    ])
    expect(panel).toContain('Alle sind eingeladen.')
    expect((await browser.post(`${path}/invite/ses_nothing`)).status).toBe(404)
    expect(await deedsOf(office)).toEqual(['send-invites'])
  })

  test('tells before it is completed how many get the certificate', async () => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    const seminar = await office.house.offer()
    for (const name of ['hatice', 'kemal', 'derya']) await office.house.enrollAndConfirm(seminar, name)
    office.house.moveTo('2026-04-01T09:00:00.000Z')
    await browser.signIn('coordinator@verein.example')
    const empty = (await browser.get(`/office/seminars/${seminar.id}`)).html
    expect(empty).toContain('Prüfen Sie zuerst die Anwesenheit.')
    expect(empty).toContain('0 von 3 bekommen')
    const minutes = { hatice: 100, kemal: 90, derya: 0 }
    for (const [name, each] of Object.entries(minutes)) {
      const { id } = await office.house.enrollment(seminar, name)
      for (const session of seminar.sessions)
        await recordByHand(office.house.world(), {
          sessionId: session.id,
          enrollmentId: id,
          minutes: each,
          by: 'x',
        })
    }
    const path = `/office/seminars/${seminar.id}`
    expect((await browser.get(path)).html).toContain('1 von 3 bekommen eine Teilnahmebescheinigung')
    expect((await browser.post(`${path}/complete`)).location).toBe(`${path}?done=completed`)
    expect((await office.house.seminar(seminar.id)).state).toBe('completed')
    expect(await deedsOf(office)).toEqual(['complete-seminar'])
  })
})

describe('attendance', () => {
  async function runningSession() {
    const office = openOffice()
    const seminar = await office.house.offer({ trainer: 'Zeynep Aydın' })
    for (const name of ['hatice', 'kemal', 'derya']) await office.house.enrollAndConfirm(seminar, name)
    office.house.moveTo('2026-03-24T19:30:00.000Z')
    const session = seminar.sessions[0] ?? aSession()
    const idOf = async (name: string) => (await office.house.enrollment(seminar, name)).id
    const hatice = await idOf('hatice')
    await recordNotices({ table: office.house.table }, [
      {
        sessionId: session.id,
        enrollmentId: hatice,
        notice: { id: 'a', kind: 'joined', device: 'd', at: '2026-03-24T17:05:00.000Z' as Instant },
      },
      {
        sessionId: session.id,
        enrollmentId: hatice,
        notice: { id: 'b', kind: 'left', device: 'd', at: '2026-03-24T18:35:00.000Z' as Instant },
      },
    ])
    const browser = await office.browserOf('trainer', 'Zeynep Aydın')
    const path = `/office/seminars/${seminar.id}/attendance/${session.id}`
    return {
      office,
      seminar,
      session,
      browser,
      path,
      hatice,
      kemal: await idOf('kemal'),
      derya: await idOf('derya'),
    }
  }

  test('shows what the room saw, and stores only what somebody changed', async () => {
    const { office, session, browser, path, hatice, kemal, derya } = await runningSession()
    const page = await browser.get(path)
    expect(page.html).toContain('18:05')
    expect(page.html).toContain('1 von 3 waren da.')
    expect(await htmlFindings(page.html)).toEqual([])
    const form = fieldValues(page.html)
    expect([form[`minutes-${hatice}`], form[`minutes-${kemal}`]]).toEqual(['90', ''])
    const saved = await browser.post(path, { ...form, [`minutes-${kemal}`]: '120' })
    expect(saved.location).toBe(`${path}?done=saved`)
    const notices = await listNotices(office.house.table, session.id)
    expect(notices.get(hatice)?.map(({ kind }) => kind)).toEqual(['joined', 'left'])
    expect(notices.get(kemal)).toMatchObject([
      { kind: 'by-hand', minutes: 120, by: 'trainer@verein.example' },
    ])
    expect(notices.has(derya)).toBe(false)
    expect(await deedsOf(office)).toEqual(['write-attendance'])
    expect((await browser.get(path)).html).toContain('2 von 3 waren da.')
  })

  test('is shown in another language with what was typed, storing nothing', async () => {
    const { office, session, browser, path, kemal, derya } = await runningSession()
    const page = await browser.get(path)
    expect(page.html).toContain(`formaction="${path}?lang=tr"`)
    const typed = { ...fieldValues(page.html), [`minutes-${kemal}`]: '45', [`minutes-${derya}`]: 'lang' }
    const turned = await browser.post(`${path}?lang=tr`, { ...typed, 'left-language': 'de' })
    expect([turned.status, turned.html.includes('<html lang="tr"')]).toEqual([200, true])
    expect(fieldValues(turned.html)).toMatchObject(typed)
    expect(await htmlFindings(turned.html)).toEqual([])
    expect((await listNotices(office.house.table, session.id)).has(kemal)).toBe(false)
  })

  test('does not undo what a colleague wrote while the page was open', async () => {
    const { office, session, browser, path, hatice, kemal } = await runningSession()
    const form = fieldValues((await browser.get(path)).html)
    await recordByHand(office.house.world(), {
      sessionId: session.id,
      enrollmentId: hatice,
      minutes: 60,
      by: 'x',
    })
    await browser.post(path, { ...form, [`minutes-${kemal}`]: '30' })
    const notices = await listNotices(office.house.table, session.id)
    expect(notices.get(hatice)?.filter(({ kind }) => kind === 'by-hand')).toHaveLength(1)
  })

  test.each([
    ['121', 'So lange hat der Termin nicht gedauert.'],
    ['-1', 'Diese Zahl passt hier nicht.'],
    ['viel', 'Diese Zahl passt hier nicht.'],
    ['1e2', 'Diese Zahl passt hier nicht.'],
  ])('refuses %s minutes at the field and keeps everything typed', async (typed, sentence) => {
    const { session, office, browser, path, hatice, kemal } = await runningSession()
    const form = {
      ...fieldValues((await browser.get(path)).html),
      [`minutes-${kemal}`]: typed,
      [`minutes-${hatice}`]: '77',
    }
    const page = await browser.post(path, form)
    expect(page.status).toBe(422)
    expect(page.html).toContain(`id="minutes-${kemal}-error">${sentence}`)
    expect(fieldValues(page.html)).toMatchObject(form)
    expect((await listNotices(office.house.table, session.id)).get(hatice)).toHaveLength(2)
    expect(await htmlFindings(page.html)).toEqual([])
  })

  test('is closed before the session begins and when the seminar is cancelled', async () => {
    const { office, seminar, session, browser, path, kemal } = await runningSession()
    const form = { [`minutes-${kemal}`]: '10', [`minutes-${kemal}-shown`]: '' }
    office.house.moveTo('2026-03-24T16:00:00.000Z')
    expect((await browser.post(path, form)).status).toBe(409)
    office.house.moveTo('2026-03-24T19:30:00.000Z')
    const coordinator = await office.browserOf('coordinator')
    await coordinator.post(`/office/seminars/${seminar.id}/cancel`)
    const page = await browser.post(path, form)
    expect([page.status, page.html.includes('findet nicht statt')]).toEqual([409, true])
    expect((await listNotices(office.house.table, session.id)).has(kemal)).toBe(false)
    expect(await deedsOf(office)).toEqual(['cancel-seminar'])
  })

  test('stays open once the seminar is completed; the pages say what will happen, and it falls due', async () => {
    const { office, seminar, browser, path, kemal } = await runningSession()
    office.house.moveTo('2026-04-02T16:00:00.000Z')
    await browser.signIn('trainer@verein.example')
    const coordinator = await office.browserOf('coordinator')
    await coordinator.post(`/office/seminars/${seminar.id}/complete`)
    const name = { task: 'issue' as const, seminarId: seminar.id }
    const first = await dueWorkShelf.read(office.house.table, name)
    if (!first) throw new Error('no note')
    // As the clock leaves it when it has issued.
    await office.house.table.commit([dueWorkShelf.replace(first, first.facts)])
    const sentence = 'Wer jetzt 80 % erreicht, bekommt die Bescheinigung per Mail.'
    expect((await coordinator.get(`/office/seminars/${seminar.id}`)).html).toContain(sentence)
    const page = await browser.get(path)
    expect(page.html).toContain(sentence)
    expect(await htmlFindings(page.html)).toEqual([])
    const untouched = await browser.post(path, fieldValues(page.html))
    expect(untouched.location).toBe(`${path}?done=saved`)
    expect((await dueWorkShelf.read(office.house.table, name))?.due).toBeUndefined()
    const saved = await browser.post(path, { ...fieldValues(page.html), [`minutes-${kemal}`]: '120' })
    expect(saved.location).toBe(`${path}?done=attendanceLate`)
    expect((await dueWorkShelf.read(office.house.table, name))?.due).toBe(office.house.now())
    expect((await browser.get(saved.location)).html).toContain('Wer jetzt genug Minuten hat')
  })

  test('of any size is written page by page, with links between the pages', async () => {
    const office = openOffice()
    const seminar = await office.house.offer({ capacity: 200, trainer: 'Zeynep Aydın' })
    const names = Array.from({ length: 100 }, (_, i) => `p${String(i).padStart(3, '0')}`)
    for (const name of names) await office.house.enrollAndConfirm(seminar, name)
    office.house.moveTo('2026-03-24T19:30:00.000Z')
    const session = seminar.sessions[0] ?? aSession()
    const browser = await office.browserOf('trainer', 'Zeynep Aydın')
    const path = `/office/seminars/${seminar.id}/attendance/${session.id}`
    const first = await browser.get(path)
    const second = await browser.get(`${path}/2`)
    const fields = (html: string) => Object.keys(fieldValues(html)).filter((name) => !name.endsWith('-shown'))
    expect([fields(first.html).length, fields(second.html).length]).toEqual([90, 10])
    expect(new Set([...fields(first.html), ...fields(second.html)]).size).toBe(100)
    expect(first.html).toContain(`href="${path}/2"`)
    expect(second.html).toContain(`href="${path}"`)
    expect(second.html).toContain('0 von 100 waren da.')
    expect(await htmlFindings(second.html)).toEqual([])
    expect([(await browser.get(`${path}/3`)).status, (await browser.get(`${path}/0`)).status]).toEqual([
      404, 404,
    ])
    const full = (html: string) =>
      Object.fromEntries(
        Object.keys(fieldValues(html)).map((name) => [name, name.endsWith('-shown') ? '' : '120']),
      )
    expect((await browser.post(path, full(first.html))).location).toBe(`${path}?done=saved`)
    expect((await browser.post(`${path}/2`, full(second.html))).location).toBe(`${path}/2?done=saved`)
    expect((await browser.get(path)).html).toContain('100 von 100 waren da.')
    expect(await deedsOf(office)).toEqual(['write-attendance', 'write-attendance'])
  })
})

describe('the first page', () => {
  test('says what needs somebody, and is quiet when nothing does', async () => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    await office.house.offer({ slug: 'far' })
    expect((await browser.get('/office')).html).toContain('Gerade braucht Sie nichts.')
    office.house.moveTo('2026-03-23T09:00:00.000Z')
    await browser.signIn('coordinator@verein.example')
    expect((await browser.get('/office')).html).toContain('Noch nicht eingeladen')
    office.house.pass(30 * day + hour)
    await browser.signIn('coordinator@verein.example')
    expect((await browser.get('/office')).html).toContain('Vorbei, aber nicht abgeschlossen')
  })
})
