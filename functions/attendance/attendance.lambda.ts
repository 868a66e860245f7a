import { Hono } from 'hono'
import { bigBlueButtonReportDoor } from '../../web/public/bigbluebutton-report.door.ts'
import { roomReportDoor } from '../../web/public/room-report.door.ts'
import { zoomNoticeDoor } from '../../web/public/zoom-notice.door.ts'
import { now } from '../aws/clock.ts'
import { readConfig } from '../aws/config.ts'
import { httpHandler, noteFault } from '../aws/handlers.ts'
import { rememberedHouseKey } from '../aws/house-key.ts'
import { openSecrets } from '../aws/secrets.ts'
import { openDatabase, openTable } from '../aws/table.ts'

const config = readConfig()
const table = openTable(openDatabase(config), config.tables)
const secrets = openSecrets(config)

// The door of the larger reports first: each door's limits stand before whatever comes after it.
const door = new Hono()
  .route('/', bigBlueButtonReportDoor({ table, now, secrets, noteFault }))
  .route('/', zoomNoticeDoor({ table, now, secrets, noteFault }))
  .route('/', roomReportDoor({ table, roomKey: rememberedHouseKey(table, 'room'), noteFault }))

export const handler = httpHandler(door)
