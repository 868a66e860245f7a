import type { Context, DynamoDBStreamEvent, ScheduledEvent } from 'aws-lambda'
import { now, sleep } from '../aws/clock.ts'
import { readConfig } from '../aws/config.ts'
import { scheduleHandler, streamHandler } from '../aws/handlers.ts'
import { rememberedHouseKey } from '../aws/house-key.ts'
import { log } from '../aws/log.ts'
import { openMailer } from '../aws/mailer.ts'
import { openMeetings } from '../aws/meetings.ts'
import { newSecret } from '../aws/randomness.ts'
import { openSendRate } from '../aws/send-rate.ts'
import { readSender } from '../aws/sender.ts'
import { openSes } from '../aws/ses.ts'
import { readSheetMaterial } from '../aws/sheet-material.ts'
import { openSigner } from '../aws/signer.ts'
import { openDatabase, openTable } from '../aws/table.ts'
import type { Certificate, CertificateContent } from '../certificate/certificate.ts'
import type { Credential } from '../certificate/credential/credential.ts'
import { drawCertificate } from '../certificate/sheet/draw-certificate.ts'
import { missingOnSheet } from '../certificate/sheet/glyph-coverage.sheet.ts'
import { readFile } from '../mail/file.table.ts'
import { openPace, sendsForMilliseconds } from '../mail/pace.ts'
import { send } from '../mail/send.ts'
import { closeRoomWith } from '../session/meeting/close-room.ts'
import { everyProvider } from '../session/meeting/every-provider.ts'
import { runDue, runWork } from './run-due.ts'
import { tasksOf } from './tasks.ts'

const config = readConfig()
const table = openTable(openDatabase(config), config.tables)
const signer = openSigner(config)
const material = await readSheetMaterial(config)
const ses = openSes(config)
const handOver = openMailer(ses, config, {
  sender: () => readSender(table, config),
  readFile: (file) => readFile(table, file),
})
const takeTurn = openPace({ table, now, sleep, mostPerSecond: openSendRate(ses, now), patience: 1_500 })
const meetings = openMeetings(config, table)
/** Reading dictionaries takes long to load, and in most minutes no certificate is issued. */
const credentials = () => import('../certificate/credential/issue-credential.ts')
const statusLists = () => import('../certificate/credential/publish-status-list.ts')
const credentialWorld = () => ({ table, signer, origin: config.publicOrigin, now: now() })

const world = {
  table,
  now,
  tasks: tasksOf({
    table,
    now,
    newSecret,
    origin: config.publicOrigin,
    meetings,
    providers: everyProvider,
    closeRoom: closeRoomWith({
      world: meetings,
      providers: everyProvider,
      roomOrigin: config.roomOrigin,
      roomKey: rememberedHouseKey(table, 'room'),
    }),
    sign: signer.sign,
    makeCredential: async (certificate: Certificate) =>
      (await credentials()).issueCredential(credentialWorld(), certificate),
    signStatusList: async (list: string) => (await statusLists()).publishStatusList(credentialWorld(), list),
    missingLetters: (certificate: CertificateContent) =>
      missingOnSheet(certificate, { material, origin: config.publicOrigin }),
    drawSheet: (certificate: Certificate, fresh?: Credential) =>
      drawCertificate({ table, material, origin: config.publicOrigin }, certificate, fresh),
  }),
  // Less than a minute, so that the mails of one run are behind it when the next begins.
  mailsTake: sendsForMilliseconds,
  sendMail: (mailId: string) => send({ table, now, handOver, takeTurn }, mailId),
}

/** Every minute: whatever has fallen due. */
const everyMinute = scheduleHandler(async () => {
  const { done, faults } = await runDue(world)
  for (const { name, fault } of faults) log.fault(fault, { task: name })
  if (done.length > 0) log.info('due work done', { done: done.length, faults: faults.length })
})

/** From the outbox's stream: work that is due the moment it is written, because somebody pressed a button. */
const asWritten = streamHandler(async ({ dynamodb }) => {
  const { pk, sk } = dynamodb?.Keys ?? {}
  if (pk?.S && sk?.S) await runWork(world, { table: 'outbox', pk: pk.S, sk: sk.S })
})

export const handler = (event: DynamoDBStreamEvent | ScheduledEvent, context: Context) =>
  'Records' in event ? asWritten(event, context) : everyMinute(event, context)
