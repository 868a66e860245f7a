import type { Role } from '../../functions/staff/staff.ts'

/** Somebody to sign in as on this machine. */
export type LocalPerson = {
  /** Their subject at the provider. */
  id: string
  name: string
  email: string
  /** Undefined: the provider knows them, the house does not. */
  role: Role | undefined
  may: string
}

/** One person per role, and one whom the office must turn away. */
export const people: readonly LocalPerson[] = [
  {
    id: 'zeynep',
    name: 'Zeynep Arslan',
    email: 'zeynep@dachverband.example',
    role: 'administrator',
    may: 'does everything: seminars, programme, staff, settings',
  },
  {
    id: 'cem',
    name: 'Cem Yıldız',
    email: 'cem@dachverband.example',
    role: 'coordinator',
    may: 'creates and publishes seminars, sends invites, completes',
  },
  {
    id: 'ruth',
    name: 'Dr. Ruth Lenz',
    email: 'ruth@dachverband.example',
    role: 'trainer',
    may: 'sees only the seminars she gives, and who was there',
  },
  {
    id: 'max',
    name: 'Max Sommer',
    email: 'max@dachverband.example',
    role: undefined,
    may: 'can sign in, and is told that nobody has given him a role',
  },
]
