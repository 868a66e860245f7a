import { expect, test } from 'vitest'
import { askForCode, tryCode } from '../../functions/privacy/data-code.ts'
import { erasePerson } from '../../functions/privacy/erase-person.ts'
import { at, openZoomScene } from '../attendance/server/zoom-scene.ts'
import { mailedCode } from '../world/data-code.ts'
import { variedSecrets } from '../world/working-house.ts'

test('erased is also the name by which Zoom knows somebody; minutes and everybody else stay', async () => {
  const { house, comes, leaves, minutes, zoomMeetings } = await openZoomScene()
  house.moveTo(at(0))
  const pages = [await comes('ayse'), await comes('deniz')]
  house.moveTo(at(60))
  for (const page of pages) await leaves(page)
  await house.passTo(at(140))
  const world = { ...house.world(), newSecret: variedSecrets(3), sealKey: async () => 'a key for tests' }
  const token = await house.token('ayse')
  await askForCode(world, token)
  const opened = await tryCode(world, { token, code: await mailedCode(house, 'ayse@verein.example') })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const registrants = zoomMeetings.all.flatMap((meeting) => meeting.registrants)
  const known = () =>
    registrants.map(({ firstName, id }) => [
      firstName,
      JSON.stringify(house.table.everything()).split(id).length - 1,
    ])
  const before = Object.fromEntries(known())
  expect(before.ayse).toBeGreaterThan(0)
  await erasePerson(house.world(), { token, pass: opened.value.pass, keepCertificates: false })
  expect(Object.fromEntries(known())).toEqual({ ...before, ayse: 0 })
  expect(await minutes()).toEqual({ ayse: 60, deniz: 60 })
})
