import { bigbluebutton } from './bigbluebutton.meeting.ts'
import { jaas, jitsi } from './jitsi.meeting.ts'
import type { Providers } from './providers.ts'
import { openZoom } from './zoom.meeting.ts'

/** All providers of meetings that the house knows. */
export const everyProvider: Providers = { bigbluebutton, jitsi, jaas, zoom: openZoom() }
