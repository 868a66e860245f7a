import { expect, test } from 'vitest'
import { certificateNoteShelf } from '../../functions/certificate/certificate.table.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { countRegister, listRegister } from '../../functions/certificate/register.table.ts'
import { standingOf } from '../../functions/certificate/standing.ts'
import { listEnrollments } from '../../functions/enrollment/enrollment.table.ts'
import { playIssuing } from './issue-run.ts'
import { nothingReached, type Reached } from './mishaps.ts'

const runs = Math.ceil(Number(process.env.SIMULATION_RUNS ?? 100) / 25)
const people = Number(process.env.SIMULATION_PEOPLE ?? 110)

type Played = Awaited<ReturnType<typeof playIssuing>>

test(`everybody has one certificate in whatever times it was issued (${runs} runs of ${people} people)`, async () => {
  const reached = nothingReached()
  for (let seed = 1; seed <= runs; seed++) {
    const played = await playIssuing({ people, seed }).catch((fault) => {
      throw new Error(`seed ${seed}`, { cause: fault })
    })
    await checkPromises(played, `seed ${seed}`)
    for (const what of Object.keys(reached) as (keyof Reached)[]) reached[what] += played.reached[what]
  }
  console.log('Issuing in bad times reached', reached)
  for (const [what, times] of Object.entries(reached))
    expect(times, `never reached: ${what}`).toBeGreaterThan(0)
}, 300_000)

async function checkPromises({ house, seminar, ids }: Played, seed: string) {
  const everything = house.table.everything()
  const certificates = everything.flatMap(({ kind, facts }) =>
    kind === 'certificate' ? [facts as Certificate] : [],
  )
  const wanted = new Set(ids)
  const persons = (await listEnrollments(house.table, seminar.id))
    .map(({ facts }) => facts)
    .filter(({ id }) => wanted.has(id))

  for (const person of persons) {
    const of = `${seed}, ${person.id}`
    const own = certificates.filter(({ enrollmentId }) => enrollmentId === person.id)
    if (person.state !== 'confirmed') {
      expect(own, of).toEqual([])
      continue
    }
    const note = await certificateNoteShelf.read(house.table, {
      seminarId: seminar.id,
      enrollmentId: person.id,
    })
    // The last holds, or was revoked; what it replaced holds no longer.
    expect(own.map(({ number }) => number).sort(), of).toEqual(
      [...(note?.facts.former ?? []), note?.facts.number].sort(),
    )
    const standings = await Promise.all(own.map(({ number }) => standingOf(house.table, number)))
    const last = own.findIndex(({ number }) => number === note?.facts.number)
    expect(
      standings.filter((standing, i) => i !== last && standing.is === 'valid'),
      of,
    ).toEqual([])
    expect(standings[last]?.is, of).not.toBe('replaced')
  }
  // Whoever was not there has none.
  expect(
    certificates.filter(({ enrollmentId }) => !wanted.has(enrollmentId)),
    seed,
  ).toEqual([])

  const register = await listRegister(house.table, '2026')
  expect(
    register.map(({ serial }) => serial),
    seed,
  ).toEqual(register.map((_, i) => i + 1))
  expect(await countRegister(house.table, '2026'), seed).toBe(register.length)
  const mails = (await house.mails()).filter(({ cause }) => cause === 'certificate')
  for (const { number, serial, enrollmentId } of certificates) {
    expect(register[(serial ?? 0) - 1], seed).toMatchObject({ number, serial, enrollmentId })
    // One letter carries each.
    const carrying = (some: unknown) => JSON.stringify(some).includes(`/verify/${number}`)
    expect(mails.filter(carrying).length, `${seed}, ${number}`).toBe(1)
    expect(house.post.arrived.filter(carrying).length, `${seed}, ${number}`).toBeGreaterThan(0)
  }
}
