import { roomReportDoor } from '../../web/public/room-report.door.ts'
import { readConfig } from '../aws/config.ts'
import { httpHandler, noteFault } from '../aws/handlers.ts'
import { rememberedHouseKey } from '../aws/house-key.ts'
import { openDatabase, openTable } from '../aws/table.ts'

const config = readConfig()
const table = openTable(openDatabase(config), config.tables)

export const handler = httpHandler(
  roomReportDoor({ table, roomKey: rememberedHouseKey(table, 'room'), noteFault }),
)
