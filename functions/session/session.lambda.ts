import { joinDoor } from '../../web/public/join.door.tsx'
import { now } from '../aws/clock.ts'
import { readConfig } from '../aws/config.ts'
import { httpHandler, noteFault } from '../aws/handlers.ts'
import { rememberedHouseKey } from '../aws/house-key.ts'
import { openMeetings } from '../aws/meetings.ts'
import { newId } from '../aws/randomness.ts'
import { openDatabase, openTable } from '../aws/table.ts'
import { enterRoom } from './meeting/enter-room.ts'
import { everyProvider } from './meeting/every-provider.ts'

const config = readConfig()
const table = openTable(openDatabase(config), config.tables)

export const handler = httpHandler(
  joinDoor({
    table,
    now,
    newId,
    origin: config.publicOrigin,
    roomOrigin: config.roomOrigin,
    enterRoom: enterRoom({
      roomOrigin: config.roomOrigin,
      roomKey: rememberedHouseKey(table, 'room'),
      meetings: openMeetings(config, table),
      providers: everyProvider,
    }),
    noteFault,
  }),
)
