import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { bytesFromBase64, textFromUtf8 } from '../../functions/kernel/encoding.ts'
import { day, hour, later, minute } from '../../functions/kernel/time.ts'
import type { Mail } from '../../functions/mail/mail.ts'
import { publishSeminar } from '../../functions/seminar/publish-seminar.ts'
import { saveSeminar } from '../../functions/seminar/save-seminar.ts'
import { aSeminar } from '../world/seminar.ts'
import { openWorkingHouse } from '../world/working-house.ts'

const moved = (mails: readonly Mail[]) => mails.filter(({ cause }) => cause === 'moved')

/** The starts that a calendar file names, as instants. */
function startsIn(mail: Mail | undefined): string[] {
  const [file] = mail?.letter.attachments ?? []
  const calendar = new ICAL.Component(ICAL.parse(textFromUtf8(bytesFromBase64(file?.content ?? ''))))
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return calendar
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).startDate.toJSDate().toISOString())
}

async function offered() {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity: 1 })
  await house.enrollAndConfirm(seminar, 'ayse')
  await house.enrollAndConfirm(seminar, 'bora')
  await house.enrollAndConfirm(seminar, 'cem')
  await house.cancel('cem')
  await house.settle()
  house.pass(hour)
  const shift = async (by: number) => {
    const { sessions } = await house.seminar(seminar.id)
    const later_ = sessions.map((session) => ({
      ...session,
      start: later(session.start, by),
      end: later(session.end, by),
    }))
    expect(await house.change(seminar.id, { sessions: later_ })).toMatchObject({ ok: true })
    await house.settle()
  }
  return { house, seminar, shift }
}

describe('dates that move', () => {
  test('are told to everybody in the line, once, with a calendar that has them right', async () => {
    const { house, seminar, shift } = await offered()
    await shift(day)
    await house.passTo(later(house.now(), hour))
    const told = moved(house.post.arrived)
    expect(told.map(({ to }) => to.address)).toEqual(['ayse@verein.example', 'bora@verein.example'])
    expect(startsIn(told[0])).toEqual(seminar.sessions.map(({ start }) => later(start, day)))
  })

  test('there and back and there again are three changes', async () => {
    const { house, shift } = await offered()
    for (const by of [day, -day, day]) {
      await shift(by)
      house.pass(minute)
    }
    expect(moved(house.post.arrived).filter(({ to }) => to.name.startsWith('ayse'))).toHaveLength(3)
  })

  test('a new place is a change; a new title, trainer or more seats are none', async () => {
    const { house, seminar } = await offered()
    await house.change(seminar.id, { trainer: 'Ali Kaya', capacity: 5 })
    await house.settle()
    expect(moved(house.post.arrived)).toEqual([])
    const { sessions } = await house.seminar(seminar.id)
    const place = { kind: 'onsite' as const, address: 'Beispielstraße 12, Hagen' }
    await house.change(seminar.id, { sessions: sessions.map((session) => ({ ...session, place })) })
    await house.settle()
    expect(moved(house.post.arrived)).toHaveLength(2)
  })

  test('who enrolled with the new dates before them hears nothing', async () => {
    const { house, seminar } = await offered()
    const { sessions } = await house.seminar(seminar.id)
    const [first, ...rest] = sessions
    if (!first) throw new Error('it has sessions')
    await house.change(seminar.id, {
      sessions: [{ ...first, end: later(first.end, hour) }, ...rest],
    })
    house.pass(1)
    await house.enrollAndConfirm(seminar, 'dilan')
    await house.settle()
    expect(moved(house.post.arrived).map(({ to }) => to.address)).not.toContain('dilan@verein.example')
  })

  test('a draft moves in silence, also once it is published', async () => {
    const house = openWorkingHouse()
    const { sessions, ...draft } = aSeminar()
    const planned = await saveSeminar(house.world(), {
      seminarId: null,
      version: '',
      draft: { ...draft, sessions },
    })
    if (!planned.ok) throw new Error(planned.refusal.code)
    const { id } = planned.value
    const shifted = sessions.map((session) => ({
      ...session,
      start: later(session.start, day),
      end: later(session.end, day),
    }))
    expect(await house.change(id, { sessions: shifted })).toMatchObject({
      ok: true,
      value: { movedAt: null },
    })
    await publishSeminar(house.world(), id)
    await house.enrollAndConfirm({ id }, 'ayse')
    await house.settle()
    expect(house.post.arrived.map(({ cause }) => cause)).toEqual(['confirm', 'confirmed'])
  })
})
