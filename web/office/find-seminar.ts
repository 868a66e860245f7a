import type { Stored } from '../../functions/kernel/table.ts'
import { seminarShelf } from '../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { isNamedTrainer, may } from '../../functions/staff/staff.ts'
import type { Visit } from './visit.ts'

/** Whether this person may see this seminar: coordinators all of them, trainers where they are named. */
export const maySee = ({ member }: Pick<Visit, 'member'>, seminar: Seminar): boolean =>
  may(member.role, 'see-every-seminar') ||
  (may(member.role, 'see-own-seminars') && isNamedTrainer(member, seminar.trainer))

/** The seminar of that id, where this person may see it; somebody else's is as good as absent. */
export async function findSeminar(visit: Visit, id: string): Promise<Stored<Seminar> | undefined> {
  const stored = await seminarShelf.read(visit.world.table, id)
  return stored && maySee(visit, stored.facts) ? stored : undefined
}
