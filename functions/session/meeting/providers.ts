import type { MeetingReport, MeetingWorld, Provider, Room, Visitor } from './meeting.ts'
import type { MeetingServer, MeetingServerKind, ServerOf } from './meeting-server.ts'

/** One provider per kind of server; a kind without one does not compile. */
export type Providers = { [Kind in MeetingServerKind]: Provider<ServerOf<Kind>> }

/** A server together with what can be done there. */
export type OpenServer = {
  enter(room: Room, visitor: Visitor): Promise<string>
  close(room: Room): Promise<'closed' | 'cannot'>
  /** Undefined where nobody can be asked that. */
  inside: ((room: Room) => Promise<readonly string[] | undefined>) | undefined
  /** Undefined where nobody can be asked that. */
  report: ((room: Room) => Promise<MeetingReport | undefined>) | undefined
  check(): Promise<'ok' | 'unreachable' | 'refused'>
}

/** Pairs a server with the provider of its kind. */
export function openServer(providers: Providers, world: MeetingWorld, server: MeetingServer): OpenServer {
  // The compiler does not see that kind and provider go together; the type of Providers does.
  const provider = providers[server.kind] as Provider<MeetingServer>
  return {
    enter: (room, visitor) => provider.enter(world, server, room, visitor),
    close: (room) => provider.close(world, server, room),
    inside: provider.inside && (async (room) => provider.inside?.(world, server, room)),
    report: provider.report && (async (room) => provider.report?.(world, server, room)),
    check: () => provider.check(world, server),
  }
}
