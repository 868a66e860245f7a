import { exportPKCS8, generateKeyPair } from 'jose'
import type { Instant } from '../../functions/kernel/time.ts'
import type { ServerOf } from '../../functions/session/meeting/meeting-server.ts'
import { jitsiServer } from '../../infra/local/meeting-servers/jitsi.tsx'
import type { PartSwitch } from '../../infra/local/part-mode.ts'

export const jitsiSecret = 'geheimnis-der-app-von-jitsi'
export const jitsiOrigin = 'https://jitsi.example'

const since = '2026-01-01T00:00:00.000Z' as Instant

/** The record of the practice Jitsi, as an administrator sets it up. */
export const jitsiRecord: ServerOf<'jitsi'> = {
  ...{ id: 'srv_jitsi', name: 'Jitsi des Verbands', since, state: 'active', kind: 'jitsi' },
  address: `${jitsiOrigin}/servers/jitsi`,
  appId: 'lernhaus',
}

/** The record of the practice Jitsi as a service. */
export const jaasRecord: ServerOf<'jaas'> = {
  ...{ id: 'srv_jaas', name: 'Jitsi bei 8x8', since, state: 'active', kind: 'jaas' },
  address: `${jitsiOrigin}/servers/jaas`,
  appId: 'vpaas-magic-cookie-0123456789abcdef',
  keyId: 'vpaas-magic-cookie-0123456789abcdef/4f4910',
}

const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
export const jaasPublicKey = publicKey
/** The private key of the tenant, as an administrator pastes it. */
export const jaasKey = await exportPKCS8(privateKey)

/** Both kinds of Jitsi, reached without a network. */
export function openPracticeJitsi(world: { now: () => Instant; partSwitch: PartSwitch }) {
  const jitsi = jitsiServer({
    ...{ ...world, basePath: '/servers/jitsi' },
    rule: {
      ...{ algorithm: 'HS256', secret: jitsiSecret, appId: jitsiRecord.appId },
      domain: new URL(jitsiOrigin).hostname,
    },
  })
  const jaas = jitsiServer({
    ...{ ...world, basePath: '/servers/jaas' },
    rule: { algorithm: 'RS256', publicKey, keyId: jaasRecord.keyId, tenant: jaasRecord.appId },
  })
  return { jitsi, jaas }
}
