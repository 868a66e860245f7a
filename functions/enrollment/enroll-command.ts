import type { EmailAddress } from '../kernel/email-address.ts'
import type { Language } from '../kernel/language.ts'
import type { NewSecret } from '../kernel/secret.ts'
import type { Table } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import type { AnswerSheet } from './answers/answers.ts'

/** What somebody wrote into the form about themself. */
export type Applicant = {
  firstName: string
  lastName: string
  email: EmailAddress
  association: string
  associationId: string
  language: Language
  note: string
  /** Sessions that were chosen; empty means all. */
  sessions: string[]
}

export type EnrollCommand = Applicant & {
  seminarId: string
  /** Names the form that was sent, so that sending it twice is known as such. */
  formId: string
  /** Version of the privacy notice that was shown with the form. */
  notice: string
  /** The token of the invitation that was followed, if any. */
  invitation?: string
  /** What was answered to the seminar's own questions; it lies beside the enrollment. */
  answers?: AnswerSheet
}

/** What enrolling, alone or in a group, needs of the world. */
export type EnrollWorld = { table: Table; now: Instant; newSecret: NewSecret; origin: string }

/** An unconfirmed seat is held for so long. */
export const holdHours = 24
