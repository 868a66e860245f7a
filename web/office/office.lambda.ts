import { now } from '../../functions/aws/clock.ts'
import { readConfig } from '../../functions/aws/config.ts'
import { httpHandler, noteFault } from '../../functions/aws/handlers.ts'
import { openOpenId } from '../../functions/aws/openid.ts'
import { newId, newSecret } from '../../functions/aws/randomness.ts'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import { officeDoor } from './office.door.tsx'

const config = readConfig()

export const handler = httpHandler(
  officeDoor({
    table: openTable(openDatabase(config), config.tables),
    now,
    newId,
    newSecret,
    origin: config.publicOrigin,
    openid: openOpenId(config),
    firstAdministrator: config.firstAdministrator,
    hasRoom: config.roomOrigin !== '',
    // A Cognito user pool lets in only whom somebody added; the provider of one machine lets in everybody.
    addsStaffByHand: new URL(config.openid.issuer).hostname.startsWith('cognito-idp.'),
    noteFault,
  }),
)
