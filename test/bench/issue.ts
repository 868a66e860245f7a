import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { recordByHand } from '../../functions/attendance/record.ts'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import { drawSheet } from '../../functions/certificate/certificate.sheet.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import type { IssueWorld } from '../../functions/certificate/give.ts'
import { missingOnSheet } from '../../functions/certificate/glyph-coverage.sheet.ts'
import { issueCertificates } from '../../functions/certificate/issue.ts'
import { issueInLanes } from '../../functions/certificate/issue-in-lanes.ts'
import { countRegister } from '../../functions/certificate/register.table.ts'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import { createTables, localTableNames, startDatabase } from '../../infra/local/database.ts'
import { aCertificate } from '../world/certificate.ts'
import { openHouse, origin } from '../world/house.ts'
import { sheetMaterial as material } from '../world/sheet-material.ts'
import { signer, variedSecrets } from '../world/working-house.ts'

const lanes = [0, 1, 2, 3].map((lane) => `lane-${lane}`)
const draw = (certificate: Certificate) => drawSheet(certificate, { material, origin })

export type IssueFigures = {
  oneLane: number
  fourLanes: number
  drawn: number
  barePuts: number
  runs: number
}

/**
 * Certificates issued in one second on the embedded engine, with the real sheet, in one lane and in four side by side;
 * beside drawing alone, and beside bare PutItem of as many bytes one after the other.
 */
export async function measureIssuing(people: number): Promise<IssueFigures> {
  const engine = await startDatabase({ engine: 'embedded', file: null })
  try {
    const endpoints = { dynamodb: engine.endpoint, ses: '', kms: '', ssm: '' }
    const client = openDatabase({ region: 'eu-central-1', endpoints })
    await createTables(client, localTableNames)
    const house = openHouse(openTable(client, localTableNames))
    const [one, four] = [
      await closedSeminar(house, 'one', people),
      await closedSeminar(house, 'four', people),
    ]
    const { table } = house
    const world: IssueWorld = {
      ...{ table, now: house.now(), newSecret: variedSecrets(), origin, sign: signer.sign, drawSheet: draw },
      missingLetters: (certificate) => missingOnSheet(certificate, { material, origin }),
    }
    let runs = 0
    const toTheEnd = async (run: () => Promise<{ more: boolean }>) => {
      do runs++
      while ((await run()).more)
    }
    const bytes = Buffer.from(await draw(aCertificate())).toString('base64')
    const item = (i: number) => ({ pk: { S: 'bare' }, sk: { S: String(i) }, facts: { S: bytes } })
    const put = (i: number) =>
      client.send(new PutItemCommand({ TableName: localTableNames.people, Item: item(i) }))
    const drawn = await perSecond(60, (i) => draw(aCertificate({ serial: i })))
    const barePuts = await perSecond(200, put)
    const oneLane = await rate(people, () => toTheEnd(() => issueCertificates(world, one)))
    runs = 0
    const inLane = (lane: string) => toTheEnd(() => issueInLanes(world, { seminarId: four, lane }))
    const fourLanes = await rate(people, () => Promise.all(lanes.map(inLane)))
    const given = await countRegister(table, '2026')
    if (given !== 2 * people) throw new Error(`${given} certificates for twice ${people} people`)
    client.destroy()
    return { oneLane, fourLanes, drawn, barePuts, runs }
  } finally {
    await engine.stop()
  }
}

async function closedSeminar(house: ReturnType<typeof openHouse>, slug: string, people: number) {
  house.moveTo('2026-03-02T09:00:00.000Z')
  const seminar = await house.offer({ slug, capacity: people })
  await house.enrollAndConfirm(seminar, slug)
  const first = await house.enrollment(seminar, slug)
  for (let i = 1; i <= people; i++) {
    const id = `${slug}-${String(i).padStart(9, '0')}`
    const changes = { id, email: `${id}@verein.example`, firstName: `Kişi ${i}`, number: i + 1, links: [] }
    const name = { seminarId: seminar.id, enrollmentId: id }
    await house.table.commit([enrollmentShelf.create(name, { ...first, ...changes })])
    for (const { id: sessionId } of seminar.sessions)
      await recordByHand(house.world(), { sessionId, enrollmentId: id, minutes: 120, by: 'k' })
  }
  house.moveTo('2026-03-31T18:00:00.000Z')
  await completeSeminar(house.world(), seminar.id)
  return seminar.id
}

async function rate(times: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (times * 1_000) / (performance.now() - began)
}

const perSecond = (times: number, work: (i: number) => Promise<unknown>): Promise<number> =>
  rate(times, async () => {
    for (let i = 0; i < times; i++) await work(i)
  })
