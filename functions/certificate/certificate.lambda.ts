import { combineDoors } from '../../web/parts/door.ts'
import { certificateFileDoor } from '../../web/public/certificate-file.door.tsx'
import { credentialDoor, credentialKeysDoor } from '../../web/public/credential.door.tsx'
import { verifyDoor } from '../../web/public/verify.door.tsx'
import { now } from '../aws/clock.ts'
import { readConfig } from '../aws/config.ts'
import { httpHandler, noteFault } from '../aws/handlers.ts'
import { rememberedHouseKey } from '../aws/house-key.ts'
import { readSheetMaterial } from '../aws/sheet-material.ts'
import { openSigner } from '../aws/signer.ts'
import { openDatabase, openTable } from '../aws/table.ts'
import { type Certificate, signedText } from './certificate.ts'
import { drawCertificate } from './sheet/draw-certificate.ts'

const config = readConfig()
const signer = openSigner(config)
const material = await readSheetMaterial(config)
const table = openTable(openDatabase(config), config.tables)
const world = {
  table,
  now,
  origin: config.publicOrigin,
  sealKey: rememberedHouseKey(table, 'lookup'),
  isGenuine: ({ signature, ...content }: Certificate) => signer.isSigned(signedText(content), signature),
  drawSheet: (certificate: Certificate) =>
    drawCertificate({ table, material, origin: config.publicOrigin }, certificate),
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
