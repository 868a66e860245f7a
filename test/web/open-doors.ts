import { readFileSync } from 'node:fs'
import { certificateNoteShelf, certificateShelf } from '../../functions/certificate/certificate.table.ts'
import type { Certificate } from '../../functions/certificate/certificate.ts'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import type { Enrollment } from '../../functions/enrollment/enrollment.ts'
import { mailboxKey, overviewShelf } from '../../functions/enrollment/link/mailbox.table.ts'
import { freshLink } from '../../functions/enrollment/link/personal-link.ts'
import { fingerprint } from '../../functions/kernel/secret.ts'
import { day, type Instant, later } from '../../functions/kernel/time.ts'
import { associationShelf, organisationShelf, phaseShelf } from '../../functions/programme/programme.table.ts'
import type { Organisation, Phase } from '../../functions/programme/programme.ts'
import { calendarDoor } from '../../web/public/calendar.door.tsx'
import { catalogDoor } from '../../web/public/catalog.door.tsx'
import { certificateFileDoor } from '../../web/public/certificate-file.door.tsx'
import { credentialDoor, credentialKeysDoor } from '../../web/public/credential.door.tsx'
import { enrollDoor } from '../../web/public/enroll.door.tsx'
import { feedDoor } from '../../web/public/feed.door.tsx'
import { findDoor } from '../../web/public/find.door.tsx'
import { groupDoor } from '../../web/public/group.door.tsx'
import { joinDoor } from '../../web/public/join.door.tsx'
import { myDoor } from '../../web/public/my.door.tsx'
import { myDataDoor } from '../../web/public/my-data.door.tsx'
import { myMoreDoor } from '../../web/public/my-more.door.tsx'
import { myNameDoor } from '../../web/public/my-name.door.tsx'
import { myQuestionsDoor } from '../../web/public/my-questions.door.tsx'
import { overviewDoor } from '../../web/public/overview.door.tsx'
import { statisticsDoor } from '../../web/public/statistics.door.tsx'
import { verifyDoor } from '../../web/public/verify.door.tsx'
import { aCertificate } from '../world/certificate.ts'
import { openCredentialSigner } from '../world/credential.ts'
import { openHouse, origin } from '../world/house.ts'

/** The house's keys for credentials. */
export const credentialSigner = openCredentialSigner()

const organisation: Organisation = {
  name: 'Bund der Gemeinden e. V.',
  street: 'Alte Gasse 3',
  city: '50667 Köln',
  email: 'buero@bund.example',
  phone: '+49 221 000000',
  representedBy: 'Hêlîn Demir (Vorsitzende)',
  register: 'Amtsgericht Köln, VR 0000',
  signer: 'Hêlîn Demir',
  signerFunction: { de: 'Vorsitzende', tr: 'Başkan', en: 'Chair' },
  privacyContact: 'datenschutz@bund.example',
}

export const aPhase: Phase = {
  id: 'phase_main',
  funder: 'Musterstiftung',
  title: 'Partnerprojekt',
  grantNumber: 'MS-1',
  from: '2026-01-01',
  until: '2027-12-31',
  acknowledgement: {
    de: 'Gefördert durch die Musterstiftung.',
    tr: 'Musterstiftung tarafından desteklenmektedir.',
    en: 'Funded by the Musterstiftung.',
  },
}

export const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../web/${name}`, import.meta.url)))

export const files = new Map(
  ['style.css', 'countdown.js', 'check.js', 'verify-file.js', 'collect.js', 'icon.svg'].map((name) => [
    name,
    file(name),
  ]),
)

/** A house in memory with all its public doors, two member associations and a funding phase. */
export async function openDoors(setting: { origin?: string; roomOrigin?: string } = {}) {
  const house = openHouse()
  const faults: unknown[] = []
  const { table } = house
  await table.commit([
    organisationShelf.create(null, organisation),
    phaseShelf.create(aPhase.id, aPhase),
    associationShelf.create('org_hagen', {
      id: 'org_hagen',
      name: 'Kulturverein Hagen',
      place: 'Hagen',
      region: 'Ruhrgebiet',
    }),
    associationShelf.create('org_koeln', {
      id: 'org_koeln',
      name: 'Gemeinde Köln',
      place: 'Köln',
      region: 'Rheinland',
    }),
  ])
  const world = {
    ...house.world(),
    now: house.now,
    origin: setting.origin ?? origin,
    noteFault: (fault: unknown) => faults.push(fault),
    files,
    sealKey: async () => 'a key for tests',
    roomOrigin: setting.roomOrigin ?? 'http://localhost:3001',
    enterRoom: async () => 'https://meet.example/room?pass=secret',
    publicKeys: credentialSigner.publicKeys,
    isGenuine: async (certificate: Certificate) => certificate.signature === 'genuine',
    drawSheet: async () => new TextEncoder().encode('%PDF-'),
  }
  const mine = {
    myMore: myMoreDoor(world),
    myName: myNameDoor(world),
    myData: myDataDoor(world),
    find: findDoor(world),
    overview: overviewDoor(world),
    feed: feedDoor(world),
    calendar: calendarDoor(world),
  }
  return {
    house,
    world,
    faults,
    ...mine,
    /** What lies around the personal page. */
    aroundMine: Object.values(mine),
    catalog: catalogDoor(world),
    enroll: enrollDoor(world),
    group: groupDoor(world),
    my: myDoor(world),
    myQuestions: myQuestionsDoor(world),
    statistics: statisticsDoor(world),
    join: joinDoor(world),
    verify: verifyDoor(world),
    certificateFile: certificateFileDoor(world),
    credential: credentialDoor(world),
    credentialKeys: credentialKeysDoor(world),

    /** A fresh personal link for somebody, as a mail would carry it. */
    async linkFor(enrollment: Enrollment, opens: 'my' | 'join', sessionId = ''): Promise<string> {
      const name = { seminarId: enrollment.seminarId, enrollmentId: enrollment.id }
      const stored = await enrollmentShelf.read(table, name)
      if (!stored) throw new Error('nobody there')
      const fresh = await freshLink(world.newSecret, enrollment, opens, sessionId)
      const links = [...stored.facts.links, fresh.link]
      await table.commit([enrollmentShelf.replace(stored, { ...stored.facts, links })])
      return fresh.token
    },

    /** The token of a link to all seminars of an address, as a mail would carry it. */
    async overviewFor(address: string): Promise<string> {
      const token = world.newSecret()
      const facts = { mailbox: await mailboxKey(address), until: later(house.now(), day) }
      await table.commit([overviewShelf.create(await fingerprint(token), facts)])
      return token
    },

    /** Issues a certificate, genuine unless said otherwise. */
    async certify(enrollment: Enrollment, overrides: Partial<Certificate> = {}): Promise<Certificate> {
      const name = { seminarId: enrollment.seminarId, enrollmentId: enrollment.id }
      const certificate = aCertificate({ ...name, signature: 'genuine', ...overrides })
      await table.commit([
        certificateShelf.create(certificate.number, certificate),
        certificateNoteShelf.create(name, { number: certificate.number }),
      ])
      return certificate
    },
  }
}

export type Doors = Awaited<ReturnType<typeof openDoors>>

/** As long as a quick person needs for a form; one that comes back sooner is taken for a program's. */
export const fillingInTakes = 2_000

/** Sends a form as a browser on the house's own page does. */
export const post = (
  fields: Record<string, string> | string,
  headers: Record<string, string> = {},
): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
  body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
})

export const instant = (text: string) => text as Instant
