import { now, sleep } from '../aws/clock.ts'
import { readConfig } from '../aws/config.ts'
import { streamHandler } from '../aws/handlers.ts'
import { openMailer } from '../aws/mailer.ts'
import { openSendRate } from '../aws/send-rate.ts'
import { readSender } from '../aws/sender.ts'
import { openSes } from '../aws/ses.ts'
import { openDatabase, openTable } from '../aws/table.ts'
import { readFile } from './file.table.ts'
import { mailIdAt } from './mail.table.ts'
import { openPace } from './pace.ts'
import { send } from './send.ts'

const config = readConfig()
const table = openTable(openDatabase(config), config.tables)
const ses = openSes(config)
const handOver = openMailer(ses, config, {
  sender: () => readSender(table, config),
  readFile: (file) => readFile(table, file),
})
// Three mails of a batch may each wait for the provider for 18 seconds, so little is left to wait for a turn; what gets
// none is left to the clock.
const takeTurn = openPace({ table, now, sleep, mostPerSecond: openSendRate(ses, now), patience: 1_000 })

export const handler = streamHandler(async ({ dynamodb }) => {
  const { pk, sk } = dynamodb?.Keys ?? {}
  if (pk?.S && sk?.S) await send({ table, now, handOver, takeTurn }, mailIdAt({ pk: pk.S, sk: sk.S }))
})
