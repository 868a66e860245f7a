import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTable } from '../../functions/aws/table.ts'
import { openEngine } from '../world/engine.ts'
import { fieldValues, openOffice } from './office-world.ts'

let engine: Awaited<ReturnType<typeof openEngine>>
beforeAll(async () => {
  engine = await openEngine('embedded')
})
afterAll(() => engine.stop())

test('on a real engine an evening goes through: sign in, plan, publish, let somebody in, sign out', async () => {
  const table = openTable(engine.client, engine.names)
  const office = openOffice({ table, firstAdministrator: 'vorstand@verein.example' })
  const browser = office.openBrowser()
  expect((await browser.signIn('vorstand@verein.example')).status).toBe(303)
  const state = office.provider.asked.at(-1)?.state
  expect((await browser.get(`/office/callback?code=good&state=${state}`)).status).toBe(400)

  const { location } = await browser.get('/office/seminars/new')
  const saved = await browser.post('/office/seminars/new', {
    ...fieldValues((await browser.get(location)).html),
    'title-de': 'Öffentlichkeitsarbeit',
    'session-1-date': '2026-03-24',
    'session-1-start': '18:00',
    'session-1-end': '20:00',
  })
  expect(saved.status).toBe(303)
  const path = saved.location.replace(/\?.*/, '')
  expect((await browser.post(`${path}/publish`)).location).toBe(`${path}?done=published`)
  const person = { name: 'Zeynep Aydın', email: 'zeynep@verein.example', role: 'trainer' }
  expect((await browser.post('/office/people', person)).status).toBe(303)
  const audit = (await browser.get('/office/audit')).html
  for (const words of ['Seminar angelegt', 'Seminar veröffentlicht', 'Person ins Team geholt'])
    expect(audit).toContain(words)
  expect((await browser.post('/office/sign-out')).status).toBe(303)
  expect((await browser.get('/office')).status).toBe(303)
  expect(office.faults).toEqual([])
})
