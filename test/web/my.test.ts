import { describe, expect, it } from 'vitest'
import { correctAddress } from '../../functions/enrollment/correct-address.ts'
import { enrollmentShelf, findEnrollment } from '../../functions/enrollment/enrollment.table.ts'
import { type EmailAddress, parseEmailAddress } from '../../functions/kernel/email-address.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { openDoors, post } from './open-doors.ts'

async function withSomebody(name = 'ayse') {
  const doors = await openDoors()
  const { house } = doors
  const seminar = await house.offer({ capacity: 1 })
  await house.enroll(seminar, name)
  const token = await house.token(name)
  const page = async (path = '', query = '') => {
    const answer = await doors.my.request(`/my/${token}${path}${query}`)
    return { answer, html: await answer.text() }
  }
  const press = (button: 'confirm' | 'cancel', query = '') =>
    doors.my.request(`/my/${token}/${button}${query}`, post({}))
  return { ...doors, seminar, token, page, press }
}

describe('the personal page', () => {
  it('shows what is held, and confirms at the press of a button', async () => {
    const { page, press, house, seminar, token } = await withSomebody()
    const before = await page()
    expect(before.html).toContain('Noch nicht bestätigt')
    expect(before.html).toContain('Anmeldung bestätigen')
    expect((await house.enrollment(seminar, 'ayse')).state).toBe('held')
    const pressed = await press('confirm')
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `/my/${token}?done=confirmed`])
    const after = await page('', '?done=confirmed')
    expect(after.html).toContain('Danke, Ihre Anmeldung ist bestätigt')
    expect(after.html).not.toContain('Anmeldung bestätigen')
    expect((await house.enrollment(seminar, 'ayse')).state).toBe('confirmed')
    expect((await press('confirm')).status).toBe(303)
  })

  it('cancels at the press of a button, and keeps the chosen language', async () => {
    const { page, press, house, seminar, token } = await withSomebody()
    const pressed = await press('cancel', '?lang=tr')
    expect(pressed.headers.get('location')).toBe(`/my/${token}?done=cancelled&lang=tr`)
    expect((await page('', '?done=cancelled&lang=tr')).html).toContain('Kaydınız iptal edildi')
    expect((await house.enrollment(seminar, 'ayse')).state).toBe('cancelled')
    expect((await page()).html).not.toContain('Jetzt abmelden')
  })

  it('claims nothing that did not happen', async () => {
    const { page } = await withSomebody()
    expect((await page('', '?done=confirmed')).html).not.toContain('Danke, Ihre Anmeldung ist bestätigt')
    expect((await page('', '?done=<script>')).html).not.toContain('<script')
  })

  it('asks for a corrected address also when the seminar is completed, and for no other', async () => {
    for (const isCorrected of [true, false]) {
      const { house, my, seminar } = await withSomebody()
      await house.confirm('ayse')
      const { id: enrollmentId } = await house.enrollment(seminar, 'ayse')
      const email = parseEmailAddress('dilan@verein.example') as EmailAddress
      await correctAddress(
        { ...house.world(), also: [] },
        { seminarId: seminar.id, enrollmentId, email, formId: 'one' },
      )
      const token = await house.token('dilan')
      const stored = await findEnrollment(house.table, { seminarId: seminar.id, enrollmentId })
      if (stored && !isCorrected)
        await house.table.commit([enrollmentShelf.replace(stored, { ...stored.facts, addressSince: null })])
      house.moveTo('2026-04-01T08:00:00.000Z')
      await completeSeminar(house.world(), seminar.id)
      const html = async (query = '') => (await my.request(`/my/${token}${query}`)).text()
      const before = await html('?done=confirmed')
      expect(before.includes('Anmeldung bestätigen')).toBe(isCorrected)
      expect(before.includes('Ihre neue Adresse')).toBe(isCorrected)
      expect(before).not.toContain('Danke')
      const pressed = await my.request(`/my/${token}/confirm`, post({}))
      expect(pressed.status).toBe(isCorrected ? 303 : 409)
      const after = await html('?done=confirmed')
      expect(after.includes('Danke, Ihre Adresse ist bestätigt.')).toBe(isCorrected)
      expect(after).not.toContain('Anmeldung bestätigen')
    }
  })

  it('tells the place in the queue in one sentence and how places are given', async () => {
    const { house, my, seminar } = await withSomebody()
    for (const name of ['bahar', 'can']) await house.enrollAndConfirm(seminar, name)
    const can = await (await my.request(`/my/${await house.token('can')}`)).text()
    expect(can).toContain('Sie stehen auf Platz 2 der Warteliste.')
    expect(can).toContain('in der Reihenfolge der Anmeldung')
    const bahar = await (await my.request(`/my/${await house.token('bahar')}?lang=en`)).text()
    expect(bahar).toContain('You are next in line.')
  })

  it('speaks the language the person enrolled with, whatever the browser says', async () => {
    const { house, my, seminar } = await withSomebody()
    await house.enroll(seminar, 'mine', { language: 'tr' })
    const answer = await my.request(`/my/${await house.token('mine')}`, {
      headers: { 'accept-language': 'en' },
    })
    expect(await answer.text()).toContain('<html lang="tr"')
  })

  it('refuses to confirm too late, and says why on the page', async () => {
    const { house, press, seminar } = await withSomebody()
    house.moveTo('2026-03-04T09:00:00.000Z')
    const late = await press('confirm')
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('lässt sich nicht mehr bestätigen')
    expect((await house.enrollment(seminar, 'ayse')).state).not.toBe('confirmed')
  })

  it('says that the seminar is cancelled, and offers no button any more', async () => {
    const { house, page, press, seminar } = await withSomebody()
    await press('confirm')
    await cancelSeminar(house.world(), seminar.id)
    const { html } = await page()
    expect(html).toContain('Das Seminar fällt aus')
    expect(html).not.toContain('<form')
  })

  it('hands out the calendar of the person, and the certificate once there is one', async () => {
    const { house, page, my, certificateFile, token, press, seminar, certify } = await withSomebody()
    await press('confirm')
    const calendar = await my.request(`/my/${token}/calendar.ics`)
    expect(calendar.headers.get('content-type')).toContain('text/calendar')
    expect(calendar.headers.get('content-disposition')).toBe('attachment; filename="foerdermittel.ics"')
    const text = await calendar.text()
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(text).not.toContain(token)
    expect((await certificateFile.request(`/my/${token}/certificate.pdf`)).status).toBe(404)
    expect((await page()).html).not.toContain('certificate.pdf')
    await certify(await house.enrollment(seminar, 'ayse'))
    expect((await page()).html).toContain(`/my/${token}/certificate.pdf`)
    const sheet = await certificateFile.request(`/my/${token}/certificate.pdf`)
    expect(sheet.headers.get('content-type')).toBe('application/pdf')
    expect(sheet.headers.get('content-disposition')).toBe(
      'inline; filename="Teilnahmebescheinigung-2026-7K3M-9QXW-P4TR.pdf"',
    )
    expect(await sheet.text()).toBe('%PDF-')
  })
})

describe('a personal link', () => {
  it('that is unknown, foreign or of another kind leads to one and the same page', async () => {
    const { house, my, join, certificateFile, token, seminar, linkFor, press } = await withSomebody()
    await press('confirm')
    const session = (await house.seminar(seminar.id)).sessions[0]
    const joinToken = await linkFor(await house.enrollment(seminar, 'ayse'), 'join', session?.id)
    const body = async (answer: Response) =>
      (await answer.text()).replaceAll(/href="[^"]*\?lang/g, 'href="?lang')
    const unknown = await my.request(`/my/${'x'.repeat(50)}`)
    const page = await body(unknown)
    expect(unknown.status).toBe(404)
    const others = [
      await my.request('/my/short'),
      await my.request(`/my/${token.slice(0, -1)}x`),
      await my.request(`/my/${joinToken}`),
      await my.request(`/my/${joinToken}/confirm`, post({})),
      await my.request(`/my/${joinToken}/cancel`, post({})),
      await my.request(`/my/${joinToken}/calendar.ics`),
      await certificateFile.request(`/my/${joinToken}/certificate.pdf`),
      await join.request(`/join/${token}`),
      await join.request(`/join/${token}`, post({})),
    ]
    for (const answer of others) {
      expect(answer.status).toBe(404)
      expect(await body(answer)).toBe(page)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    expect((await house.enrollment(seminar, 'ayse')).state).toBe('confirmed')
  })

  it('is changed by no GET, and by no form from elsewhere', async () => {
    const { house, my, seminar, token } = await withSomebody()
    for (const button of ['confirm', 'cancel']) {
      expect((await my.request(`/my/${token}/${button}`)).status).toBe(404)
      const foreign = await my.request(`/my/${token}/${button}`, post({}, { origin: 'https://evil.example' }))
      expect(foreign.status).toBe(403)
    }
    expect((await house.enrollment(seminar, 'ayse')).state).toBe('held')
  })
})
