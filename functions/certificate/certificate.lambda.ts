import { combineDoors } from '../../web/parts/door.ts'
import { certificateFileDoor } from '../../web/public/certificate-file.door.tsx'
import { credentialDoor, credentialKeysDoor } from '../../web/public/credential.door.tsx'
import { verifyDoor } from '../../web/public/verify.door.tsx'
import { now } from '../aws/clock.ts'
import { readConfig } from '../aws/config.ts'
import { httpHandler, noteFault } from '../aws/handlers.ts'
import { readSheetFonts } from '../aws/sheet-fonts.ts'
import { openSigner } from '../aws/signer.ts'
import { openDatabase, openTable } from '../aws/table.ts'
import { drawSheet } from './certificate.sheet.ts'
import { type Certificate, signedText } from './certificate.ts'

const config = readConfig()
const signer = openSigner(config)
const fonts = await readSheetFonts(config)
const world = {
  table: openTable(openDatabase(config), config.tables),
  now,
  origin: config.publicOrigin,
  isGenuine: ({ signature, ...content }: Certificate) => signer.isSigned(signedText(content), signature),
  drawSheet: (certificate: Certificate) => drawSheet(certificate, { fonts, origin: config.publicOrigin }),
  publicKeys: signer.publicKeys,
  noteFault,
}

const doors = [verifyDoor, certificateFileDoor, credentialDoor, credentialKeysDoor]
export const handler = httpHandler(
  combineDoors(
    world,
    doors.map((open) => open(world)),
  ),
)
