import { combineDoors } from '../../web/parts/door.ts'
import { calendarDoor } from '../../web/public/calendar.door.tsx'
import { enrollDoor } from '../../web/public/enroll.door.tsx'
import { feedDoor } from '../../web/public/feed.door.tsx'
import { findDoor } from '../../web/public/find.door.tsx'
import { groupDoor } from '../../web/public/group.door.tsx'
import { myDoor } from '../../web/public/my.door.tsx'
import { myMoreDoor } from '../../web/public/my-more.door.tsx'
import { myNameDoor } from '../../web/public/my-name.door.tsx'
import { myQuestionsDoor } from '../../web/public/my-questions.door.tsx'
import { overviewDoor } from '../../web/public/overview.door.tsx'
import { statisticsDoor } from '../../web/public/statistics.door.tsx'
import { now } from '../aws/clock.ts'
import { readConfig } from '../aws/config.ts'
import { httpHandler, noteFault } from '../aws/handlers.ts'
import { rememberedHouseKey } from '../aws/house-key.ts'
import { newSecret } from '../aws/randomness.ts'
import { openDatabase, openTable } from '../aws/table.ts'

const config = readConfig()
const table = openTable(openDatabase(config), config.tables)
const world = {
  table,
  now,
  newSecret,
  origin: config.publicOrigin,
  roomOrigin: config.roomOrigin,
  sealKey: rememberedHouseKey(table, 'form'),
  noteFault,
}

export const handler = httpHandler(
  combineDoors(world, [
    enrollDoor(world),
    groupDoor(world),
    statisticsDoor(world),
    myDoor(world),
    myQuestionsDoor(world),
    myMoreDoor(world),
    myNameDoor(world),
    findDoor(world),
    overviewDoor(world),
    feedDoor(world),
    calendarDoor(world),
  ]),
)
