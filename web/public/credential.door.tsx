import type { Context, Hono } from 'hono'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { credentialType } from '../../functions/certificate/credential/attached-credential.ts'
import { findCredential } from '../../functions/certificate/credential/credential.table.ts'
import { didDocument } from '../../functions/certificate/credential/did-document.ts'
import { jwkOf, type PublicHalves } from '../../functions/certificate/credential/public-keys.ts'
import { findSignedList } from '../../functions/certificate/credential/status.table.ts'
import { isStatusListName } from '../../functions/certificate/credential/status-list.ts'
import { standingOf } from '../../functions/certificate/standing.ts'
import { verify } from '../../functions/certificate/verify.ts'
import type { ReadingTable } from '../../functions/kernel/table.ts'
import { organisationShelf, unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { type DoorWorld, openDoor } from '../parts/door.ts'
import { answer } from '../parts/door-page.tsx'
import { settingOf } from '../parts/setting.ts'
import { type LookUpWorld, tooManyLookUps } from './look-up-limit.ts'
import { tidyNumber } from './verify.door.tsx'
import { UnknownNumberPage } from './verify-page.tsx'

type KeysWorld = DoorWorld & { table: ReadingTable; publicKeys: () => Promise<PublicHalves> }

/** What handing out credentials needs: it reads, and counts look-ups as the page of a number does. */
type CredentialWorld = DoorWorld &
  LookUpWorld & {
    table: ReadingTable & LookUpWorld['table']
    isGenuine: (certificate: Certificate) => Promise<boolean>
  }

/** A credential as a file, to whoever has the number of its certificate. */
export function credentialDoor(world: CredentialWorld): Hono {
  const door = openDoor(world, { personal: true })
  door.get('/verify/:number/credential.json', (c) => handOut(c, world, 'json'))
  door.get('/verify/:number/credential.jwt', (c) => handOut(c, world, 'jwt'))
  return door
}

/** What every program needs to verify credentials: the keys of the house, and its status lists. Nobody is named here. */
export function credentialKeysDoor(world: KeysWorld): Hono {
  const door = openDoor(world, { personal: false })
  door.get('/.well-known/did.json', async (c) =>
    published(c, await didDocument(world.origin, await world.publicKeys())),
  )
  door.get('/.well-known/jwks.json', async (c) => published(c, { keys: await jwksOf(world) }))
  door.get('/keys/:kid', async (c) => {
    const jwk = (await jwksOf(world)).find(({ kid }) => kid === c.req.param('kid'))
    return jwk ? published(c, jwk) : answer(c, 'not-found')
  })
  door.get('/status/:list', async (c) => {
    const list = c.req.param('list')
    const signed = isStatusListName(list) && (await findSignedList(world.table, list))
    return signed ? published(c, signed.json, credentialType) : answer(c, 'not-found')
  })
  return door
}

const jwksOf = async ({ publicKeys }: KeysWorld) => Promise.all((await publicKeys()).certificates.map(jwkOf))

/** Programs in pages of other houses may read it too. */
function forPrograms(c: Context, type: string): void {
  c.header('content-type', type)
  c.header('access-control-allow-origin', '*')
  c.header('cross-origin-resource-policy', 'cross-origin')
}

/** Kept for five minutes: as long as it may take until a revocation is known everywhere. */
function published(c: Context, document: object | string, type = 'application/json'): Response {
  forPrograms(c, type)
  c.header('cache-control', 'public, max-age=300')
  return c.body(typeof document === 'string' ? document : JSON.stringify(document))
}

/** How each writing is called among media types (W3C VC 2.0, 6.1; Securing VCs using JOSE and COSE, 6.1). */
const typeOf = { json: credentialType, jwt: 'application/vc+jwt' } as const

/** Only while the certificate holds: a name that was corrected is not handed out any more. */
async function handOut(c: Context, world: CredentialWorld, writing: 'json' | 'jwt') {
  const { table } = world
  const tooMany = await tooManyLookUps(c, world)
  if (tooMany) return tooMany
  const certificate = await verify(world, tidyNumber(c.req.param('number') ?? ''))
  if (!certificate) {
    const organisation = (await organisationShelf.read(table, null))?.facts ?? unnamedOrganisation
    return c.html(<UnknownNumberPage setting={settingOf(c, organisation)} />, 404)
  }
  const { number } = certificate
  const standing = await standingOf(table, number)
  const credential = standing.is === 'valid' ? await findCredential(table, number) : undefined
  if (!credential) return answer(c, 'not-found')
  forPrograms(c, typeOf[writing])
  c.header('content-disposition', `attachment; filename="${number}.${writing}"`)
  return c.body(credential[writing])
}
