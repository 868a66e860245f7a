import { type Places, plainPlaces } from '../../functions/seminar/places.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { fillingInTakes, openDoors, post } from './open-doors.ts'

export type Fields = Record<string, string>

/** The fields of one row, counted from one. */
export const row = (
  n: number,
  fields: Partial<Record<'firstName' | 'lastName' | 'email' | 'language', string>>,
) => Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${field}-${n}`, value]))

/** A row as somebody fills it in. */
export const person = (n: number, name: string): Fields =>
  row(n, { firstName: name, lastName: 'Öztürk', email: `${name}@mail.example`, language: 'de' })

/** A row for each of these. */
export const people = (...names: string[]): Fields =>
  Object.assign({}, ...names.map((name, i) => person(i + 1, name)))

/** What stands around the rows. */
export const good = { associationId: 'org_hagen', association: '', together: 'no', consent: 'yes' }
/** A form that is taken. */
export const two = { ...good, ...people('gul', 'can') }

/** A house with one seminar and the form of a group for it. */
export async function openGroup(overrides: Partial<Seminar> = {}, places: Partial<Places> = {}) {
  const doors = await openDoors()
  const { house, group } = doors
  const seminar = await house.offer({ ...overrides, places: { ...plainPlaces, ...places } })
  const path = `/seminars/${seminar.slug}/enroll/group`
  const get = async (query = '') => (await group.request(`${path}${query}`)).text()
  const token = async () => tokenIn(await get())
  /** Sends what was typed, no faster than people type. */
  async function send(
    fields: Fields,
    { door = group, query = '', after = fillingInTakes, ip = '203.0.113.7' } = {},
  ) {
    const form = fields.form ?? (await token())
    house.pass(after)
    const where = { requestContext: { http: { sourceIp: ip } } }
    const answer = await door.request(`${path}${query}`, post({ ...fields, form }), where)
    return { status: answer.status, html: await answer.text() }
  }
  /** All that would be left of people; a number that was drawn and given back is of nobody. */
  const stored = () =>
    (house.table.everything?.() ?? []).filter(({ kind }) => ['enrollment', 'mail'].includes(kind))
  const causes = async (name: string) => (await house.mails(`${name}@mail.example`)).map(({ cause }) => cause)
  const isThere = async (name: string) => house.enrollment(seminar, `${name}@mail.example`)
  return { ...doors, seminar, path, get, token, send, stored, causes, isThere }
}

/** The token of the form on a page. */
export const tokenIn = (html: string) => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? ''
