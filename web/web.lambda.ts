import { now } from '../functions/aws/clock.ts'
import { readConfig } from '../functions/aws/config.ts'
import { readFiles } from '../functions/aws/files.ts'
import { httpHandler, noteFault } from '../functions/aws/handlers.ts'
import { openDatabase, openTable } from '../functions/aws/table.ts'
import { catalogDoor } from './public/catalog.door.tsx'

const config = readConfig()

export const handler = httpHandler(
  catalogDoor({
    table: openTable(openDatabase(config), config.tables),
    now,
    origin: config.publicOrigin,
    files: await readFiles(config, [
      'style.css',
      'countdown.js',
      'check.js',
      'verify-file.js',
      'collect.js',
      'icon.svg',
    ]),
    noteFault,
  }),
)
