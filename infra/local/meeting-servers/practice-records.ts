import type { Table } from '../../../functions/kernel/table.ts'
import type { Instant } from '../../../functions/kernel/time.ts'
import { meetingServerShelf } from '../../../functions/session/meeting/meeting-server.table.ts'
import { type MeetingServer, secretName } from '../../../functions/session/meeting/meeting-server.ts'

/** Under which ids the house knows the practice servers of this machine. */
export const practiceId = {
  bigbluebutton: 'srv_practicebbb',
  jitsi: 'srv_practicejit',
  zoom: 'srv_practicezom',
} as const

/** Where a practice server's pages lie on the workbench. */
export const practicePath = (kind: keyof typeof practiceId): string => `/servers/${kind}`

/** What both sides know. They open nothing but practice servers that only this machine reaches. */
export const practiceSecrets = {
  bigbluebutton: 'practice-secret-of-bigbluebutton',
  jitsi: 'practice-secret-of-jitsi-32-bytes',
  zoomClient: 'practice-secret-of-zoom',
  zoomWebhook: 'practice-webhook-secret-of-zoom',
}

/** The secrets by the names under which the house looks for them. */
export const practiceParameters = (path: string): Record<string, string> =>
  Object.fromEntries(
    (
      [
        [practiceId.bigbluebutton, 'secret', practiceSecrets.bigbluebutton],
        [practiceId.jitsi, 'secret', practiceSecrets.jitsi],
        [practiceId.zoom, 'client-secret', practiceSecrets.zoomClient],
        [practiceId.zoom, 'webhook-secret', practiceSecrets.zoomWebhook],
      ] as const
    ).map(([id, name, secret]) => [`${path}/${secretName({ id }, name)}`, secret]),
  )

/** The servers as an administrator would have set them up. */
export function practiceRecords(workbench: string, since: Instant) {
  const common = { since, state: 'active' as const }
  const address = (kind: keyof typeof practiceId) => `${workbench}${practicePath(kind)}`
  return {
    bigbluebutton: {
      ...{ ...common, id: practiceId.bigbluebutton, name: 'BigBlueButton (zum Üben)' },
      ...{ kind: 'bigbluebutton' as const, address: address('bigbluebutton'), hash: 'sha256' as const },
    },
    jitsi: {
      ...{ ...common, id: practiceId.jitsi, name: 'Jitsi (zum Üben)' },
      ...{ kind: 'jitsi' as const, address: address('jitsi'), appId: 'lernhaus' },
    },
    zoom: {
      ...{ ...common, id: practiceId.zoom, name: 'Zoom (zum Üben)', kind: 'zoom' as const },
      ...{ accountId: 'practice', clientId: 'lernhaus', hostUser: 'zoom@dachverband.example' },
      address: address('zoom'),
    },
  }
}

/**
 * Enters the practice servers among those of the association. One that was removed in the office stays so; one whose
 * workbench has another address now is found there.
 */
export async function storePracticeServers(
  table: Pick<Table, 'read' | 'commit'>,
  { workbench, now }: { workbench: string; now: Instant },
): Promise<void> {
  for (const record of Object.values(practiceRecords(workbench, now))) {
    const stored = await meetingServerShelf.read(table, record.id)
    const known: MeetingServer | undefined = stored?.facts
    if (!stored) await table.commit([meetingServerShelf.create(record.id, record)])
    else if (known && 'address' in known && known.address !== record.address)
      await table.commit([meetingServerShelf.replace(stored, { ...known, address: record.address })])
  }
}
