import { describe, expect, it } from 'vitest'
import { mostFormsAnHour } from '../../functions/enrollment/network-allowance.ts'
import { hour, millisecondsOf } from '../../functions/kernel/time.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { readLine } from '../../functions/seminar/line.ts'
import { baitName } from '../../web/parts/bait.tsx'
import { fillingInTakes, openDoors, post } from './open-doors.ts'

const good = {
  firstName: 'Gülşen',
  lastName: 'Öztürk',
  associationId: 'org_hagen',
  association: '',
  language: 'de',
  note: 'Bitte größere Schrift',
  consent: 'yes',
}

async function openForm() {
  const doors = await openDoors()
  const { house, enroll } = doors
  const seminar = await house.offer()
  const path = `/seminars/${seminar.slug}/enroll`
  const token = async () =>
    /name="form" value="([^"]+)"/.exec(await (await enroll.request(path)).text())?.[1] ?? ''
  let people = 0
  /** Sends a form from a network, after so much time in front of it. */
  async function send(fields: Record<string, string>, { ip = '203.0.113.7', after = fillingInTakes } = {}) {
    const form = await token()
    house.pass(after)
    const all = { form, ...good, email: `person-${++people}@mail.example`, ...fields }
    const answer = await enroll.request(path, post(all), { requestContext: { http: { sourceIp: ip } } })
    return { status: answer.status, html: await answer.text(), sent: all }
  }
  const stored = () =>
    (house.table.everything?.() ?? []).filter(({ kind }) =>
      ['enrollment', 'line-entry', 'mail'].includes(kind),
    )
  return { ...doors, seminar, path, token, send, stored }
}

describe('a field that only programs fill in', () => {
  it('is there, and nobody sees it, hears it, reaches it or has it filled in by a browser', async () => {
    const { enroll, path } = await openForm()
    const html = await (await enroll.request(path)).text()
    const [hidden = ''] = /<div class="unseen" aria-hidden="true"><label[^>]*>.*?<\/div>/.exec(html) ?? []
    expect(hidden).toContain(`name="${baitName}"`)
    expect(hidden).toMatch(/tabindex="-1"/)
    expect(hidden).toContain('autocomplete="off"')
    expect(hidden).toContain('Bitte lassen Sie dieses Feld leer')
  })

  it('brings the very words of success, and nothing else happens', async () => {
    const honest = await openForm()
    const robbed = await openForm()
    const success = await honest.send({ email: 'robot@mail.example' })
    const answer = await robbed.send({ email: 'robot@mail.example', [baitName]: 'https://spam.example' })
    expect(answer.status).toBe(200)
    expect(answer.html).toBe(success.html)
    expect(honest.stored()).toHaveLength(3)
    expect(robbed.stored()).toEqual([])
    expect(await readLine(robbed.house.table, robbed.seminar.id)).toMatchObject({ next: 0, serving: 12 })
  })

  it('does not tell a program more than a person where nobody can enroll', async () => {
    const { send, token, house, seminar } = await openForm()
    const form = await token()
    await cancelSeminar(house.world(), seminar.id)
    expect((await send({ form, [baitName]: 'x' })).status).toBe(410)
  })

  it('keeps what was put into it while the form comes back for another reason', async () => {
    const { send, stored } = await openForm()
    const answer = await send({ [baitName]: 'spam words', email: 'wrong' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('value="spam words"')
    expect(stored()).toEqual([])
  })
})

describe('a form that comes back faster than people type', () => {
  it('is shown again with everything in it, and is taken a moment later', async () => {
    const { send, house, enroll, path, stored } = await openForm()
    const { status, html, sent } = await send({}, { after: fillingInTakes - 1 })
    expect(status).toBe(422)
    expect(html).toContain('Das ging sehr schnell')
    for (const kept of ['Gülşen', 'Öztürk', sent.email, 'Bitte größere Schrift', sent.form])
      expect(html).toContain(kept)
    expect(html).toMatch(/name="consent" value="yes" checked/)
    expect(stored()).toEqual([])
    house.pass(1)
    expect((await enroll.request(path, post(sent))).status).toBe(200)
    expect(stored()).toHaveLength(3)
  })

  it('cannot pretend to be older: the time in it is sealed', async () => {
    const { token, send, house, stored } = await openForm()
    const [id, issuedAt, seal] = (await token()).split('.')
    const older = `${id}.${Number(issuedAt) - hour}.${seal}`
    const answer = await send({ form: older }, { after: 0 })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('Das Formular war zu lange offen')
    expect(millisecondsOf(house.now())).toBe(Number(issuedAt))
    expect(stored()).toEqual([])
  })
})

describe('a network', () => {
  it('may send as many forms an hour as a hall has people, then the form is kept; another one goes on', async () => {
    const { send, stored } = await openForm()
    for (let n = 0; n < mostFormsAnHour; n++) expect((await send({})).status).toBe(200)
    const before = stored().length
    const { status, html, sent } = await send({})
    expect(status).toBe(429)
    expect(html).toContain('Von Ihrem Anschluss kommen gerade sehr viele Anmeldungen')
    for (const kept of ['Gülşen', sent.email, 'Bitte größere Schrift']) expect(html).toContain(kept)
    expect(stored()).toHaveLength(before)
    expect((await send({ [baitName]: 'x' })).status).toBe(429)
    expect((await send({}, { ip: '203.0.113.8' })).status).toBe(200)
    expect((await send({}, { ip: '203.0.113.7', after: hour })).status).toBe(200)
  })

  it.each([
    ['the second half of an IPv6 address', '2001:db8:1:2::1', '2001:0DB8:1:2:ffff:ffff:ffff:ffff', true],
    ['the first half of an IPv6 address', '2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['how an IPv4 address is written', '203.0.113.9', '::ffff:203.0.113.9', true],
    ['two short IPv6 addresses', '::1', '0:0:0:0:9::', true],
  ])('is told apart by %s or not', async (_, one, other, same) => {
    const { send } = await openForm()
    for (let n = 0; n < mostFormsAnHour; n++) await send({}, { ip: one, after: 2_000 })
    expect((await send({}, { ip: other })).status).toBe(same ? 429 : 200)
  })

  it('is never stored as what it is', async () => {
    const { send, house } = await openForm()
    const drawn: { pk: string; expires: string | undefined }[] = []
    const { draw } = house.table
    house.table.draw = (place, counter, how) => {
      drawn.push({ ...place, expires: how?.expires })
      return draw(place, counter, how)
    }
    await send({}, { ip: '198.51.100.23' })
    await send({}, { ip: '198.51.100.23', after: hour })
    const networks = drawn.filter(({ pk }) => pk.startsWith('network#'))
    expect(new Set(networks.map(({ pk }) => pk)).size).toBe(2)
    for (const { pk, expires } of networks) {
      expect(pk).toMatch(/^network#[\w-]{43}$/)
      expect(expires).toMatch(/^2026-03-03T/)
    }
    expect(JSON.stringify(drawn)).not.toContain('198.51.100.23')
  })
})
