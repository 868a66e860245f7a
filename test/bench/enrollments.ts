import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { createTables, localTableNames, startDatabase } from '../../infra/local/database.ts'
import { openHouse } from '../world/house.ts'

/** How many people enroll, and how many of them at the same time. */
const people = 600
const atOnce = 16

export type EnrollmentFigures = { perSecond: number; barePutsPerSecond: number; ratio: number }

/** Enrollments a second on the embedded engine beside bare PutItem of an item of the same size, in one run. */
export async function measureEnrollments(): Promise<EnrollmentFigures> {
  const engine = await startDatabase({ engine: 'embedded', file: null })
  try {
    const client = openDatabase({
      region: 'eu-central-1',
      endpoints: { dynamodb: engine.endpoint, ses: '', kms: '', ssm: '' },
    })
    await createTables(client, localTableNames)
    const table: Table = openTable(client, localTableNames)
    const house = openHouse(table)
    const seminar = await house.offer({ capacity: 300 })
    const barePut = (i: number) =>
      client.send(
        new PutItemCommand({
          TableName: localTableNames.people,
          Item: { pk: { S: `bare#${i}` }, sk: { S: 'bare' }, facts: { S: 'x'.repeat(700) } },
        }),
      )
    await perSecond(50, barePut)
    const bare = await perSecond(people, barePut)
    const enrolled = await perSecond(people, async (i) => {
      const answer = await house.enroll(seminar, `person${i}`)
      if (!answer.ok) throw new Error(answer.refusal.code)
    })
    const { seats, waiting } = await house.standing(seminar)
    if (seats.length !== 300 || seats.length + waiting.length !== people)
      throw new Error(`the figures do not count: ${seats.length} seats, ${waiting.length} waiting`)
    client.destroy()
    return { perSecond: enrolled, barePutsPerSecond: bare, ratio: enrolled / bare }
  } finally {
    await engine.stop()
  }
}

/** Runs a deed so often, a few at a time, and says how many were done in a second. */
async function perSecond(times: number, deed: (i: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const worker = async () => {
    while (next < times) await deed(next++)
  }
  const before = performance.now()
  await Promise.all(Array.from({ length: atOnce }, worker))
  return (times * 1_000) / (performance.now() - before)
}
