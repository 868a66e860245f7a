import { describe, expect, it } from 'vitest'
import { later, minute } from '../../functions/kernel/time.ts'
import { type Places, plainPlaces } from '../../functions/seminar/places.ts'
import { catalogText } from '../../web/text/catalog.ts'
import { enrollText } from '../../web/text/enroll.ts'
import { openDoors } from './open-doors.ts'

const keptForHagen: Partial<Places> = { reserved: [{ associationId: 'org_hagen', seats: 1 }] }

/** Two seats; the first of the line, or both where none is kept, are taken. */
async function fullHouse(places: Partial<Places>) {
  const doors = await openDoors()
  const { house } = doors
  const reservedUntil = places.reserved ? later(house.now(), 60 * minute) : null
  const seminar = await house.offer({
    slug: 'full',
    capacity: 2,
    places: { ...plainPlaces, waitingSize: 0, reservedUntil, ...places },
  })
  await house.enrollAndConfirm(seminar, 'first')
  if (!places.reserved) await house.enrollAndConfirm(seminar, 'second')
  const page = async () => (await doors.catalog.request('/seminars/full?lang=de')).text()
  const form = async () => doors.enroll.request('/seminars/full/enroll?lang=de')
  return { ...doors, seminar, page, form }
}

const wayIn = 'href="/seminars/full/enroll'

describe('a seminar in which nothing is free', () => {
  it('shows no form that could not be taken', async () => {
    const { page, form } = await fullHouse({})
    const html = await page()
    expect(html).toContain(`>${catalogText.de.seats.noList}<`)
    expect(html).not.toContain(wayIn)
    const shown = await form()
    expect([shown.status, (await shown.text()).includes(enrollText.de.refused.full.title)]).toEqual([
      409,
      true,
    ])
  })

  it('says that the waiting list is full, too', async () => {
    const { house, seminar, page, form } = await fullHouse({ waitingSize: 1 })
    expect(await page()).toContain(wayIn)
    await house.enrollAndConfirm(seminar, 'third')
    expect(await page()).toContain(catalogText.de.seats.closed)
    expect((await form()).status).toBe(409)
  })

  it('is open to people whose association has seats kept for it, until they are everybody’s', async () => {
    const { house, seminar, page, form } = await fullHouse(keptForHagen)
    const html = await page()
    expect(html).toContain(catalogText.de.seats.allButKept)
    expect(html).toContain(wayIn)
    expect((await form()).status).toBe(200)
    expect(await house.enroll(seminar, 'koeln', { associationId: 'org_koeln' })).toMatchObject({
      refusal: { code: 'full' },
    })
    expect(await house.enroll(seminar, 'hagen', { associationId: 'org_hagen' })).toMatchObject({
      ok: true,
      value: { standing: 'seat' },
    })
    expect(await house.enroll(seminar, 'late', { associationId: 'org_hagen' })).toMatchObject({
      refusal: { code: 'full' },
    })
    house.pass(61 * minute)
    expect(await page()).toContain(catalogText.de.seats.noList)
    expect((await form()).status).toBe(409)
  })
})
