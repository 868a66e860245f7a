import { type ReadingTable, shelf } from '../../kernel/table.ts'
import { type MeetingServer, meetingServerSchema } from './meeting-server.ts'

/** The meeting servers of the association, all together, so that a form can offer them. */
export const meetingServerShelf = shelf<MeetingServer, string>({
  table: 'office',
  kind: 'meeting-server',
  schema: meetingServerSchema,
  key: (id) => ({ pk: 'meeting#servers', sk: id }),
})

/** All meeting servers, removed ones too, by name. */
export async function listMeetingServers(table: Pick<ReadingTable, 'list'>): Promise<MeetingServer[]> {
  const stored = await table.list('office', 'meeting#servers')
  return stored
    .map((one) => meetingServerShelf.decode(one).facts)
    .sort((a, b) => a.name.localeCompare(b.name, 'de'))
}
