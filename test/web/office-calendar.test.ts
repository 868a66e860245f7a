import { expect, test } from 'vitest'
import { fieldValues, openOffice } from './office-world.ts'

const ticked = (html: string): boolean => /<input [^>]*name="calendarInvitations"[^>]*checked/.test(html)

test('a coordinator ticks and unticks real invitations; a form without the box leaves them', async () => {
  const office = openOffice()
  const browser = await office.browserOf('coordinator')
  const { id } = await office.house.offer()
  const path = `/office/seminars/${id}/edit`
  const invites = async () => (await office.house.seminar(id)).calendarInvitations
  const form = async () => {
    const { html } = await browser.get(path)
    return { html, values: fieldValues(html) }
  }
  const plain = await form()
  expect([await invites(), ticked(plain.html)]).toEqual([false, false])

  expect((await browser.post(path, { ...plain.values, calendarInvitations: 'yes' })).status).toBe(303)
  const withThem = await form()
  expect([await invites(), ticked(withThem.html)]).toEqual([true, true])

  // An older form, which did not ask.
  const { 'calendarInvitations-asked': _, calendarInvitations: __, ...older } = withThem.values
  expect((await browser.post(path, older)).status).toBe(303)
  expect(await invites()).toBe(true)

  const { calendarInvitations: ___, ...unticked } = (await form()).values
  expect((await browser.post(path, unticked)).status).toBe(303)
  expect(await invites()).toBe(false)

  const wrong = await browser.post(path, { ...plain.values, capacity: '', calendarInvitations: 'yes' })
  expect([wrong.status, ticked(wrong.html)]).toEqual([422, true])
})
