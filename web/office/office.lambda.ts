import { now } from '../../functions/aws/clock.ts'
import { readConfig } from '../../functions/aws/config.ts'
import { httpHandler, noteFault } from '../../functions/aws/handlers.ts'
import { rememberedHouseKey } from '../../functions/aws/house-key.ts'
import { openMeetings } from '../../functions/aws/meetings.ts'
import { openOpenId } from '../../functions/aws/openid.ts'
import { newId, newSecret } from '../../functions/aws/randomness.ts'
import { readSheetMaterial } from '../../functions/aws/sheet-material.ts'
import { openDatabase, openTable } from '../../functions/aws/table.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { readPictures } from '../../functions/programme/certificate-look.table.ts'
import { enterAsVisitor } from '../../functions/session/meeting/enter-room.ts'
import { everyProvider } from '../../functions/session/meeting/every-provider.ts'
import { officeDoor } from './office.door.tsx'

const config = readConfig()

const table = openTable(openDatabase(config), config.tables)
const { roomOrigin } = config
const meetings = openMeetings(config, table)
const roomKey = rememberedHouseKey(table, 'room')

/** Fonts and drawing are brought in when somebody asks for a sample, which is seldom: every page would wait for them. */
async function drawSheet(certificate: Certificate): Promise<Uint8Array> {
  const { drawSheet } = await import('../../functions/certificate/certificate.sheet.ts')
  const material = await readSheetMaterial(config)
  const pictures = await readPictures(table, certificate.look)
  return drawSheet(certificate, { material, origin: config.publicOrigin, pictures })
}

export const handler = httpHandler(
  officeDoor({
    table,
    now,
    newId,
    newSecret,
    origin: config.publicOrigin,
    openid: openOpenId(config),
    firstAdministrator: config.firstAdministrator,
    roomOrigin,
    meetings,
    providers: everyProvider,
    enterAsVisitor: enterAsVisitor({ roomOrigin, roomKey, meetings, providers: everyProvider }),
    drawSheet,
    // A Cognito user pool lets in only whom somebody added; the provider of one machine lets in everybody.
    addsStaffByHand: new URL(config.openid.issuer).hostname.startsWith('cognito-idp.'),
    noteFault,
  }),
)
