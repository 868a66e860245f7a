import { expect, test } from 'vitest'
import {
  type Deed,
  deeds,
  isNamedTrainer,
  may,
  type Role,
  roles,
  type StaffMember,
} from '../../functions/staff/staff.ts'

// Whoever coordinates does not write to themselves.
const everything = deeds.filter((deed) => deed !== 'write-to-coordination')
const trainersDeeds: Deed[] = ['see-own-seminars', 'write-attendance', 'switch-room', 'write-to-coordination']

test.each<[Role, Deed[]]>([
  ['administrator', everything],
  ['coordinator', everything.filter((deed) => deed !== 'set-programme' && deed !== 'manage-staff')],
  ['trainer', trainersDeeds],
])('%s may do these deeds and no others', (role, allowed) => {
  expect(deeds.filter((deed) => may(role, deed))).toEqual(allowed)
})

test('every role is told about', () => {
  expect(roles).toEqual(['administrator', 'coordinator', 'trainer'])
})

const named = (name: string): StaffMember => ({
  email: 'z@verein.example',
  name,
  role: 'trainer',
  state: 'active',
  since: '2026-03-02T09:00:00.000Z' as StaffMember['since'],
})

test.each([
  ['Zeynep Aydın', 'Zeynep Aydın', true],
  ['Zeynep Aydın', ' Zeynep  Aydın ', true],
  ['Özlem Şahin', 'Özlem Şahin'.normalize('NFD'), true],
  ['Zeynep Aydın', 'Zeynep Aydin', false],
  ['Zeynep Aydın', 'Zeynep', false],
  ['', '', false],
  ['Zeynep Aydın', '', false],
])('%j is named by %j: %j', (name, trainer, expected) => {
  expect(isNamedTrainer(named(name), trainer)).toBe(expected)
})
