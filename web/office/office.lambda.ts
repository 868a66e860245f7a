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
import { enterAsVisitor } from '../../functions/session/meeting/enter-room.ts'
import { everyProvider } from '../../functions/session/meeting/every-provider.ts'
import { officeDoor } from './office.door.tsx'

const config = readConfig()

const table = openTable(openDatabase(config), config.tables)
const { roomOrigin } = config
const meetings = openMeetings(config, table)
const roomKey = rememberedHouseKey(table, 'room')

/** Fonts and drawing are brought in when somebody asks for a sheet, which is seldom: every page would wait for them. */
let material: ReturnType<typeof readSheetMaterial> | undefined

async function drawSheet(certificate: Certificate): Promise<Uint8Array> {
  const { drawCertificate } = await import('../../functions/certificate/sheet/draw-certificate.ts')
  material ??= readSheetMaterial(config)
  return drawCertificate({ table, material: await material, origin: config.publicOrigin }, certificate)
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
