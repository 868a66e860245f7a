import type { Notice as AttendanceNotice } from '../../../functions/attendance/attendance.ts'
import type { IssuedOrHeld } from '../../../functions/certificate/certificate.table.ts'
import type { TrainersWord } from '../../../functions/certificate/trainers-word.table.ts'
import type { Enrollment } from '../../../functions/enrollment/enrollment.ts'
import type { Stored } from '../../../functions/kernel/table.ts'
import type { MailTrouble } from '../../../functions/mail/trouble.ts'
import type { Line } from '../../../functions/seminar/line.ts'
import type { Seminar, Session } from '../../../functions/seminar/seminar.ts'
import type { InviteCount } from '../../../functions/session/count-invites.ts'
import type { Asked } from '../question/load-asked.ts'
import type { ServerDown } from '../room/servers-down.tsx'

/** Everything that the office shows about one seminar. */
export type Overview = {
  seminar: Seminar
  line: Line
  people: Enrollment[]
  /** What was noticed, by session and person. */
  notices: Map<string, Map<string, AttendanceNotice[]>>
  invites: Map<string, InviteCount>
  /** The sessions that are over and whose list the funder wants, with two names that are not under it yet. */
  openLists: Session[]
  /** Whether the certificates are held back. */
  isHeldBack: boolean
  /** What was said of whom, where the seminar asks for it. */
  words: Map<string, Stored<TrainersWord>>
  /** Numbers of the certificates, or the letters for which they wait, by enrollment. */
  certificates: Map<string, IssuedOrHeld>
  /** What the form asks beside, what was answered (without what is sensitive), and the totals of the statistics. */
  asked: Asked
  /** Mails of the seminar that did not arrive. */
  undelivered: MailTrouble[]
  /** Meeting servers that give no answer. */
  serversDown: ServerDown[]
}
