import { now } from '../aws/clock.ts'
import { readConfig } from '../aws/config.ts'
import { topicHandler } from '../aws/handlers.ts'
import { openDatabase, openTable } from '../aws/table.ts'
import { readDeliveryMessage } from './delivery-message.ts'
import { noteDelivery } from './note-delivery.ts'

const config = readConfig()
const table = openTable(openDatabase(config), config.tables)

export const handler = topicHandler(async (message) => {
  const event = readDeliveryMessage(message)
  if (event) await noteDelivery({ table, now: now() }, event)
})
