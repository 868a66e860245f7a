import { expect, test } from 'vitest'
import { plainPlaces } from '../../functions/seminar/places.ts'
import { myText } from '../../web/text/my.ts'
import { htmlFindings } from './office-world.ts'
import { openDoors } from './open-doors.ts'

test('an offer is accepted or declined by two buttons; there is no third way to leave', async () => {
  const { house, my } = await openDoors()
  const seminar = await house.offer({ capacity: 1, places: { ...plainPlaces, promotion: 'offer' } })
  for (const name of ['seated', 'next']) await house.enrollAndConfirm(seminar, name)
  await house.cancel('seated')
  const html = await (await my.request(`/my/${await house.token('next')}?lang=de`)).text()
  expect(await htmlFindings(html)).toEqual([])
  expect(html).toContain(myText.de.accept)
  expect(html).toContain(myText.de.decline)
  expect(html).not.toContain(myText.de.leaveSeat.open)
})

test('who applied is asked about an application, not about a seat', async () => {
  const { house, my } = await openDoors()
  const seminar = await house.offer({ places: { ...plainPlaces, approval: true } })
  await house.enrollAndConfirm(seminar, 'applied')
  const html = await (await my.request(`/my/${await house.token('applied')}?lang=de`)).text()
  expect(html).toContain(myText.de.withdraw.open)
  expect(html).not.toContain(myText.de.leaveSeat.text)
})
