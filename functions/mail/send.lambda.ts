import { now } from '../aws/clock.ts'
import { readConfig } from '../aws/config.ts'
import { streamHandler } from '../aws/handlers.ts'
import { openMailer } from '../aws/mailer.ts'
import { readSender } from '../aws/sender.ts'
import { openDatabase, openTable } from '../aws/table.ts'
import { readFile } from './file.table.ts'
import { mailIdAt } from './mail.table.ts'
import { send } from './send.ts'

const config = readConfig()
const table = openTable(openDatabase(config), config.tables)
const handOver = openMailer(config, {
  sender: () => readSender(table, config),
  readFile: (file) => readFile(table, file),
})

export const handler = streamHandler(async ({ dynamodb }) => {
  const { pk, sk } = dynamodb?.Keys ?? {}
  if (pk?.S && sk?.S) await send({ table, now, handOver }, mailIdAt({ pk: pk.S, sk: sk.S }))
})
