import type { Context, Hono } from 'hono'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { type KnownFiles, knownFiles } from '../../functions/certificate/certificate-file.table.ts'
import { standingOf } from '../../functions/certificate/standing.ts'
import { verify } from '../../functions/certificate/verify.ts'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { requestIdOf } from '../parts/request-id.ts'
import { inside, settingOf } from '../parts/setting.ts'
import { type LookUpWorld, tooManyLookUps } from './look-up-limit.ts'
import { GenuinePage, UnknownNumberPage, VerifyPage } from './verify-page.tsx'

/** What verifying needs: it can only read, and count how often it was asked. */
type VerifyWorld = DoorWorld &
  LookUpWorld & {
    table: ReadingTable & LookUpWorld['table']
    /** Whether the house's key signed what is stored. */
    isGenuine: (certificate: Certificate) => Promise<boolean>
    /** Draws the sheet as the personal page hands it out today. */
    drawSheet: (certificate: Certificate) => Promise<Uint8Array>
  }

/** Says whether a certificate is genuine, to whoever has its number. */
export function verifyDoor(world: VerifyWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/verify', (c) => askNumber(c, world))
  door.get('/verify/:number', (c) => showCertificate(c, world))
  return door
}

/**
 * People type lower case, spaces or no spaces, and the letters that numbers leave out because they look like figures.
 */
export function tidyNumber(typed: string): string {
  const letters = typed
    .slice(0, 60)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return letters.match(/.{1,4}/g)?.join('-') ?? ''
}

const settingFor = async (c: Context, { table }: VerifyWorld) =>
  settingOf(c, (await organisationShelf.read(table, null))?.facts ?? unnamedOrganisation)

async function askNumber(c: Context, world: VerifyWorld) {
  const setting = await settingFor(c, world)
  const typed = tidyNumber(c.req.query('number') ?? '')
  if (typed) return c.redirect(inside(setting, `/verify/${typed}`), 303)
  return c.html(<VerifyPage setting={setting} />)
}

async function showCertificate(c: Context, world: VerifyWorld) {
  const tooMany = await tooManyLookUps(c, world)
  if (tooMany) return tooMany
  const setting = await settingFor(c, world)
  const certificate = await verify(world, tidyNumber(c.req.param('number') ?? ''))
  if (!certificate) return c.html(<UnknownNumberPage setting={setting} />, 404)
  const standing = await standingOf(world.table, certificate.number)
  const files = standing.is === 'valid' ? await filesOf(c, world, certificate) : undefined
  return c.html(<GenuinePage {...{ setting, certificate, standing, files }} />)
}

/** A sheet that cannot be drawn again is a fault of ours, and no reason not to say that the certificate is genuine. */
const filesOf = (c: Context, world: VerifyWorld, certificate: Certificate): Promise<KnownFiles | undefined> =>
  knownFiles(world, certificate).catch((fault: unknown) => {
    world.noteFault(fault, requestIdOf(c))
    return undefined
  })
