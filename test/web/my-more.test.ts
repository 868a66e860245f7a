import { describe, expect, it } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { mailedCode } from '../world/data-code.ts'
import { openDoors, post } from './open-doors.ts'

async function withSomebody() {
  const doors = await openDoors()
  const { house } = doors
  const seminar = await house.offer()
  const other = await house.offer({ slug: 'other', title: { de: 'Ein anderes', tr: 'Başka', en: 'Another' } })
  await house.enrollAndConfirm(seminar, 'ayse', { note: 'Nur hierfür' })
  const token = await house.token('ayse')
  return { ...doors, seminar, other, token }
}

type Somebody = Awaited<ReturnType<typeof withSomebody>>

const change = {
  firstName: 'Ayşe Nur',
  lastName: 'Çelik',
  associationId: 'org_hagen',
  association: '',
  language: 'en',
  note: 'Größere Schrift',
}

describe('changing details', () => {
  it('shows what is stored, stores what is sent, and says so on the page', async () => {
    const { house, myMore, my, seminar, token } = await withSomebody()
    const form = await (await myMore.request(`/my/${token}/change`)).text()
    expect(form).toContain('value="Yıldız"')
    expect(form).toContain('value="Alevi Kulturverein Hagen"')
    expect(form).toContain('Die E-Mail-Adresse lässt sich hier nicht ändern')
    expect(form).not.toContain('name="email"')
    const answer = await myMore.request(
      `/my/${token}/change`,
      post({ ...change, email: 'thief@evil.example' }),
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/my/${token}?done=changed`])
    const after = await house.enrollment(seminar, 'ayse')
    expect(after).toMatchObject({
      ...change,
      association: 'Kulturverein Hagen',
      email: 'ayse@verein.example',
    })
    const page = await (await my.request(`/my/${token}?done=changed&lang=de`)).text()
    expect(page).toContain('Gespeichert.')
    expect(page).toContain('Ayşe Nur Çelik')
  })

  it('keeps everything that was typed where something is wrong, and when the language is switched', async () => {
    const { house, myMore, seminar, token } = await withSomebody()
    const wrong = await myMore.request(`/my/${token}/change`, post({ ...change, firstName: '' }))
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    for (const kept of ['Çelik', 'Größere Schrift']) expect(html).toContain(kept)
    expect(html).toContain('Bitte schreiben Sie Ihren Vornamen.')
    const turned = await myMore.request(
      `/my/${token}/change?lang=tr`,
      post({ ...change, 'left-language': 'de' }),
    )
    expect(await turned.text()).toContain('value="Ayşe Nur"')
    expect((await house.enrollment(seminar, 'ayse')).lastName).toBe('Yıldız')
  })

  it('is over with the seminar', async () => {
    const { house, myMore, token } = await withSomebody()
    house.moveTo('2026-03-31T18:00:00.000Z')
    expect((await myMore.request(`/my/${token}/change`)).status).toBe(409)
    expect((await myMore.request(`/my/${token}/change`, post(change))).status).toBe(409)
  })
})

describe('a new link', () => {
  it('is sent at the press of a button; a second press is answered as the first', async () => {
    const { house, myMore, find, my, token } = await withSomebody()
    expect((await myMore.request(`/my/${token}/renew`)).status).toBe(200)
    expect((await my.request(`/my/${token}`)).status).toBe(200)
    for (let press = 0; press < 2; press++) {
      const pressed = await myMore.request(`/my/${token}/renew`, post({}))
      expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/my?done=renewed'])
    }
    expect(await (await find.request('/my?done=renewed')).text()).toContain('Galt Ihr Link noch')
    expect((await my.request(`/my/${token}`)).status).toBe(404)
    expect((await house.mails('ayse')).filter(({ cause }) => cause === 'new-link')).toHaveLength(1)
  })
})

async function request(doors: Pick<Somebody, 'find'>, fields: Record<string, string>, query = '') {
  const form = await (await doors.find.request('/my')).text()
  const token = /name="form" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const answer = await doors.find.request(`/my${query}`, post({ form: token, ...fields }))
  return { answer, html: await answer.text() }
}

describe('asking by address', () => {
  it('answers known, unknown and unconfirmed addresses, and those that had enough, with one and the same page', async () => {
    const doors = await withSomebody()
    await doors.house.enroll(doors.seminar, 'unconfirmed')
    const pages = new Set<string>()
    for (const name of ['ayse', 'nobody', 'unconfirmed', 'ayse', 'ayse', 'ayse', 'ayse']) {
      const { answer, html } = await request(doors, { email: `${name}@verein.example`, wish: 'overview' })
      expect(answer.status).toBe(200)
      expect(html).not.toContain('@verein.example')
      pages.add(html)
    }
    expect(pages.size).toBe(1)
    expect((await doors.house.mails('ayse')).filter(({ cause }) => cause === 'overview')).toHaveLength(3)
    expect((await doors.house.mails('nobody')).length).toBe(0)
  })

  it.each([
    [{ email: 'no address', wish: 'links' }, 'kann keine E-Mail empfangen'],
    [{ email: '', wish: 'links' }, 'Bitte schreiben Sie Ihre E-Mail-Adresse'],
    [{ email: 'ayse@verein.example', wish: 'everything' }, 'wählen Sie eine der beiden'],
  ])('refuses %j and keeps what was typed', async (fields, words) => {
    const doors = await withSomebody()
    const before = (await doors.house.mails()).length
    const { answer, html } = await request(doors, fields)
    expect(answer.status).toBe(422)
    expect(html).toContain(words)
    if (fields.email) expect(html).toContain(`value="${fields.email}"`)
    expect((await doors.house.mails()).length).toBe(before)
  })

  it('takes no form without its token', async () => {
    const doors = await withSomebody()
    const { answer, html } = await request(doors, {
      form: 'forged',
      email: 'ayse@verein.example',
      wish: 'links',
    })
    expect(answer.status).toBe(422)
    expect(html).toContain('value="ayse@verein.example"')
  })
})

/** The overview of Ayşe, as her mail links to it. */
async function overviewOf(doors: Somebody): Promise<string> {
  await request(doors, { email: 'ayse@verein.example', wish: 'overview' })
  const blocks = (await doors.house.mails('ayse')).at(-1)?.letter.blocks ?? []
  const href = blocks.flatMap((block) => (block.is === 'button' ? [block.href] : []))[0] ?? ''
  return new URL(href).pathname
}

describe('the overview', () => {
  it('shows every seminar with minutes and units per year, and its certificate', async () => {
    const doors = await withSomebody()
    const { house, seminar, certify, overview } = doors
    const { id } = await house.enrollment(seminar, 'ayse')
    await house.enrollAndConfirm(seminar, 'bahar')
    const bahar = await house.enrollment(seminar, 'bahar')
    for (const session of seminar.sessions)
      for (const [enrollmentId, minutes] of [
        [id, 75],
        [bahar.id, 120],
      ] as const)
        await recordByHand(house.world(), { sessionId: session.id, enrollmentId, minutes, by: 'test' })
    await certify(await house.enrollment(seminar, 'ayse'))
    const html = await (await overview.request(await overviewOf(doors))).text()
    expect(html).toContain('150 Minuten dabei (3,3 Unterrichtseinheiten)')
    expect(html).toMatch(/2026<\/th><td[^>]*>1<\/td><td[^>]*>150<\/td>/)
    expect(html).toContain('/verify/2026-7K3M-9QXW-P4TR')
    expect(html).not.toContain('bahar')
  })

  it('leads on to page, certificate and data by buttons that make fresh links', async () => {
    const doors = await withSomebody()
    const { overview, my, seminar, other } = doors
    const path = await overviewOf(doors)
    for (const [to, end] of [
      ['', ''],
      ['certificate', '/certificate.pdf'],
      ['data', '/data'],
    ] as const) {
      const opened = await overview.request(`${path}/open`, post({ seminar: seminar.id, to }))
      const location = opened.headers.get('location') ?? ''
      expect([opened.status, location.endsWith(end)]).toEqual([303, true])
      expect((await my.request(location.replace(end, '') || '/')).status).toBe(200)
    }
    expect((await overview.request(`${path}/open`, post({ seminar: other.id, to: '' }))).status).toBe(404)
    expect((await overview.request(`${path}/open`, post({ seminar: seminar.id, to: '//evil' }))).status).toBe(
      400,
    )
    expect((await overview.request(`${path.slice(0, -1)}x`)).status).toBe(404)
  })
})

describe('another seminar', () => {
  const fill = (doors: Somebody, token: string, seminar: Pick<Seminar, 'slug'> = doors.other) =>
    doors.enroll.request(`/seminars/${seminar.slug}/enroll/filled`, post({ token }))

  it('has a form that is filled in, without note and consent, and stores nothing', async () => {
    const doors = await withSomebody()
    const more = await (await doors.myMore.request(`/my/${doors.token}/more`)).text()
    expect(more).toContain('/seminars/other/enroll/filled')
    expect(more).not.toContain('/seminars/foerdermittel/enroll/filled')
    const before = JSON.stringify(await doors.house.mails())
    const html = await (await fill(doors, doors.token)).text()
    for (const value of ['ayse', 'Yıldız', 'ayse@verein.example', 'Alevi Kulturverein Hagen'])
      expect(html).toContain(`value="${value}"`)
    expect(html).toContain('Noch ist nichts gespeichert')
    expect(html).not.toContain('Nur hierfür')
    expect(html).not.toMatch(/id="consent"[^>]*checked/)
    expect(JSON.stringify(await doors.house.mails())).toBe(before)
    await expect(doors.house.enrollment(doors.other, 'ayse')).rejects.toThrow('not enrolled')
  })

  it('can be reached from the overview, too; an unknown token fills in nothing', async () => {
    const doors = await withSomebody()
    const path = await overviewOf(doors)
    const html = await (await fill(doors, path.replace('/my/all/', ''))).text()
    expect(html).toContain('value="ayse@verein.example"')
    const unknown = await fill(doors, 'x'.repeat(50))
    expect(unknown.status).toBe(200)
    expect(await unknown.text()).not.toContain('ayse')
  })
})

describe('my data', () => {
  async function opened(doors: Somebody) {
    const { myData, house, token } = doors
    await myData.request(`/my/${token}/data/code`, post({}))
    const code = await mailedCode(house, 'ayse')
    const answer = await myData.request(`/my/${token}/data`, post({ code }))
    const html = await answer.text()
    return { html, pass: /name="pass" value="([^"]+)"/.exec(html)?.[1] ?? '' }
  }

  it('shows nothing before the code, everything after it, and nothing of it stands in an address', async () => {
    const doors = await withSomebody()
    const { myData, token } = doors
    const before = await (await myData.request(`/my/${token}/data`)).text()
    expect(before).not.toMatch(/Yıldız|Nur hierfür/)
    expect(before).not.toContain('name="code"')
    const { html } = await opened(doors)
    for (const fact of ['ayse Yıldız', 'ayse@verein.example', 'Nur hierfür', 'Alevi Kulturverein Hagen'])
      expect(html).toContain(fact)
    const wrong = await myData.request(`/my/${token}/data`, post({ code: '00000000' }))
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).not.toContain('Nur hierfür')
  })

  it('says how many tries are left', async () => {
    const doors = await withSomebody()
    const { myData, token } = doors
    await myData.request(`/my/${token}/data/code`, post({}))
    expect(await (await myData.request(`/my/${token}/data`)).text()).toContain('name="code"')
    const tries: string[] = []
    for (let press = 0; press < 6; press++)
      tries.push(await (await myData.request(`/my/${token}/data`, post({ code: 'x' }))).text())
    expect(tries[0]).toContain('noch 4 Versuche')
    expect(tries[3]).toContain('noch einen Versuch')
    expect(tries[4]).toContain('Der Code stimmt nicht. Fordern Sie bitte einen neuen an.')
    expect(tries[5]).toContain('Dieser Code gilt nicht mehr')
  })

  it('hands out a file, with the pass only', async () => {
    const doors = await withSomebody()
    const { myData, token } = doors
    const { pass } = await opened(doors)
    const file = await myData.request(`/my/${token}/data/file`, post({ pass }))
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="lernhaus.json"')
    expect(await file.json()).toMatchObject({ address: 'ayse@verein.example', enrollments: [{}] })
    for (const wrong of ['', `${pass}x`]) {
      const refused = await myData.request(`/my/${token}/data/file`, post({ pass: wrong }))
      expect(refused.status).toBe(403)
      expect(await refused.text()).not.toContain('ayse@verein.example')
    }
  })

  it('erases only who is sure, and says what stays', async () => {
    const doors = await withSomebody()
    const { myData, house, seminar, token } = doors
    const { pass } = await opened(doors)
    const unsure = await myData.request(`/my/${token}/data/erase`, post({ pass }))
    expect(unsure.status).toBe(422)
    expect((await house.enrollment(seminar, 'ayse')).state).toBe('confirmed')
    const erased = await myData.request(`/my/${token}/data/erase`, post({ pass, sure: 'yes' }))
    expect(await erased.text()).toContain('Ihre Daten sind gelöscht')
    expect((await house.enrollment(seminar, 'ayse')).state).toBe('erased')
    expect((await myData.request(`/my/${token}/data`)).status).toBe(404)
    expect((await myData.request(`/my/${token}/data/erase`, post({ pass, sure: 'yes' }))).status).toBe(404)
  })

  it('answers foreign forms and unknown links as every door does', async () => {
    const { myData, myMore, token } = await withSomebody()
    for (const path of ['data', 'data/code', 'data/file', 'data/erase']) {
      const foreign = await myData.request(
        `/my/${token}/${path}`,
        post({}, { origin: 'https://evil.example' }),
      )
      expect(foreign.status).toBe(403)
    }
    for (const path of ['data', 'data/code']) {
      const unknown = await myData.request(`/my/${token.slice(0, -1)}x/${path}`, post({ code: '1' }))
      expect(unknown.status).toBe(404)
    }
    for (const path of ['change', 'renew', 'more'])
      expect((await myMore.request(`/my/${token.slice(0, -1)}x/${path}`)).status).toBe(404)
  })
})
