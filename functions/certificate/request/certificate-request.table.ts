import * as v from 'valibot'
import { type EnrollmentName, personKey } from '../../enrollment/enrollment.table.ts'
import { type ReadingTable, shelf } from '../../kernel/table.ts'
import { instantSchema } from '../../kernel/time.ts'

/**
 * What somebody asked for who has a certificate. name: the same with the name as it is now · everything: a new one
 * from all that is true now · again: the mail with it once more
 */
const wishes = ['name', 'everything', 'again'] as const

/**
 * Why nothing came of it. none: too little time for any certificate · same: a new one would say the same · letters:
 * the name cannot be printed · over: it was revoked meanwhile, or the person has left
 */
const obstacles = ['none', 'same', 'letters', 'over'] as const
export type Obstacle = (typeof obstacles)[number]

const certificateRequestSchema = v.object({
  wish: v.picklist(wishes),
  at: instantSchema,
  /** Mailbox of the staff member; empty where the person asked. */
  by: v.string(),
  obstacle: v.nullable(v.picklist(obstacles)),
})

/** Somebody waits for a certificate, or could not get it. Only the clock signs, so it is asked and answers a moment later. */
export type CertificateRequest = v.InferOutput<typeof certificateRequestSchema>

/** At most one lies beside an enrollment. */
export const certificateRequestShelf = shelf<CertificateRequest, EnrollmentName>({
  table: 'people',
  kind: 'certificate-request',
  schema: certificateRequestSchema,
  key: (name) => ({ pk: personKey(name), sk: `certificate-request#${name.enrollmentId}` }),
})

/** What was asked for and is not answered yet, or could not be done. */
export const findRequest = async (
  table: Pick<ReadingTable, 'read'>,
  name: EnrollmentName,
): Promise<CertificateRequest | undefined> => (await certificateRequestShelf.read(table, name))?.facts
