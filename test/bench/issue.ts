import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { byHandWrite } from '../../functions/attendance/record.ts'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import type { Credential } from '../../functions/certificate/credential/credential.ts'
import { issueCredential } from '../../functions/certificate/credential/issue-credential.ts'
import { issueInLanes } from '../../functions/certificate/issue-in-lanes.ts'
import { listIssued } from '../../functions/certificate/list-issued.ts'
import { listRegister } from '../../functions/certificate/register.table.ts'
import { drawCertificate } from '../../functions/certificate/sheet/draw-certificate.ts'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { createTables, localTableNames, startDatabase } from '../../infra/local/database.ts'
import { openHouse, origin } from '../world/house.ts'
import { sheetMaterial as material } from '../world/sheet-material.ts'
import { credentialSigner, missingLetters, signer, variedSecrets } from '../world/working-house.ts'

export type IssueFigures = {
  people: number
  /** Runs of one hundred people at most, over four lanes. */
  runs: number
  perSecond: number
  /** The same bytes as one bare item each. */
  barePutsPerSecond: number
  ratio: number
  /** Certificates that hold, and places of the register that are wrong. */
  issued: number
  wrongPlaces: number
}

/** Everybody of a large seminar gets the certificate, with sheet, credential, register and mail, on the embedded engine. */
export async function measureIssue(people: number): Promise<IssueFigures> {
  const engine = await startDatabase({ engine: 'embedded', file: null })
  try {
    const client = openDatabase({
      region: 'eu-central-1',
      endpoints: { dynamodb: engine.endpoint, ses: '', kms: '', ssm: '' },
    })
    await createTables(client, localTableNames)
    const table = openTable(client, localTableNames)
    const { house, seminar } = await seatPeople(table, people)
    const begin = performance.now()
    const runs = await issueAll(house, table, seminar)
    const perSecond = (people * 1_000) / (performance.now() - begin)
    const beginBare = performance.now()
    for (let i = 0; i < people; i++)
      await client.send(
        new PutItemCommand({
          TableName: localTableNames.people,
          Item: { pk: { S: 'bare' }, sk: { S: String(i) }, facts: { S: 'x'.repeat(60_000) } },
        }),
      )
    const barePutsPerSecond = (people * 1_000) / (performance.now() - beginBare)
    const places = (await listRegister(table, '2026')).map(({ serial }) => serial)
    const issued = new Set((await listIssued(table, seminar.id)).map(({ enrollmentId }) => enrollmentId)).size
    client.destroy()
    return {
      ...{ people, runs, perSecond, barePutsPerSecond, ratio: perSecond / barePutsPerSecond, issued },
      wrongPlaces: places.filter((serial, i) => serial !== i + 1).length + Math.abs(places.length - people),
    }
  } finally {
    await engine.stop()
  }
}

async function seatPeople(table: Table, people: number) {
  const house = openHouse(table)
  const seminar = await house.offer({ capacity: people })
  await house.enrollAndConfirm(seminar, 'first')
  const first = await house.enrollment(seminar, 'first')
  // Enrolling has a bench of its own; here they are stored as enrolling leaves them.
  for (let i = 0; i < people; i++) {
    const id = i === 0 ? first.id : `person-${String(i).padStart(9, '0')}`
    const person = { ...first, id, email: `p${i}@verein.example`, firstName: `Gülşen ${i}`, links: [] }
    await table.commit([
      ...(i === 0 ? [] : [enrollmentShelf.create({ seminarId: seminar.id, enrollmentId: id }, person)]),
      ...seminar.sessions.map((session) =>
        byHandWrite(house.world(), { sessionId: session.id, enrollmentId: id, minutes: 120, by: 'k' }),
      ),
    ])
  }
  house.moveTo('2026-03-31T18:00:00.000Z')
  await completeSeminar(house.world(), seminar.id)
  return { house, seminar }
}

/** Four lanes side by side in one process, as four functions would do it each in its own. */
async function issueAll(
  house: ReturnType<typeof openHouse>,
  table: Table,
  { id: seminarId }: Seminar,
): Promise<number> {
  const world = {
    ...{
      table,
      now: house.now(),
      newSecret: variedSecrets(1),
      origin,
      sign: signer.sign,
      missingLetters,
    },
    makeCredential: (certificate: Certificate) =>
      issueCredential({ table, signer: credentialSigner, origin, now: house.now() }, certificate),
    drawSheet: (certificate: Certificate, fresh?: Credential) =>
      drawCertificate({ table, material, origin }, certificate, fresh),
  }
  let runs = 1
  const { more } = await issueInLanes(world, { seminarId, lane: '' })
  if (more) throw new Error('the lanes could not be opened')
  await Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      for (let again = true; again; runs++)
        again = (await issueInLanes(world, { seminarId, lane: `lane-${lane}` })).more
    }),
  )
  return runs
}
