import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../functions/kernel/time.ts'
import { bigbluebutton, meetingIdOf } from '../../../functions/session/meeting/bigbluebutton.meeting.ts'
import { MeetingUnreachable, type Room, type Visitor } from '../../../functions/session/meeting/meeting.ts'
import { checksumHashes } from '../../../functions/session/meeting/meeting-server.ts'
import { openMemoryTable } from '../../world/memory-table.ts'
import { bbbRecord, openPracticeServers } from '../../world/practice-servers.ts'
import { aSeminar, aSession } from '../../world/seminar.ts'

const now = '2026-03-24T16:45:00.000Z' as Instant
const guest: Visitor = { id: 'enr_ayse', name: 'Ayşe Yıldız', language: 'de', leads: false }
const trainer: Visitor = { id: 'trainer', name: 'Hatice Demir', language: 'de', leads: true }

function open(waitingRoom = false, hash = bbbRecord.hash) {
  const record = { ...bbbRecord, hash }
  const servers = openPracticeServers(() => now, record)
  const world = servers.meetings(openMemoryTable())()
  const session = aSession({ place: { kind: 'server', server: 'srv_bbb', waitingRoom } })
  const room: Room = { seminar: aSeminar({ sessions: [session] }), session, number: 1 }
  const enter = (visitor: Visitor, into = room) => bigbluebutton.enter(world, record, into, visitor)
  return { servers, world, record, room, enter }
}

describe('entering', () => {
  test.each(checksumHashes)('with check sums in %s', async (hash) => {
    const { servers, enter } = open(false, hash)
    const page = await servers.follow(await enter(guest))
    expect(page.status).toBe(200)
    expect(page.html).toContain('You are inside, Ayşe Yıldız.')
  })

  test.each([
    "Seán O'Brien",
    'Şükrü İğdeoğlu',
    'A&B <b>C</b> "D"',
    'plus + and % and = and #',
    'Иван Ωmega',
    'ʻOkina’s (two) ~ * !',
  ])('under the name %s, whatever is encoded on the way', async (name) => {
    const { servers, enter } = open()
    const page = await servers.follow(await enter({ ...guest, name }))
    expect(page.status).toBe(200)
    expect(page.html).toContain('data-meeting="inside"')
  })

  test('makes the meeting as often as somebody comes, and it stays the same one', async () => {
    const { servers, world, record, room, enter } = open()
    await servers.follow(await enter(guest))
    await servers.follow(await enter({ ...guest, id: 'enr_deniz', name: 'Deniz' }))
    await servers.follow(await enter(guest))
    expect(await bigbluebutton.inside?.(world, record, room)).toEqual(['enr_ayse', 'enr_deniz'])
    const made = servers.asked.filter((address) => address.includes('/create?'))
    expect(new Set(made).size).toBe(1)
    expect(made).toHaveLength(3)
  })

  test('an address of an earlier meeting opens no later one', async () => {
    const { servers, world, record, room, enter } = open()
    const address = await enter(guest)
    expect(await bigbluebutton.close(world, record, room)).toBe('closed')
    const shown = await servers.follow(address)
    expect(shown.html).toContain('<messageKey>notFound</messageKey>')
  })

  test('trainers lead; others wait where the session has a waiting room, until they are let in', async () => {
    const { servers, world, record, room, enter } = open(true)
    const lobby = await servers.follow(await enter(guest))
    expect(lobby.html).toContain('data-meeting="waiting"')
    expect(await bigbluebutton.inside?.(world, record, room)).toEqual([])
    const lead = await servers.follow(await enter(trainer))
    expect(lead.html).toContain('data-meeting="inside"')
    const admit = /action="([^"]*\/admit\/[^"]*)"/.exec(
      (await servers.follow(await enter(trainer))).html,
    )?.[1]
    await servers.press(admit ?? '')
    expect(await bigbluebutton.inside?.(world, record, room)).toEqual(['enr_ayse', 'trainer'])
  })

  test('rooms of one session are different meetings, named by nothing but ids', async () => {
    const { room } = open()
    expect([meetingIdOf(room), meetingIdOf({ ...room, number: 2 })]).toEqual(['ses_first-1', 'ses_first-2'])
  })

  test('nobody is recorded; the secret is in no address, and no password in one that people get', async () => {
    const { servers, enter } = open()
    const join = await enter(guest)
    const [create] = servers.asked
    expect(new URL(create ?? '').searchParams.get('record')).toBe('false')
    expect(create).not.toContain('geheimnis')
    expect(join).not.toMatch(/geheimnis|password|PW=/i)
  })
})

describe('a server that is not as it should be', () => {
  const answered = (status: number, text: string) => ({ status, headers: new Headers(), text })

  test.each([
    ['an error', answered(500, '<response><returncode>SUCCESS</returncode></response>')],
    ['no XML', answered(200, '{"returncode":"SUCCESS"}')],
    ['half of it', answered(200, '<response><returncode>SUCCESS</returncode>')],
    ['other XML', answered(200, '<html><returncode>SUCCESS</returncode></html>')],
    ['no code', answered(200, '<response></response>')],
    [
      'entities of its own',
      answered(200, '<!DOCTYPE r [<!ENTITY a "SUCCESS">]><response><returncode>&a;</returncode></response>'),
    ],
    [
      'a refusal',
      answered(
        200,
        '<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey></response>',
      ),
    ],
    ['nothing', answered(200, '')],
  ])('%s: nobody enters, and nothing of it is said', async (_, answer) => {
    const { servers, enter } = open()
    servers.instead.answer = answer
    const fault = await enter(guest).catch((caught: unknown) => caught)
    expect(fault).toBeInstanceOf(MeetingUnreachable)
    expect(String(fault)).not.toMatch(/bbb\.example|checksum=|Ayşe/)
  })

  test('that is down, or has another secret, is told apart when it is checked', async () => {
    const { servers, world, record } = open()
    expect(await bigbluebutton.check(world, record)).toBe('ok')
    await servers.secrets.write('srv_bbb/secret', 'another')
    expect(await bigbluebutton.check(world, record)).toBe('refused')
    servers.partSwitch.mode = 'down'
    expect(await bigbluebutton.check(world, record)).toBe('unreachable')
  })

  test('without a secret nobody is asked', async () => {
    const { servers, enter } = open()
    await servers.secrets.remove('srv_bbb/secret')
    await expect(enter(guest)).rejects.toBeInstanceOf(MeetingUnreachable)
    expect(servers.asked).toEqual([])
  })
})
