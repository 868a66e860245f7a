import { myDataDoor } from '../../web/public/my-data.door.tsx'
import { now } from '../aws/clock.ts'
import { readConfig } from '../aws/config.ts'
import { httpHandler, noteFault } from '../aws/handlers.ts'
import { rememberedHouseKey } from '../aws/house-key.ts'
import { newSecret } from '../aws/randomness.ts'
import { openDatabase, openTable } from '../aws/table.ts'

const config = readConfig()
const table = openTable(openDatabase(config), config.tables)

export const handler = httpHandler(
  myDataDoor({
    table,
    now,
    newSecret,
    origin: config.publicOrigin,
    sealKey: rememberedHouseKey(table, 'form'),
    noteFault,
  }),
)
