import { describe, expect, test } from 'vitest'
import { meetingServerShelf } from '../../functions/session/meeting/meeting-server.table.ts'
import { bbbRecord } from '../world/practice-servers.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'
import { newForm, wholeForm } from './whole-form.ts'

async function open() {
  const office = openOffice()
  const jitsi = { ...bbbRecord, kind: 'jitsi' as const, appId: 'lernhaus' }
  await office.house.table.commit([
    meetingServerShelf.create('srv_bbb', bbbRecord),
    meetingServerShelf.create('srv_jitsi', { ...jitsi, id: 'srv_jitsi', name: 'Jitsi' }),
    meetingServerShelf.create('srv_old', { ...bbbRecord, id: 'srv_old', name: 'Alt', state: 'removed' }),
  ])
  const browser = await office.browserOf('coordinator')
  const id = (location: string) => /seminars\/([^/?]+)/.exec(location)?.[1] ?? ''
  return {
    office,
    browser,
    /** Saves the form with another first date, and answers that date. */
    async save(more: Record<string, string>) {
      const { status, location, html } = await browser.post(newForm, { ...wholeForm, ...more })
      const seminar = location ? await office.house.seminar(id(location)) : undefined
      return { status, html, seminar, session: seminar?.sessions[1] }
    },
  }
}

describe('a date in the form of a seminar', () => {
  test('takes place on a server of the association, behind a waiting room, with breaks and another door', async () => {
    const { browser, save, office } = await open()
    const { session, seminar } = await save({
      'session-1-place': 'server:srv_bbb',
      'session-1-where': '',
      'session-1-waits': 'yes',
      'session-1-breaks': '19:10 - 19:20; 18.30–18.40',
      'session-1-opens': '60',
      'session-1-closes': '5',
    })
    expect(session).toEqual({
      id: session?.id,
      start: '2026-04-14T16:00:00.000Z',
      end: '2026-04-14T18:00:00.000Z',
      place: { kind: 'server', server: 'srv_bbb', waitingRoom: true },
      breaks: [
        { start: '2026-04-14T16:30:00.000Z', end: '2026-04-14T16:40:00.000Z' },
        { start: '2026-04-14T17:10:00.000Z', end: '2026-04-14T17:20:00.000Z' },
      ],
      door: { opensBefore: 60, closesAfter: 5 },
      invitedAt: null,
    })
    const path = `/office/seminars/${seminar?.id}/edit`
    const { html } = await browser.get(path)
    expect(await htmlFindings(html)).toEqual([])
    const shown = fieldValues(html)
    expect(shown).toMatchObject({
      'session-2-place': 'server:srv_bbb',
      'session-2-waits': 'yes',
      'session-2-breaks': '18:30–18:40, 19:10–19:20',
      'session-2-opens': '60',
      'session-2-closes': '5',
    })
    expect((await browser.post(path, shown)).status).toBe(303)
    expect(await office.house.seminar(seminar?.id ?? '')).toEqual(seminar)
  })

  test('has no door of its own where it opens and closes as usual', async () => {
    const { save } = await open()
    const { session } = await save({
      'session-1-opens': '30',
      'session-1-closes': '0',
      'session-1-breaks': '',
    })
    expect(Object.keys(session ?? {}).sort()).toEqual(['end', 'id', 'invitedAt', 'place', 'start'])
  })

  test('has no waiting room where the server knows none', async () => {
    const { save } = await open()
    const { session } = await save({ 'session-1-place': 'server:srv_jitsi', 'session-1-waits': 'yes' })
    expect(session?.place).toEqual({ kind: 'server', server: 'srv_jitsi', waitingRoom: false })
  })

  test('offers the servers in use by name, never their addresses, and no removed one', async () => {
    const { browser } = await open()
    const { html } = await browser.get((await browser.get(newForm)).location)
    expect(html).toContain('„Seminarraum“')
    expect(html).toContain('„Jitsi“')
    expect(html).not.toContain('„Alt“')
    expect(html).not.toContain('bbb.example')
  })

  test('keeps a server that was removed since', async () => {
    const { browser, save, office } = await open()
    const { seminar } = await save({ 'session-1-place': 'server:srv_bbb' })
    const stored = await meetingServerShelf.read(office.house.table, 'srv_bbb')
    if (stored)
      await office.house.table.commit([
        meetingServerShelf.replace(stored, { ...bbbRecord, state: 'removed' }),
      ])
    const path = `/office/seminars/${seminar?.id}/edit`
    const shown = fieldValues((await browser.get(path)).html)
    expect((await browser.post(path, { ...shown, capacity: '16' })).status).toBe(303)
    expect((await office.house.seminar(seminar?.id ?? '')).sessions[1]?.place).toMatchObject({
      server: 'srv_bbb',
    })
  })

  test.each([
    ['no break at all', 'session-1-breaks', 'nach dem Essen', 'Bitte schreiben Sie Pausen so'],
    ['a time that no clock shows', 'session-1-breaks', '18:61–18:70', 'Datum'],
    ['a break before the start', 'session-1-breaks', '17:50–18:10', 'Eine Pause liegt nicht im Termin'],
    ['a break after the end', 'session-1-breaks', '19:50–20:10', 'Eine Pause liegt nicht im Termin'],
    [
      'a break that ends before it begins',
      'session-1-breaks',
      '19:10–19:00',
      'Eine Pause liegt nicht im Termin',
    ],
    ['breaks that overlap', 'session-1-breaks', '18:30–18:45, 18:40–18:50', 'zwei überschneiden sich'],
    ['breaks that touch', 'session-1-breaks', '18:30–18:40, 18:40–18:50', 'zwei überschneiden sich'],
    ['nothing but a break', 'session-1-breaks', '18:00–20:00', 'Eine Pause liegt nicht im Termin'],
    ['a door that opens a day before', 'session-1-opens', '1440', 'Zahl'],
    ['a door that never opens', 'session-1-opens', 'nie', 'Zahl'],
    ['a door that stays open all night', 'session-1-closes', '600', 'Zahl'],
    ['a server that is no longer there', 'session-1-place', 'server:srv_old', 'ausfüllen'],
  ])('%s is refused at its field, and everything typed stays', async (_, name, typed, words) => {
    const { save } = await open()
    const { status, html } = await save({ [name]: typed })
    expect(status).toBe(422)
    expect(await htmlFindings(html)).toEqual([])
    const [, error = ''] = new RegExp(`id="${name}-error"[^>]*>([^<]*)`).exec(html) ?? []
    expect(error).toContain(words)
    if (name !== 'session-1-place') expect(fieldValues(html)[name]).toBe(typed)
    expect(fieldValues(html)['title-tr']).toBe('Dernekler için halkla ilişkiler')
  })

  test('a session after midnight has its break after midnight', async () => {
    const { save } = await open()
    const { session } = await save({
      'session-1-start': '22:00',
      'session-1-end': '02:00',
      'session-1-breaks': '23:50–0:10',
    })
    expect(session?.breaks).toEqual([{ start: '2026-04-14T21:50:00.000Z', end: '2026-04-14T22:10:00.000Z' }])
  })
})
