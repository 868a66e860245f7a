import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId, newSecret } from '../../functions/aws/randomness.ts'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import { type Enrollment, enrollmentIdFor } from '../../functions/enrollment/enrollment.ts'
import { freshLink, readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import { seminarIdOfForm } from '../../functions/seminar/save-seminar.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import { openHouse } from '../world/house.ts'
import { openMemoryTable } from '../world/memory-table.ts'
import { aSeminar } from '../world/seminar.ts'

/** A table in which one person is enrolled in a seminar of that id, and the links they were sent. */
async function mailedLinks(seminarId: string, mailbox: string) {
  const house = openHouse()
  const offered = await house.offer()
  await house.enroll(offered, 'ayse')
  const table = openMemoryTable()
  const enrollmentId = await enrollmentIdFor(seminarId, mailbox)
  const my = await freshLink(newSecret, { seminarId, id: enrollmentId }, 'my')
  const join = await freshLink(newSecret, { seminarId, id: enrollmentId }, 'join', 'ses_first')
  const enrollment: Enrollment = {
    ...(await house.enrollment(offered, 'ayse')),
    id: enrollmentId,
    seminarId,
    links: [my.link, join.link],
  }
  await table.commit([
    seminarShelf.create(seminarId, aSeminar({ id: seminarId })),
    enrollmentShelf.create({ seminarId, enrollmentId }, enrollment),
  ])
  return { table, my: my.token, join: join.token, enrollmentId }
}

describe('a personal link', () => {
  test.each<[string, (word: string) => string | Promise<string>]>([
    ['drew its id', () => newId('sem')],
    ['has the id of the form that planned it', seminarIdOfForm],
  ])('leads back to its place, also where the seminar %s', async (_, idOf) => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.emailAddress(), async (word, mailbox) => {
        const { table, my, join, enrollmentId } = await mailedLinks(await idOf(word), mailbox)
        expect((await readPersonalLink(table, my, 'my'))?.enrollment.facts.id).toBe(enrollmentId)
        expect((await readPersonalLink(table, join, 'join'))?.sessionId).toBe('ses_first')
        expect(await readPersonalLink(table, my, 'join')).toBeUndefined()
        expect(await readPersonalLink(table, join, 'my')).toBeUndefined()
      }),
      { numRuns: 40 },
    )
  })
})
