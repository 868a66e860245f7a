import { describe, expect, test } from 'vitest'
import { listNotices } from '../../functions/attendance/attendance.table.ts'
import { minutesPresent } from '../../functions/attendance/minutes.ts'
import { later, minute } from '../../functions/kernel/time.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { myDoor } from '../../web/public/my.door.tsx'
import { attendanceCodeText } from '../../web/text/attendance-code.ts'
import { htmlFindings, openOffice } from './office-world.ts'

const origin = 'https://lernhaus.example'
const mine = attendanceCodeText.de.mine

/** A session that has run for an hour, its office, and the personal page of somebody who sits in it. */
async function inTheSession() {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ trainer: 'Zeynep Aydın' })
  await house.enrollAndConfirm(seminar, 'ayse')
  const [session] = seminar.sessions
  if (!session) throw new Error('no session')
  const { newSecret } = house.world()
  const door = myDoor({
    ...{ table: house.table, now: house.now, newSecret, origin, roomOrigin: '' },
    noteFault: (fault) => {
      throw fault
    },
  })
  const page = `/my/${await house.token('ayse')}`
  const moveTo = (minutes: number) => house.moveTo(later(session.start, minutes * minute))
  moveTo(60)
  return {
    ...{ office, house, seminar, session, moveTo },
    path: `/office/seminars/${seminar.id}/attendance/${session.id}`,
    look: async (query = '') => (await door.request(`${origin}${page}${query}`)).text(),
    async type(typed: string, also: Record<string, string> = {}) {
      const answer = await door.request(`${origin}${page}/code/${session.id}`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ [`code-${session.id}`]: typed, ...also }),
      })
      return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() }
    },
    async minutes() {
      const { id } = await house.enrollment(seminar, 'ayse')
      return minutesPresent((await listNotices(house.table, session.id)).get(id) ?? [], session).minutes
    },
  }
}

const codeIn = (html: string): string => /class="shown-code">([A-Z0-9 ]+)</.exec(html)?.[1] ?? ''

describe('a code from the session', () => {
  test('is shown by the trainer, typed on the personal page, counted on both', async () => {
    const { office, house, path, look, type, minutes } = await inTheSession()
    const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
    expect((await trainer.get(path)).html).toContain(`${path}/code`)
    const before = await trainer.get(`${path}/code`)
    expect(before.html).toContain(attendanceCodeText.de.none)
    // Folded up while none is shown, so that nobody looks for one.
    expect(await look()).toMatch(/<details class="panel"><summary>Code aus dem Termin/)
    expect((await trainer.post(`${path}/code`)).location).toBe(`${path}/code`)
    const shown = await trainer.get(`${path}/code`)
    expect(await htmlFindings(shown.html)).toEqual([])
    expect(codeIn(shown.html)).toMatch(/^\w{3} \w{3}$/)
    for (const words of ['Gültig bis 19:10 Uhr', '18:00 bis 19:00 Uhr', '0 Personen haben ihn eingegeben'])
      expect(shown.html).toContain(words)
    const asked = await look()
    expect(asked).toMatch(/<details class="panel" open(?:="")?><summary>Code aus dem Termin/)
    expect(asked).not.toContain(codeIn(shown.html).replace(' ', ''))
    const typed = await type(codeIn(shown.html))
    expect([typed.status, typed.location]).toEqual([303, expect.stringMatching(/\/my\/[^?]*\?done=code$/)])
    expect(await look()).toMatch(/<details class="panel"><summary>Code aus dem Termin/)
    expect(await minutes()).toBe(60)
    expect((await trainer.get(`${path}/code`)).html).toContain('Eine Person hat ihn eingegeben.')
    expect((await trainer.get(path)).html).toContain('mit dem Code')
    const trail = await listAudit(house.table, house.now(), 10)
    expect(trail.filter(({ deed }) => deed === 'show-code')).toHaveLength(1)
    expect(JSON.stringify(trail)).not.toContain(codeIn(shown.html).replace(' ', ''))
  })

  test.each([
    ['nothing', '  ', mine.refused.empty],
    ['a wrong one', 'aaa "x" <b>', mine.refused['not-good']],
  ])('%s is said at the field, and what was typed stays', async (_, typed, words) => {
    const { office, path, type, minutes } = await inTheSession()
    await (await office.browserOf('coordinator')).post(`${path}/code`)
    const answer = await type(typed)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(words)
    expect(answer.html).not.toContain('<b>')
    if (typed.trim()) expect(answer.html).toContain('aaa &quot;x&quot; &lt;b&gt;')
    expect(await htmlFindings(answer.html)).toEqual([])
    expect(await minutes()).toBe(0)
  })

  test('is thanked for only where it was typed', async () => {
    const { office, path, look } = await inTheSession()
    await (await office.browserOf('coordinator')).post(`${path}/code`)
    expect(await look('?done=code')).not.toContain(mine.done)
  })

  test('that was mistyped too often is refused in words', async () => {
    const { type } = await inTheSession()
    for (let i = 0; i < 5; i++) expect((await type('AAAAAA')).html).toContain(mine.refused['not-good'])
    const sixth = await type('AAAAAA')
    expect([sixth.status, sixth.html.includes(mine.refused['too-often'])]).toEqual([422, true])
  })

  test.each([
    ['before the session', -5],
    ['an hour after it', 180],
  ])('is asked of nobody %s', async (_, when) => {
    const { moveTo, look, type } = await inTheSession()
    moveTo(when)
    expect(await look()).not.toContain(mine.title)
    expect((await type('AAAAAA')).status).toBe(404)
  })

  test('is shown by no trainer of another seminar, nor when the session is long over', async () => {
    const { office, path, moveTo } = await inTheSession()
    const stranger = await office.browserOf('trainer', 'Murat Esen')
    expect([
      (await stranger.get(`${path}/code`)).status,
      (await stranger.post(`${path}/code`)).status,
    ]).toEqual([404, 404])
    const coordinator = await office.browserOf('coordinator')
    moveTo(150)
    const late = await coordinator.post(`${path}/code`)
    expect([late.status, late.html.includes(attendanceCodeText.de.troubles.over)]).toEqual([409, true])
    expect((await coordinator.get(path)).html).not.toContain(`${path}/code`)
  })
})
